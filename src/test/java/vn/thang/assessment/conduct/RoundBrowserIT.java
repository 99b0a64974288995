package vn.thang.assessment.conduct;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.NewRound;

@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RoundBrowserIT {

    private static final int LONG = 60_000;

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
            Browser.assertFit(page, "new-round");
            NewRound.next(page);
            page.getByLabel("Ngày mở").fill("01/01/2031");
            page.getByLabel("Hạn nộp").fill("31/12/2030");
            NewRound.next(page);
            assertThat(page.getByText("hạn nộp không được trước ngày mở").first()).isVisible();
            page.getByLabel("Hạn nộp").fill("30/06/2031");
            Browser.assertFit(page, "new-round-days");
            NewRound.next(page);
            page.getByLabel("Xã, phường, đặc khu").uncheck();
            Browser.assertFit(page, "new-round-scope");
            NewRound.next(page);
            assertThat(page.locator("[data-weekend]")).hasCount(0);
            Browser.assertFit(page, "new-round-look");
            NewRound.create(page);
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

    /** Planned as a rehearsal, opened, marked on the pages of an agency and of the country, and removed. */
    @Test
    void aRehearsalIsMarkedOnItsPagesAndRemovedWhole() {
        String code = "DT-" + System.currentTimeMillis() % 100_000;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/assessment/new-round.xhtml"));
            page.getByLabel("Mã đợt").fill(code.substring(3));
            page.getByLabel("Tên đợt").fill("Tập tháng 5");
            page.getByLabel("Đây là đợt diễn tập").check();
            NewRound.next(page);
            assertThat(page.getByText("phải bắt đầu bằng DT-").first()).isVisible();
            page.getByLabel("Mã đợt").fill(code);
            NewRound.next(page);
            page.getByLabel("Ngày mở").fill("01/01/2031");
            page.getByLabel("Hạn nộp").fill("30/06/2031");
            NewRound.next(page);
            NewRound.ofProvinces(page);
            NewRound.next(page);
            NewRound.create(page);
            assertThat(page).hasTitle("Diễn tập: Tập tháng 5 · Thang");
            assertThat(page.locator(".round-mark")).containsText("Đợt diễn tập");
            button(page, "Mở đợt đánh giá");
            assertThat(page.locator(".ui-confirm-dialog")).containsText("Đợt diễn tập mở cho 34 cơ quan");
            assertThat(page.locator(".ui-confirm-dialog")).containsText("Không ai được thông báo");
            page.locator(".ui-confirmdialog-yes").click();
            assertThat(page.getByText("Đợt đã mở với 34 hồ sơ")).isVisible(
                    new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
            for (String shown : List.of("/dashboard/index.xhtml", "/dashboard/heatmap.xhtml",
                    "/dashboard/agencies.xhtml", "/dashboard/scorecard.xhtml?agency=15")) {
                page.navigate(Browser.address(shown + (shown.contains("?") ? "&" : "?") + "round=" + code));
                assertThat(page.locator(".round-mark")).containsText("Đợt diễn tập");
            }
            Browser.assertAccessible(page);
            page.navigate(Browser.address("/dashboard/index.xhtml"));
            assertThat(page.locator(".round-mark")).hasCount(0);
            page.navigate(Browser.address("/assessment/round.xhtml?code=" + code));
            Browser.assertAccessible(page);
            button(page, "Xóa đợt diễn tập");
            assertThat(page.getByText("Hãy đánh dấu xác nhận trước khi xóa.")).isVisible();
            page.getByLabel("Tôi đã kiểm tra và xác nhận xóa").check();
            button(page, "Xóa đợt diễn tập");
            assertThat(page.getByText("Đã xóa đợt diễn tập với 34 hồ sơ")).isVisible(
                    new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
            page.navigate(Browser.address("/assessment/rounds.xhtml"));
            assertThat(page.getByText(code, new Page.GetByTextOptions().setExact(true))).hasCount(0);
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
