package vn.thang.dashboard.standing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** The board of a round: found, ordered, reminded of, taken away. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StandingsBrowserIT {

    private static final String BOARD = "/dashboard/agencies.xhtml?round=2026&state=waiting";

    @Test
    void chosenAgenciesAreReminded() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address(BOARD));
            Locator rows = page.locator("#table_data > tr");
            assertThat(rows.first()).isVisible();
            button(page, "Nhắc các cơ quan đã chọn").click();
            assertThat(page.getByText("Hãy chọn ít nhất một dòng.")).isVisible();
            rows.nth(0).getByRole(AriaRole.CHECKBOX).check();
            rows.nth(1).getByRole(AriaRole.CHECKBOX).check();
            button(page, "Gia hạn cho các cơ quan đã chọn").click();
            assertThat(page.getByText("Hãy ghi lý do, không quá").first()).isVisible();
            button(page, "Nhắc các cơ quan đã chọn").click();
            assertThat(page.getByText("Đã nhắc 2 cơ quan")).isVisible();
            Browser.assertFit(page, "standings");
        }
    }

    /** What is chosen on one page of the list stays chosen on the next; what a filter hides is chosen no more. */
    @Test
    void agenciesOfSeveralPagesAreRemindedTogether() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/dashboard/agencies.xhtml?round=2026&sort=agency&rows=25"));
            Locator waiting = page.locator("#table_data > tr:has(.status:not(.ok))");
            waiting.first().getByRole(AriaRole.CHECKBOX).check();
            page.locator("#table_paginator_bottom .ui-paginator-next").click();
            assertThat(page).hasURL(Pattern.compile("page=2"));
            waiting.first().getByRole(AriaRole.CHECKBOX).check();
            button(page, "Nhắc các cơ quan đã chọn").click();
            assertThat(page.getByText("Đã nhắc 2 cơ quan")).isVisible();
            waiting.first().getByRole(AriaRole.CHECKBOX).check();
            page.getByLabel("Tên cơ quan").fill("tinh");
            assertThat(page).hasURL(Pattern.compile("q=tinh"));
            button(page, "Nhắc các cơ quan đã chọn").click();
            assertThat(page.getByText("Hãy chọn ít nhất một dòng.")).isVisible();
        }
    }

    @Test
    void theBoardIsFilteredOrderedAndTakenAlsoWhenItIsEmpty() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/dashboard/agencies.xhtml?round=2026"));
            assertThat(page.getByRole(AriaRole.CHECKBOX)).hasCount(0);
            page.getByLabel("Đợt đánh giá").selectOption("2025");
            assertThat(page).hasURL(Pattern.compile("round=2025"));
            page.getByLabel("Tên cơ quan").fill("khong co co quan nay");
            assertThat(page.getByText("Không có kết quả phù hợp.")).isVisible();
            page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Ngày nộp")).click();
            assertThat(page).hasURL(Pattern.compile("sort=handed"));
            page.getByLabel("Tên cơ quan").fill("lao cai");
            assertThat(page.locator("#table_data > tr")).hasCount(1);
            Locator file = page.locator("a[data-export='']");
            assertThat(file).hasAttribute("href", Pattern.compile("lists/standings.xlsx.*q=lao"));
            assertEquals(200, page.request().get((String) file.evaluate("link => link.href")).status());
        }
    }

    /** On a phone each row is a card, and the list stays readable. */
    @Test
    void onAPhoneEachRowIsACardWithLabels() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/dashboard/agencies.xhtml?round=2025"));
            double wide = height(page);
            page.setViewportSize(320, 640);
            assertThat(page.locator("#table_data .ui-column-title").first()).isVisible();
            double narrow = height(page);
            assertTrue(narrow <= 5 * wide, narrow + " is more than five times " + wide);
        }
    }

    private static double height(Page page) {
        return ((Number) page.locator("#table_data").evaluate("rows => rows.getBoundingClientRect().height"))
                .doubleValue();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
