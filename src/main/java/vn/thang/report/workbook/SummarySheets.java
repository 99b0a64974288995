package vn.thang.report.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.model.Dimension;
import vn.thang.platform.HeadRow;
import vn.thang.platform.Texts;
import vn.thang.report.Content;
import vn.thang.report.ListSheet;
import vn.thang.report.ReportDefinition.SheetDefinition;
import vn.thang.report.ReportDefinition.TableDefinition;
import vn.thang.report.ReportDefinition;
import vn.thang.report.ReportTexts;
import vn.thang.report.WorkbookCharts;
import vn.thang.report.WorkbookStyles;

/** The sheets that stand over the lists: what the workbook is about, and its tables with their charts. */
final class SummarySheets {

    private static final Pattern RANGE = Pattern.compile("\\{(\\w+)\\.(\\w+)}");
    /** The part of those that did not hand in, which is neither reached nor not. */
    private static final String NOT_SUBMITTED = "notSubmitted";
    private static final String TYPE_IN_SCOPE = "<type-in-scope>";
    private static final String COUNTRY = "country";
    private static final String STACKED = "stacked-bar";
    private static final float TITLE_HEIGHT = 30;
    private static final List<String> TYPES = List.of("ministry", "ministerial-agency", "government-agency", "province",
            "commune");

    private final SXSSFWorkbook workbook;
    private final ReportDefinition definition;
    private final Subject subject;
    private final ReportTexts texts;
    private final WorkbookStyles styles;
    private final Map<String, ListSheet> lists;
    private final Nodes nodes;
    private final Figures figures;

    SummarySheets(SXSSFWorkbook workbook, ReportDefinition definition, Subject subject, ReportTexts texts,
            WorkbookStyles styles, Map<String, ListSheet> lists, Nodes nodes, Figures figures) {
        this.workbook = workbook;
        this.definition = definition;
        this.subject = subject;
        this.texts = texts;
        this.styles = styles;
        this.lists = lists;
        this.nodes = nodes;
        this.figures = figures;
    }

    /** @param hidden how many of the counted agencies stand in it without their restricted answers */
    void about(int agencies, int counted, int hidden) {
        SheetDefinition about = definition.sheets().stream().filter(sheet -> !sheet.facts().isEmpty()).findFirst()
                .orElseThrow();
        Sheet sheet = sheet(about);
        Map<String, String> facts = new AboutFacts(subject, texts).of(agencies, counted, hidden);
        int number = 0;
        for (String fact : about.facts()) {
            Row row = sheet.createRow(number++);
            if (fact.equals("title")) {
                row.setHeightInPoints(TITLE_HEIGHT);
            }
            cell(row, 0, Content.of(texts.text("facts." + fact)), fact.equals("title") ? "title" : "strong");
            if (!fact.equals("title")) {
                cell(row, 1, Content.of(facts.getOrDefault(fact, "")), "wrapped");
            }
        }
    }

    void tables() {
        SheetDefinition summary = definition.sheets().stream().filter(sheet -> !sheet.tables().isEmpty()).findFirst()
                .orElseThrow();
        Sheet sheet = sheet(summary);
        Row title = sheet.createRow(0);
        title.setHeightInPoints(TITLE_HEIGHT);
        cell(title, 0, Content.of(texts.text("sheets.summary.title", subject.round().name(), subject.agency().name())
                + " · " + Texts.text(texts.locale(), ResultStanding.of(subject.round().state()).key())
                + AboutFacts.rehearsal(subject, texts)), "title");
        cell(sheet.createRow(1), 0, Content.of(texts.text("sheets.summary.explanation")), "note");
        int row = 3;
        for (TableDefinition table : summary.tables()) {
            Map<String, String> rows = rows(table);
            if (!rows.isEmpty() && (subject.model().hasLevel() || table.rows().equals("dimensions"))) {
                row = table(sheet, table, rows, row) + 2;
            }
        }
    }

