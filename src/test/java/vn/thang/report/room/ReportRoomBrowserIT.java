package vn.thang.report.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.platform.Sha256;

/** The auditor finds a report in its room, has it made, takes the file, and finds the run with its hash. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReportRoomBrowserIT {

    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(60_000);

    @Test
    void aReportIsMadeTakenAndFoundAgain() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions()
                    .setName("Báo cáo").setExact(true)).first().click();
            Browser.assertFit(page, "reports");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tình hình nộp").setExact(true)).click();
            Browser.assertFit(page, "report");
            page.getByLabel("Định dạng", new Page.GetByLabelOptions().setExact(true)).selectOption("CSV");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lập báo cáo").setExact(true))
                    .click();
            Locator download = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tải xuống"));
            assertThat(download).isVisible(LONG);
            byte[] content = page.request()
                    .get(Browser.address(download.getAttribute("href"))).body();
            assertTrue(new String(content, java.nio.charset.StandardCharsets.UTF_8).startsWith("code,name,type,"));
            page.navigate(Browser.address("/report/report.xhtml?id=hand-in"));
            assertThat(page.locator("#table")).containsText(Sha256.hex(content));
            assertThat(page.locator("#table")).containsText("Vũ Ngọc Lan");
            page.navigate(Browser.address("/report/index.xhtml"));
            assertThat(page.locator("main")).containsText("Vũ Ngọc Lan");
            assertThat(page.locator("main")).containsText(Sha256.hex(content));
            Browser.assertFit(page, "reports-made");
            assertEquals(1, told(Sha256.hex(content)), "the trail says which file was taken");
        }
    }

    private static int told(String sha256) throws SQLException {
        try (Connection database = DatabaseForTests.connect();
                PreparedStatement sql = database.prepareStatement(
                        "SELECT COUNT(*) FROM change_log WHERE action = 'download' AND details LIKE ?")) {
            sql.setString(1, "%/file % sha256=" + sha256);
            try (ResultSet found = sql.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    @Test
    void othersAreRefused() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            assertEquals(403, page.navigate(Browser.address("/report/index.xhtml")).status());
            assertEquals(403, page.navigate(Browser.address("/report/report.xhtml?id=hand-in")).status());
        }
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao.tinh");
            assertEquals(200, page.navigate(Browser.address("/report/index.xhtml")).status());
            assertEquals(403, page.navigate(Browser.address("/report/report.xhtml?id=people")).status());
            assertEquals(404, page.navigate(Browser.address("/report/report.xhtml?id=secrets")).status());
        }
    }
}
