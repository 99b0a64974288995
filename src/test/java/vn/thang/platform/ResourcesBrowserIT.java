package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DemoAssessments;

/** Scripts, styles, fonts and pictures have a version in their address, on every kind of page, and are all there. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ResourcesBrowserIT {

    private static final String RESOURCES = Browser.address("/jakarta.faces.resource/");

    @Test
    void everyResourceIsThereAndHasTheVersionInItsAddress() throws SQLException {
        try (Browser browser = Browser.open()) {
            BrowserContext person = browser.person();
            List<Response> responses = new ArrayList<>();
            person.onResponse(responses::add);
            Page page = person.newPage();
            page.navigate(Browser.address("/login.xhtml"));
            assertTrue(names(responses).containsAll(Set.of("thang.css", "thang.js",
                    "fonts/be-vietnam-pro-vietnamese-400-normal.woff2")), () -> names(responses).toString());
            assertEquals(List.of(), ofTheLibrary(responses), "a page without a component loads nothing of the library");
            page.navigate(Browser.address("/login.xhtml?lang=de"));
            page.navigate(Browser.address("/too-large.xhtml"));
            assertEquals(List.of(), ofTheLibrary(responses));
            BrowserContext officer = browser.person();
            officer.onResponse(responses::add);
            page = browser.signIn(officer, "canbo", Browser.PASSWORD);
            page.navigate(Browser.address("/dashboard/heatmap.xhtml"));
            assertEquals(List.of(), ofTheLibrary(responses));
            page.navigate(Browser.address("/assessment/discrepancies.xhtml"));
            assertTrue(names(responses).containsAll(Set.of("theme.css", "components.js", "core.js")));
            page.navigate(Browser.address("/assessment/edit.xhtml?assessment=" + DemoAssessments.of("15")));
            page.navigate(Browser.address("/khong-co.xhtml"));
            assertEquals(List.of(), responses.stream().filter(response -> response.status() >= 400).map(Response::url)
                    .filter(url -> !url.endsWith("/khong-co.xhtml")).toList());
            Set<String> versions = new TreeSet<>();
            for (Response response : responses) {
                String url = response.url();
                if (url.startsWith(RESOURCES)) {
                    assertTrue(url.matches(".*[?&]v=[0-9A-Za-z.]+(&.*)?"), url);
                    if (url.contains("ln=thang")) {
                        versions.add(url.replaceFirst(".*[?&]v=([^&]+).*", "$1"));
                    }
                }
            }
            assertEquals(1, versions.size(), versions::toString);
            assertTrue(versions.iterator().next().matches("[0-9a-f]{12}"), versions::toString);
            assertFalse(responses.isEmpty());
        }
    }

    private static List<String> ofTheLibrary(List<Response> responses) {
        return responses.stream().map(Response::url).filter(url -> url.contains("ln=primefaces")).toList();
    }

    /** What a first visit of a list costs, as it comes over the wire; the server compresses by itself. */
    @Test
    void aListLoadsNoMoreThan250KilobytesOfScript() {
        try (Browser browser = Browser.open()) {
            BrowserContext person = browser.person();
            Page page = browser.signIn(person, "lanhdao", Browser.PASSWORD);
            page.navigate("about:blank");
            CDPSession network = person.newCDPSession(page);
            Map<String, String> addresses = new HashMap<>();
            Map<String, Long> kinds = new TreeMap<>();
            network.on("Network.responseReceived", event -> addresses.put(event.get("requestId").getAsString(),
                    event.get("type").getAsString()));
            network.on("Network.loadingFinished", event -> kinds.merge(
                    addresses.getOrDefault(event.get("requestId").getAsString(), "Other"),
                    event.get("encodedDataLength").getAsLong(), Long::sum));
            network.send("Network.enable");
            network.send("Network.clearBrowserCache");
            page.navigate(Browser.address("/assessment/discrepancies.xhtml"));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            System.out.println("First visit of a list, bytes over the wire: " + kinds);
            assertTrue(kinds.get("Script") > 0 && kinds.get("Script") <= 250_000, kinds::toString);
        }
    }

    private static Set<String> names(List<Response> responses) {
        Set<String> names = new TreeSet<>();
        responses.stream().map(Response::url).filter(url -> url.startsWith(RESOURCES))
                .forEach(url -> names.add(url.substring(RESOURCES.length()).replaceFirst("(\\.xhtml)?(\\?.*)?$", "")));
        return names;
    }
}
