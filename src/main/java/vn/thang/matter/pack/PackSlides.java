package vn.thang.matter.pack;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** The pack as slides: a chapter begins on its own slide, and goes on where there is no room left. */
final class PackSlides {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int EDGE = 40;
    private static final int TOP = 96;
    private static final double LARGE = 20;
    private static final double CELL = 12;
    private static final double TITLE = 24;
    private static final Color INK = new Color(0x16212B);
    private static final Color HEAD = new Color(0xE8EEF3);
    private static final Color RULE = new Color(0xB8C4CC);
    /** How wide a letter is at most as a part of its size, and how high a line. */
    private static final double LETTER = 0.52;
    private static final double LINE = 1.25;
    private static final double PADDING = 8;
    private static final String FONT = "Arial";

    private final Pack pack;
    private XMLSlideShow show;
    private XSLFSlide slide;
    private double down;

    PackSlides(Pack pack) {
        this.pack = pack;
    }

    byte[] pptx() {
        try (XMLSlideShow opened = new XMLSlideShow(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            show = opened;
            show.setPageSize(new Dimension(WIDTH, HEIGHT));
            show.getProperties().getCoreProperties().setTitle(pack.about());
            first();
            for (Pack.Chapter chapter : pack.chapters()) {
                next(chapter.heading());
                for (Pack.Part part : chapter.parts()) {
                    part(chapter.heading(), part);
                }
            }
            show.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void first() {
        next(pack.about());
        text(pack.title(), LARGE, true);
        text(pack.placeDay(), LARGE, false);
        text(pack.seal(), CELL, false);
    }

    /** Begins a slide with its title. */
    private void next(String title) {
        slide = show.createSlide(show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_ONLY));
        XSLFTextShape holder = slide.getPlaceholder(0);
        holder.setAnchor(new Rectangle2D.Double(EDGE, EDGE / 2d, WIDTH - 2d * EDGE, TOP - EDGE));
        holder.clearText();
        XSLFTextParagraph written = holder.addNewTextParagraph();
        written.setTextAlign(TextAlign.LEFT);
        write(written, title, TITLE, true);
        for (XSLFTextShape other : List.copyOf(List.of(slide.getPlaceholders()))) {
            if (other != holder) {
                slide.removeShape(other);
            }
        }
        down = TOP;
    }

    private void part(String heading, Pack.Part part) throws IOException {
        switch (part) {
            case Pack.Sentence sentence -> {
                room(heading, sentence.text(), LARGE);
                text(sentence.text(), sentence.strong() ? LARGE + 4 : LARGE - 3, sentence.strong());
                down += PADDING;
            }
            case Pack.Bullets bullets -> bullets.items().forEach(item -> {
                room(heading, item, LARGE - 3);
                text("– " + item, LARGE - 3, false);
            });
            case Pack.Rows rows -> rows(heading, rows);
            case Pack.Tiles tiles -> {
                text(tiles.told(), CELL + 3, false);
                double high = HEIGHT - EDGE - down;
                XSLFPictureShape picture = slide.createPicture(
                        show.addPicture(PackPicture.png(tiles), PictureData.PictureType.PNG));
                picture.setAnchor(new Rectangle2D.Double(EDGE, down, high / PackPicture.ratio(tiles), high));
                ((org.openxmlformats.schemas.presentationml.x2006.main.CTPicture) picture.getXmlObject()).getNvPicPr()
                        .getCNvPr().setDescr(tiles.told());
            }
        }
    }

    private void room(String heading, String text, double size) {
        if (down + height(text, size, WIDTH - 2d * EDGE) > HEIGHT - EDGE / 2d && down > TOP) {
            next(heading);
        }
    }

    private static double height(String text, double size, double width) {
        double lines = 0;
        for (String line : text.split("\n")) {
            lines += Math.max(1, Math.ceil(line.length() * size * LETTER / Math.max(1, width - PADDING * 2)));
        }
        return lines * size * LINE + PADDING;
    }

    private void text(String text, double size, boolean bold) {
        double high = height(text, size, WIDTH - 2d * EDGE);
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle2D.Double(EDGE, down, WIDTH - 2d * EDGE, high));
        box.clearText();
        write(box.addNewTextParagraph(), text, size, bold);
        down += high;
    }

    private static void write(XSLFTextParagraph paragraph, String text, double size, boolean bold) {
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                paragraph.addLineBreak();
            }
            XSLFTextRun run = paragraph.addNewTextRun();
            run.setText(lines[i]);
            run.setFontSize(size);
            run.setBold(bold);
            run.setFontColor(INK);
            run.setFontFamily(FONT);
        }
    }

    private void rows(String heading, Pack.Rows rows) {
        List<List<String>> waiting = new ArrayList<>(rows.rows());
        while (!waiting.isEmpty()) {
            double room = HEIGHT - EDGE / 2d - down - height(rows, rows.head());
            int fit = 0;
            while (fit < waiting.size() && room >= height(rows, waiting.get(fit))) {
                room -= height(rows, waiting.get(fit));
                fit++;
            }
            if (fit == 0 && down > TOP) {
                next(heading);
                continue;
            }
            fit = Math.max(1, fit);
            table(rows, waiting.subList(0, fit));
            waiting = waiting.subList(fit, waiting.size());
            if (!waiting.isEmpty()) {
                next(heading);
            }
        }
    }

    private static double width(Pack.Rows rows, int column) {
        return (WIDTH - 2d * EDGE) * rows.widths().get(column) / 100;
    }

    private static double height(Pack.Rows rows, List<String> row) {
        double high = 0;
        for (int i = 0; i < row.size(); i++) {
            high = Math.max(high, height(row.get(i), CELL, width(rows, i)));
        }
        return high;
    }

    private void table(Pack.Rows rows, List<List<String>> lines) {
        XSLFTable table = slide.createTable();
        row(table, rows, rows.head(), true);
        lines.forEach(line -> row(table, rows, line, false));
        for (int i = 0; i < rows.head().size(); i++) {
            table.setColumnWidth(i, width(rows, i));
        }
        var properties = table.getCTTable().isSetTblPr() ? table.getCTTable().getTblPr()
                : table.getCTTable().addNewTblPr();
        properties.setFirstRow(true);
        double high = height(rows, rows.head()) + lines.stream().mapToDouble(line -> height(rows, line)).sum();
        table.setAnchor(new Rectangle2D.Double(EDGE, down, WIDTH - 2d * EDGE, high));
        down += high + PADDING;
    }

    private static void row(XSLFTable table, Pack.Rows rows, List<String> texts, boolean head) {
        XSLFTableRow row = table.addRow();
        row.setHeight(height(rows, texts));
        for (String text : texts) {
            XSLFTableCell cell = row.addCell();
            cell.clearText();
            write(cell.addNewTextParagraph(), text, CELL, head);
            if (head) {
                cell.setFillColor(HEAD);
            }
            for (BorderEdge edge : BorderEdge.values()) {
                cell.setBorderColor(edge, RULE);
                cell.setBorderWidth(edge, 0.75);
            }
        }
    }
}
