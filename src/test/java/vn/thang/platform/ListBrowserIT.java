package vn.thang.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** What every list does, seen on the register of discrepancies. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ListBrowserIT {

    private static final String LIST = "/assessment/discrepancies.xhtml";

    @Test
    void orderPageSizeAndFiltersStandInTheAddressAndComeBackByIt() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address(LIST));
            Locator rows = page.locator("#table_data > tr");
            assertThat(rows).hasCount(50);
            page.getByRole(AriaRole.COLUMNHEADER).first().focus();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("sort=agency"));
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("dir=desc"));
            page.locator(".ui-paginator-rpp-options").selectOption("25");
            assertThat(rows).hasCount(25);
            page.getByLabel("Trang sau").click();
            assertThat(page).hasURL(Pattern.compile("page=2.*rows=25"));
            String first = rows.first().innerText();
            page.reload();
            assertEquals(first, rows.first().innerText());
            assertThat(page.getByRole(AriaRole.COLUMNHEADER).first()).hasAttribute("aria-sort", "descending");
            page.getByLabel("Lĩnh vực", new Page.GetByLabelOptions().setExact(true)).selectOption("SHR");
            assertThat(page).hasURL(Pattern.compile("dimension=SHR"));
            assertNotEquals(first, rows.first().innerText());
            assertTrue(!page.url().contains("page="), page::url);
            assertThat(page.locator("a[data-export='']")).hasAttribute("href", Pattern.compile("dimension=SHR"));
        }
    }

    @Test
    void nonsenseInTheAddressShowsTheList() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(
                    Browser.address(LIST + "?sort=password&dir=up&rows=7&page=99999999999&state=x&dimension=%00"));
            assertThat(page.locator("h1")).hasText("Sổ chênh lệch");
            page.navigate(Browser.address(LIST + "?sort=agency&page=900&rows=100"));
            assertThat(page.locator("#table_data > tr").first()).containsText("Chi tiết");
            page.getByLabel("Tên cơ quan").fill("khong co co quan nao");
            assertThat(page.getByText("Không có mục nào.")).isVisible();
            Browser.assertAccessible(page);
        }
    }

    /** No order that a list knows needs a column which the page does not show. */
    @Test
    void everyOrderHasItsColumn() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            for (String list : List.of("/dashboard/missing.xhtml?code=P2-10&sort=parent",
                    "/dashboard/missing.xhtml?code=P2-10&sort=gap", "/organisation/agency.xhtml?code=VN&sort=parent",
                    "/organisation/agency.xhtml?code=VN&sort=type")) {
                assertEquals(200, page.navigate(Browser.address(list)).status(), list);
                assertThat(page.locator("#table_data > tr").first()).isVisible();
            }
            page.setViewportSize(320, 640);
            for (String way : List.of("", "&dir=desc")) {
                page.navigate(Browser.address("/dashboard/missing.xhtml?code=P2-10&sort=gap" + way));
                assertThat(page.locator(".ui-reflow-dropdown option:checked"))
                        .hasText(way.isEmpty() ? "Cần thêm tăng dần" : "Cần thêm giảm dần");
            }
        }
    }

    @Test
    void aViewIsKeptOfferedAndForgotten() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address(LIST + "?dimension=SHR&sort=measured"));
            page.getByText("Lưu chế độ xem").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu").setExact(true)).click();
            assertThat(page.getByText("Hãy đặt tên cho chế độ xem, không quá 60 ký tự.")).isVisible();
            page.getByLabel("Tên chế độ xem").fill("Chia sẻ");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu").setExact(true)).click();
            Locator kept = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chia sẻ").setExact(true));
            assertThat(kept).isVisible();
            Browser.assertFit(page, "kept-views");
            page.navigate(Browser.address(LIST));
            kept.click();
            assertThat(page).hasURL(Pattern.compile("dimension=SHR.*sort=measured"));
            page.getByText("Lưu chế độ xem").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bỏ Chia sẻ")).click();
            assertThat(kept).hasCount(0);
        }
    }

    @Test
    void aListOnThePageOfOneThingIsCutThereAndKeepsItsAddress() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/agency.xhtml?code=VN"));
            Locator rows = page.locator("#table_data > tr");
            assertThat(rows).hasCount(50);
            page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Mã")).first().click();
            assertThat(page).hasURL(Pattern.compile("code=VN&sort=code"));
            page.getByLabel("Tên hoặc mã cơ quan").fill("bo tu phap");
            assertThat(rows).hasCount(1);
            assertThat(page).hasURL(Pattern.compile("code=VN&q=bo"));
            page.reload();
            assertThat(rows).hasCount(1);
            Browser.assertFit(page, "agency-units");
            assertEquals(404, page.navigate(Browser.address("/organisation/agency.xhtml?code=KHONG")).status());
            assertEquals(404, page.navigate(Browser.address("/indicator/batch.xhtml?id=x")).status());
            page.navigate(Browser.address("/indicator/batches.xhtml"));
            page.locator("#table_data a").first().click();
            Browser.assertFit(page, "batch");
            Page panel = browser.signIn("hoidong");
            panel.navigate(Browser.address("/assessment/panel.xhtml?sort=due&dir=desc&late=true"));
            Browser.assertFit(panel, "panel-late");
        }
    }

    /** The server holds 50 views of a session; what is typed into an older one comes back. */
    @Test
    void anExpiredViewIsOpenedAgainWithWhatWasTyped() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/new-person.xhtml"));
            page.getByLabel("Họ và tên").fill("Nguyễn Văn Kiểm");
            page.evaluate("document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]')"
                    + ".forEach(field => field.value = '1:1')");
            page.locator("[id='person:create']").click();
            assertThat(page.locator("p[data-again]")).isVisible();
            assertThat(page.getByLabel("Họ và tên")).hasValue("Nguyễn Văn Kiểm");
            assertThat(page).hasURL(Pattern.compile("new-person.xhtml$"));
            page.navigate(Browser.address(LIST + "?dimension=SHR"));
            page.evaluate("document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]')"
                    + ".forEach(field => field.value = '1:1')");
            page.getByRole(AriaRole.COLUMNHEADER).first().click();
            assertThat(page.locator("p[data-again]")).isVisible();
            assertThat(page).hasURL(Pattern.compile("dimension=SHR"));
        }
    }

    /** The province stands beside the name, and marks do not matter. */
    @Test
    void anAgencyIsChosenByKeysAndADayIsWrittenAsInVietnam() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/new-person.xhtml"));
            Locator agency = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Cơ quan"));
            agency.pressSequentially("hai phong");
            assertThat(page.locator(".ui-autocomplete-item").first()).containsText("Hải Phòng");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(agency).hasValue("31 · Thành phố Hải Phòng");
            page.keyboard().press("Tab");
            assertThat(page.locator(".ui-autocomplete-panel")).isHidden();
            page.evaluate("() => { const choice = PrimeFaces.getWidgetById('person:agencyCode');"
                    + " choice.show(); choice.hide(); }");
            assertThat(page.locator(".ui-autocomplete-panel")).isHidden();
            Browser.assertFit(page, "choice-of-agency");
            page.navigate(Browser.address("/organisation/people.xhtml?q=canbo"));
            page.locator("main table a").first().click();
            assertThat(page.locator("[id='grant:from_input']")).hasValue(Pattern.compile("\\d\\d/\\d\\d/20\\d\\d"));
            page.setViewportSize(320, 640);
            page.reload();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn ngày"))).hasCount(2);
            Browser.assertAccessible(page);
            page.setViewportSize(1366, 900);
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chọn ngày"))).hasCount(2);
            Browser.assertFit(page, "days-of-roles");
            page.locator("[id$=':end']").first().click();
            assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isVisible();
            Browser.assertAccessible(page);
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isHidden();
        }
    }
}
