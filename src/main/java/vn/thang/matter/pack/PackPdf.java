package vn.thang.matter.pack;

import static vn.thang.platform.PdfDocument.escaped;

import java.util.Base64;
import vn.thang.platform.PdfDocument;
import vn.thang.platform.Texts;

/** A pack, or what is written like one, as PDF/A-2a and PDF/UA in the form of an administrative document. */
public final class PackPdf {

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 16mm 20mm 28mm; @top-center { content: counter(page); font: 9pt '%1$s' } }
            @page :first { @top-center { content: '' } }
            body { font: 10.5pt/1.45 '%1$s'; color: #000 } h1 { font-size: 14pt; text-align: center; margin: 8mm 0 0 } .about { text-align: center; margin: 1mm 0 6mm; font-weight: 700 }
            h2 { font-size: 12pt; margin: 5mm 0 1mm; page-break-after: avoid } h2.fresh { page-break-before: always } p { margin: 0 0 1.5mm } ul { margin: 0 0 2mm; padding-left: 5mm } li { margin: 0 0 1.2mm } table { width: 100%%; border-collapse: collapse }
            table.head td { width: 50%%; text-align: center; vertical-align: top } .line { border-bottom: .6pt solid #000; padding-bottom: .6mm } .place { font-style: italic; text-align: center; margin-top: 3mm }
            table.rows { margin: 1mm 0 3mm; font-size: 9pt; line-height: 1.3; -fs-table-paginate: paginate } table.rows th, table.rows td { border: .5pt solid #666; padding: 1mm 1.5mm; text-align: left; vertical-align: top }
            table.rows thead th { background: #e8eef3; font-weight: 700 } table.rows tbody th { font-weight: 400 } tr { page-break-inside: avoid } .strong { font-weight: 700; font-size: 12pt } .small { font-size: 8pt; margin-top: 6mm }
            """
            .formatted(PdfDocument.FONT);

    /** A table of more rows begins on a page of its own, so that its head never stands alone at the foot of one. */
    private static final int LONG_TABLE = 20;
    private static final double WIDEST_MM = 150;
    private static final double HIGHEST_MM = 195;

    private final Pack pack;
    private final StringBuilder page = new StringBuilder();

    public PackPdf(Pack pack) {
        this.pack = pack;
    }

    public byte[] pdf() {
        return PdfDocument.of(xhtml());
    }

    private String xhtml() {
        page.setLength(0);
        page.append(PdfDocument.head(pack.locale(), escaped(pack.about()), escaped(pack.about()), STYLE));
        page.append("<body><table class=\"head\"><tr><td><b>").append(text("minutes.authority"))
                .append("</b></td><td><b>")
                .append(text("minutes.country")).append("</b><br/><b class=\"line\">").append(text("minutes.motto"))
                .append("</b><p class=\"place\">").append(escaped(pack.placeDay())).append("</p></td></tr></table><h1>")
                .append(escaped(pack.title())).append("</h1><p class=\"about\">").append(escaped(pack.about()))
                .append("</p>");
        pack.chapters().forEach(this::chapter);
        return page.append("<p class=\"small\">").append(escaped(pack.seal())).append("</p></body></html>").toString();
    }

    private void chapter(Pack.Chapter chapter) {
        boolean fresh = chapter.parts().stream()
                .anyMatch(part -> part instanceof Pack.Rows table && table.rows().size() > LONG_TABLE);
        page.append(fresh ? "<h2 class=\"fresh\">" : "<h2>").append(escaped(chapter.heading())).append("</h2>");
        for (Pack.Part part : chapter.parts()) {
            switch (part) {
                case Pack.Sentence sentence -> page.append(sentence.strong() ? "<p class=\"strong\">" : "<p>")
                        .append(lines(sentence.text())).append("</p>");
                case Pack.Bullets bullets -> {
                    page.append("<ul>");
                    bullets.items().forEach(item -> page.append("<li>").append(lines(item)).append("</li>"));
                    page.append("</ul>");
                }
                case Pack.Rows rows -> rows(rows);
                case Pack.Tiles tiles -> page.append("<p><img alt=\"").append(escaped(tiles.told()))
                        .append("\" src=\"").append(PdfDocument.PICTURE)
                        .append(Base64.getEncoder().encodeToString(PackPicture.png(tiles)))
                        .append("\" style=\"width:").append(Math.round(PackPicture.width(tiles, WIDEST_MM, HIGHEST_MM)))
                        .append("mm\"/></p><p>").append(escaped(tiles.told())).append("</p>");
            }
        }
    }

    private void rows(Pack.Rows rows) {
        page.append("<table class=\"rows\"><thead><tr>");
        for (int i = 0; i < rows.head().size(); i++) {
            page.append("<th scope=\"col\" style=\"width:").append(rows.widths().get(i)).append("%\">")
                    .append(escaped(rows.head().get(i))).append("</th>");
        }
        page.append("</tr></thead><tbody>");
        rows.rows().forEach(row -> {
            page.append("<tr><th scope=\"row\">").append(lines(row.get(0))).append("</th>");
            row.stream().skip(1).forEach(cell -> page.append("<td>").append(lines(cell)).append("</td>"));
            page.append("</tr>");
        });
        page.append("</tbody></table>");
    }

    private static String lines(String text) {
        return escaped(text).replace("\n", "<br/>");
    }

    private String text(String key) {
        return escaped(Texts.text(pack.locale(), key));
    }
}
