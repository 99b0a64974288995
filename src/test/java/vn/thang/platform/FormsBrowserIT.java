package vn.thang.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.NewRound;

/** A form names all that is wrong in it at once, and whoever waits is told so. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FormsBrowserIT {

    /** Asked of the page that is left: what it says while the next one does not come. */
    private static final String WAITED = "async part => { document.querySelector(part).click();"
            + " await new Promise(end => setTimeout(end, 900)); return document.querySelector('[data-waiting]').textContent; }";

    @Test
    void aNewPersonIsToldOfEveryFaultAndKeepsWhatWasTyped() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/new-person.xhtml"));
            page.getByLabel("Tên đăng nhập").fill("Có Dấu");
            page.getByLabel("Thư điện tử").fill("khong@");
            page.locator("#person\\:agencyCode_input").fill("KHONG-CO");
            button(page, "Tạo tài khoản").click();
            assertFaults(page, "person", List.of("username", "fullName", "email", "agencyCode_input"));
            assertThat(page.getByLabel("Tên đăng nhập")).hasValue("Có Dấu");
            assertThat(page.locator("#person\\:agencyCode_input")).hasValue("KHONG-CO");
            page.getByLabel("Họ và tên").fill("Nguyễn Thị Thử");
            button(page, "Tạo tài khoản").click();
            assertFaults(page, "person", List.of("username", "email", "agencyCode_input"));
            Browser.assertFit(page, "form-faults");
        }
    }

    @Test
    void aRoundIsMadeInStepsAndEachIsToldOfEveryFault() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/assessment/new-round.xhtml"));
            page.getByLabel("Mã đợt").fill("mã sai");
            NewRound.next(page);
            assertFaults(page, "plan", List.of("code", "name"));
            page.getByLabel("Mã đợt").fill("THU-2030");
            page.getByLabel("Tên đợt").fill("Đợt thử");
            NewRound.next(page);
            assertThat(page).hasTitle("Tạo đợt đánh giá, bước 2/4: Thời gian · Thang");
            assertThat(page.locator("h2").first()).isFocused();
            page.getByLabel("Ngày mở").fill("05/01/2030");
            page.getByLabel("Hạn nộp").fill("01/01/2030");
            page.locator("#plan\\:days_REVIEW").fill("999");
            page.getByLabel("Hạn nộp").press("Enter");
            assertFaults(page, "plan", List.of("dueOn_input", "days_REVIEW"));
            Browser.assertFit(page, "round-faults");
            page.getByLabel("Ngày mở").fill("hôm qua");
            page.locator("#plan\\:days_REVIEW").fill("một tháng");
            NewRound.next(page);
            assertFaults(page, "plan", List.of("opensOn_input", "dueOn_input", "days_REVIEW"));
            button(page, "Quay lại").click();
            assertThat(page.getByLabel("Tên đợt")).hasValue("Đợt thử");
            NewRound.next(page);
            assertFaults(page, "plan", List.of("opensOn_input", "days_REVIEW"));
            assertThat(page.getByLabel("Ngày mở")).hasValue("hôm qua");
            assertThat(page.locator("#plan\\:days_REVIEW")).hasValue("một tháng");
            page.getByLabel("Ngày mở").fill("05/01/2030");
            page.getByLabel("Hạn nộp").fill("31/03/2030");
            page.locator("#plan\\:days_REVIEW").fill("30");
            NewRound.next(page);
            for (Locator type : page.locator("#plan\\:scope input").all()) {
                type.uncheck();
            }
            page.locator("#plan\\:participation").fill("tám mươi");
            NewRound.next(page);
            assertFaults(page, "plan", List.of("scope:0", "participation"));
            page.locator("#plan\\:scope input").first().check();
            page.locator("#plan\\:participation").fill("80");
            NewRound.next(page);
            assertThat(page.locator("[data-weekend]")).isVisible();
            assertThat(page.locator("main")).containsText("Chủ Nhật, 31/03/2030");
            assertThat(page.locator("main")).containsText("10/05/2030");
            Browser.assertFit(page, "round-look");
            button(page, "Quay lại").click();
            button(page, "Quay lại").click();
            assertThat(page.getByLabel("Hạn nộp")).hasValue("31/03/2030");
            page.navigate(Browser.address("/assessment/rounds.xhtml"));
            assertThat(page.locator("main")).not().containsText("THU-2030");
        }
    }

    @Test
    void aConnectorIsToldOfEveryFault() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/indicator/connector-edit.xhtml?kind=JSON"));
            page.locator("#connector\\:every").fill("bao lâu");
            page.locator("#connector\\:at").fill("25");
            page.locator("#connector\\:agencies").fill("không có dấu bằng");
            button(page, "Lưu").click();
            assertFaults(page, "connector", List.of("code", "name", "address", "every", "at", "indicator", "agency",
                    "period", "value", "agencies"));
            Browser.assertFit(page, "connector-faults");
        }
    }

    @Test
    void faultsOfADeedOnAListStandThereToo() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("thamdinh");
            page.navigate(Browser.address("/assessment/exemptions.xhtml"));
            button(page, "Cho miễn").click();
            assertThat(page.locator("#said")).containsText("Hãy chọn ít nhất một dòng.");
            assertThat(page.locator("[data-faults] a")).hasCount(1);
            assertThat(page.locator("[data-faults]")).isFocused();
            assertThat(page.locator("#reason")).hasAttribute("aria-invalid", "true");
            Browser.assertAccessible(page);
        }
    }

    @Test
    void whoeverWaitsIsToldWithinASecond() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/organisation/people.xhtml"));
            Locator said = page.locator("[data-waiting]");
            assertThat(said).isEmpty();
            List<Route> held = new ArrayList<>();
            page.route("**/*.xhtml*", held::add);
            page.locator("main [name=q]").fill("Lan");
            assertThat(said).hasText("Đang thực hiện, xin chờ…");
            held.forEach(Route::resume);
            assertThat(said).isEmpty();
            held.clear();
            assertEquals("Đang mở trang…", page.evaluate(WAITED, "main a[href*=new-person]"));
            page.unroute("**/*.xhtml*");
            held.forEach(Route::resume);
        }
    }

    /** All of them together where the keyboard stands, each at its field, and each leads there. */
    private static void assertFaults(Page page, String form, List<String> fields) {
        Locator together = page.locator("[data-faults]");
        assertThat(together).isFocused();
        assertThat(together.locator("a")).hasCount(fields.size());
        assertEquals(fields.stream().map(field -> form + ":" + field).toList(), page.evaluate(
                "[...document.querySelectorAll('[aria-invalid=true]')].map(field => field.id)"));
        for (int one = 0; one < fields.size(); one++) {
            together.locator("a").nth(one).click();
            Locator field = page.locator("[id='" + form + ":" + fields.get(one) + "']");
            assertThat(field).isFocused();
            String words = (String) field.evaluate(
                    "field => document.getElementById(field.getAttribute('aria-describedby').split(' ').pop()).innerText");
            assertEquals(together.locator("a").nth(one).innerText(), words);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
