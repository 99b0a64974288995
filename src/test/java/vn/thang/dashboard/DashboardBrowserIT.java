package vn.thang.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import vn.thang.it.Browser;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("long")
class DashboardBrowserIT {

    private static final String FOLDER = "/dashboard/";
    private static final List<String> PAGES = List.of("index.xhtml?round=2025", "heatmap.xhtml?round=2025",
            "agencies.xhtml?round=2025",
            "targets.xhtml?round=2025", "target.xhtml?code=P1-08&round=2025", "robustness.xhtml?round=2025",
            "scorecard.xhtml?agency=15&round=2025", "compare.xhtml?agency=15&round=2025");
    private static final List<String> FORGED = List.of("page=-1", "page=abc", "page=2147483647", "page=99999999999",
            "level=abc", "level=-7",
            "level=99999999999", "q=%3Cscript%3Ealert(1)%3C/script%3E", "q=%25_!%27", "type=khong-co", "state=khong-co",
            "parent=%27",
            "sort=%27;--", "sort=SHR&dir=khong", "target=abc", "target=99");
    private static final List<String> MISSING = List.of("index.xhtml?round=1999", "heatmap.xhtml?round=1999",
            "target.xhtml?code=P9-99",
            "target.xhtml", "scorecard.xhtml", "scorecard.xhtml?assessment=-1", "scorecard.xhtml?assessment=abc",
            "scorecard.xhtml?agency=khong-co&round=2025", "scorecard.xhtml?agency=15&round=1999");

