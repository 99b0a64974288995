package vn.thang.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** A round as an administrator makes it on the pages, step by step. */
public final class NewRound {

    private static final int LONG = 60_000;

    private NewRound() {
    }

    /** Goes on to the next step. */
    public static void next(Page page) {
        button(page, "Tiếp tục");
    }

    /** Makes the round at the last step. */
    public static void create(Page page) {
        button(page, "Tạo đợt");
    }

    /** Leaves provinces alone in the scope. */
    public static void ofProvinces(Page page) {
        for (String type : List.of("Bộ", "Cơ quan ngang bộ", "Cơ quan thuộc Chính phủ", "Xã, phường, đặc khu")) {
            page.getByLabel(type, new Page.GetByLabelOptions().setExact(true)).uncheck();
        }
    }

    /** Makes a rehearsal of the 34 provinces and opens it. */
    public static void rehearsed(Page page, String code, String name, String model) {
        page.navigate(Browser.address("/assessment/new-round.xhtml"));
        page.getByLabel("Mã đợt").fill(code);
        page.getByLabel("Tên đợt").fill(name);
        page.getByLabel("Mô hình").selectOption(model);
        page.getByLabel("Đây là đợt diễn tập").check();
        next(page);
        page.getByLabel("Ngày mở").fill("01/01/2026");
        page.getByLabel("Hạn nộp").fill("30/06/2031");
        next(page);
        ofProvinces(page);
        next(page);
        create(page);
        assertThat(page).hasTitle("Diễn tập: " + name + " · Thang",
                new PageAssertions.HasTitleOptions().setTimeout(LONG));
        button(page, "Mở đợt đánh giá");
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.getByText("Đợt đã mở với 34 hồ sơ")).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
