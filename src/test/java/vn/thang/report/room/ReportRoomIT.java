package vn.thang.report.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.assessment.course.Shown.Reader;
import vn.thang.assessment.course.Shown;
import vn.thang.catalog.Catalog;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.core.target.Coverage;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;
import vn.thang.platform.work.Progress;
import vn.thang.report.room.Report.Format;
import vn.thang.report.workbook.NationalWorkbook;

/** The room of reports: what they say against the rows of the database, who may take what, what is recorded. */
class ReportRoomIT extends ContainerFixture {

    private static final Locale VIETNAMESE = Texts.LANGUAGES.get(0);
    /** Criteria of the model of the rounds that only agency and reviewers see. */
    private static final String RESTRICTED = " LIKE 'SEC.%'";
    private static final String OF_ROUND = " JOIN assessment s ON s.id = x.assessment_id JOIN assessment_round r"
            + " ON r.id = s.round_id WHERE r.code = ?1";

    @Inject
    private ReportRoom room;

    @Inject
    private ReportMaking making;

    @Inject
    private ReportLines reportLines;

    @Inject
    private ReportCatalogue catalogue;

    @Inject
    private Catalog catalog;

    @Inject
    private NationalWorkbook national;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalTargets nationalTargets;

    private ReportMaking.Made made(String report, Format format, Map<String, String> parameters) {
        return making.file(new ReportRoom.Request(report, parameters, format, VIETNAMESE), Progress.UNSEEN);
    }

