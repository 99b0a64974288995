package vn.thang.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** Pages on which no test of a journey stops: axe has no word against them either, and they fit a telephone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OtherPagesBrowserIT {

    private static final Map<String, List<String>> PAGES = Map.of(
            "lanhdao", List.of("/matter/help.xhtml?code=P1-08"),
            "lanhdao.tinh", List.of("/matter/sheets.xhtml?agency=15"),
            "quantri",
            List.of("/organisation/kinds.xhtml", "/hook/index.xhtml", "/hook/calls.xhtml",
                    "/opening/index.xhtml?round=2025",
                    "/notice/mails.xhtml"));

    @Test
    void theyAreAccessibleAndFitATelephone() {
        try (Browser browser = Browser.open()) {
            PAGES.forEach((person, pages) -> {
                Page page = browser.signIn(person);
                pages.forEach(one -> {
                    assertEquals(200, page.navigate(Browser.address(one)).status(), one);
                    Browser.assertFit(page, one.replaceAll("\\?.*|\\.xhtml", "").substring(1).replace('/', '-'));
                });
                page.context().close();
            });
        }
    }

    /** The rows are of a round, which the page has to find again when they are ordered. */
    @Test
    void whereHelpDoesMostIsOrderedOnItsPage() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/matter/help.xhtml?code=P1-08"));
            page.locator("#table th.ui-sortable-column").first().click();
            assertThat(page).hasURL(Pattern.compile("code=P1-08.*sort=agency"));
            assertThat(page.locator("#table_data > tr").first()).isVisible();
        }
    }

    /** Nobody has to be signed in for these. */
    @Test
    void thoseOfTheDoorAreAsWell() {
        try (Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            for (String one : List.of("/address.xhtml", "/too-large.xhtml")) {
                page.navigate(Browser.address(one));
                Browser.assertFit(page, one.substring(1).replace(".xhtml", ""));
            }
        }
    }
}
