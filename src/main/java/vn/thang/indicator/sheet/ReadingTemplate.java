package vn.thang.indicator.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.indicator.denominator.Denominators;
import vn.thang.indicator.denominator.FrozenDenominators;
import vn.thang.indicator.intake.KnownReadings;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.ReadingColumn;
import vn.thang.platform.HeadRow;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;

/**
 * Writes a workbook in which readings, or denominators, are filled in: a line for every agency in scope that may report on the
 * period, or that was there in the round, gone or not.
 */
final class ReadingTemplate {

    private static final List<ReadingColumn> OF_READINGS = List.of(ReadingColumn.values());
    private static final List<ReadingColumn> OF_DENOMINATORS = List.of(ReadingColumn.AGENCY, ReadingColumn.AGENCY_NAME,
            ReadingColumn.INDICATOR,
            ReadingColumn.INDICATOR_NAME, ReadingColumn.DENOMINATOR);
    private static final int WINDOW = 200;
    private static final int PERIODS = 12;
    private static final int STEPS = 4;
    private static final String LISTS = "Lists";

    private final ProgrammeTexts texts;
    private final Locale locale;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, WINDOW, false, true);
    private final ReadingTemplateStyles styles = new ReadingTemplateStyles(workbook);
    private int written;

    ReadingTemplate(ProgrammeTexts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    byte[] readings(String source, List<Indicator> indicators, List<KnownReadings.Named> agencies,
            FrozenDenominators frozen, Instant made) {
        LocalDate today = LocalDate.ofInstant(made, Time.ZONE);
        SXSSFSheet sheet = begin(OF_READINGS);
        for (Indicator indicator : indicators) {
            Period period = Period.endedBy(today, indicator.period());
            for (KnownReadings.Named agency : agencies) {
                if (indicator.scope().contains(agency.type())
                        && agency.existence().touches(period.begin(), period.end())) {
                    Row row = line(sheet, OF_READINGS, indicator, agency);
                    put(row, OF_READINGS.indexOf(ReadingColumn.PERIOD), period.toString(), styles.text());
                    boolean ratio = indicator.shape() == Indicator.Shape.RATIO;
                    open(row, ReadingColumn.NUMERATOR, ratio, null);
                    open(row, ReadingColumn.DENOMINATOR, ratio,
                            frozen.of(indicator.code(), period, agency.id()).orElse(null));
                    open(row, ReadingColumn.VALUE, !ratio, null);
                    put(row, OF_READINGS.indexOf(ReadingColumn.MEASURED_AT), "", styles.text());
                }
            }
        }
        List<String> periods = indicators.stream().map(Indicator::period).distinct()
                .flatMap(kind -> periods(kind, today).stream()).toList();
        offer(sheet, OF_READINGS.indexOf(ReadingColumn.PERIOD), list(0, periods));
        offer(sheet, OF_READINGS.indexOf(ReadingColumn.INDICATOR),
                list(1, indicators.stream().map(Indicator::code).toList()));
        List.of(ReadingColumn.NUMERATOR, ReadingColumn.DENOMINATOR, ReadingColumn.VALUE)
                .forEach(column -> limit(sheet, OF_READINGS.indexOf(column)));
        about(text("about.readings"), texts.source(source) + " (" + source + ")", indicators, made);
        return finish();
    }

    byte[] denominators(Denominators.Of round, List<Indicator> indicators, List<KnownReadings.Named> agencies,
            Map<String, Map<Long, BigDecimal>> amounts,
            Instant made) {
        SXSSFSheet sheet = begin(OF_DENOMINATORS);
        for (Indicator indicator : indicators) {
            for (KnownReadings.Named agency : agencies) {
                if (indicator.scope().contains(agency.type())) {
                    Row row = line(sheet, OF_DENOMINATORS, indicator, agency);
                    number(row, OF_DENOMINATORS.indexOf(ReadingColumn.DENOMINATOR),
                            amounts.getOrDefault(indicator.code(), Map.of()).get(agency.id()), styles.open());
                }
            }
        }
        offer(sheet, OF_DENOMINATORS.indexOf(ReadingColumn.INDICATOR),
                list(0, indicators.stream().map(Indicator::code).toList()));
        limit(sheet, OF_DENOMINATORS.indexOf(ReadingColumn.DENOMINATOR));
        about(text("about.denominators"), round.name() + " (" + round.code() + ")", indicators, made);
        return finish();
    }

    private SXSSFSheet begin(List<ReadingColumn> columns) {
        SXSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(text("sheet")));
        workbook.createSheet(WorkbookUtil.createSafeSheetName(text("about")));
        workbook.createSheet(LISTS);
        workbook.setSheetHidden(workbook.getSheetIndex(LISTS), true);
        Row head = sheet.createRow(written++);
        for (int i = 0; i < columns.size(); i++) {
            boolean name = columns.get(i) == ReadingColumn.AGENCY_NAME
                    || columns.get(i) == ReadingColumn.INDICATOR_NAME;
            sheet.setColumnWidth(i, (name ? 44 : columns.get(i) == ReadingColumn.INDICATOR ? 26 : 16) * 256);
            put(head, i, columns.get(i).name(locale), styles.head());
        }
        HeadRow.fit(head);
        sheet.createFreezePane(2, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        print(sheet);
        return sheet;
    }

    private Row line(SXSSFSheet sheet, List<ReadingColumn> columns, Indicator indicator, KnownReadings.Named agency) {
        Row row = sheet.createRow(written++);
        put(row, columns.indexOf(ReadingColumn.AGENCY), agency.code(), styles.text());
        put(row, columns.indexOf(ReadingColumn.AGENCY_NAME), agency.name(), styles.text());
        put(row, columns.indexOf(ReadingColumn.INDICATOR), indicator.code(), styles.text());
        put(row, columns.indexOf(ReadingColumn.INDICATOR_NAME), texts.indicator(indicator.code()).name(),
                styles.text());
        return row;
    }

    private void open(Row row, ReadingColumn column, boolean open, BigDecimal amount) {
        number(row, OF_READINGS.indexOf(column), amount, open ? styles.open() : styles.text());
    }

    private static void number(Row row, int column, BigDecimal amount, CellStyle style) {
        row.createCell(column).setCellStyle(style);
        if (amount != null) {
            row.getCell(column).setCellValue(amount.doubleValue());
        }
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        row.createCell(column).setCellStyle(style);
        if (!text.isEmpty()) {
            row.getCell(column).setCellValue(text);
        }
    }

    /** Those that are over, the newest first. */
    private static List<String> periods(Indicator.Period kind, LocalDate today) {
        List<String> periods = new ArrayList<>();
        Period period = Period.endedBy(today, kind);
        for (int i = 0; i < PERIODS; i++) {
            periods.add(period.toString());
            period = period.back();
        }
        return periods;
    }

    /** Where a list of values stands. */
    private String list(int column, List<String> values) {
        Sheet lists = workbook.getSheet(LISTS);
        for (int i = 0; i < values.size(); i++) {
            Row row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
            row.createCell(column).setCellValue(values.get(i));
        }
        String letter = String.valueOf((char) ('A' + column));
        return "%s!$%s$1:$%s$%d".formatted(LISTS, letter, letter, values.size());
    }

    private void offer(SXSSFSheet sheet, int column, String values) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation offer = rule(sheet, helper, helper.createFormulaListConstraint(values), column);
        offer.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        sheet.addValidationData(offer);
    }

    private void limit(SXSSFSheet sheet, int column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        sheet.addValidationData(
                rule(sheet, helper, helper.createDecimalConstraint(OperatorType.GREATER_OR_EQUAL, "0", null), column));
    }

    private DataValidation rule(SXSSFSheet sheet, DataValidationHelper helper, DataValidationConstraint constraint,
            int column) {
        DataValidation rule = helper.createValidation(constraint,
                new CellRangeAddressList(1, Math.max(1, written - 1), column, column));
        rule.setSuppressDropDownArrow(true); // POI turns the sense of this one round: the arrow is shown
        rule.createErrorBox(text("sheet"), text("refused"));
        rule.setShowErrorBox(true);
        return rule;
    }

    /** What the workbook is for, how it is filled, and what its indicators count. */
    private void about(String title, String of, List<Indicator> indicators, Instant made) {
        Sheet sheet = workbook.getSheetAt(1);
        sheet.setColumnWidth(0, 30 * 256);
        sheet.setColumnWidth(1, 90 * 256);
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[]{title, of});
        lines.add(new String[]{text("made"), Texts.moment(locale, made)});
        for (int step = 1; step <= STEPS; step++) {
            lines.add(new String[]{text("how") + " " + step, text("how." + step)});
        }
        indicators.forEach(one -> lines.add(new String[]{one.code(),
                texts.indicator(one.code()).name() + ": " + texts.indicator(one.code()).text()}));
        for (int i = 0; i < lines.size(); i++) {
            Row row = sheet.createRow(i);
            put(row, 0, lines.get(i)[0], styles.strong());
            put(row, 1, lines.get(i)[1], styles.note());
        }
        print(sheet);
    }

    private static void print(Sheet sheet) {
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.getFooter().setCenter("&A · &P/&N");
    }

    private byte[] finish() {
        try (SXSSFWorkbook book = workbook; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key) {
        return Texts.text(locale, "reading.template." + key);
    }
}
