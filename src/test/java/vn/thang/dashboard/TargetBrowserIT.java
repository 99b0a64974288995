package vn.thang.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** A leader asks why a target that is measured stands as it does, and who is missing below which agency. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TargetBrowserIT {

    @Test
    void fromTheTargetToThoseWhoAreMissing() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/dashboard/target.xhtml?code=P1-01"));
            assertThat(page.locator("dl.facts")).containsText("thủ tục");
            assertThat(page.locator("dl.facts")).containsText("còn giá trị đến hết ngày");
            assertThat(page.locator("dl.facts")).containsText("cơ quan đã báo cáo (100%)");
            assertThat(page.locator("dl.facts")).containsText("Độ tin cậy");
            assertThat(page.getByText("Thử lại trên chính chuỗi này")).isVisible();
            Browser.assertFit(page, "target-measured");
            String province = page.locator("table.list tbody th a").first().innerText();
            page.locator("table.list tbody th a").first().click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText(province);
            assertThat(page.locator("table.list tbody tr").first()).containsText(province);
            Browser.assertFit(page, "target-missing");
            assertEquals(404, page.navigate(Browser.address("/dashboard/missing.xhtml?code=P9-99")).status());
            assertEquals(404,
                    page.navigate(Browser.address("/dashboard/missing.xhtml?code=P1-01&parent=KHONG")).status());
            assertEquals(403, browser.signIn("lanhdao.tinh")
                    .navigate(Browser.address("/dashboard/missing.xhtml?code=P1-01&parent=79")).status());
        }
    }
}
