package vn.thang.report.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.assessment.discrepancy.Discrepancy;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.assessment.discrepancy.DiscrepancyRegister;
import vn.thang.it.ContainerFixture;
import vn.thang.organisation.roster.RosterImport;
import vn.thang.organisation.roster.RosterReport;
import vn.thang.organisation.sheet.AgencyImport;
import vn.thang.organisation.sheet.ImportReport;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.list.ListFile.Asked;

/** Whole lists as files: what they hold, who may take them, what the trail says. */
class ListExportIT extends ContainerFixture {

    private static final Locale VIETNAMESE = Texts.LANGUAGES.get(0);

    @Inject
    private ListExport export;

    @Inject
    private AgencyImport imports;

    @Inject
    private RosterImport roster;

    @Inject
    private DiscrepancyRegister register;

    @Test
    void theWholeFilteredListIsThereInItsOrder() throws IOException {
        caller.actAs("lanhdao");
        try (XSSFWorkbook workbook = taken("agencies", Map.of("type", "province", "sort", "code", "dir", "desc"))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertEquals(34, sheet.getLastRowNum());
            assertEquals("Mã", sheet.getRow(0).getCell(0).getStringCellValue());
            List<String> codes = IntStream.rangeClosed(1, 34)
                    .mapToObj(row -> sheet.getRow(row).getCell(0).getStringCellValue()).toList();
            assertEquals(codes.stream().sorted(Comparator.reverseOrder()).toList(), codes);
            assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
            assertTrue(workbook.getSheetAt(1).getRow(3).getCell(1).getStringCellValue().contains("type=province"));
        }
    }

    @Test
    void moreThanAPageIsTaken() throws IOException {
        caller.actAs("lanhdao");
        try (XSSFWorkbook workbook = taken("agencies", Map.of())) {
            assertEquals(number(
                    "SELECT COUNT(*) FROM agency WHERE (valid_from IS NULL OR valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))"
                            + " AND (valid_to IS NULL OR valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))"),
                    workbook.getSheetAt(0).getLastRowNum());
        }
    }

    /** What was taken away can be edited and given back: untouched, it changes nothing. */
    @Test
    void theListOfAgenciesIsAnExampleForTheImport() throws IOException {
        caller.actAs("quantri");
        for (Locale language : Texts.LANGUAGES) {
            ImportReport report = imports
                    .check(export.take("agencies", ListExport.Form.XLSX, new Asked(Map.of(), language)));
            assertEquals(List.of(), report.faults(), language.toString());
            assertTrue(report.changesNothing() && report.unchanged() > 50, language.toString());
        }
    }

