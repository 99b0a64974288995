package vn.thang.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("long")
class SearchBrowserIT {

    private static final int HIGHEST = 130;

    @Test
    void aLeaderTypesWithoutMarksAndOpensWhatIsFound() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.getByRole(AriaRole.SEARCHBOX).fill("du lieu mo");
            page.keyboard().press("Enter");
            assertThat(page).hasTitle("Tìm kiếm · Thang");
            assertThat(heading(page, "Tiêu chí và hướng dẫn")).isVisible();
            assertThat(heading(page, "Mục tiêu của Chương trình")).isVisible();
            assertThat(heading(page, "Người dùng")).hasCount(0);
            assertThat(page.getByText("OPN.").first()).isVisible();
            Browser.assertFit(page, "search");
            page.getByText("Xem tất cả kết quả loại này").first().click();
            page.navigate(Browser.address("/search/index.xhtml?q=OPN.1"));
            page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK).first().click();
            assertThat(page.getByText("OPN.1 · ")).isVisible();
            Browser.assertFit(page, "criterion");
            page.navigate(Browser.address("/catalog/criterion.xhtml?model=vn-dgm/1.0&code=NO.9"));
            assertThat(page).hasTitle("Không tìm thấy trang · Thang");
            page.navigate(Browser.address("/search/index.xhtml?q=<script>alert(1)</script>xyzzy"));
            assertThat(page.getByText("Không tìm thấy nội dung nào phù hợp")).isVisible();
            Browser.assertAccessible(page);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 800})
    void whereThereIsLittleRoomTheNavigationIsOneTapAway(int width) {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(browser.person(width, 640), "quantri", Browser.PASSWORD);
            assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
            if (width > 320) {
                assertTrue(page.locator(".top").boundingBox().height < HIGHEST, "the bar has two lines at most");
            }
            com.microsoft.playwright.Locator target = page.getByRole(AriaRole.LINK,
                    new Page.GetByRoleOptions().setName("Mục tiêu").setExact(true));
            assertThat(target).isHidden();
            page.locator("details.nav > summary").click();
            target.click();
            assertThat(page).hasTitle("Mục tiêu của chương trình · Thang");
        }
    }

    private static com.microsoft.playwright.Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
