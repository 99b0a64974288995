package vn.thang.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.PublicRound;

/** What everybody reads without signing in, and that there is nothing before it is made public and after it ended. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenPagesHttpIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Browser.address(path)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everybodyReadsWhatIsPublicUntilItEnds() {
        try (Browser browser = Browser.open()) {
            Page administrator = PublicRound.open(browser);
            Browser.assertAccessible(administrator);
            Browser.assertFitsPhone(administrator);
            assertEquals(302, get("/open/", "Accept-Language", "de").statusCode());
            assertTrue(get("/open/", "Accept-Language", "de").headers().firstValue("Location").orElse("")
                    .endsWith("/open/de/"));
            for (String path : List.of("/open/vi/", "/open/en/2025/", "/open/de/2025/agencies/",
                    "/open/vi/2025/agencies/15", "/open/vi/2025/agencies/?q=lao+cai", "/open/catalogue.ttl",
                    "/open/publications.atom", "/open/data/2025/results.csv", "/open/data/2025/targets.json",
                    "/open/data/2025/model.csv-metadata.json", "/open/share/vi/2025.png", "/open/open.css")) {
                HttpResponse<String> answer = get(path);
                assertEquals(200, answer.statusCode(), path);
                assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty(), path);
                assertTrue(answer.headers().firstValue("Cache-Control").orElse("").startsWith("public"), path);
                String tag = answer.headers().firstValue("ETag").orElse("");
                assertEquals(304, get(path, "If-None-Match", tag).statusCode(), path);
            }
            for (String path : List.of("/open/vi/1999/", "/open/vi/2025/agencies/none", "/open/vi/2025/agency/15",
                    "/open/data/2025/agency/15", "/open/data/2025/page/country", "/open/data/2025/answers.csv",
                    "/open/index.xhtml", "/open/fr/")) {
                assertTrue(get(path).statusCode() >= 400, path);
            }
            PublicRound.close(administrator);
            for (String path : List.of("/open/vi/2025/", "/open/vi/2025/agencies/15", "/open/data/2025/results.csv",
                    "/open/share/vi/2025.png")) {
                assertEquals(404, get(path).statusCode(), path);
            }
            assertFalse(get("/open/catalogue.ttl").body().contains("dcat:Dataset"));
        }
    }

    @Test
    void pagesAreReadWithoutAScriptOnASmallPhoneAndInTheDark() {
        try (Browser browser = Browser.open()) {
            PublicRound.open(browser);
            BrowserContext everybody = browser.person();
            Page page = everybody.newPage();
            for (String path : List.of("/open/vi/", "/open/en/2025/agencies/", "/open/de/2025/agencies/15")) {
                page.navigate(Browser.address(path));
                Browser.assertFit(page, "open" + path.replaceAll("\\W+", "-"));
                assertEquals(0, page.locator("script").count());
            }
            page.navigate(Browser.address("/open/vi/"));
            page.locator(".targets a").first().click();
            Browser.assertFit(page, "open-target");
            assertTrue(page.locator("table tbody tr").count() > 0);
        }
    }
}