    /** Writes a table from a row on (from 0) and answers the row behind it and its chart. */
    private int table(Sheet sheet, TableDefinition table, Map<String, String> rows, int from) {
        List<Head> heads = heads(table);
        cell(sheet.createRow(from), 0, Content.of(texts.text("tables." + table.id() + ".title")), "strong");
        Row head = sheet.createRow(from + 1);
        cell(head, 0, Content.of(texts.text("tables." + table.id() + ".head")), "head");
        for (int i = 0; i < heads.size(); i++) {
            cell(head, i + 1, heads.get(i).content(), "head");
        }
        HeadRow.fit(head);
        int number = from + 2;
        List<List<Double>> values = new ArrayList<>();
        for (Map.Entry<String, String> entry : rows.entrySet()) {
            Row row = sheet.createRow(number);
            cell(row, 0, Content.of(entry.getValue()), "text");
            values.add(new ArrayList<>());
            for (int i = 0; i < heads.size(); i++) {
                String id = heads.get(i).id();
                String formula = formula(table, id, entry.getKey(), from + 2, number + 1, i + 1, heads);
                double value = value(table, entry.getKey(), heads.get(i));
                values.get(values.size() - 1).add(value);
                cell(row, i + 1, new Content.Formula(formula, value), format(table, id));
            }
            number++;
        }
        if (table.chart().isEmpty()) {
            return number;
        }
        chart(sheet, table, new ArrayList<>(rows.values()), heads, values, from + 2);
        return number + 1 + table.chart().get().rows();
    }

    /** A legend names no part that is nowhere: level 0 where nobody stands below the first, and what is missing where all handed in. */
    private void chart(Sheet sheet, TableDefinition table, List<String> rows, List<Head> heads,
            List<List<Double>> values, int firstRow) {
        String kind = table.chart().orElseThrow().kind();
        int first = kind.equals(STACKED) && isEmpty(values, 0) ? 1 : 0;
        int end = heads.size() - (kind.equals(STACKED) && isEmpty(values, heads.size() - 1) ? 1 : 0);
        int behind = firstRow + rows.size();
        int highest = subject.model().highest();
        WorkbookCharts.add(workbook.getXSSFWorkbook().getSheet(sheet.getSheetName()), first > 0 ? "parts" : kind,
                new WorkbookCharts.Area(sheet.getSheetName(), firstRow, behind - 1, first + 1, behind + 1,
                        table.chart().orElseThrow().rows()),
                rows, heads.subList(first, end).stream().map(Head::name).toList(),
                values.stream().map(row -> row.subList(first, end)).toList(),
                texts.text("tables." + table.id() + ".chart", highest), highest);
    }

    private static boolean isEmpty(List<List<Double>> values, int place) {
        return values.stream().allMatch(row -> row.get(place) == 0);
    }

    private double value(TableDefinition table, String row, Head head) {
        return switch (table.rows()) {
            case "agency-types" -> head.id().equals(NOT_SUBMITTED) ? figures.missing(row)
                    : figures.count(row, (int) ((Content.Number) head.content()).value());
            case "dimensions" -> figures.mean(row);
            default -> target(row, head.id());
        };
    }

    private double target(String code, String column) {
        ProgrammeTarget target = subject.catalog().programme().target(code);
        double reached = figures.reached(target.scope(), target.level().orElseThrow());
        double counted = figures.agencies(target.scope());
        double missing = figures.missing(target.scope());
        return switch (column) {
            case "reached" -> reached;
            case "counted" -> counted;
            case "share" -> counted == 0 ? 0 : reached / counted;
            case NOT_SUBMITTED -> missing;
            default -> counted - reached - missing;
        };
    }

    /**
     * The targets on maturity that the round says something of: its model is that whose levels they mean, the workbook is of the
     * whole country, and agencies of every type in their scope were asked. A part would stand there as the whole.
     */
    private Stream<ProgrammeTarget> targets() {
        boolean whole = subject.agency().type().equals(COUNTRY) && subject.catalog().national(subject.model());
        return !whole ? Stream.empty() : subject.catalog().programme().maturityTargets().stream()
                .filter(target -> figures.types().containsAll(target.scope()));
    }

