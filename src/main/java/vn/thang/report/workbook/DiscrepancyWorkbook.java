package vn.thang.report.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thang.assessment.discrepancy.DiscrepancyEntry;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.assessment.discrepancy.DiscrepancyLine;
import vn.thang.assessment.discrepancy.DiscrepancyRegister;
import vn.thang.assessment.score.MeanBias;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.Time;
import vn.thang.report.Content;
import vn.thang.report.ListSheet;
import vn.thang.report.ReportDefinition;
import vn.thang.report.ReportDefinition.SheetDefinition;
import vn.thang.report.ReportTexts;
import vn.thang.report.RoundFacts;
import vn.thang.report.WorkbookStyles;
import vn.thang.report.workbook.NationalWorkbook.Export;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** The register of discrepancies of a round as a workbook, with the bias of agencies and dimensions. */
@ApplicationScoped
@Requires(Permission.EXPORT)
public class DiscrepancyWorkbook {

    @Inject
    private Caller caller;

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private RoundFacts facts;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    /** What every cell may need to know. */
    private record Words(ReportTexts report, ModelTexts model, Locale language) {

        String moment(Instant moment) {
            return moment == null ? null
                    : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(report.locale())
                            .withZone(Time.ZONE).format(moment);
        }
    }

    /** A workbook ready to be written once. Everything that can be refused is refused before the first byte. */
    @Requires(Permission.EXPORT)
    public Export prepare(DiscrepancyFilter filter, Locale language) {
        caller.check(Permission.EXPORT);
        RoundFacts.RoundFact round = facts.round(filter.round() == null ? "" : filter.round());
        List<MeanBias> agencies = register.agencies(filter);
        List<MeanBias> dimensions = register.dimensions(filter);
        ReportDefinition definition = ReportDefinition.read("discrepancies");
        Words words = new Words(ReportTexts.in(language), catalog.texts(round.modelRef(), language), language);
        return new Export(definition.file().replace("{round}", round.code()), register.taken(filter), out -> {
            try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
                WorkbookStyles styles = new WorkbookStyles(workbook);
                about(workbook, styles, definition.sheets().get(0), round, words);
                ListSheet entries = list(workbook, styles, definition.sheets().get(1), words);
                register.each(filter, line -> entries.write(column -> entry(line, column.definition().value(), words)));
                entries.finish(styles);
                biases(list(workbook, styles, definition.sheets().get(2), words), agencies, styles, words);
                biases(list(workbook, styles, definition.sheets().get(3), words), dimensions, styles, words);
                write(workbook, out);
            }
        });
    }

    private static void write(SXSSFWorkbook workbook, OutputStream out) throws IOException {
        workbook.setActiveSheet(0);
        workbook.write(out);
    }

    private void about(SXSSFWorkbook workbook, WorkbookStyles styles, SheetDefinition about, RoundFacts.RoundFact round,
            Words words) {
        Sheet sheet = workbook.createSheet(words.report().text("sheets." + about.id() + ".name"));
        RoundSheets.setUpPrint(sheet);
        for (int i = 0; i < about.widths().size(); i++) {
            sheet.setColumnWidth(i, about.widths().get(i) * 256);
        }
        for (String fact : about.facts()) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            boolean title = fact.equals("registerTitle");
            cell(row, 0, words.report().text("facts." + fact), styles, title ? "title" : "strong");
            if (!title) {
                cell(row, 1, switch (fact) {
                    case "round" -> round.name() + " (" + round.code() + ")";
                    case "model" -> words.model().title() + " · " + round.modelRef();
                    case "modelHash" -> catalog.hash(round.modelRef());
                    case "dataDate" -> words.moment(clock.instant());
                    case "registerRestricted" -> words.report()
                            .text(register.isRestrictedSeen() ? "facts.restrictedShown" : "facts.registerLeftOut");
                    default -> words.report().text("facts." + fact + "Value");
                }, styles, "wrapped");
            }
        }
    }

    private static void cell(Row row, int column, String text, WorkbookStyles styles, String style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.of(style));
        ListSheet.write(cell, Content.of(text));
    }

    private static ListSheet list(SXSSFWorkbook workbook, WorkbookStyles styles, SheetDefinition definition,
            Words words) {
        Sheet sheet = workbook.createSheet(words.report().text("sheets." + definition.id() + ".name"));
        RoundSheets.setUpPrint(sheet);
        ListSheet list = new ListSheet(sheet, definition, words.report(), styles, List.of(), 0);
        list.explain(column -> column.letter().equals("A")
                ? Content.of(words.report().text("sheets." + definition.id() + ".explanation"))
                : Content.BLANK, styles.of("note"));
        return list;
    }

    private static void biases(ListSheet list, List<MeanBias> biases, WorkbookStyles styles, Words words) {
        biases.forEach(bias -> list.write(column -> switch (column.definition().value()) {
            case "<code>" -> Content.of(bias.of());
            case "<name>" -> Content.of(bias.name() != null ? bias.name() : words.model().dimension(bias.of()).name());
            case "<bias>" -> Content.of(bias.mean().doubleValue());
            default -> Content.of(bias.count());
        }));
        list.finish(styles);
    }

    private Content entry(DiscrepancyLine line, String value, Words words) {
        DiscrepancyEntry entry = line.entry();
        return switch (value) {
            case "<code>" -> Content.of(line.agencyCode());
            case "<name>" -> Content.of(line.agencyName());
            case "<type>" -> Content.of(words.report().text("types." + line.agencyType()));
            case "<parent>" -> Content.of(line.parentName());
            case "<dimension>" -> Content.of(words.model().dimension(entry.dimension()).name());
            case "<criterion>" -> Content.of(entry.criterion());
            case "<criterion-name>" -> Content.of(words.model().criterion(entry.criterion()).name());
            case "<declared>" -> Content.of(entry.declared());
            case "<measured>" -> entry.measured() == null ? Content.BLANK : Content.of(entry.measured());
            case "<difference>" -> Content.of(entry.difference());
            case "<indicator>" ->
                Content.of(catalog.programmeTexts(words.language()).indicator(entry.indicator()).name());
            case "<period>" -> Content.of(entry.lapsed()
                    ? entry.period() + " ("
                            + words.report().text(entry.measured() == null ? "facts.notMeasured" : "facts.lapsed") + ")"
                    : entry.period());
            case "<value>" -> entry.value() == null ? Content.BLANK : Content.of(entry.value().doubleValue());
            case "<state>" -> Content.of(words.report().text("discrepancyStates." + entry.state()));
            case "<late>" -> Content.of(entry.late() ? words.report().text("facts.yes") : null);
            case "<opened>" -> Content.of(words.moment(entry.openedAt()));
            case "<explanation>" -> Content.of(entry.explanation());
            case "<explained-by>" -> Content.of(entry.explainedBy());
            case "<explained>" -> Content.of(words.moment(entry.explainedAt()));
            case "<reason>" -> Content.of(entry.reason());
            case "<decided-by>" -> Content.of(entry.decidedBy());
            case "<decided>" -> Content.of(words.moment(entry.decidedAt()));
            case "<settled>" -> Content.of(words.moment(entry.settledAt()));
            default -> throw new IllegalStateException("A report definition names the value " + value);
        };
    }
}
