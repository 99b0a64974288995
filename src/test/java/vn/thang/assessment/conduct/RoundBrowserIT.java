package vn.thang.assessment.conduct;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
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

    /** Each part of the last step leads to the one where it is made, and back to all that was typed. */
    @Test
    void whatIsLookedAtSaysWhoIsRemindedAndLeadsToWhereItIsChanged() {
        String code = "S" + System.currentTimeMillis() % 100_000;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/assessment/round.xhtml"));
            assertThat(page).hasURL(Browser.address("/assessment/new-round.xhtml"));
            page.getByLabel("Mã đợt").fill(code);
            page.getByLabel("Tên đợt").fill("Đợt xem trước");
            NewRound.next(page);
            page.getByLabel("Ngày mở").fill("01/01/2031");
            page.getByLabel("Hạn nộp").fill("30/06/2031");
            page.getByLabel("Kiểm tra tính đầy đủ").fill("12");
            NewRound.next(page);
            NewRound.ofProvinces(page);
            NewRound.next(page);
            Locator answering = page.locator("[data-reminders] tbody tr").first();
            assertThat(answering).containsText("Cán bộ đầu mối và người đứng đầu của cơ quan");
            assertThat(answering).containsText("31/05/2031 (còn 30 ngày)");
            assertThat(answering).containsText("23/06/2031 (còn 7 ngày)");
            assertThat(answering).containsText("29/06/2031 (còn 1 ngày)");
            assertThat(answering).containsText("01/07/2031 (nếu đã quá hạn)");
            Locator check = page.locator("[data-reminders] tbody tr").nth(1);
            assertThat(check).containsText("12/07/2031");
            assertThat(check).containsText("Người thẩm định");
            assertThat(check).containsText("05/07/2031 (còn 7 ngày)");
            page.getByText("Các cơ quan còn thiếu người").click();
            for (String leads : List.of("agencies.xhtml?officer=either", "agency.xhtml?code=")) {
                Locator link = page.locator("#plan a[href*='" + leads + "']").first();
                assertThat(link).containsText("(mở trong thẻ mới)");
                try (Page list = page.waitForPopup(link::click)) {
                    assertThat(list.locator("h1")).isVisible();
                }
            }
            Browser.assertFit(page, "new-round-reminded");
            changed(page, "Sửa thông tin chung", "Thông tin chung");
            assertThat(page.getByLabel("Mã đợt")).hasValue(code);
            assertThat(page.getByLabel("Tên đợt")).hasValue("Đợt xem trước");
            page.getByLabel("Đây là đợt diễn tập").check();
            page.getByLabel("Mã đợt").fill("DT-" + code);
            onward(page, 3);
            assertThat(page.locator("[data-reminders] tbody tr").first()).containsText("Không ai");
            assertThat(page.locator("[data-reminders]")).not().containsText("31/05/2031");
            changed(page, "Sửa thời gian", "Thời gian");
            assertThat(page.getByLabel("Hạn nộp")).hasValue("30/06/2031");
            assertThat(page.getByLabel("Kiểm tra tính đầy đủ")).hasValue("12");
            onward(page, 2);
            changed(page, "Sửa cơ quan tham gia", "Cơ quan tham gia");
            assertThat(page.getByLabel("Bộ", new Page.GetByLabelOptions().setExact(true))).not().isChecked();
            onward(page, 1);
            assertThat(page.locator("main")).containsText("DT-" + code);
            for (String person : List.of("canbo", "thamdinh", "lanhdao")) {
                Page other = browser.signIn(person);
                for (String address : List.of("round.xhtml", "new-round.xhtml")) {
                    assertEquals(403, other.navigate(Browser.address("/assessment/" + address)).status(), person);
                }
            }
        }
    }

    private static void changed(Page page, String name, String step) {
        button(page, name);
        assertThat(page.locator("#plan h2")).hasText(step);
        assertThat(page.locator("#plan h2")).isFocused();
    }

    private static void onward(Page page, int steps) {
        for (int step = 0; step < steps; step++) {
            NewRound.next(page);
        }
        assertThat(page.locator("#plan h2")).hasText("Xem trước");
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
