package vn.thang.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** An administrator scores a round again, leaves the page, finds the result, and looks at all jobs. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JobsBrowserIT {

    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(60_000);

    @Test
    void workIsStartedLeftAndFound() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/assessment/round.xhtml?code=2026"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tính lại điểm").setExact(true))
                    .click();
            page.locator(".ui-confirmdialog-yes").click();
            assertThat(page).hasTitle("Tính lại điểm của đợt · Thang");
            page.navigate(Browser.address("/work/index.xhtml"));
            Browser.assertFit(page, "my-work");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tính lại điểm của đợt 2026")).first()
                    .click();
            assertThat(page.getByText("hồ sơ đánh giá.")).isVisible(LONG);
            assertThat(page.locator("#work [role=status]")).hasText("Đã xong");
            Browser.assertFit(page, "work");

            page.navigate(Browser.address("/work/jobs.xhtml"));
            assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions()
                    .setHasText("Tính lại điểm hằng đêm"))).isVisible();
            Browser.assertFit(page, "jobs");
            page.setViewportSize(320, 640);
            assertThat(page.locator("#kinds td[data-label='Trạng thái']").first()).isVisible();
            assertEquals(true, page.evaluate(
                    "[...document.querySelectorAll('main .wide')].every(box => box.scrollWidth <= box.clientWidth)"),
                    "on a telephone no plain table is read sideways");
            Browser.assertAccessible(page);
            page.setViewportSize(1366, 900);
            page.navigate(Browser.address("/work/jobs.xhtml?lang=en"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Recurring work")))
                    .isVisible();
            page.navigate(Browser.address("/work/jobs.xhtml?lang=vi"));
            page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Nhắc hạn"))
                    .getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText("Đã yêu cầu thực hiện ngay.")).isVisible();
        }
    }

    @Test
    void othersAreRefused() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            assertThat(page.getByText("Công việc hệ thống")).hasCount(0);
            assertEquals(403, page.navigate(Browser.address("/work/jobs.xhtml")).status());
            assertEquals(404, page.navigate(Browser.address("/work/work.xhtml?id=1")).status());
            assertEquals(200, page.navigate(Browser.address("/work/index.xhtml")).status());
        }
    }
}
