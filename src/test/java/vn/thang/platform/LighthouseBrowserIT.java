package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.NodeTools;
import vn.thang.it.Programs;

/** Lighthouse finds ten pages wholly accessible and made as pages should be. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class LighthouseBrowserIT {

    private static final double ACCESSIBLE = 1;
    private static final double WELL_MADE = 0.95;
    private static final NodeTools TOOLS = new NodeTools("src/test/node/lighthouse", "data/lighthouse");

    @Test
    void pagesOfLeadersAndOfEverybody() throws Exception {
        looksAt("lanhdao", List.of("/index.xhtml", "/dashboard/index.xhtml?round=2025", "/dashboard/targets.xhtml",
                "/dashboard/target.xhtml?code=P1-08", "/dashboard/heatmap.xhtml?round=2025",
                "/dashboard/scorecard.xhtml?agency=15&round=2025", "/organisation/agencies.xhtml"));
    }

    @Test
    void pagesOfOfficersAndTheDoor() throws Exception {
        looksAt("canbo", List.of("/index.xhtml", "/organisation/account.xhtml"));
        looksAt(null, List.of("/login.xhtml"));
    }

    private static void looksAt(String person, List<String> pages) throws IOException, InterruptedException {
        Optional<Path> chromium = Browser.installed();
        Programs.need(chromium.isPresent(), "Chromium is not on this machine: Lighthouse does not look");
        List<String> faults = new ArrayList<>();
        try (Browser browser = Browser.open()) {
            String cookies = person == null ? "" : cookies(browser.signIn(person));
            for (String page : pages) {
                faults.addAll(faults(page, chromium.get(), cookies));
            }
        }
        assertEquals(List.of(), faults);
    }

    private static String cookies(Page page) {
        return page.context().cookies().stream().map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private static List<String> faults(String page, Path chromium, String cookies)
            throws IOException, InterruptedException {
        Path report = Path.of("target", "lighthouse" + page.replaceAll("\\W+", "-") + ".json");
        List<String> arguments = new ArrayList<>(List.of(Browser.address(page), "--quiet", "--output=json",
                "--output-path=" + report, "--only-categories=accessibility,best-practices",
                "--throttling-method=provided", "--chrome-flags=--headless --no-sandbox --disable-gpu"));
        if (!cookies.isEmpty()) {
            arguments.add("--extra-headers=" + Json.createObjectBuilder().add("Cookie", cookies).build());
        }
        NodeTools.Said said = TOOLS.run("lighthouse", arguments, Map.of("CHROME_PATH", chromium.toString()));
        assertEquals(0, said.status(), said::text);
        try (JsonReader reader = Json.createReader(Files.newInputStream(report))) {
            return faults(page, reader.readObject());
        }
    }

    /** What keeps the page below the wanted scores, and a page that was not the one that was asked for. */
    private static List<String> faults(String page, JsonObject report) {
        List<String> faults = new ArrayList<>();
        if (!report.getString("finalDisplayedUrl").endsWith(page)) {
            faults.add(page + " led to " + report.getString("finalDisplayedUrl"));
        }
        Map.of("accessibility", ACCESSIBLE, "best-practices", WELL_MADE).forEach((name, wanted) -> {
            JsonObject category = report.getJsonObject("categories").getJsonObject(name);
            double score = category.getJsonNumber("score").doubleValue();
            if (score < wanted) {
                faults.add(page + " " + name + " " + score + ": "
                        + failed(category.getJsonArray("auditRefs"), report.getJsonObject("audits")));
            }
        });
        return faults;
    }

    private static List<String> failed(JsonArray references, JsonObject audits) {
        return references.getValuesAs(JsonObject.class).stream()
                .filter(reference -> reference.getInt("weight") > 0)
                .map(reference -> audits.getJsonObject(reference.getString("id")))
                .filter(audit -> !audit.isNull("score") && audit.getJsonNumber("score").doubleValue() < 1)
                .map(audit -> audit.getString("id") + " " + audit.getString("title")).toList();
    }
}
