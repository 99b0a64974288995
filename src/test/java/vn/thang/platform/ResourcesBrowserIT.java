package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
            assertTrue(names(responses).containsAll(Set.of("thang.css", "thang.js", "core.js", "jquery/jquery.js",
                    "fonts/be-vietnam-pro-vietnamese-400-normal.woff2")), () -> names(responses).toString());
            Browser.signIn(page, Browser.address(""), "canbo", Browser.PASSWORD);
            page.navigate(Browser.address("/organisation/account.xhtml"));
            page.navigate(Browser.address("/dashboard/agencies.xhtml"));
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

    private static Set<String> names(List<Response> responses) {
        Set<String> names = new TreeSet<>();
        responses.stream().map(Response::url).filter(url -> url.startsWith(RESOURCES))
                .forEach(url -> names.add(url.substring(RESOURCES.length()).replaceFirst("(\\.xhtml)?(\\?.*)?$", "")));
        return names;
    }
}
