package vn.thang.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** The first page of each role, looked at in a browser; every number leads to the page where it stands. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HomeBrowserIT {

    /** Those whose work begins elsewhere; for all others it begins with what waits for them. */
    private static final Map<String, String> FIRST = Map.of("lanhdao", "/dashboard/index.xhtml", "kiemtoan",
            "/report/index.xhtml");

    @Test
    void everyRoleLandsOnItsWork() {
        try (Browser browser = Browser.open()) {
            for (String person : List.of("canbo", "lanhdao.tinh", "phoihop", "thamdinh", "hoidong", "lanhdao",
                    "kiemtoan",
                    "quantri")) {
                Page page = browser.signIn(person);
                assertEquals(FIRST.getOrDefault(person, "/index.xhtml"), URI.create(page.url()).getPath(), person);
                page.navigate(Browser.address("/index.xhtml"));
                assertThat(page.getByRole(AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Việc của tôi"))).isVisible();
                assertTrue(page.locator("main .card").count() > 0 || page.locator("main .note").count() > 0, person);
                assertTrue(page.locator("main .desk .btn:not(.quiet)").count() <= 1, person);
                assertTrue(page.locator(".top nav > a:visible, .top nav > details > summary:visible").count() <= 7,
                        person);
                Browser.assertFit(page, "home-" + person);
                page.context().close();
            }
        }
    }

    @Test
    void theNumberStandsOnThePageToWhichItLeads() {
        try (Browser browser = Browser.open()) {
            for (String person : List.of("thamdinh", "quantri", "hoidong")) {
                Page page = browser.signIn(person);
                int figures = page.locator(".figures-list .count").count();
                for (int i = 0; i < figures; i++) {
                    Locator figure = page.locator(".figures-list li").nth(i);
                    String number = figure.locator(".count").innerText();
                    figure.getByRole(AriaRole.LINK).click();
                    page.waitForLoadState();
                    String place = page.url().contains("#failed") ? "#failed" : "#found, .ui-paginator-current";
                    assertTrue(page.locator(place).first().innerText().contains(number), page.url());
                    page.goBack();
                }
                page.context().close();
            }
        }
    }

    @Test
    void theLeadersNumbersAreThoseOfTheListOfTargets() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/index.xhtml"));
            int figures = page.locator(".figures-list .count").count();
            for (int i = 0; i < figures; i++) {
                Locator figure = page.locator(".figures-list li").nth(i);
                int number = Integer.parseInt(figure.locator(".count").innerText());
                figure.getByRole(AriaRole.LINK).click();
                page.waitForLoadState();
                assertEquals(number, page.locator(".targets tbody tr").count(), page.url());
                page.goBack();
            }
        }
    }
}
