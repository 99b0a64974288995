package vn.thang.matter.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import vn.thang.platform.Texts;

/**
 * The pack as a Word document in the form of Decree 30/2020: A4 with its margins, Times New Roman, the national heading, the
 * number of the page at the top from the second one on; headings, lists and tables by styles.
 */
final class PackWord {

    /** Twentieths of a point in a millimetre. */
    private static final double MILLIMETRE = 56.6929;
    private static final int WIDTH_MM = 210;
    private static final int HEIGHT_MM = 297;
    private static final int LEFT_MM = 30;
    private static final int RIGHT_MM = 17;
    private static final int EDGE_MM = 20;
    private static final int TEXT_MM = WIDTH_MM - LEFT_MM - RIGHT_MM;
    private static final int WIDEST_MM = 150;
    private static final int HIGHEST_MM = 195;
    private static final double MILLIMETRES_OF_INCH = 25.4;

    private final Pack pack;

    PackWord(Pack pack) {
        this.pack = pack;
    }

    byte[] docx() {
        try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            WordStyles.of(word, pack.locale());
            word.getProperties().getCoreProperties().setTitle(pack.about());
            word.getProperties().getCoreProperties().setCreator(Texts.text(pack.locale(), "minutes.authority"));
            page(word);
            head(word);
            paragraph(word, WordStyles.TITLE, pack.title());
            paragraph(word, WordStyles.ABOUT, pack.about());
            for (Pack.Chapter chapter : pack.chapters()) {
                paragraph(word, WordStyles.HEADING, chapter.heading());
                for (Pack.Part part : chapter.parts()) {
                    part(word, part);
                }
            }
            paragraph(word, WordStyles.SMALL, pack.seal());
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void page(XWPFDocument word) {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twentieths(WIDTH_MM));
        size.setH(twentieths(HEIGHT_MM));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(twentieths(EDGE_MM));
        margin.setBottom(twentieths(EDGE_MM));
        margin.setLeft(twentieths(LEFT_MM));
        margin.setRight(twentieths(RIGHT_MM));
        margin.setHeader(twentieths(EDGE_MM / 2));
        margin.setFooter(twentieths(EDGE_MM / 2));
        section.addNewTitlePg();
        XWPFHeader header = word.createHeader(HeaderFooterType.DEFAULT);
        XWPFParagraph number = header.createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        word.createHeader(HeaderFooterType.FIRST).createParagraph();
    }

    private static BigInteger twentieths(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * MILLIMETRE));
    }

    private void head(XWPFDocument word) {
        XWPFTable table = word.createTable(1, 2);
        table.removeBorders();
        widths(table, List.of(42, 58));
        XWPFTableCell left = table.getRow(0).getCell(0);
        cell(left, WordStyles.HEAD, text("minutes.authority"));
        add(left, WordStyles.HEAD, "–––––––");
        XWPFTableCell right = table.getRow(0).getCell(1);
        cell(right, WordStyles.HEAD, text("minutes.country"));
        add(right, WordStyles.MOTTO, text("minutes.motto"));
        add(right, WordStyles.PLACE, pack.placeDay());
    }

    private void part(XWPFDocument word, Pack.Part part) throws IOException, InvalidFormatException {
        switch (part) {
            case Pack.Sentence sentence -> paragraph(word, sentence.strong() ? WordStyles.STRONG : WordStyles.BODY,
                    sentence.text());
            case Pack.Bullets bullets -> {
                BigInteger list = WordStyles.bullets(word);
                for (String item : bullets.items()) {
                    paragraph(word, WordStyles.LIST, item).setNumID(list);
                }
            }
            case Pack.Rows rows -> rows(word, rows);
            case Pack.Tiles tiles -> {
                XWPFParagraph holder = paragraph(word, WordStyles.BODY, "");
                int width = Units
                        .toEMU(PackPicture.width(tiles, WIDEST_MM, HIGHEST_MM) / MILLIMETRES_OF_INCH * Units.POINT_DPI);
                XWPFPicture picture = holder.createRun().addPicture(new ByteArrayInputStream(PackPicture.png(tiles)),
                        Document.PICTURE_TYPE_PNG, "map.png", width, (int) (width * PackPicture.ratio(tiles)));
                picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(tiles.told());
                holder.getRuns().get(holder.getRuns().size() - 1).getCTR().getDrawingArray(0).getInlineArray(0)
                        .getDocPr().setDescr(tiles.told());
                paragraph(word, WordStyles.BODY, tiles.told());
            }
        }
    }

    private static void rows(XWPFDocument word, Pack.Rows rows) {
        XWPFTable table = word.createTable(1, rows.head().size());
        table.getCTTbl().getTblPr().addNewTblCaption().setVal(rows.caption());
        widths(table, rows.widths());
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int i = 0; i < rows.head().size(); i++) {
            head.getCell(i).setColor("E8EEF3");
            cell(head.getCell(i), WordStyles.CELL_HEAD, rows.head().get(i));
        }
        for (List<String> row : rows.rows()) {
            XWPFTableRow line = table.createRow();
            line.setCantSplitRow(true);
            for (int i = 0; i < row.size(); i++) {
                cell(line.getCell(i), WordStyles.CELL, row.get(i));
            }
        }
        widths(table, rows.widths());
        paragraph(word, WordStyles.SMALL, "");
    }

    private static void widths(XWPFTable table, List<Integer> widths) {
        table.setWidthType(org.apache.poi.xwpf.usermodel.TableWidthType.DXA);
        table.setWidth(twentieths(TEXT_MM).intValue());
        if (table.getCTTbl().getTblGrid() == null) {
            table.getCTTbl().addNewTblGrid();
            widths.forEach(width -> table.getCTTbl().getTblGrid().addNewGridCol().setW(part(width)));
        }
        table.getRows().forEach(row -> {
            for (int i = 0; i < widths.size(); i++) {
                XWPFTableCell cell = row.getCell(i);
                var properties = cell.getCTTc().getTcPr() == null ? cell.getCTTc().addNewTcPr()
                        : cell.getCTTc().getTcPr();
                var width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
                width.setType(STTblWidth.DXA);
                width.setW(part(widths.get(i)));
            }
        });
    }

    private static BigInteger part(int percent) {
        return twentieths(TEXT_MM * percent / 100d);
    }

    private static void cell(XWPFTableCell cell, String style, String text) {
        write(cell.getParagraphs().get(0), style, text);
    }

    private static void add(XWPFTableCell cell, String style, String text) {
        write(cell.addParagraph(), style, text);
    }

    private static XWPFParagraph paragraph(XWPFDocument word, String style, String text) {
        return write(word.createParagraph(), style, text);
    }

    private static XWPFParagraph write(XWPFParagraph paragraph, String style, String text) {
        paragraph.setStyle(style);
        if (!text.isEmpty()) {
            XWPFRun run = paragraph.createRun();
            String[] lines = text.split("\n");
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    run.addBreak();
                }
                run.setText(lines[i], i);
            }
        }
        return paragraph;
    }

    private String text(String key) {
        return Texts.text(pack.locale(), key);
    }
}
