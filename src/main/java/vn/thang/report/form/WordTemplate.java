package vn.thang.report.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import vn.thang.platform.BusinessException;
import vn.thang.report.form.FormFault.Place;

/** A template of Word. The row of a table that holds marks of columns is repeated. A mark may be written in parts of several formats. */
final class WordTemplate implements FormTemplate {

    /** A cell of a document takes so much more room than one of a sheet. */
    private static final int WEIGHT = 5;

    private final byte[] content;

    WordTemplate(byte[] content) {
        this.content = content;
    }

    private XWPFDocument open() {
        try {
            return new XWPFDocument(new ByteArrayInputStream(content));
        } catch (IOException | RuntimeException unreadable) {
            throw new BusinessException("report.form.damaged");
        }
    }

    /** What looks at a paragraph knows whether it stands in a row that is repeated. */
    private interface Visitor {

        void at(XWPFParagraph paragraph, Place place, boolean inRow);
    }

    @Override
    public List<FormFault> faults(FormMarks known) {
        List<FormFault> faults = new ArrayList<>();
        int[] marks = {0};
        try (XWPFDocument word = open()) {
            visit(word, (paragraph, place, inRow) -> {
                String text = text(paragraph);
                marks[0] += FormMarks.in(text).size();
                known.faults(text, inRow)
                        .forEach(fault -> faults.add(new FormFault(fault.kind(), fault.word(), place)));
            });
            if (marks[0] == 0) {
                faults.add(new FormFault("none", "", new Place("file", "")));
            }
            elsewhere(word, marks[0], faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    /** Marks in text boxes, content controls, notes and comments would stay as they are. */
    private static void elsewhere(XWPFDocument word, int seen, List<FormFault> faults) {
        long all = Stream.concat(Stream.of(word.getDocument().getBody().newCursor()),
                edges(word).map(edge -> edge._getHdrFtr().newCursor())).mapToLong(cursor -> {
                    try (cursor) {
                        return FormMarks.in(cursor.getTextValue()).size();
                    }
                }).sum();
        long notes = Stream.concat(word.getFootnotes().stream(), word.getEndnotes().stream())
                .flatMap(note -> note.getParagraphs().stream()).filter(one -> text(one).contains(FormMarks.OPEN))
                .count();
        if (all > seen || notes > 0) {
            faults.add(new FormFault("not-filled", "", new Place("elsewhere", "")));
        }
    }

    private static Stream<XWPFHeaderFooter> edges(XWPFDocument word) {
        return Stream.concat(word.getHeaderList().stream(), word.getFooterList().stream());
    }

    private static void visit(XWPFDocument word, Visitor visitor) {
        elements(word.getBodyElements(), "", visitor);
        word.getHeaderList().forEach(edge -> edge.getParagraphs()
                .forEach(paragraph -> visitor.at(paragraph, new Place("head", ""), false)));
        word.getFooterList().forEach(edge -> edge.getParagraphs()
                .forEach(paragraph -> visitor.at(paragraph, new Place("foot", ""), false)));
        edges(word).flatMap(edge -> edge.getTables().stream())
                .forEach(table -> cells(table, (paragraph, row, cell) -> visitor.at(paragraph, new Place("head", ""),
                        false)));
    }

    private static void elements(List<IBodyElement> elements, String within, Visitor visitor) {
        int paragraphs = 0;
        int tables = 0;
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                paragraphs++;
                visitor.at(paragraph, new Place("paragraph", within, paragraphs), false);
            } else if (element instanceof XWPFTable table) {
                tables++;
                int number = tables;
                cells(table,
                        (paragraph, row, cell) -> visitor.at(paragraph, new Place("table", within, number, row, cell),
                                repeated(table.getRow(row - 1))));
            }
        }
    }

    /** What looks at the paragraphs of a table knows in which row and cell they stand, from 1. */
    private interface CellVisitor {

        void at(XWPFParagraph paragraph, int row, int cell);
    }

    private static void cells(XWPFTable table, CellVisitor visitor) {
        for (int i = 0; i < table.getRows().size(); i++) {
            List<XWPFTableCell> cells = table.getRow(i).getTableCells();
            for (int j = 0; j < cells.size(); j++) {
                for (XWPFParagraph paragraph : paragraphs(cells.get(j))) {
                    visitor.at(paragraph, i + 1, j + 1);
                }
            }
        }
    }

    /** The paragraphs of a cell, those of tables inside it too. */
    private static List<XWPFParagraph> paragraphs(XWPFTableCell cell) {
        return Stream.concat(cell.getParagraphs().stream(), cell.getTables().stream().flatMap(
                table -> table.getRows().stream()).flatMap(row -> row.getTableCells().stream())
                .flatMap(inner -> paragraphs(inner).stream())).toList();
    }

    private static boolean repeated(XWPFTableRow row) {
        return row.getTableCells().stream().flatMap(cell -> paragraphs(cell).stream())
                .anyMatch(paragraph -> FormMarks.ofRow(text(paragraph)));
    }

    private static List<CTText> texts(XWPFParagraph paragraph) {
        return paragraph.getRuns().stream().map(XWPFRun::getCTR).flatMap(run -> run.getTList().stream()).toList();
    }

    private static String text(XWPFParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        texts(paragraph).forEach(part -> text.append(part.getStringValue()));
        return text.toString();
    }

    @Override
    public int cellsOfRow() {
        try (XWPFDocument word = open()) {
            return word.getTables().stream().flatMap(table -> table.getRows().stream()).filter(WordTemplate::repeated)
                    .mapToInt(row -> row.getTableCells().size() * WEIGHT).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] fill(FormValues values) {
        try (XWPFDocument word = open(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            visit(word, (paragraph, place, inRow) -> {
                if (!inRow) {
                    fill(paragraph, mark -> values.of(mark, Map.of()).words());
                }
            });
            for (XWPFTable table : List.copyOf(word.getTables())) {
                for (XWPFTableRow row : List.copyOf(table.getRows())) {
                    if (repeated(row)) {
                        repeat(table, row, values);
                    }
                }
            }
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a filled copy of the row before it for each row of the report, and takes the row itself away. */
    private static void repeat(XWPFTable table, XWPFTableRow row, FormValues values) {
        List<Map<String, FormValues.Value>> rows = values.rows().isEmpty() ? List.of(Map.of()) : values.rows();
        try (XmlCursor place = row.getCtRow().newCursor(); XmlCursor pattern = row.getCtRow().newCursor()) {
            for (Map<String, FormValues.Value> one : rows) {
                pattern.copyXml(place);
                place.toPrevSibling();
                CTRow copy = (CTRow) place.getObject();
                place.toNextSibling();
                new XWPFTableRow(copy, table).getTableCells().stream().flatMap(cell -> paragraphs(cell).stream())
                        .forEach(paragraph -> fill(paragraph, mark -> values.of(mark, one).words()));
            }
            place.removeXml();
        }
    }

    /** The value stands in the format of the first letter of its mark. */
    private static void fill(XWPFParagraph paragraph, Function<String, String> values) {
        String whole = text(paragraph);
        List<MatchResult> marks = FormMarks.in(whole);
        List<CTText> parts = texts(paragraph);
        for (int i = marks.size() - 1; i >= 0; i--) {
            replace(parts, marks.get(i).start(), marks.get(i).end(),
                    clean(values.apply(marks.get(i).group(1).strip())));
        }
    }

    private static void replace(List<CTText> parts, int from, int to, String value) {
        int at = 0;
        boolean put = false;
        for (CTText part : parts) {
            String text = part.getStringValue();
            int end = at + text.length();
            if (end > from && at < to) {
                String before = text.substring(0, Math.max(0, from - at));
                String after = text.substring(Math.min(text.length(), to - at));
                part.setStringValue(before + (put ? "" : value) + after);
                part.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
                put = true;
            }
            at = end;
        }
    }

    /** Lines become one, and what no document can hold is left out. */
    private static String clean(String value) {
        return value.replaceAll("[\\r\\n\\t]+", " ").replaceAll("[\\p{Cc}\\uFFFE\\uFFFF]", "");
    }
}
