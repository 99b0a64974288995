package vn.thang.assessment.filling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.assessment.workbook.SampleWorkbook;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.OwnAssessment;
import vn.thang.it.SecondServer;

/** A server that dies in the middle of a deed leaves nothing of it, and the deed can be done again. */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KilledServerIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_SECONDS = 60;
    private static final String ANSWERS = "SELECT COUNT(*) FROM answer WHERE assessment_id = ?";

    @Test
    void anImportIsWrittenWholeOrNotAtAll() throws Exception {
        OwnAssessment own = OwnAssessment.of("BCT");
        try (Browser browser = Browser.open(); Connection other = DatabaseForTests.connect()) {
            OwnAssessment.Person officer = own.person(browser, "Hà Thị Mơ", "OFFICER");
            byte[] filled = SampleWorkbook.changed(fetched(officer.signIn(browser), own), book -> {
                for (String criterion : new String[]{"STR.1", "STR.2", "STR.3", "GOV.1"}) {
                    SampleWorkbook.answer(book, criterion).setCellValue(3);
                }
            });
            try (SecondServer second = SecondServer.start()) {
                Page page = officer.signIn(browser);
                send(page, own, filled);
                other.setAutoCommit(false);
                other.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
                count(other, own, "SELECT COUNT(*) FROM assessment_score WHERE assessment_id = ? FOR UPDATE");
                page.evaluate("() => { setTimeout(() => [...document.querySelectorAll('input[type=submit], button')]"
                        + ".find(button => (button.value || button.textContent).includes('Ghi vào hệ thống')).click(), 0) }");
                await(other, own, ANSWERS, written -> written == 4);
                second.kill();
                await(other, own, ANSWERS, written -> written == 0);
                other.rollback();
            }
            other.setAutoCommit(true);
            assertEquals(0, count(other, own, "SELECT COUNT(*) FROM answer_history WHERE assessment_id = ?"));
            assertEquals(0, count(other, own,
                    "SELECT COUNT(*) FROM answer_workbook WHERE applied_at IS NOT NULL AND assessment_id = ?"));
            assertEquals(0,
                    count(other, own,
                            "SELECT COUNT(*) FROM change_log WHERE subject = 'assessment' AND action = 'answer'"
                                    + " AND subject_id = ?"));
            assertEquals(1,
                    count(other, own, "SELECT COUNT(*) FROM assessment WHERE state = 'NOT_STARTED' AND id = ?"));

            Page again = officer.signIn(browser);
            send(again, own, filled);
            again.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ghi vào hệ thống")).click();
            assertThat(again.locator(".notices")).containsText("Đã ghi 4 ô vào hệ thống.");
            assertEquals(4, count(other, own, ANSWERS));
        } finally {
            own.empty();
        }
    }

    private static byte[] fetched(Page page, OwnAssessment own) throws Exception {
        page.navigate(own.at("workbook"));
        Download download = page.waitForDownload(() -> page.getByText("Tải bảng tính để trả lời ngoại tuyến").click());
        return Files.readAllBytes(download.path());
    }

    private static void send(Page page, OwnAssessment own, byte[] content) {
        page.navigate(own.at("workbook"));
        page.getByLabel("Bảng tính đã điền").setInputFiles(new FilePayload("điền.xlsx", XLSX, content));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm tra tệp")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("So sánh ba chiều")))
                .isVisible();
    }

    private static void await(Connection connection, OwnAssessment own, String sql, LongPredicate wanted)
            throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!wanted.test(count(connection, own, sql))) {
            assertTrue(System.nanoTime() < end, sql);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static long count(Connection connection, OwnAssessment own, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, own.id());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