    /** A column of a table; the content of its head is a number where formulas count by it. */
    private record Head(String id, String name, Content content) {
    }

    private List<Head> heads(TableDefinition table) {
        return table.columns().stream().flatMap(id -> {
            if (id.equals("levels")) {
                return IntStream.rangeClosed(0, subject.model().highest())
                        .mapToObj(level -> new Head("*", texts.level(subject.model().levels(), level),
                                Content.of(level)));
            }
            String name = texts.text("tables." + table.id() + ".columns." + id);
            return Stream.of(new Head(table.cells().containsKey(id) ? id : "*", name, Content.of(name)));
        }).toList();
    }

    /** Key to label of the rows. The key is what formulas compare with, or the code of a target. */
    private Map<String, String> rows(TableDefinition table) {
        Map<String, String> rows = new LinkedHashMap<>();
        switch (table.rows()) {
            case "agency-types" -> TYPES.stream().filter(figures.types()::contains)
                    .forEach(type -> rows.put(type, texts.text("types." + type)));
            case "dimensions" -> {
                for (Dimension dimension : nodes.model().dimensions()) {
                    rows.put(dimension.code(), subject.modelTexts().dimension(dimension.code()).name());
                }
            }
            case "maturity-targets" -> targets().forEach(target -> rows.put(
                    target.code(), target.code() + " · " + subject.catalog().programmeTexts(texts.locale())
                            .target(target.code()).name()));
            default -> throw new IllegalStateException("A report definition names the rows " + table.rows());
        }
        return rows;
    }

    private String formula(TableDefinition table, String column, String rowKey, int headRow, int row, int place,
            List<Head> heads) {
        String formula = table.cells().get(column);
        if (formula == null) {
            throw new IllegalStateException("The table " + table.id() + " has no formula for " + column);
        }
        Matcher ranges = RANGE.matcher(formula);
        formula = ranges.replaceAll(match -> Matcher.quoteReplacement(lists.get(match.group(1)).range(match.group(2))));
        formula = formula.replace("{row}", "$A" + row)
                .replace("{head}", CellReference.convertNumToColString(place) + "$" + headRow);
        if (formula.contains(TYPE_IN_SCOPE)) {
            formula = ofEachType(formula, subject.catalog().programme().target(rowKey).scope());
        }
        if (formula.contains("<target-level>")) {
            formula = formula.replace("<target-level>",
                    String.valueOf(subject.catalog().programme().target(rowKey).level().orElseThrow()));
        }
        for (int i = 0; i < heads.size(); i++) {
            formula = formula.replace("{" + heads.get(i).id() + "}", CellReference.convertNumToColString(i + 1) + row);
        }
        return formula;
    }

    /** What no single criterion of a spreadsheet says: a term for each type, with its name as the list of agencies shows it. */
    private String ofEachType(String formula, Set<String> scope) {
        return TYPES.stream().filter(scope::contains).map(type -> formula.replace(TYPE_IN_SCOPE,
                '"' + texts.text("types." + type).replace("\"", "\"\"") + '"')).collect(Collectors.joining("+"));
    }

    private static String format(TableDefinition table, String column) {
        return table.formats().getOrDefault(column, table.formats().get("*"));
    }

    private Sheet sheet(SheetDefinition sheet) {
        Sheet found = workbook.getSheet(texts.text("sheets." + sheet.id() + ".name"));
        for (int i = 0; i < sheet.widths().size(); i++) {
            found.setColumnWidth(i, sheet.widths().get(i) * 256);
        }
        return found;
    }

    private void cell(Row row, int column, Content content, String format) {
        if (content instanceof Content.Blank) {
            return;
        }
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.of(format));
        ListSheet.write(cell, content);
    }
}