    @Test
    @Tag("long")
    void everyPageIsAccessibleAndFitsAPhone() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            for (ColorScheme scheme : Browser.schemes()) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (String address : PAGES) {
                    open(page, address);
                    page.locator("main details > summary").all().forEach(Locator::click);
                    Browser.assertAccessible(page);
                    Browser.assertFitsPhone(page);
                    Browser.picture(page, "dashboard-" + address.replaceAll("\\W.*", "-") + scheme);
                }
            }
        }
    }

    @Test
    void theMapOfAgenciesIsSortedAndNarrowed() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            open(page, "heatmap.xhtml?round=2025");
            Locator heading = page.locator(".heat thead th a").nth(3);
            heading.click();
            assertThat(page.locator(".heat thead th").nth(4)).hasAttribute("aria-sort", "ascending");
            List<Integer> rising = levels(page);
            assertEquals(rising.stream().sorted().toList(), rising);
            heading.click();
            assertThat(page.locator(".heat thead th").nth(4)).hasAttribute("aria-sort", "descending");
            List<Integer> falling = levels(page);
            assertEquals(falling.stream().sorted((a, b) -> b - a).toList(), falling);

            page.locator("#type").selectOption("province");
            page.locator("#level").selectOption("2");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xem").setExact(true)).click();
            List<String> own = page.locator(".heat tbody td:nth-child(2)").allInnerTexts();
            assertFalse(own.isEmpty());
            assertEquals(Set.of("2"), Set.copyOf(own));
            assertTrue(page.url().contains("type=province") && page.url().contains("level=2"), page.url());
            assertThat(page.locator("#type")).hasValue("province");

            for (String form : List.of("xlsx", "csv")) {
                String file = page.locator("a[href*='heatmap." + form + "']").getAttribute("href");
                assertTrue(file.contains("type=province") && file.contains("level=2"), file);
                assertEquals(200, page.request().get(Browser.address(file)).status());
            }
            assertThat(page.locator(".legend li")).hasCount(6);
            page.locator(".pager a").getByText("25", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".pager [aria-current]")).hasText("25");
            assertThat(page.locator("#level")).hasValue("2");
            page.navigate(at("heatmap.xhtml?round=2025&rows=25&sort=name"));
            page.locator(".pager #page").fill("3");
            page.locator(".pager #page").press("Enter");
            page.waitForURL("**page=3**");
            assertThat(page.locator(".heat tbody tr")).hasCount(6);
            assertThat(page.locator(".heat thead th").first()).hasAttribute("aria-sort", "ascending");

            Locator agency = page.locator(".heat tbody th a").first();
            String name = agency.innerText();
            agency.click();
            assertThat(page).hasTitle(name + " · Thang");
            page.locator("main details summary").first().click();
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
        }
    }

    @Test
    void theFirmnessOfRanksIsComputedOnDemand() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            open(page, "robustness.xhtml?round=2025");
            assertThat(page.locator("#table_data > tr").first()).isVisible();
            List<String> before = page.locator("#table_data > tr").allInnerTexts();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tính lại")).press("Enter");
            assertThat(page.locator(".notices")).containsText("Đã tính xong cho");
            assertEquals(before, page.locator("#table_data > tr").allInnerTexts());
            open(page, "heatmap.xhtml?round=2025&sort=index&dir=desc");
            assertThat(page.locator(".heat tbody td.index:nth-child(4)").first())
                    .containsText(Pattern.compile("^1 \\(1(–\\d+)?\\)"));
        }
    }

    @Test
    @Tag("long")
    void everyLinkLeadsSomewhere() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            Set<String> links = new TreeSet<>();
            for (String address : PAGES) {
                open(page, address);
                links.addAll(hrefs(page));
            }
            assertTrue(links.size() > 56, () -> "links " + links.size());
            assertAll(links.stream().map(link -> answers(page, link, 200)));
        }
    }

    @Test
    void aProvinceSeesItselfAndTheCountryButNoOtherAgency() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            open(page, "index.xhtml?round=2025");
            assertThat(page.locator(".tile")).hasCount(0);
            Browser.assertAccessible(page);
            Browser.assertFitsPhone(page);
            Browser.picture(page, "dashboard-province");
            List<String> links = new ArrayList<>(hrefs(page));
            open(page, "heatmap.xhtml?round=2025");
            assertThat(page.locator(".heat tbody tr")).hasCount(1);
            assertThat(page.locator(".heat tbody th a")).hasText("Tỉnh Lào Cai");
            links.addAll(hrefs(page));
            assertAll(links.stream().distinct().map(link -> answers(page, link, 200)));
            assertAll(Stream.of("agency=BTP", "agency=01")
                    .map(other -> answers(page, at("scorecard.xhtml?round=2025&" + other), 403)));
            assertAll(MISSING.stream().map(address -> answers(page, at(address), 404)));
        }
    }

    @Test
    void forgedParametersDoNoHarm() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            assertAll(PAGES.stream().flatMap(address -> FORGED.stream().map(forged -> address + "&" + forged))
                    .map(address -> () -> {
                        APIResponse response = page.request().get(at(address));
                        assertTrue(Set.of(200, 404).contains(response.status()),
                                () -> address + " " + response.status());
                        assertFalse(response.text().contains("<script>alert"), address);
                    }));
            open(page, "heatmap.xhtml?round=2025&q=%3Cscript%3Ealert(1)%3C/script%3E");
            assertThat(page.locator("#q")).hasValue("<script>alert(1)</script>");
            assertThat(page.locator(".heat tbody tr")).hasCount(0);
            open(page, "heatmap.xhtml?round=2025&level=abc&page=abc");
            assertThat(page.locator(".heat tbody tr")).hasCount(1);
        }
    }

    @Test
    void speaksThreeLanguages() {
        speaks(List.of("index.xhtml?round=2025"));
    }

    @Tag("matrix")
    @Test
    void everyPageSpeaksThreeLanguages() {
        speaks(PAGES);
    }

    private static void speaks(List<String> pages) {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            Map<String, String> decimals = Map.of("vi", "\\d,\\d+", "en", "\\d\\.\\d+", "de", "\\d,\\d+");
            for (String language : List.of("en", "de", "vi")) {
                open(page, "heatmap.xhtml?round=2025");
                page.locator(".languages a[hreflang=" + language + "]").click();
                assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile(language + ".*"));
                assertTrue(
                        page.locator(".heat td.index:nth-child(3)").allInnerTexts().stream()
                                .allMatch(text -> text.matches(decimals.get(language))),
                        () -> page.locator(".heat td.index").allInnerTexts().toString());
                for (String address : pages) {
                    open(page, address);
                    assertFalse(page.content().contains("???"), () -> language + " " + address);
                    assertFalse(page.locator("main").innerText().matches("(?s).*\\{\\d.*"),
                            () -> language + " " + address);
                    Browser.assertFitsPhone(page);
                }
            }
        }
    }

    @Test
    void onPaperStandsOnlyTheContent() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String address : PAGES) {
                open(page, address);
                for (String hidden : List.of(".top nav", ".who", ".languages", ".filters", ".pager", ".rounds",
                        ".btn")) {
                    List<Boolean> shown = page.locator(hidden).all().stream().map(Locator::isVisible).toList();
                    assertFalse(shown.contains(true), () -> hidden + " " + address);
                }
                assertThat(page.locator("main h1")).isVisible();
            }
        }
    }

    private static String at(String address) {
        return Browser.address(FOLDER + address);
    }

    private static void open(Page page, String address) {
        assertEquals(200, page.navigate(at(address)).status(), address);
    }

    @SuppressWarnings("unchecked")
    private static List<String> hrefs(Page page) {
        return (List<String>) page.locator("main a[href]")
                .evaluateAll("links => links.map(link => link.href.split('#')[0])");
    }

    private static Executable answers(Page page, String address, int status) {
        return () -> assertEquals(status, page.request().get(address).status(), address);
    }

    /** Levels of the first dimension from the top, as far as agencies have one. */
    private static List<Integer> levels(Page page) {
        assertThat(page.locator(".heat tbody td:nth-child(5)").nth(10)).isVisible();
        List<String> cells = page.locator(".heat tbody td:nth-child(5)").allInnerTexts();
        assertTrue(cells.size() > 10, () -> "cells " + cells.size());
        return cells.stream().filter(cell -> cell.matches("\\d")).map(Integer::valueOf).toList();
    }
}