    @Test
    void theSampleOfPeopleIsReadInEveryLanguage() {
        caller.actAs("quantri");
        for (Locale language : Texts.LANGUAGES) {
            RosterReport report = roster
                    .check(export.take("roster-sample", ListExport.Form.XLSX, new Asked(Map.of(), language)));
            assertEquals(List.of(), report.faults(), language.toString());
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysAText() throws IOException {
        caller.actAs("quantri");
        sql("UPDATE person SET full_name = '=1+1' WHERE username = 'canbo'");
        try (XSSFWorkbook workbook = taken("people", Map.of("q", "canbo"))) {
            Cell name = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertEquals("=1+1", name.getStringCellValue());
            assertTrue(name.getCellStyle().getQuotePrefixed());
        }
    }

    /** What somebody looked for may be the name of a person: it is kept apart, and goes after its time. */
    @Test
    void theTrailSaysWhoTookWhat() {
        caller.actAs("lanhdao");
        for (ListExport.Form form : ListExport.Form.values()) {
            byte[] file = export.take("agencies", form, new Asked(Map.of("q", "Lào Cai"), VIETNAMESE));
            assertEquals(1, number("SELECT COUNT(*) FROM change_log l JOIN person p ON p.id = l.person_id"
                    + " JOIN trail_value v ON v.entry_id = l.id AND v.content = 'q=Lào Cai'"
                    + " WHERE l.action = 'take-list' AND p.username = 'lanhdao' AND l.details = ?1",
                    form.file("agencies") + " rows=1 sha256=" + Sha256.hex(file)));
        }
    }

    @ParameterizedTest
    @CsvSource({"quantri, connectors, Tên", "quantri, reading-batches, Thời điểm nhận", "thamdinh, exemptions, Cơ quan",
            "lanhdao, standings, Cơ quan", "lanhdao, missing, Cơ quan", "lanhdao, notices, Thời điểm",
            "quantri, jobs, Công việc", "quantri, sources, Nguồn", "kiemtoan, reports, Báo cáo",
            "quantri, webhook-calls, Lúc", "quantri, failed-mails, Người nhận",
            "lanhdao, meetings, Ngày giao ban",
            "lanhdao, work, Công việc", "lanhdao, matters, Loại",
            "lanhdao, heatmap, Cơ quan", "kiemtoan, heatmap, Cơ quan",
            "hoidong, objections, Cơ quan", "quantri, open-data, Cơ quan", "lanhdao, robustness, Cơ quan",
            "quantri, agency-units, Mã", "kiemtoan, readings, Mã cơ quan", "lanhdao, discrepancies, Mã"})
    void everyListHasItsFile(String person, String list, String head) throws IOException {
        caller.actAs(person);
        try (XSSFWorkbook workbook = taken(list, Map.of("round", "2026", "code", "P1-01"))) {
            assertEquals(head, workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue());
        }
    }

    /** A list of something has it in its address. */
    @ParameterizedTest
    @CsvSource({"quantri, open-datasets, agency, 15, Bộ dữ liệu", "quantri, extensions, code, 2026, Cơ quan",
            "lanhdao.tinh, units, assessment, SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN"
                    + " assessment_round r ON r.id = s.round_id WHERE r.code = '2026' AND a.code = '15', Đơn vị",
            "quantri, reading-faults, id, SELECT MIN(id) FROM reading_batch, Dòng",
            "quantri, denominators, indicator, systems_connected, Mã", "lanhdao, help, code, P1-08, Cơ quan",
            "kiemtoan, report-runs, id, targets-status, Thời điểm"})
    void everyListOfSomethingHasItsFile(String person, String list, String of, String value, String head)
            throws IOException {
        caller.actAs(person);
        String asked = value.startsWith("SELECT") ? String.valueOf(number(value)) : value;
        try (XSSFWorkbook workbook = taken(list, Map.of("round", "2026", of, asked))) {
            assertEquals(head, workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue());
        }
    }

    /** Whoever may take numbers away still sees no list that is not for them. */
    @ParameterizedTest
    @CsvSource({"lanhdao, people", "kiemtoan, people", "quantri, review-queue", "lanhdao, review-queue",
            "canbo, agencies", "canbo, people", "lanhdao, connectors", "kiemtoan, reading-batches",
            "quantri, exemptions",
            "phoihop, standings", "phoihop, matters", "canbo, matters", "lanhdao, jobs", "canbo, notices",
            "kiemtoan, webhook-calls", "kiemtoan, sources", "canbo, reports", "lanhdao, failed-mails",
            "canbo, meetings",
            "phoihop, missing", "phoihop, heatmap",
            "quantri, objections", "lanhdao.tinh, open-data", "lanhdao.tinh, extensions",
            "lanhdao.tinh, denominators", "canbo, readings", "canbo, discrepancies", "canbo, report-runs",
            "canbo, help", "canbo, audit-sample", "lanhdao, difference"})
    void nobodyTakesAListThatIsNotForThem(String person, String list) {
        caller.actAs(person);
        long taken = number("SELECT COUNT(*) FROM change_log WHERE action = 'take-list'");
        forbidden(() -> export.take(list, ListExport.Form.XLSX, new Asked(Map.of(), VIETNAMESE)));
        assertEquals(taken, number("SELECT COUNT(*) FROM change_log WHERE action = 'take-list'"));
    }

    /** A moment is one that the workbook can reckon with, in the time of Vietnam; nobody takes what others were told. */
    @Test
    void ofNoticesOnlyOnesOwnAreTakenWithTheirMoments() throws IOException {
        caller.actAs("lanhdao");
        sql("INSERT INTO notice (person_id, agency_id, kind, topic, subject, subject_id, occasion, detail, created_at)"
                + " SELECT p.id, a.id, 'WORK_DONE', 'WORK', 'work', 1, 'once', 'workbook', '1999-03-04 20:15:00'"
                + " FROM person p JOIN agency a ON a.code = 'VN' WHERE p.username IN ('lanhdao', 'quantri')");
        long mine = number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id"
                + " WHERE p.username = 'lanhdao'");
        try (XSSFWorkbook workbook = taken("notices", Map.of("sort", "time"))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertEquals(mine, sheet.getLastRowNum());
            assertEquals(LocalDateTime.of(1999, 3, 5, 3, 15), sheet.getRow(1).getCell(0).getLocalDateTimeCellValue());
        }
    }

    @Test
    void ofWorkEverybodyTakesTheirOwnAndAdministratorsAll() throws IOException {
        caller.actAs("quantri");
        try (XSSFWorkbook all = taken("jobs", Map.of())) {
            assertEquals(number("SELECT COUNT(*) FROM work WHERE recurring = FALSE"),
                    all.getSheetAt(0).getLastRowNum());
        }
        caller.actAs("lanhdao");
        try (XSSFWorkbook mine = taken("work", Map.of())) {
            assertEquals(number("SELECT COUNT(*) FROM work w JOIN person p ON p.id = w.started_by"
                    + " WHERE w.recurring = FALSE AND p.username = 'lanhdao'"), mine.getSheetAt(0).getLastRowNum());
        }
    }

    @Test
    void readingsAreTakenByTheFiltersOfTheirPage() throws IOException {
        caller.actAs("kiemtoan");
        int all;
        try (XSSFWorkbook workbook = taken("readings", Map.of())) {
            all = workbook.getSheetAt(0).getLastRowNum();
        }
        try (XSSFWorkbook workbook = taken("readings", Map.of("indicator", "services_fully_online"))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertTrue(sheet.getLastRowNum() > 0 && sheet.getLastRowNum() < all, sheet.getLastRowNum() + " of " + all);
            for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                assertEquals("services_fully_online", sheet.getRow(row).getCell(2).getStringCellValue());
            }
        }
    }

