package vn.thang.report.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** The administrator designs a form, tries, keeps and publishes it; the auditor has a report made in it. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReportFormBrowserIT {

    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(60_000);
    private static final String NAME = "Biểu mục tiêu của Bộ";

    @AfterEach
    void takeAway() throws Exception {
        try (java.sql.Connection database = DatabaseForTests.connect();
                java.sql.Statement sql = database.createStatement()) {
            String versions = "(SELECT v.id FROM report_form_version v JOIN report_form f ON f.id = v.form_id WHERE"
                    + " f.name = '" + NAME + "')";
            sql.execute("DELETE FROM report_run WHERE form_version_id IN " + versions);
            sql.execute("DELETE v FROM report_form_version v JOIN report_form f ON f.id = v.form_id WHERE f.name = '"
                    + NAME + "'");
            sql.execute("DELETE FROM report_form WHERE name = '" + NAME + "'");
        }
    }

    private static FilePayload file(byte[] content) {
        return new FilePayload("mau.xlsx", "application/octet-stream", content);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private static byte[] broken(byte[] sample) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sample));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getSheetAt(0).createRow(20).createCell(3).setCellValue("{{row.bí_mật}}");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] made(Page page) {
        press(page, "Lập báo cáo");
        Locator download = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tải xuống"));
        assertThat(download).isVisible(LONG);
        return page.request().get(Browser.address(download.getAttribute("href"))).body();
    }

    @Test
    void aFormIsDesignedAndUsed() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/report/index.xhtml"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mẫu biểu của Bộ")).click();
            Browser.assertFit(page, "report-forms");
            byte[] sample = page.request()
                    .get(Browser.address("/api/v1/report-forms/samples/targets-status.xlsx")).body();
            page.getByLabel("Báo cáo", new Page.GetByLabelOptions().setExact(true)).selectOption("targets-status");
            page.getByLabel("Tên mẫu biểu").fill(NAME);
            page.getByLabel("Tệp mẫu").setInputFiles(file(broken(sample)));
            press(page, "Kiểm tra và tải lên");
            assertThat(page.locator("main")).containsText("ô Mẫu biểu!D21");
            assertThat(page.locator("main")).containsText("Không có trường điền {{row.bí_mật}} trong báo cáo này.");
            Browser.assertFit(page, "report-form-faults");
            page.getByLabel("Tệp mẫu").setInputFiles(file(sample));
            press(page, "Kiểm tra và tải lên");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(NAME))).isVisible();
            Browser.assertFit(page, "report-form");
            String form = page.url();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lập thử")).click();
            assertThat(
                    page.getByLabel("Định dạng", new Page.GetByLabelOptions().setExact(true)).locator("option:checked"))
                    .containsText(NAME);
            assertTrue(made(page).length > 4_000);
            page.navigate(form);
            press(page, "Giữ lại");
            press(page, "Ban hành");
            assertThat(page.locator("tr[data-version='1']")).containsText("Đang dùng");
        }
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            assertEquals(403, page.navigate(Browser.address("/report/forms.xhtml")).status());
            assertEquals(403, page.request().get(Browser.address("/api/v1/report-forms/samples/people.xlsx")).status());
            page.navigate(Browser.address("/report/report.xhtml?id=targets-status"));
            page.getByLabel("Định dạng", new Page.GetByLabelOptions().setExact(true))
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Mẫu biểu: " + NAME
                            + " (xlsx)"));
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(made(page)))) {
                assertEquals("Mục tiêu: giá trị và dự báo",
                        workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue());
            }
            page.navigate(Browser.address("/report/report.xhtml?id=targets-status"));
            assertThat(page.locator("#table")).containsText(NAME);
        }
    }
}