    private List<CSVRecord> rows(String report, Map<String, String> parameters) {
        String text = new String(made(report, Format.CSV, parameters).content().bytes(), StandardCharsets.UTF_8);
        try {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
                    .parse(new StringReader(text)).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(List<CSVRecord> rows, String column, String value) {
        return rows.stream().filter(row -> row.get(column).equals(value)).count();
    }

    @Test
    void theDatabaseUnderstandsEveryDefinition() {
        assertEquals(Map.of(), catalogue.refused());
    }

    /** What is not shown yet is not counted: an auditor gets no verdict before it is issued, and nobody else than its people a draft. */
    @ParameterizedTest
    @CsvSource({"verdicts, verdict, VERDICTS", "objections, objection, ANSWERS", "exemptions, exemption, EXEMPTIONS",
            "evidence, evidence, ANSWERS"})
    void everyRowThatIsShownIsThereAndOfRestrictedCriteriaOnlyForReviewers(String report, String table, Shown what) {
        for (String round : List.of("2025", "2026")) {
            String counted = "SELECT COUNT(*) FROM " + table + " x" + OF_ROUND + " AND FIND_IN_SET(s.state, ?2)";
            caller.actAs("thamdinh");
            assertEquals(number(counted, round, states(what, Reader.REVIEWER)),
                    rows(report, Map.of("round", round)).size());
            String control = states(what, Reader.CONTROL);
            long all = number(counted, round, control);
            long restricted = number(counted + " AND x.criterion" + RESTRICTED, round, control);
            caller.actAs("kiemtoan");
            List<CSVRecord> seen = rows(report, Map.of("round", round));
            assertEquals(all - restricted, seen.size());
            assertTrue(seen.stream().noneMatch(row -> row.get("criterion").startsWith("SEC.")));
        }
        assertTrue(number("SELECT COUNT(*) FROM verdict x" + OF_ROUND, "2026") > 0, "there is something to keep");
    }

    private static String states(Shown what, Reader reader) {
        return what.to(reader).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Between the rounds of 2025 and 2026 an agency moved: what 2025 found stands below the agency that was above it then. */
    @Test
    void whatARoundFoundStandsBelowTheAgencyThatWasAboveItThen() {
        caller.actAs("thamdinh");
        long agency = number("SELECT MIN(s.agency_id) FROM counted_assessment s JOIN assessment_round r"
                + " ON r.id = s.round_id AND r.code = '2025' JOIN counted_assessment t ON t.agency_id = s.agency_id"
                + " JOIN assessment_round o ON o.id = t.round_id AND o.code = '2026' JOIN agency a"
                + " ON a.id = s.agency_id AND a.type = 'province'");
        String code = (String) entities.createNativeQuery("SELECT code FROM agency WHERE id = ?1")
                .setParameter(1, agency).getSingleResult();
        long first = number("SELECT id FROM agency WHERE code = 'BTP'");
        String ministry = (String) entities.createNativeQuery("SELECT name FROM agency WHERE code = 'BTP'")
                .getSingleResult();
        for (String round : List.of("2025", "2026")) {
            assertEquals("", parent("hand-in", round, code), "directly below the country");
        }
        sql("INSERT INTO agency_place (agency_id, until, parent_id, first_level) SELECT ?1, due_on, ?2, ?2"
                + " FROM assessment_round WHERE code = '2026'", agency, first);
        for (String report : List.of("hand-in", "movement")) {
            Map<String, String> parameters = report.equals("movement") ? Map.of("round", "2025", "earlier", "2024")
                    : Map.of("round", "2025");
            assertEquals(ministry, parent(report, parameters, code), report);
        }
        assertEquals("", parent("hand-in", "2026", code), "it moved before the cut-off of the running round");
        sql("UPDATE assessment_round SET agencies_on = DATE_SUB(due_on, INTERVAL 1 DAY) WHERE code = '2026'");
        assertEquals(ministry, parent("hand-in", "2026", code), "the round looks at the day before");
    }

    private String parent(String report, String round, String code) {
        return parent(report, Map.of("round", round), code);
    }

    private String parent(String report, Map<String, String> parameters, String code) {
        return rows(report, parameters).stream().filter(row -> row.get("code").equals(code)).findFirst().orElseThrow()
                .get("parent");
    }

    /** What an officer's head sees: the own agency whole, the agencies below without their restricted answers. */
    @Test
    void aHeadTakesTheOwnAgencyWithRestrictedAnswersAndNoOther() {
        caller.actAs("lanhdao.tinh");
        List<CSVRecord> own = rows("answers", Map.of("round", "2025"));
        assertEquals(Set.of("15"), own.stream().map(row -> row.get("code")).collect(Collectors.toSet()));
        assertTrue(own.stream().anyMatch(row -> row.get("criterion").startsWith("SEC.")));
        forbidden(() -> made("answers", Format.CSV, Map.of("round", "2025", "agency", "01")));
        forbidden(() -> made("answers", Format.CSV, Map.of("round", "2025", "agency", "VN")));
        forbidden(() -> made("people", Format.CSV, Map.of()));
        forbidden(() -> room.get("people"));
        assertTrue(room.shelves().stream().flatMap(shelf -> shelf.entries().stream())
                .noneMatch(entry -> entry.report().national()));
    }

    @Test
    void belowTheOwnAgencyRestrictedAnswersAreLeftOutRowByRow() {
        anAgency("XB1").named("=1+1").below("15").inRound("2025");
        sql("UPDATE assessment s JOIN agency a ON a.id = s.agency_id SET s.state = 'PUBLISHED' WHERE a.code = 'XB1'");
        for (String criterion : List.of("SEC.1", "STR.1")) {
            sql("INSERT INTO answer (id, assessment_id, criterion, value, answered_at, version) SELECT"
                    + " NEXTVAL(answer_seq), s.id, ?1, '3', NOW(6), 0 FROM assessment s JOIN agency a"
                    + " ON a.id = s.agency_id WHERE a.code = 'XB1'", criterion);
        }
        caller.actAs("lanhdao.tinh");
        List<CSVRecord> below = rows("answers", Map.of("round", "2025")).stream()
                .filter(row -> row.get("code").equals("XB1")).toList();
        assertTrue(below.stream().anyMatch(row -> row.get("declared").equals("3")));
        assertTrue(below.stream().noneMatch(row -> row.get("criterion").startsWith("SEC.")));
        assertEquals("'=1+1", below.get(0).get("name"));
        caller.actAs("thamdinh");
        assertTrue(rows("answers", Map.of("round", "2025", "agency", "XB1")).stream()
                .anyMatch(row -> row.get("criterion").equals("SEC.1") && row.get("declared").equals("3")));
    }

    @ParameterizedTest
    @CsvSource({"canbo", "phoihop"})
    void whoMayTakeNothingAwayTakesNoReport(String person) {
        caller.actAs(person);
        forbidden(room::shelves);
        forbidden(() -> made("hand-in", Format.XLSX, Map.of("round", "2026")));
        forbidden(() -> room.start(new ReportRoom.Request("hand-in", Map.of("round", "2026"), Format.XLSX,
                VIETNAMESE)));
        forbidden(() -> room.runs("hand-in", Cut.by(ReportRunOrder.NEWEST)));
    }

    @Test
    void whatThereIsNotIsSaid() {
        caller.actAs("kiemtoan");
        assertThrows(BusinessException.NotFound.class, () -> room.get("secrets"));
        assertThrows(BusinessException.NotFound.class, () -> made("hand-in", Format.CSV, Map.of("round", "1999")));
        assertThrows(BusinessException.NotFound.class,
                () -> made("hand-in", Format.CSV, Map.of("round", "2026", "agency", "nowhere")));
        refused("report.missing.round", () -> made("hand-in", Format.CSV, Map.of()));
        refused("report.no-day", () -> made("people", Format.CSV, Map.of("day", "31/02/2026")));
        refused("report.rounds-do-not-compare",
                () -> made("movement", Format.CSV, Map.of("round", "2025", "earlier", "2026")));
        refused("report.no-such-format", () -> made("results", Format.CSV, Map.of()));
    }

    /** Declared, confirmed and measured against the tables, official against the national workbook. */
    @Test
    void answersInAllColumnsAreThoseOfTheTablesAndOfTheNationalWorkbook() throws IOException {
        caller.actAs("thamdinh");
        List<CSVRecord> rows = rows("answers", Map.of("round", "2025"));
        assertEquals(number("SELECT SUM(c.applicable) FROM assessment_score c JOIN assessment s"
                + " ON s.id = c.assessment_id JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2025'")
                + number("SELECT COUNT(*) FROM exemption x" + OF_ROUND + " AND x.granted", "2025"), rows.size());
        assertEquals(number("SELECT SUM(x.value) FROM answer x" + OF_ROUND, "2025") - number(
                "SELECT COALESCE(SUM(x.value), 0) FROM answer x JOIN exemption e ON e.assessment_id = x.assessment_id"
                        + " AND e.criterion = x.criterion AND e.granted" + OF_ROUND,
                "2025"), sum(rows, "declared"));
        assertEquals(number("SELECT SUM(x.value) FROM verdict x" + OF_ROUND
                + " AND x.replaced_at IS NULL AND x.value IS NOT NULL", "2025"), sum(rows, "confirmed"));
        Map<String, String> official = new HashMap<>();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        national.prepare("2025", "VN", VIETNAMESE).content().to(out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Sheet answers = workbook.getSheet("Trả lời");
            Row heads = answers.getRow(1);
            for (int i = 2; i <= answers.getLastRowNum(); i++) {
                for (int j = 2; j < heads.getLastCellNum(); j++) {
                    Cell cell = answers.getRow(i).getCell(j);
                    if (cell != null && cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
                        official.put(answers.getRow(i).getCell(0).getStringCellValue() + " "
                                + heads.getCell(j).getStringCellValue(),
                                String.valueOf((int) cell.getNumericCellValue()));
                    }
                }
            }
        }
        Map<String, String> reported = rows.stream().filter(row -> row.get("official").matches("\\d"))
                .collect(Collectors.toMap(row -> row.get("code") + " " + row.get("criterion"),
                        row -> row.get("official")));
        assertFalse(official.isEmpty());
        assertEquals(official, reported);
    }

    private static long sum(List<CSVRecord> rows, String column) {
        return rows.stream().map(row -> row.get(column)).filter(value -> value.matches("\\d"))
                .mapToLong(Long::parseLong).sum();
    }

    @Test
    void movementIsTheDifferenceOfTheLevelsOfTwoRounds() {
        caller.actAs("kiemtoan");
        aPastRound("2024X").due(java.time.LocalDate.of(2024, 12, 31)).atLevel(1).published();
        List<CSVRecord> rows = rows("movement", Map.of("round", "2025", "earlier", "2024X"));
        List<CSVRecord> whole = rows.stream().filter(row -> row.get("node").isEmpty()).toList();
        String score = " FROM assessment_score x" + OF_ROUND;
        assertEquals(number("SELECT COUNT(*)" + score, "2025"), whole.size());
        assertEquals(number("SELECT SUM(x.level)" + score, "2025") - whole.size(),
                whole.stream().mapToLong(row -> Long.parseLong(row.get("moved"))).sum());
        assertEquals(number("SELECT COUNT(*) FROM node_score x" + OF_ROUND, "2025"), rows.size() - whole.size());
    }

    /** The level before a merger is that of the agency itself: beside it stands how many were merged into it since. */
    @Test
    void theMovementSaysWhoWasMergedIntoAnAgencyInBetween() {
        caller.actAs("kiemtoan");
        sql("UPDATE agency SET valid_to = '2025-06-30' WHERE code = '48'");
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT a.id, b.id FROM agency a JOIN agency b"
                + " ON b.code = '48' WHERE a.code = '15'");
        assertEquals(Map.of("15", "1"), merged());
        sql("UPDATE agency SET valid_to = '2024-06-30' WHERE code = '48'");
        assertEquals(Map.of(), merged(), "it was before both rounds");
        sql("UPDATE agency SET valid_to = CURRENT_DATE + INTERVAL 40 DAY WHERE code = '48'");
        assertEquals(Map.of(), merged(), "it is only planned");
    }

    private Map<String, String> merged() {
        return rows("movement", Map.of("round", "2025", "earlier", "2024")).stream()
                .filter(row -> !row.get("merged").isEmpty())
                .collect(Collectors.toMap(row -> row.get("code"), row -> row.get("merged"), (one, other) -> one));
    }

    @Test
    void theHandInBoardCountsWhoIsLate() {
        caller.actAs("kiemtoan");
        sql("UPDATE assessment_round SET due_on = DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR) - INTERVAL 10 DAY WHERE code = '2026'");
        sql("UPDATE assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                + " SET s.first_handed_in_at = NULL, s.state = 'NOT_STARTED' WHERE r.code = '2026' AND a.code = '15'");
        sql("UPDATE assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                + " SET s.first_handed_in_at = UTC_TIMESTAMP(6) - INTERVAL 7 DAY, s.state = 'HANDED_IN'"
                + " WHERE r.code = '2026' AND a.code = '01'");
        List<CSVRecord> rows = rows("hand-in", Map.of("round", "2026"));
        assertEquals(number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE r.code = '2026'"), rows.size());
        assertEquals(number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE r.code = '2026' AND s.first_handed_in_at IS NULL AND NOT EXISTS (SELECT 1 FROM stage_extension x"
                + " WHERE x.assessment_id = s.id AND x.stage = 'ANSWERING' AND x.replaced_at IS NULL"
                + " AND x.due_on >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)) AND s.state IN ('NOT_STARTED', 'IN_PROGRESS', 'READY')"),
                count(rows, "standing", "overdue"));
        CSVRecord mine = rows.stream().filter(row -> row.get("code").equals("15")).findFirst().orElseThrow();
        assertEquals("overdue 10", mine.get("standing") + " " + mine.get("late"));
        assertTrue(mine.get("contact").contains("Nguyễn Thị Minh") && mine.get("contact").contains("Trần Văn Hòa"));
        CSVRecord late = rows.stream().filter(row -> row.get("code").equals("01")).findFirst().orElseThrow();
        assertEquals("late 3", late.get("standing") + " " + late.get("late"));
        assertEquals(number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE r.code = '2025' AND s.first_handed_in_at IS NULL AND s.state = 'PUBLISHED'"),
                count(rows("hand-in", Map.of("round", "2025")), "standing", "undated"));
        sql("INSERT INTO stage_extension (id, assessment_id, stage, due_on, reason, given_by, given_at)"
                + " SELECT NEXTVAL(stage_extension_seq), s.id, 'ANSWERING', DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR) - INTERVAL 1 DAY, 'x', p.id,"
                + " NOW(6) FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r"
                + " ON r.id = s.round_id JOIN person p ON p.username = 'quantri' WHERE r.code = '2026'"
                + " AND a.code = '15'");
        assertEquals("1", rows("hand-in", Map.of("round", "2026", "agency", "15")).get(0).get("late"));
    }

    @Test
    void peopleHoldTheirRolesOnTheDay() {
        caller.actAs("kiemtoan");
        String day = clock.instant().atZone(vn.thang.platform.Time.ZONE).toLocalDate().toString();
        assertEquals(number("SELECT COUNT(*) FROM membership WHERE valid_from <= ?1 AND (valid_to IS NULL OR"
                + " valid_to >= ?1)", day), rows("people", Map.of("day", day)).size());
        assertEquals(0, rows("people", Map.of("day", "1999-01-01")).size());
    }

    @Test
    void readingsAreTheNewestOfEachAgencyAndPeriod() {
        caller.actAs("kiemtoan");
        List<CSVRecord> rows = rows("readings", Map.of("since", "2000-01-01"));
        Set<String> restricted = catalog.models().stream()
                .flatMap(model -> catalog.measures(model.ref()).entrySet().stream())
                .filter(one -> one.getKey().startsWith("SEC.")).map(one -> one.getValue().indicator().code())
                .collect(Collectors.toSet());
        assertTrue(rows.stream().noneMatch(row -> restricted.contains(row.get("indicator"))));
        caller.actAs("thamdinh");
        List<CSVRecord> all = rows("readings", Map.of("since", "2000-01-01"));
        assertEquals(number("SELECT COUNT(*) FROM (SELECT DISTINCT indicator, period, agency_id FROM reading) x"),
                all.size());
        assertEquals(all.stream().filter(row -> !restricted.contains(row.get("indicator"))).count(), rows.size());
        assertEquals(0, new BigDecimal(entities.createNativeQuery("SELECT SUM(value) FROM reading WHERE id IN (SELECT"
                + " MAX(id) FROM reading GROUP BY indicator, period, agency_id)").getSingleResult().toString())
                .compareTo(all.stream().map(row -> new BigDecimal(row.get("value"))).reduce(BigDecimal.ZERO,
                        BigDecimal::add)));
        assertTrue(rows("readings", Map.of("since", "2000-01-01", "day", "1999-01-01")).isEmpty());
    }

    /** A target on maturity is counted from the scores, and all figures are those of the page. */
    @Test
    void targetsHaveTheFiguresOfTheirPage() {
        caller.actAs("kiemtoan");
        List<CSVRecord> rows = rows("targets-status", Map.of("round", "2025"));
        assertEquals(24, rows.size());
        var lines = nationalTargets.targets(nationalRounds.rounds("2025").orElseThrow());
        lines.stream().filter(line -> line.target().level().isPresent()).forEach(line -> {
            CSVRecord row = rows.stream().filter(one -> one.get("code").equals(line.target().code())).findFirst()
                    .orElseThrow();
            String types = line.target().scope().stream().map(type -> "'" + type + "'")
                    .collect(Collectors.joining(", "));
            String scope = " FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025'"
                    + " JOIN agency a ON a.id = s.agency_id AND a.type IN (" + types + ")"
                    + " LEFT JOIN assessment_score c ON c.assessment_id = s.id";
            if (row.get("due").isEmpty()) {
                assertEquals("", row.get("value"));
                return;
            }
            assertEquals("0", row.get("planned"), "the demonstration plans nothing");
            assertTrue(row.get("forecast_middle").isEmpty() || row.get("forecast_middle").equals(row.get("if_kept")));
            long due = number("SELECT COUNT(*)" + scope);
            long reached = number("SELECT COUNT(*)" + scope + " WHERE c.level >= ?1", line.level());
            assertEquals(due, Long.parseLong(row.get("due")));
            assertEquals(100d * reached / due, Double.parseDouble(row.get("value")), 0.1, line.target().code());
        });
        for (var line : lines) {
            CSVRecord row = rows.stream().filter(one -> one.get("code").equals(line.target().code())).findFirst()
                    .orElseThrow();
            same(line.today(), row.get("value"), line);
            same(line.bounds().map(bounds -> line.shown(bounds.low())).orElse(null), row.get("low"), line);
            same(line.bounds().map(bounds -> line.shown(bounds.high())).orElse(null), row.get("high"), line);
        }
        assertTrue(rows.stream().filter(row -> row.get("confidence").matches("DECLARED|SUPPORTED|VERIFIED|WEAK"))
                .count() > 5);
        for (CSVRecord row : rows) {
            assertEquals(row.get("value").isEmpty(), row.get("stale").isEmpty(), row.get("code"));
            if (!row.get("low").isEmpty()) {
                assertTrue(new BigDecimal(row.get("low")).compareTo(new BigDecimal(row.get("high"))) <= 0);
            }
            if (!row.get("value").isEmpty()) {
                assertEquals(0, new BigDecimal(row.get("value")).subtract(new BigDecimal(row.get("demanded")))
                        .subtract(new BigDecimal(row.get("distance"))).abs().compareTo(new BigDecimal("0.000001")) > 0
                                ? 1 : 0);
            }
        }
    }

    /** Nothing is left to the format of a workbook, which would round what misses everything to everything. */
    private static void same(BigDecimal shown, String written, TargetLine line) {
        assertEquals(shown == null ? "" : shown.stripTrailingZeros().toPlainString(),
                written.isEmpty() ? "" : new BigDecimal(written).stripTrailingZeros().toPlainString(),
                line.target().code());
    }

    private void matter(String target, boolean restricted, String agency, String askedAt, String endedAt) {
        sql("INSERT INTO matter (id, kind, about, target, restricted, agency_id, asked_by, asked_from, asked_at, first_due_on,"
                + " due_on, state, ended_at, figure_percent, version) SELECT NEXTVAL(matter_seq), 'QUESTION', 'TARGET', ?1, "
                + restricted + ", a.id, p.id, a.id, ?2, '2026-01-31', '2026-02-28', IF(?3 IS NULL, 'OPEN', 'DONE'), ?3,"
                + " FALSE, 0 FROM agency a JOIN person p ON p.username = 'lanhdao' WHERE a.code = ?4", target, askedAt,
                endedAt, agency);
    }

    private Set<String> matters(Map<String, String> parameters) {
        return rows("matters", parameters).stream().map(row -> row.get("target"))
                .filter(target -> target.startsWith("R-")).collect(Collectors.toSet());
    }

    @Test
    void mattersAreThoseOpenOnTheDaysAndRestrictedOnesAreForWhoReadsThem() {
        matter("R-OPEN", false, "15", "2026-01-10 03:00:00", null);
        matter("R-DONE", false, "15", "2026-01-10 03:00:00", "2026-02-10 03:00:00");
        matter("R-LATER", false, "15", "2026-03-10 17:30:00", null);
        matter("R-HIDDEN", true, "15", "2026-01-10 03:00:00", null);
        matter("R-OTHER", false, "01", "2026-01-10 03:00:00", null);
        Map<String, String> march = Map.of("since", "2026-03-01", "day", "2026-03-10");
        caller.actAs("kiemtoan");
        assertEquals(Set.of("R-OPEN", "R-OTHER"), matters(march), "that of the evening in UTC was asked the day after");
        assertEquals(Set.of("R-OPEN", "R-DONE", "R-OTHER"),
                matters(Map.of("since", "2026-02-10", "day", "2026-03-10")));
        assertEquals(Set.of("R-OPEN", "R-OTHER", "R-LATER"),
                matters(Map.of("since", "2026-03-01", "day", "2026-03-11")));
        assertEquals(Set.of("R-OPEN"), matters(Map.of("since", "2026-03-01", "day", "2026-03-10", "agency", "15")));
        CSVRecord open = rows("matters", march).stream().filter(row -> row.get("target").equals("R-OPEN")).findFirst()
                .orElseThrow();
        assertEquals(List.of("QUESTION", "15", "2026-01-31", "2026-02-28", "OPEN", "true", ""),
                List.of(open.get("kind"), open.get("code"), open.get("first_due_on"), open.get("due_on"),
                        open.get("state"), open.get("late"), open.get("ended_at")));
        caller.actAs("thamdinh");
        assertEquals(Set.of("R-OPEN", "R-OTHER", "R-HIDDEN"), matters(march));
        caller.actAs("lanhdao.tinh");
        assertEquals(Set.of("R-OPEN", "R-HIDDEN"), matters(march));
        forbidden(() -> made("matters", Format.CSV, Map.of("agency", "01")));
    }

    @Test
    void theTrailIsThereForItsDaysWithoutWhatIsKeptApart() {
        sql("INSERT INTO change_log (id, at, person_id, action, subject, subject_id, agency_id, details, before_value,"
                + " after_hash) SELECT NEXTVAL(change_log_seq), '2001-01-02 16:59:59', p.id, 'answer', 'assessment', 1, a.id,"
                + " 'SEC.1=4', '3', REPEAT('0', 64) FROM agency a JOIN person p ON p.username = 'canbo' WHERE a.code = '15'");
        sql("INSERT INTO change_log (id, at, action, subject, details) VALUES (NEXTVAL(change_log_seq),"
                + " '2001-01-02 17:00:00', 'start', 'application', 'version=x')");
        caller.actAs("kiemtoan");
        List<CSVRecord> rows = rows("trail", Map.of("since", "2001-01-02", "day", "2001-01-03"));
        assertEquals(List.of("answer", "start"), rows.stream().map(row -> row.get("action")).toList());
        CSVRecord answer = rows.get(0);
        assertEquals(List.of("canbo", "15", "SEC.1", "", "", "true"), List.of(answer.get("username"),
                answer.get("code"), answer.get("details"), answer.get("was"), answer.get("became"),
                answer.get("apart")));
        assertEquals(List.of("answer"), rows("trail", Map.of("since", "2001-01-02", "day", "2001-01-02")).stream()
                .map(row -> row.get("action")).toList(), "the second came after midnight in Viet Nam");
        assertEquals(1, rows("trail", Map.of("since", "2001-01-01", "day", "2001-01-09", "agency", "15")).size());
        for (String person : List.of("lanhdao", "thamdinh", "lanhdao.tinh")) {
            caller.actAs(person);
            forbidden(() -> room.get("trail"));
            forbidden(() -> made("trail", Format.CSV, Map.of("since", "2001-01-01", "day", "2001-01-09")));
        }
    }

    /** What is told of a period on the page of its target, and nobody who is missing is forgotten. */
    @Test
    void coverageIsThatOfTheTargetsAndNamesWhoIsMissing() {
        caller.actAs("thamdinh");
        List<TargetLine> lines = nationalTargets.targets(nationalRounds.rounds(null).orElseThrow()).stream()
                .filter(line -> line.measured() != null).toList();
        List<CSVRecord> told = rows("coverage",
                Map.of("round", nationalRounds.rounds(null).orElseThrow().shown().code()));
        List<CSVRecord> silent = rows("missing-readings", Map.of());
        assertTrue(lines.size() > 5);
        for (TargetLine line : lines) {
            Coverage coverage = line.measured().figure().coverage();
            CSVRecord whole = told.stream().filter(row -> row.get("target").equals(line.target().code())
                    && row.get("period").equals(line.measured().period()) && row.get("type").isEmpty()).findFirst()
                    .orElseThrow();
            assertEquals(coverage.due() + " " + coverage.reported() + " " + coverage.silent() + " "
                    + line.measured().indicator().source(),
                    whole.get("due") + " " + whole.get("reported") + " " + whole.get("missing") + " "
                            + whole.get("source"),
                    line.target().code());
            if (line.target().measure().ofAgencies()
                    && line.measured().end().isBefore(java.time.LocalDate.now(clock))) {
                assertEquals(coverage.silent(), missing(silent, line).size(), line.target().code());
            }
        }
        TargetLine line = lines.stream().filter(one -> one.target().scope().contains("commune")
                && one.target().measure().ofAgencies() && one.known()).findFirst().orElseThrow();
        anAgency("XM1").below("15");
        CSVRecord added = missing(rows("missing-readings", Map.of("agency", "15")), line).stream()
                .filter(row -> row.get("code").equals("XM1")).findFirst().orElseThrow();
        assertEquals("silent ", added.get("standing") + " " + added.get("last_period"));
        caller.actAs("kiemtoan");
        assertTrue(rows("missing-readings", Map.of()).stream()
                .noneMatch(row -> catalog.restrictedIndicators().contains(row.get("indicator"))));
        caller.actAs("lanhdao.tinh");
        assertTrue(rows("missing-readings", Map.of()).stream().allMatch(row -> Set.of("15", "XM1")
                .contains(row.get("code"))));
        forbidden(() -> made("coverage", Format.CSV, Map.of("round", "2025")));
        forbidden(() -> made("sources", Format.CSV, Map.of()));
    }

    private static List<CSVRecord> missing(List<CSVRecord> rows, TargetLine line) {
        return rows.stream().filter(row -> row.get("target").equals(line.target().code())
                && row.get("period").equals(line.measured().period())).toList();
    }

    @Test
    void everySourceIsThereAlsoOneThatIsSilent() {
        caller.actAs("kiemtoan");
        List<CSVRecord> rows = rows("sources", Map.of());
        assertEquals(catalog.indicators().stream().filter(one -> one.formula().isEmpty())
                .map(one -> one.source() + " " + one.code()).collect(Collectors.toSet()),
                rows.stream().map(row -> row.get("source") + " " + row.get("measure")).collect(Collectors.toSet()));
        for (CSVRecord row : rows) {
            assertEquals(Long.parseLong(row.get("expected")) - Long.parseLong(row.get("arrived")),
                    Long.parseLong(row.get("missing")));
            assertEquals(row.get("health").equals("SILENT"), row.get("last_arrival").isEmpty()
                    && row.get("failing").isEmpty(), row.get("source"));
        }
        assertTrue(rows.stream().anyMatch(row -> Long.parseLong(row.get("arrived")) > 0));
    }

    /** The files that a use case makes whole are runs like all others: with rows, person and hash. */
    @ParameterizedTest
    @CsvSource({"results, Cơ quan, 3", "register, Sổ chênh lệch, 3"})
    void theWorkbookAndTheRegisterAreRunsWithAHash(String report, String sheet, int first) throws Exception {
        Map<String, String> parameters = Map.of("round", "2026");
        caller.actAs("kiemtoan");
        ReportRoom.Request request = new ReportRoom.Request(report, parameters, Format.XLSX, VIETNAMESE);
        room.start(request);
        long run = room.runs(report, Cut.by(ReportRunOrder.NEWEST)).rows().get(0).id();
        ReportMaking.Made made = making.make(request, run, Progress.UNSEEN);
        ReportRun last = room.shelves().stream().flatMap(shelf -> shelf.entries().stream())
                .filter(entry -> entry.report().id().equals(report)).findFirst().orElseThrow().last();
        assertEquals(run + " " + Sha256.hex(made.content().bytes()), last.id() + " " + last.sha256());
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'take-report' AND details LIKE ?1",
                report + ".xlsx rows=" + made.rows() + " sha256=" + last.sha256() + "%"));
        assertTrue(made.rows() > 0);
        assertEquals(made.rows(), codes(made, sheet, first).size());
        caller.actAs("lanhdao.tinh");
        assertTrue(codes(made(report, Format.XLSX, parameters), sheet, first).stream().allMatch("15"::equals));
        forbidden(() -> made(report, Format.XLSX, Map.of("round", "2026", "agency", "VN")));
        caller.actAs("thamdinh");
        List<String> own = codes(made(report, Format.XLSX, Map.of("round", "2026", "agency", "15")), sheet, first);
        assertTrue(own.stream().allMatch("15"::equals) && own.size() < made.rows(), own.toString());
    }

    private static List<String> codes(ReportMaking.Made made, String sheet, int first) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(made.content().bytes()))) {
            Sheet rows = workbook.getSheet(sheet);
            return java.util.stream.IntStream.rangeClosed(first - 1, rows.getLastRowNum()).mapToObj(rows::getRow)
                    .filter(row -> row != null && row.getCell(0) != null)
                    .map(row -> row.getCell(0).getStringCellValue()).filter(code -> !code.isEmpty()).toList();
        }
    }

    /** A chart of numbers stands over formulas that give the numbers of the rows. */
    @ParameterizedTest
    @CsvSource({"targets-status", "coverage", "sources"})
    void aChartStandsOverFormulasOfTheRows(String report) throws IOException {
        caller.actAs("kiemtoan");
        ReportMaking.Made made = made(report, Format.XLSX, Map.of("round", "2025"));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(made.content().bytes()))) {
            XSSFSheet summary = workbook.getSheetAt(1);
            var chart = summary.getDrawingPatriarch().getCharts()
                    .get(summary.getDrawingPatriarch().getCharts().size() - 1);
            String range = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0).getVal().getNumRef()
                    .getF();
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int numbers = 0;
            for (var cell : new org.apache.poi.ss.util.AreaReference(range,
                    org.apache.poi.ss.SpreadsheetVersion.EXCEL2007)
                    .getAllReferencedCells()) {
                Cell shown = summary.getRow(cell.getRow()).getCell(cell.getCol());
                if (shown != null) {
                    assertTrue(shown.getCellFormula().contains("'!$"), shown.getCellFormula());
                    assertEquals(shown.getNumericCellValue(), evaluator.evaluate(shown).getNumberValue(), 1e-6);
                    numbers++;
                }
            }
            assertTrue(numbers > 3, numbers + " numbers");
        }
    }

    /** Each report opens, its rows are those for machines, and what its formulas say is what they give. */
    @Test
    void everyWorkbookHoldsTheRowsWithCountsAsFormulas() throws IOException {
        caller.actAs("kiemtoan");
        aPastRound("2024X").due(LocalDate.of(2024, 12, 31)).atLevel(1).published();
        sql("INSERT INTO change_log (id, at, action, subject, details) VALUES (NEXTVAL(change_log_seq),"
                + " '2001-01-01 03:00:00', 'start', 'application', 'version=x')");
        matter("R-OPEN", false, "15", "2026-01-10 03:00:00", null);
        for (String report : List.of("targets-status", "answers", "movement", "verdicts", "objections", "exemptions",
                "evidence", "readings", "hand-in", "people", "coverage", "missing-readings", "sources", "matters",
                "trail", "target-history", "sample-cases")) {
            opensWithItsRows(report);
        }
    }

    private void opensWithItsRows(String report) throws IOException {
        boolean ofTheTrail = report.equals("trail");
        Map<String, String> parameters = Map.of("round", "2025", "earlier", "2024X", "since",
                ofTheTrail ? "2001-01-01" : "2000-01-01", "day",
                ofTheTrail ? "2001-01-01" : LocalDate.now(clock.withZone(Time.ZONE)).toString());
        ReportMaking.Made made = made(report, Format.XLSX, parameters);
        List<CSVRecord> rows = rows(report, parameters);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(made.content().bytes()))) {
            assertEquals("Giới thiệu", workbook.getSheetName(0), report);
            XSSFSheet summary = workbook.getSheetAt(1);
            XSSFSheet sheet = workbook.getSheetAt(2);
            assertEquals(rows.size(), sheet.getLastRowNum(), report);
            assertEquals(made.rows(), rows.size(), report);
            double total = 0;
            Row heads = summary.getRow(1);
            int last = heads.getLastCellNum() - 1;
            for (int i = 2; summary.getRow(i) != null && summary.getRow(i).getCell(1) != null; i++) {
                Cell cell = summary.getRow(i).getCell(last);
                assertTrue(cell.getCellFormula().startsWith("SUM("), report);
                assertTrue(summary.getRow(i).getCell(1).getCellFormula().startsWith("COUNTIFS("), report);
                total += cell.getNumericCellValue();
            }
            assertEquals(rows.size(), total, report);
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaIsInert() throws IOException {
        caller.actAs("kiemtoan");
        sql("UPDATE person SET full_name = '=HYPERLINK(1)' WHERE username = 'canbo'");
        assertTrue(rows("people", Map.of()).stream().anyMatch(row -> row.get("person").equals("'=HYPERLINK(1)")));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                made("people", Format.XLSX, Map.of()).content().bytes()))) {
            Sheet sheet = workbook.getSheetAt(2);
            boolean found = false;
            for (Row row : sheet) {
                Cell name = row.getCell(0);
                if (name.getStringCellValue().equals("=HYPERLINK(1)")) {
                    found = true;
                    assertEquals(org.apache.poi.ss.usermodel.CellType.STRING, name.getCellType());
                    assertTrue(name.getCellStyle().getQuotePrefixed());
                }
            }
            assertTrue(found);
        }
    }

    @Test
    void aRehearsalSaysSoInTheFile() throws IOException {
        caller.actAs("kiemtoan");
        sql("UPDATE assessment_round SET rehearsal = TRUE WHERE code = '2026'");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                made("hand-in", Format.XLSX, Map.of("round", "2026")).content().bytes()))) {
            assertTrue(workbook.getSheetAt(0).getRow(2).getCell(1).getStringCellValue().contains("DIỄN TẬP"));
        }
    }

    /** Where the two rounds are by two versions, the file says that their levels compare; where these do not, there is no file. */
    @Test
    void theMovementSaysHowItsTwoVersionsCompare() throws IOException {
        caller.actAs("kiemtoan");
        Map<String, String> asked = Map.of("round", "2025", "earlier", "2024");
        String joined = Texts.text(VIETNAMESE, "trend.joined", "vn-dgm/1.0", "vn-dgm/1.1");
        assertFalse(told("movement", asked).contains(joined));
        sql("UPDATE assessment_round SET model_version = '1.1' WHERE code = '2025'");
        assertTrue(told("movement", asked).contains(joined));
        sql("UPDATE assessment_round SET model_version = IF(code = '2024', '1.1', '1.0') WHERE code IN ('2024', '2025')");
        refused("report.rounds-do-not-compare", () -> made("movement", Format.XLSX, asked));
    }

    /** What the first sheet of a report says about it. */
    private List<String> told(String report, Map<String, String> asked) throws IOException {
        List<String> told = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                made(report, Format.XLSX, asked).content().bytes()))) {
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> told.add(new DataFormatter().formatCellValue(cell))));
        }
        return told;
    }

    @Test
    void aRunIsRecordedWithItsHashAndStandsInTheTrail() throws Exception {
        caller.actAs("kiemtoan");
        ReportRoom.Request request = new ReportRoom.Request("hand-in", Map.of("round", "2026"), Format.CSV,
                VIETNAMESE);
        long runs = number("SELECT COUNT(*) FROM report_run");
        long work = room.start(request);
        assertEquals(work, room.start(request));
        assertEquals(runs + 1, number("SELECT COUNT(*) FROM report_run"));
        ReportRun waiting = room.runs("hand-in", Cut.by(ReportRunOrder.NEWEST)).rows().get(0);
        assertNull(waiting.sha256());
        assertEquals("agency=VN, round=2026", waiting.parameters());
        ReportMaking.Made made = making.make(request, waiting.id(), Progress.UNSEEN);
        ReportRun run = room.runs("hand-in", Cut.by(ReportRunOrder.NEWEST)).rows().get(0);
        assertEquals(Sha256.hex(made.content().bytes()), run.sha256());
        assertEquals(made.rows(), run.rowCount());
        assertTrue(run.mine());
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'take-report' AND details LIKE ?1",
                "hand-in.csv rows=" + made.rows() + " sha256=" + run.sha256() + "%"));
        caller.actAs("lanhdao");
        assertFalse(room.runs("hand-in", Cut.by(ReportRunOrder.NEWEST)).rows().get(0).mine());
        assertTrue(work != room.start(request));
        caller.actAs("lanhdao.tinh");
        assertEquals(0, room.runs("hand-in", Cut.by(ReportRunOrder.NEWEST)).total());
        for (ReportRunOrder order : ReportRunOrder.values()) {
            room.runs("hand-in", new Cut<>(order, true, 1, 25));
        }
        assertTrue(used(room::shelves) <= 6);
    }

    @Test
    void theReportsAreSortedByEachColumnAndCutByWhatTheyAreFor() {
        caller.actAs("kiemtoan");
        long all = room.shelves().stream().mapToLong(shelf -> shelf.entries().size()).sum();
        for (ReportOrder order : ReportOrder.values()) {
            for (boolean descending : new boolean[]{false, true}) {
                List<ReportLine> rows = reportLines.list("", VIETNAMESE, Cut.whole(order, descending)).rows();
                assertEquals(all, rows.size(), order.name());
                Comparator<ReportLine> by = descending ? order.by().reversed() : order.by();
                assertTrue(IntStream.range(1, rows.size())
                        .allMatch(i -> by.compare(rows.get(i - 1), rows.get(i)) <= 0), order.name());
            }
        }
        List<ReportLine> results = reportLines.list("results", VIETNAMESE, Cut.by(ReportOrder.INDEX)).rows();
        assertEquals(room.shelves().get(0).entries().stream().map(entry -> entry.report().id()).toList(),
                results.stream().map(ReportLine::id).toList());
        assertTrue(used(() -> reportLines.list(null, VIETNAMESE, Cut.by(ReportOrder.LAST))) <= 8);
    }

    /** Prints how long a round of all agencies takes, and asserts only that it is whole. */
    @Test
    void aRoundOfAllAgenciesIsWhole() {
        caller.actAs("kiemtoan");
        sql("INSERT INTO agency (id, code, name, type, parent_id, path, version) SELECT 992000000 + q.seq,"
                + " CONCAT('ZZ', q.seq), CONCAT('Xã ', q.seq), 'commune', a.id, CONCAT(a.path, 992000000 + q.seq, '/'),"
                + " 0 FROM agency a JOIN seq_1_to_3321 q WHERE a.code = '15'");
        sql("INSERT INTO assessment (id, round_id, agency_id, state, handed_in_at, version) SELECT 992000000 + q.seq,"
                + " r.id, 992000000 + q.seq, 'HANDED_IN', NOW(6), 0 FROM assessment_round r JOIN seq_1_to_3321 q"
                + " WHERE r.code = '2025'");
        sql("INSERT INTO answer (id, assessment_id, criterion, value, answered_at, version) SELECT NEXTVAL(answer_seq),"
                + " 992000000 + q.seq, x.criterion, x.value, NOW(6), 0 FROM answer x JOIN assessment s"
                + " ON s.id = x.assessment_id JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025'"
                + " JOIN agency a ON a.id = s.agency_id AND a.code = '15' JOIN seq_1_to_3321 q");
        for (String report : List.of("answers", "hand-in")) {
            for (Format format : List.of(Format.XLSX, Format.CSV)) {
                long begin = System.nanoTime();
                ReportMaking.Made made = made(report, format, Map.of("round", "2025"));
                System.out.printf("REPORT %s %s: %d rows, %d KB, %d ms%n", report, format, made.rows(),
                        made.content().bytes().length / 1024, (System.nanoTime() - begin) / 1_000_000);
                assertTrue(made.rows() >= 3377);
            }
        }
    }
}
