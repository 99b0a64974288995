package vn.thang.bulletin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** The administrator makes the bulletin of the month and lets everybody read it; a leader reads it inside. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BulletinBrowserIT {

    @BeforeEach
    @AfterEach
    void none() throws Exception {
        try (Connection database = DatabaseForTests.connect(); Statement sql = database.createStatement()) {
            sql.execute("DELETE FROM bulletin_text");
            sql.execute("DELETE FROM bulletin");
        }
    }

    private static void press(Page page, String name) {
        page.locator("#bulletin").getByRole(AriaRole.BUTTON,
                new com.microsoft.playwright.Locator.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private static int status(Page page, String path) {
        return page.request().get(Browser.address(path)).status();
    }

    @Test
    void aBulletinIsMadeReadAndMadePublic() throws Exception {
        String month;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/dashboard/targets.xhtml"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bản tin mục tiêu hằng tháng")).click();
            Browser.assertFit(page, "bulletin-none");
            press(page, "Lập bản tin tháng này");
            assertThat(page.locator("main")).containsText("Nội dung từ nay không đổi");
            assertEquals(24, page.locator("main table tbody tr").count());
            Browser.assertFit(page, "bulletin");
            month = page.url().replaceAll(".*month=", "");
            assertEquals(404, status(page, "/open/vi/bulletins/" + month));
            assertEquals(404, status(page, "/open/vi/bulletins/"));
            press(page, "Công khai bản tin");
            page.locator(".ui-confirmdialog-yes").click();
            assertThat(page.locator("main")).containsText("Bản tin đã công khai.");
        }
        try (Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            for (String language : new String[]{"vi", "en", "de"}) {
                page.navigate(Browser.address("/open/" + language + "/bulletins/"));
                Browser.assertFit(page, "open-bulletins-" + language);
                page.navigate(Browser.address("/open/" + language + "/bulletins/" + month));
                Browser.assertFit(page, "open-bulletin-" + language);
                assertEquals(24, page.locator("table tbody tr").count());
                APIResponse pdf = page.request()
                        .get(Browser.address("/open/" + language + "/bulletins/" + month + ".pdf"));
                assertEquals("application/pdf", pdf.headers().get("content-type"));
                Files.createDirectories(Path.of("target", "screenshots"));
                Files.write(Path.of("target", "screenshots", "bulletin-" + language + ".pdf"), pdf.body());
            }
            assertEquals(404, status(page, "/open/vi/bulletins/1999-01"));
            assertEquals(404, status(page, "/open/vi/bulletins/1999-01.pdf"));
            assertEquals(401, status(page, "/api/v1/bulletins/" + month + "/bulletin.pdf"));
        }
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/bulletin/index.xhtml"));
            assertTrue(page.locator("#bulletin").count() == 0);
            assertEquals(24, page.locator("main table tbody tr").count());
            assertEquals(200, status(page, "/api/v1/bulletins/" + month + "/bulletin.pdf"));
            assertEquals(404, status(page, "/bulletin/index.xhtml?month=1999-01"));
        }
        try (Browser browser = Browser.open()) {
            assertEquals(403, browser.signIn("phoihop").navigate(Browser.address("/bulletin/index.xhtml")).status());
        }
    }
}
