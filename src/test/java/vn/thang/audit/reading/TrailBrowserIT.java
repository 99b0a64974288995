package vn.thang.audit.reading;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.it.Browser;

/** An auditor searches the trail, verifies it and takes it away; others see nothing of it. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TrailBrowserIT {

    @Test
    void anAuditorSearchesVerifiesAndTakesTheTrail() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nhật ký hoạt động")).first().click();
            assertThat(page).hasTitle("Nhật ký hoạt động · Thang");
            Browser.assertFit(page, "trail");
            APIResponse taken = page.request().get(Browser.address("/api/v1/lists/trail.xlsx?subject=list"));
            assertEquals(200, taken.status());
            page.navigate(Browser.address("/audit/trail.xhtml?action=take-list&person=kiemtoan"));
            assertThat(page.locator("#table tbody tr").first()).containsText("trail.xlsx rows=");
            assertThat(page.locator("#table tbody tr").first()).containsText("Kiểm toán viên");
            page.getByLabel("Trong chi tiết").fill("không có gì như vậy");
            assertThat(page.getByText("Không có mục nào phù hợp.")).isVisible();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kiểm chứng nhật ký")).click();
            Browser.assertFit(page, "trail-verify");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm chứng ngay")).click();
            assertThat(page.getByText("Nhật ký nguyên vẹn")).isVisible();
            Browser.assertFit(page, "trail-verified");
            page.getByLabel("Số khối đã biết").fill("1");
            page.getByLabel("Mã băm của khối đó").fill("0".repeat(64));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm chứng ngay")).click();
            assertThat(page.getByText("Nhật ký đã bị thay đổi")).isVisible();
            assertThat(page.getByText("Khối không khớp với mã băm được lưu ở ngoài")).isVisible();
            page.getByLabel("Mã băm của khối đó").fill("xyz");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm chứng ngay")).click();
            assertThat(page.getByText("Nhập cả số khối và mã băm")).isVisible();

            APIResponse verified = page.request().get(Browser.address("/api/v1/trail/verification"));
            assertEquals(200, verified.status());
            assertTrue(verified.text().contains("\"intact\":true"), verified.text());
            assertEquals(400, page.request().get(Browser.address("/api/v1/trail/verification?block=1")).status());
            assertEquals(400,
                    page.request().get(Browser.address("/api/v1/trail/verification?block=x&hash=y")).status());
        }
    }

    @Test
    void whoComesFailsIsRefusedTakesAFileAndGoesIsTold() {
        try (Browser browser = Browser.open()) {
            Page officer = browser.signIn("canbo.bo");
            assertEquals(403, officer.navigate(Browser.address("/audit/trail.xhtml")).status());
            officer.navigate(Browser.address("/index.xhtml"));
            officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng xuất")).click();
            officer.getByLabel("Tên đăng nhập").fill("nobody-of-this-name");
            officer.getByLabel("Mật khẩu").fill("wrong");
            officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
            assertThat(officer.locator("[role=alert], .ui-messages-error, .fault, .messages").first()).isVisible();

            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/audit/trail.xhtml?person=canbo.bo"));
            Locator rows = page.locator("#table tbody tr");
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("Đăng xuất")).first()).isVisible();
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("Bị từ chối")).first())
                    .containsText("TrailReading.list security.forbidden");
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("Đăng nhập")).first())
                    .containsText("Cán bộ đầu mối");
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("Đăng nhập")).first())
                    .containsText("127.0.0.1");
            page.navigate(Browser.address("/audit/trail.xhtml?action=sign-in-failed"));
            assertThat(rows.first()).containsText("Giá trị được lưu riêng và không hiển thị");
            assertThat(page.getByText("nobody-of-this-name")).hasCount(0);
            page.navigate(Browser.address("/audit/trail.xhtml?action=start"));
            assertThat(rows.first()).containsText("version=");

            assertEquals(200, page.request().get(Browser.address("/api/v1/rounds/2025/workbook.xlsx")).status());
            page.navigate(Browser.address("/audit/trail.xhtml?action=download&person=kiemtoan"));
            assertThat(rows.first()).containsText("rounds/2025/workbook.xlsx");
        }
    }

    @Test
    void theAdministratorFindsItInTheMenu() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/audit/trail.xhtml?lang=de"));
            assertThat(page).hasTitle("Protokoll · Thang");
            assertEquals(1, page.locator("nav a[href$='/audit/trail.xhtml']").count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"canbo", "lanhdao", "thamdinh"})
    void othersAreRefused(String person) {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(person);
            assertEquals(0, page.locator("a[href*='/audit/']").count());
            assertEquals(403, page.navigate(Browser.address("/audit/trail.xhtml")).status());
            assertEquals(403, page.navigate(Browser.address("/audit/verify.xhtml")).status());
            assertEquals(403, page.request().get(Browser.address("/api/v1/trail/verification")).status());
            assertEquals(403, page.request().get(Browser.address("/api/v1/lists/trail.xlsx")).status());
        }
    }
}