    /** The file beside the workbook holds the entries that the register counts, in each of their states. */
    @Test
    void discrepanciesAreTakenByTheFiltersOfTheirPage() throws IOException {
        caller.actAs("lanhdao");
        try (XSSFWorkbook workbook = taken("discrepancies", Map.of())) {
            assertTrue(workbook.getSheetAt(0).getLastRowNum() > 0);
            assertEquals(register.count(DiscrepancyFilter.of(null, null, null, null, null, null)),
                    workbook.getSheetAt(0).getLastRowNum());
        }
        for (Discrepancy.State state : Discrepancy.State.values()) {
            try (XSSFWorkbook workbook = taken("discrepancies", Map.of("state", state.name()))) {
                assertEquals(register.count(DiscrepancyFilter.of(null, state.name(), null, null, null, null)),
                        workbook.getSheetAt(0).getLastRowNum(), state.name());
            }
        }
    }

    @Test
    void ofRunsThoseOfTheReportAreTaken() throws IOException {
        caller.actAs("kiemtoan");
        sql("INSERT INTO report_run (report, parameters, format, started_by, started_at, row_count, sha256) SELECT"
                + " 'targets-status', 'day=2001-02-03', 'XLSX', p.id, '2001-02-03 04:05:06', 24, SHA2('x', 256)"
                + " FROM person p WHERE p.username = 'kiemtoan'");
        try (XSSFWorkbook workbook = taken("report-runs", Map.of("id", "targets-status", "sort", "started"))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertEquals(number("SELECT COUNT(*) FROM report_run WHERE report = 'targets-status'"),
                    sheet.getLastRowNum());
            assertTrue(sheet.getRow(1).getCell(2).getStringCellValue().endsWith("03/02/2001"));
        }
    }

    @Test
    void thereIsNoOtherList() {
        caller.actAs("lanhdao");
        assertThrows(BusinessException.NotFound.class,
                () -> export.take("passwords", ListExport.Form.CSV, new Asked(Map.of(), VIETNAMESE)));
    }

    @Test
    void aFileOfTheQueueHasAColumnForEachSignal() throws IOException {
        caller.actAs("thamdinh");
        try (XSSFWorkbook workbook = taken("review-queue", Map.of("mark", "RISEN"))) {
            Sheet sheet = workbook.getSheetAt(0);
            int column = IntStream.range(0, sheet.getRow(0).getLastCellNum())
                    .filter(i -> sheet.getRow(0).getCell(i).getStringCellValue().equals("Tăng so với đợt trước"))
                    .findFirst().orElseThrow();
            assertTrue(sheet.getLastRowNum() > 0);
            assertTrue(sheet.getRow(1).getCell(column).getNumericCellValue() > 0);
        }
    }

    private XSSFWorkbook taken(String list, Map<String, String> filters) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(
                export.take(list, ListExport.Form.XLSX, new Asked(filters, VIETNAMESE))));
    }
}
