package vn.thang.indicator.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.indicator.fetching.CsvRows;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.JsonRows;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.indicator.fetching.RowMapping;
import vn.thang.indicator.intake.Checks;
import vn.thang.indicator.intake.PushedRows;
import vn.thang.indicator.reading.ReadingColumn;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;
import vn.thang.table.FieldFile;

/** The same figure at the push, the sheet and the connectors: whichever way it comes in, the same becomes of it. */
class EveryDoorTest {

    private static final String HEADING = "agency;indicator;period;numerator;denominator;value;measured_at\n";
    private static final FieldMapping ALL = new FieldMapping(null, null, null, "indicator", "agency", "period",
            "numerator",
            "denominator", "value", "measured_at", null, null, null);

    /** By the name of the door. */
    private static final Map<String, Function<List<String>, Iterator<ReadingRow>>> DOORS = new LinkedHashMap<>();

    static {
        DOORS.put("push csv", cells -> PushedRows.csv(stream(HEADING + line(cells))));
        DOORS.put("push json", cells -> PushedRows.json(stream(json(cells))));
        DOORS.put("sheet", cells -> sheet((HEADING + line(cells)).getBytes(StandardCharsets.UTF_8)));
        DOORS.put("connector csv", cells -> pulled(HEADING + line(cells), ALL));
        DOORS.put("connector json", cells -> {
            try {
                return new JsonRows(ALL, new RowMapping(ALL, Map.of()))
                        .read((address, headers) -> fetched(json(cells)), URI.create("http://x/"), 10).iterator();
            } catch (RemoteDocument.Failed e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RemoteDocument.Fetched fetched(String text) {
        return new RemoteDocument.Fetched(text.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private static Iterator<ReadingRow> pulled(String text, FieldMapping fields) {
        try {
            return CsvRows.csv(new RemoteDocument.Fetched(text.getBytes(StandardCharsets.UTF_8), "text/csv"), fields,
                    new RowMapping(fields, Map.of()), 10).iterator();
        } catch (RemoteDocument.Failed e) {
            throw new IllegalStateException(e);
        }
    }

    private static Iterator<ReadingRow> sheet(byte[] content) {
        ReadingSheet sheet = new ReadingSheet(content,
                EnumSet.of(ReadingColumn.AGENCY, ReadingColumn.INDICATOR, ReadingColumn.PERIOD),
                EnumSet.of(ReadingColumn.NUMERATOR, ReadingColumn.VALUE), Map.of());
        List<ReadingRow> rows = new ArrayList<>(sheet.rows());
        sheet.faults().stream().findFirst().ifPresent(fault -> rows.add(ReadingRow.unreadable(fault.fault().line(),
                fault.fault().key().substring("reading.fault.".length()))));
        return rows.iterator();
    }

    private static String line(List<String> cells) {
        return "\"" + String.join("\";\"", cells) + "\"\n";
    }

    private static String json(List<String> cells) {
        String[] names = HEADING.strip().split(";");
        List<String> members = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            members.add("\"%s\": \"%s\"".formatted(names[i], cells.get(i)));
        }
        return "[{" + String.join(", ", members) + "}]";
    }

    private static void assertSameEverywhere(List<String> cells, String expected) {
        DOORS.forEach((door, rows) -> {
            Iterator<ReadingRow> read = rows.apply(cells);
            assertTrue(read.hasNext(), () -> door + " passes over " + cells);
            assertEquals(expected, Checks.outcome(Checks.check(), read.next()), () -> door + " of " + cells);
        });
    }

    /**
     * The same bytes mean the same at the three doors that take a table: Excel's "Unicode text" is read, with marks on letters in the
     * heading, whatever the separator; what is in an encoding that nobody names is refused, and never guessed.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"UTF-16LE | true | \\t", "UTF-16BE | true | ;", "UTF-8 | true | ,",
            "UTF-8 | false | \\t", "windows-1258 | false | ;", "UTF-16LE | false | ;"})
    void theSameBytesMeanTheSameAtEveryDoor(String encoding, boolean marked, String separator) {
        boolean read = marked || encoding.equals("UTF-8");
        String text = (marked ? "\ufeff" : "")
                + "agency;indicator;period;numerator;denominator;value;measured_at;ghi chú\r\n15;parts;"
                + "2026-Q2;3;4;;;Tỉnh Hưng Yên\r\n";
        byte[] bytes = text.replace(";", separator.equals("\\t") ? "\t" : separator)
                .getBytes(java.nio.charset.Charset.forName(encoding));
        Map<String, Supplier<Iterator<ReadingRow>>> doors = Map.of("push",
                () -> PushedRows.csv(new ByteArrayInputStream(bytes)), "sheet", () -> sheet(bytes), "connector", () -> {
                    try {
                        return CsvRows
                                .csv(new RemoteDocument.Fetched(bytes, "text/csv"), ALL, new RowMapping(ALL, Map.of()),
                                        10)
                                .iterator();
                    } catch (RemoteDocument.Failed e) {
                        throw new BusinessException("connector." + e.reason());
                    }
                });
        doors.forEach((door, rows) -> {
            if (read) {
                assertEquals("2026-Q2 3/4/75", Checks.outcome(Checks.check(), rows.get().next()), door);
            } else {
                String key = org.junit.jupiter.api.Assertions.assertThrows(BusinessException.class,
                        () -> rows.get().next(), door).key();
                assertTrue(key.endsWith(".encoding") || key.endsWith(".kind") || key.equals("connector.not-csv"),
                        () -> door + " " + key);
            }
        });
    }

    /** Writes numbers in the forms of three countries and of programs, and asks what each door makes of them. */
    @Test
    void aNumberMeansTheSameAtEveryDoor() {
        long seed = 14;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            long whole = random.nextLong(random.nextBoolean() ? 100 : 5_000_000);
            String decimals = random.nextBoolean() ? "" : String.valueOf(random.nextInt(100_000));
            char point = random.nextBoolean() ? '.' : ',';
            String group = List.of("", point == '.' ? "," : ".", " ", "\u00a0", "\u202f", "'").get(random.nextInt(6));
            String grouped = group.isEmpty() ? String.valueOf(whole)
                    : String.format(java.util.Locale.ROOT, "%,d", whole).replace(",", group);
            String written = grouped + (decimals.isEmpty() ? "" : point + decimals);
            List<String> cells = List.of("15", "count", "2026-Q2", "", "", written, "");
            String first = Checks.outcome(Checks.check(), DOORS.get("push csv").apply(cells).next());
            assertSameEverywhere(cells, first);
            boolean singleGroup = ".,".contains(group) && !group.isEmpty() && decimals.isEmpty()
                    && grouped.length() - grouped.replace(group, "").length() == 1;
            boolean looksGrouped = decimals.length() == 3 && whole > 0 && whole < 1_000;
            String expected = singleGroup || looksGrouped ? "ambiguous"
                    : decimals.isEmpty() || decimals.matches("0+") ? "2026-Q2 //" + whole : "count";
            assertEquals(expected, first, () -> "seed " + seed + ": " + written);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"15;count;2026-Q2;;;1,234; | ambiguous",
            "15;count;Quý II/2026;;;12; | 2026-Q2 //12",
            "15;count;2026-Q2;;;12;01/10/2026 9:00 | 2026-Q2 //12", "15;count;2026-Q2;;;12;hôm qua | measured",
            "15;parts;2026-Q2;3;4;80 %; | contradiction", "15;parts;2026-Q2;3;4;75 %; | 2026-Q2 3/4/75",
            "15;parts;2026-Q2;30 %;4;; | percent", "15;share;2026-Q2;;;87,5 %; | 2026-Q2 //87.5",
            "4;count;2026-Q2;;;12; | zeros", "16;count;2026-Q2;;;12; | agency",
            "15;count;2026-06;;;12; | period.QUARTER",
            "15;count;2026-Q2;;;1E+2; | number", "15;count;2026-Q2;;;ba; | number",
            "15;count;2026-Q2;3;4;12; | no-parts"})
    void aRowMeansTheSameAtEveryDoor(String row, String outcome) {
        assertSameEverywhere(List.of(row.split(";", -1)), outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency,indicator,period,value\n15,count,2026-Q2,71,5\n",
            "agency;indicator;period;value;\n15;count;2026-Q2;71;5\n",
            "agency\tindicator\tperiod\tvalue\n15\tcount\t2026-Q2\t7\t\t1\n"})
    void aRowWithMoreCellsThanTheHeadingIsRefusedAtEveryDoor(String text) {
        FieldMapping fields = new FieldMapping(null, null, null, "indicator", "agency", "period", null, null, "value",
                null, null,
                null, null);
        for (Iterator<ReadingRow> rows : List.of(PushedRows.csv(stream(text)),
                sheet(text.getBytes(StandardCharsets.UTF_8)),
                pulled(text, fields))) {
            assertEquals("cells", Checks.outcome(Checks.check(), rows.next()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFagency,indicator,period,value\n", "Agency;INDICATOR; Period ;Value\n",
            "Mã cơ quan\tMã chỉ tiêu\tKỳ\tGiá trị\n", "sep=,\nagency,indicator,period,value\n",
            "Báo cáo, quý II, năm 2026\nagency;indicator;period;value\n", "ma co quan|chi tieu|ky|so lieu\n"})
    void headingsAreKnownAtPushAndSheet(String heading) {
        String sign = heading.contains("|") ? "|" : heading.contains("\t") ? "\t" : heading.contains(";") ? ";" : ",";
        String text = heading + String.join(sign, "15", "count", "2026-Q2", "12") + "\n";
        for (Iterator<ReadingRow> rows : List.of(PushedRows.csv(stream(text)),
                sheet(text.getBytes(StandardCharsets.UTF_8)))) {
            assertEquals("2026-Q2 //12", Checks.outcome(Checks.check(), rows.next()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'agency,indicator,period,value,Value' | table.heading-twice",
            "'agency,indicator,period,measured_at' | table.heading-missing",
            "'agency,indicator,value' | table.heading-missing",
            "'15,count,2026-Q2,12' | table.heading-missing", "'' | table.empty"})
    void aPushWithoutAWholeHeadingIsRefusedAsAWhole(String text, String key) {
        assertEquals(key,
                assertThrows(BusinessException.class, () -> PushedRows.csv(stream(text + "\n15,count,2026-Q2,12\n"
                        .substring(text.isEmpty() ? 20 : 0)))).key());
    }

    @Test
    void aMemberThatIsGivenTwiceMakesItsRowUnreadable() {
        Iterator<ReadingRow> rows = PushedRows
                .json(stream("[{\"agency\": \"15\", \"indicator\": \"count\", \"period\": \"2026-Q2\","
                        + " \"value\": 1, \"Value\": 2}, {\"Agency\": \"15\", \"INDICATOR\": \"count\", \"period\": \"2026-Q2\", \"value\": 1E+2}]"));
        assertEquals("member-twice", Checks.outcome(Checks.check(), rows.next()));
        assertEquals("2026-Q2 //100", Checks.outcome(Checks.check(), rows.next()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"push-bom.csv", "push-semicolon.csv", "push-heading-case.csv"})
    void csvOfExcelIsTaken(String name) {
        ReadingRow row = PushedRows.csv(new ByteArrayInputStream(FieldFile.read(name))).next();
        assertEquals(List.of("15", "ai_applications", "2026-Q2", "12"),
                List.of(row.agency(), row.indicator(), row.period(), row.value().text()));
    }

    @Test
    void pushesFromTheFieldAreRefusedWithTheirReason() {
        BusinessException missing = assertThrows(BusinessException.class,
                () -> PushedRows.csv(new ByteArrayInputStream(FieldFile.read("push-no-heading.csv"))));
        assertEquals(List.of("table.heading-missing", "agency, indicator, period", "15, ai_applications, 2026-Q2, 12"),
                List.of(missing.key(), missing.arguments()[0], missing.arguments()[1]));
        ReadingRow extra = PushedRows.csv(new ByteArrayInputStream(FieldFile.read("push-extra-cell.csv"))).next();
        assertEquals(List.of(2, "reading.fault.cells"), List.of(extra.fault().line(), extra.fault().key()));
        assertEquals("ambiguous", unclear(
                PushedRows.csv(new ByteArrayInputStream(FieldFile.read("push-thousands.csv"))).next().numerator()));
        assertEquals("ambiguous", unclear(
                PushedRows.json(new ByteArrayInputStream(FieldFile.read("push-thousands.json"))).next().value()));
    }

    private static String unclear(vn.thang.table.WrittenNumber number) {
        return assertThrows(vn.thang.table.WrittenNumber.Unclear.class, number::value).getMessage();
    }

    @Test
    void numbersOfJsonAreNumbers() throws Exception {
        Iterator<ReadingRow> rows = PushedRows.json(new ByteArrayInputStream(FieldFile.read("push-json-numbers.json")));
        assertEquals("71.333333", rows.next().value().value().toPlainString());
        assertEquals("100", rows.next().value().value().toPlainString());
    }

    /** LibreOffice made numbers of the codes, so that one has lost its zero; the third row says 75.5 of three in four. */
    @Test
    void aWorkbookOfLibreOfficeIsRead() {
        List<String> outcomes = new ArrayList<>();
        sheet(FieldFile.read("published/libreoffice-readings.xlsx"))
                .forEachRemaining(row -> outcomes.add(Checks.outcome(Checks.check(), row)));
        assertEquals(List.of("2026-Q2 3/4/75", "zeros", "contradiction"), outcomes);
    }

    @Test
    void sheetsFromTheFieldAreReadAsPeopleSeeThem() {
        ReadingRow macintosh = sheet(FieldFile.read("readings-1904.xlsx")).next();
        assertEquals("2021-04-02T02:00:00Z",
                vn.thang.table.WrittenMoment.of(macintosh.measuredAt()).orElseThrow().toString());
        ReadingRow titled = sheet(FieldFile.read("readings-title-with-commas.csv")).next();
        assertEquals(List.of("01", "2", "4"),
                List.of(titled.agency(), titled.numerator().text(), titled.denominator().text()));
        assertEquals("table.strict",
                assertThrows(BusinessException.class, () -> sheet(FieldFile.read("readings-strict.xlsx"))).key());
    }
}
