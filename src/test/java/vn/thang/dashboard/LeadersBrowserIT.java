package vn.thang.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** What a leader reads in minutes: the answer, the exceptions, agencies side by side, and one agency. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LeadersBrowserIT {

    private static final int GROUPS_OF_TASKS = 9;

    @Test
    void theNationalPageAnswersItsOwnQuestion() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            open(page, "/dashboard/index.xhtml");
            assertThat(page.locator("main h1")).containsText("2027 và 2030");
            assertThat(page.locator("#verdict")).containsText(Pattern.compile("^Dự kiến đạt \\d+ trên 24 mục tiêu"));
            assertThat(page.locator(".verdict .note")).containsText("đang diễn ra (tạm tính)");
            assertFalse(page.locator("main").innerText().contains("dữ liệu đến ."));
            assertThat(page.locator(".verdict-parts").nth(1).locator("tbody tr")).hasCount(GROUPS_OF_TASKS);
            assertThat(page.locator(".verdict-parts").nth(1)).containsText("Chương trình không đặt mục tiêu");
            assertThat(page.locator(".tile").first()).isVisible();
            assertFalse(page.locator(".tile b").allInnerTexts().stream().allMatch("–"::equals));
            everywhere(page, "national");
        }
    }

    @Test
    void aNumberOfAPartLeadsToItsTargets() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            open(page, "/dashboard/index.xhtml");
            Locator row = page.locator(".verdict-parts tbody tr").first();
            int targets = row.locator("td").allInnerTexts().stream().filter(text -> text.matches("\\d+"))
                    .mapToInt(Integer::parseInt).sum();
            row.locator("a").click();
            page.waitForLoadState();
            assertEquals(targets, page.locator(".targets tbody tr").count());
        }
    }

    @Test
    void theTrajectoryShowsItsValuesAndIsTakenAlong() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            open(page, "/dashboard/target.xhtml?code=P1-08");
            assertThat(page.locator("canvas")).isVisible();
            assertThat(page.locator(".on-paper svg")).isHidden();
            Browser.assertFit(page, "target-chart");
            for (String form : List.of("png", "svg", "csv")) {
                APIResponse file = page.request()
                        .get(Browser.address("/api/v1/targets/P1-08/trajectory." + form));
                assertEquals(200, file.status(), form);
                assertTrue(file.headers().get("content-disposition").contains("thang-P1-08." + form));
                assertEquals(403, browser.signIn("canbo").request()
                        .get(Browser.address("/api/v1/targets/P1-08/trajectory." + form)).status(), form);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("canvas")).isHidden();
            assertThat(page.locator(".on-paper svg")).isVisible();
        }
    }

    @Test
    void agenciesAreChosenByCodeOrNameAndStandInTheAddress() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            open(page, "/dashboard/compare.xhtml");
            page.locator("#agency1_input").pressSequentially("da nang");
            assertThat(page.locator("#agency1_panel .ui-autocomplete-item").first()).containsText("Đà Nẵng");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("#agency1_input")).hasValue(Pattern.compile("^48 · .*Đà Nẵng"));
            page.locator("#agency0_input").fill("15");
            page.locator("#go").click();
            page.waitForURL("**/compare.xhtml?agency=15&agency=48");
            assertThat(page.locator("#agency1_input")).hasValue(Pattern.compile("^48 · .*Đà Nẵng"));
            assertThat(page.locator(".heat thead th")).hasCount(3);
            assertThat(page.locator(".heat thead")).containsText("Đà Nẵng");
            assertTrue(page.url().contains("agency=15"), page.url());
            assertThat(page.locator("table.regions tbody tr")).hasCount(6);
            assertThat(page.locator("a[href*='pictures/levels.svg?by=REGIONS']")).hasCount(1);
            Browser.assertFit(page, "compare");
            page.locator("#agency2_input").fill("khong-co");
            page.locator("#go").click();
            assertThat(page.locator("#agency2Fault")).containsText("khong-co");
            assertThat(page.locator("#agency2_input")).hasValue("khong-co");
            open(page, "/dashboard/compare.xhtml?agency=15&agency=khong-co");
            assertThat(page.locator("#fault")).containsText("khong-co");
            Browser.assertAccessible(page);
            Page officer = browser.signIn("canbo");
            open(officer, "/dashboard/compare.xhtml?agency=15");
            assertThat(officer.locator("table.types")).not().hasCount(0);
            assertThat(officer.locator("table.regions")).hasCount(0);
            assertEquals(403,
                    officer.navigate(Browser.address("/dashboard/compare.xhtml?agency=15&agency=48")).status());
        }
    }

    @Test
    void anAgencyIsSeenWholeByWhoMaySeeIt() {
        try (Browser browser = Browser.open()) {
            for (String person : List.of("lanhdao", "canbo", "quantri")) {
                Page page = browser.signIn(person);
                open(page, "/organisation/agency.xhtml?code=15");
                assertThat(page.locator("#result")).isVisible();
                assertThat(page.locator("#readings")).isVisible();
                Browser.assertFit(page, "agency-" + person);
                page.context().close();
            }
            Page page = browser.signIn("canbo");
            open(page, "/organisation/agency.xhtml?code=48");
            assertThat(page.locator("main h1")).isVisible();
            assertThat(page.locator("#result")).hasCount(0);
            assertThat(page.locator("#readings")).hasCount(0);
        }
    }

    private static void everywhere(Page page, String name) {
        Browser.assertFit(page, name);
        for (int width : List.of(1_360, 1_920)) {
            page.setViewportSize(width, 900);
            Browser.picture(page, name + "-" + width);
        }
        page.setViewportSize(1366, 900);
    }

    private static void open(Page page, String address) {
        assertEquals(200, page.navigate(Browser.address(address)).status(), address);
    }
}
