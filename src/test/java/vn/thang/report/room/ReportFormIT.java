package vn.thang.report.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.platform.work.Progress;
import vn.thang.report.form.FormFault;
import vn.thang.report.form.FormKind;
import vn.thang.report.room.Report.Format;

/** A form of the ministry from its first template to its withdrawal: who may do what at which moment, and what stands in it. */
class ReportFormIT extends ContainerFixture {

    private static final Locale VIETNAMESE = Texts.LANGUAGES.get(0);
    private static final Map<String, String> ROUND = Map.of("round", "2025");

    @Inject
    private FormDesign design;

    @Inject
    private ReportRoom room;

    @Inject
    private ReportMaking making;

    private static byte[] workbook(String... cells) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("Biểu");
            for (int i = 0; i < cells.length; i++) {
                sheet.createRow(i).createCell(0).setCellValue(cells[i]);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> column(byte[] content) {
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            workbook.getSheetAt(0).forEach(row -> cells.add(row.getCell(0).toString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return cells;
    }

    private long begun(String report, String name) {
        caller.actAs("quantri");
        FormDesign.Upload upload = design.begin(report, name, "mau.xlsx",
                workbook("{{report.title}}", "{{row.criterion}}"), VIETNAMESE);
        assertEquals(List.of(), upload.faults());
        return upload.form();
    }

    private ReportForm.Version newest(long form) {
        return design.get(form).versions().get(0);
    }

    private static ReportRoom.Request request(String report, long version) {
        return new ReportRoom.Request(report, ROUND, Format.XLSX, version, VIETNAMESE);
    }

    /** Makes the file as the work does that was started. */
    private ReportMaking.Made made(ReportRoom.Request request) {
        room.start(request);
        return making.make(request, room.runs(request.report(), Cut.by(ReportRunOrder.NEWEST)).rows().get(0).id(),
                Progress.UNSEEN);
    }

    private long inTrail(String action, long version) {
        return number(
                "SELECT COUNT(*) FROM change_log WHERE action = ?1 AND subject = 'report-form' AND subject_id = ?2",
                action, version);
    }

    @Test
    void aFormIsUploadedTriedKeptPublishedUsedAndWithdrawn() {
        long form = begun("verdicts", "Biểu thử");
        long version = newest(form).id();
        refused("report.form.not-tried", () -> design.keep(version));
        conflict(() -> design.publish(version));
        caller.actAs("kiemtoan");
        forbidden(() -> room.start(request("verdicts", version)));
        assertEquals(List.of(), room.forms("verdicts"));
        caller.actAs("quantri");
        ReportMaking.Made trial = made(request("verdicts", version));
        assertEquals(trial.rows() + 1, column(trial.content().bytes()).size());
        ReportRun run = room.runs("verdicts", Cut.by(ReportRunOrder.NEWEST)).rows().get(0);
        assertEquals("Biểu thử", run.form());
        assertEquals(1, run.formVersion());
        assertEquals(Sha256.hex(trial.content().bytes()), run.sha256());
        design.keep(version);
        conflict(() -> design.keep(version));
        conflict(() -> design.withdraw(version));
        design.publish(version);
        conflict(() -> design.publish(version));
        caller.actAs("kiemtoan");
        assertEquals(List.of(version), room.forms("verdicts").stream().map(ReportRoom.FormChoice::version).toList());
        made(request("verdicts", version));
        assertThrows(BusinessException.NotFound.class, () -> room.start(request("hand-in", version)));
        caller.actAs("quantri");
        design.withdraw(version);
        caller.actAs("kiemtoan");
        forbidden(() -> made(request("verdicts", version)));
        for (String action : List.of("upload-form", "keep-form", "publish-form", "withdraw-form")) {
            assertEquals(1, inTrail(action, version), action);
        }
        assertEquals(2, number("SELECT COUNT(*) FROM change_log WHERE action = 'take-report' AND details LIKE ?1",
                "verdicts.xlsx%form=" + version));
    }

    private static void conflict(Runnable deed) {
        assertEquals("report.form.not-now", assertThrows(BusinessException.Conflict.class, deed::run).key());
    }

    /** A form shows a person the rows that the report shows that person, and no other. */
    @Test
    void restrictedAnswersAreLeftOutByRow() {
        long version = published("verdicts");
        sql("UPDATE verdict SET criterion = 'SEC.1' WHERE id = (SELECT MIN(v.id) FROM verdict v JOIN assessment s"
                + " ON s.id = v.assessment_id JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2025')");
        int[] seen = {0, 0};
        for (int i = 0; i < seen.length; i++) {
            caller.actAs(List.of("thamdinh", "kiemtoan").get(i));
            seen[i] = making.file(new ReportRoom.Request("verdicts", ROUND, Format.CSV, VIETNAMESE), Progress.UNSEEN)
                    .rows();
            assertEquals(seen[i] + 1, column(made(request("verdicts", version)).content().bytes()).size());
        }
        assertTrue(seen[1] > 0 && seen[1] < seen[0], () -> seen[0] + " and " + seen[1]);
        caller.actAs("lanhdao.tinh");
        long own = making.file(new ReportRoom.Request("verdicts", ROUND, Format.CSV, VIETNAMESE), Progress.UNSEEN)
                .rows();
        assertEquals(own, made(request("verdicts", version)).rows());
        forbidden(() -> room.start(new ReportRoom.Request("verdicts", Map.of("round", "2025", "agency", "VN"),
                Format.XLSX, version, VIETNAMESE)));
    }

    private long published(String report) {
        long version = newest(begun(report, "Biểu " + report)).id();
        made(request(report, version));
        design.keep(version);
        design.publish(version);
        return version;
    }

    @Test
    void anotherVersionTakesThePlaceOfTheOneBefore() {
        long first = published("verdicts");
        long form = number("SELECT form_id FROM report_form_version WHERE id = ?1", first);
        assertEquals(List.of(), design.renew(form, "mau2.xlsx", workbook("{{row.code}}"), VIETNAMESE).faults());
        long second = newest(form).id();
        made(request("verdicts", second));
        design.keep(second);
        design.publish(second);
        assertEquals(List.of("PUBLISHED", "WITHDRAWN"),
                design.get(form).versions().stream().map(one -> one.state().name()).toList());
        design.publish(first);
        assertEquals(List.of("WITHDRAWN", "PUBLISHED"),
                design.get(form).versions().stream().map(one -> one.state().name()).toList());
        assertEquals(Sha256.hex(design.template(second).content()), design.template(second).sha256());
    }

    @Test
    void aTemplateWithFaultsIsNotStored() {
        caller.actAs("quantri");
        long before = number("SELECT COUNT(*) FROM report_form");
        FormDesign.Upload upload = design.begin("verdicts", "Có lỗi", "mau.xlsx", workbook("{{row.secret}}",
                "{{row.criterion.class}}"), VIETNAMESE);
        assertEquals(List.of("ô Biểu!A1", "ô Biểu!A2"),
                upload.faults().stream().map(FormFault::place).map(place -> place.in(VIETNAMESE)).toList());
        assertEquals(before, number("SELECT COUNT(*) FROM report_form"));
        refused("report.form.name", () -> design.begin("verdicts", " ", "a.xlsx", workbook("{{report.title}}"),
                VIETNAMESE));
        refused("report.form.kind", () -> design.begin("verdicts", "A", "a.txt", "abc".getBytes(), VIETNAMESE));
        refused("report.form.no-rows", () -> design.sample("evidence-pack", FormKind.XLSX, VIETNAMESE));
        assertThrows(BusinessException.NotFound.class, () -> design.sample("secrets", FormKind.XLSX, VIETNAMESE));
        long form = begun("verdicts", "Có rồi");
        assertThrows(BusinessException.Conflict.class, () -> design.begin("verdicts", "Có rồi", "a.xlsx",
                workbook("{{report.title}}"), VIETNAMESE));
        refused("report.form.other-kind", () -> design.renew(form, "a.docx",
                design.sample("verdicts", FormKind.DOCX, VIETNAMESE), VIETNAMESE));
        assertThrows(BusinessException.NotFound.class, () -> design.get(0));
        assertThrows(BusinessException.NotFound.class, () -> room.start(request("verdicts", 0)));
    }

    /** Every report with rows has templates to begin with, and those without change are filled with its rows. */
    @Test
    void theSamplesAreFilledWithWhatTheReportHolds() throws IOException {
        caller.actAs("quantri");
        assertTrue(design.reports().size() >= 10);
        for (Report report : design.reports()) {
            for (FormKind kind : FormKind.values()) {
                byte[] sample = design.sample(report.id(), kind, VIETNAMESE);
                assertEquals(List.of(), design.begin(report.id(), "Mẫu " + kind, "a." + kind.ending(), sample,
                        VIETNAMESE).faults(), report.id());
            }
        }
        List<ReportForm> forms = design.list().stream().filter(one -> one.report().equals("targets-status")).toList();
        for (ReportForm form : forms) {
            ReportMaking.Made made = made(request("targets-status", newest(form.id()).id()));
            assertEquals(24, made.rows());
            if (form.kind() == FormKind.XLSX) {
                try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(made.content().bytes()))) {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    assertEquals("Mục tiêu: giá trị và dự báo", sheet.getRow(0).getCell(0).getStringCellValue());
                    long filled = 0;
                    for (var row : sheet) {
                        filled += row.getCell(1) != null && row.getCell(1).toString().matches("[A-Z0-9]+-\\d+") ? 1 : 0;
                    }
                    assertEquals(24, filled);
                }
            } else {
                try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(made.content().bytes()))) {
                    assertEquals(25, word.getTables().get(0).getRows().size());
                    assertFalse(word.getTables().get(0).getText().contains("{{"));
                }
            }
        }
    }

    @Test
    void onlyWhoAdministersTheCountryDesigns() {
        long form = begun("verdicts", "Của Bộ");
        long version = newest(form).id();
        byte[] template = workbook("{{report.title}}");
        for (String person : List.of("canbo", "phoihop", "lanhdao.tinh", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            forbidden(design::list);
            forbidden(design::reports);
            forbidden(() -> design.get(form));
            forbidden(() -> design.sample("verdicts", FormKind.XLSX, VIETNAMESE));
            forbidden(() -> design.begin("verdicts", "B", "a.xlsx", template, VIETNAMESE));
            forbidden(() -> design.renew(form, "a.xlsx", template, VIETNAMESE));
            forbidden(() -> design.keep(version));
            forbidden(() -> design.publish(version));
            forbidden(() -> design.withdraw(version));
            forbidden(() -> design.template(version));
        }
        caller.actAs("canbo");
        forbidden(() -> room.forms("verdicts"));
        forbidden(() -> room.start(request("verdicts", version)));
        role("lanhdao.tinh", "15", "ADMINISTRATOR");
        caller.actAs("lanhdao.tinh");
        forbidden(design::list);
    }
}
