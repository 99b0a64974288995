package vn.thang.assessment.conduct;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RoundBrowserIT {

    @Test
    void anAdministratorPlansARoundAndChangesIt() {
        String code = "P" + System.currentTimeMillis() % 100_000;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/assessment/rounds.xhtml"));
            Browser.assertAccessible(page);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tạo đợt đánh giá")).click();
            page.getByLabel("Mã đợt").fill(code);
            page.getByLabel("Tên đợt").fill("Đợt dự kiến");
            page.getByLabel("Ngày mở").fill("01/01/2031");
            page.getByLabel("Hạn nộp").fill("31/12/2030");
            button(page, "Lưu");
            assertThat(page.getByText("hạn nộp không được trước ngày mở")).isVisible();
            page.getByLabel("Hạn nộp").fill("30/06/2031");
            page.getByLabel("Xã, phường, đặc khu").uncheck();
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            button(page, "Lưu");
            assertThat(page.getByText("Đã lưu đợt đánh giá.")).isVisible();
            assertThat(page).hasTitle("Đợt dự kiến · Thang");
            page.getByLabel("Tên đợt").fill("Đợt dự kiến 2031");
            button(page, "Lưu");
            assertThat(page).hasTitle("Đợt dự kiến 2031 · Thang");
            assertThat(page.getByText("30/06/2031").first()).isVisible();
            Browser.assertAccessible(page);
            Browser.picture(page, "round");
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
