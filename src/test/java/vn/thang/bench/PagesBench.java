package vn.thang.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.report.LibreOffice;

/** The full round from outside: pages under twenty viewers, the workbook recalculated. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesBench {

    private static final int VIEWERS = 20;
    /** A look at whether it runs takes fewer: -Dbench.requests=40. */
    private static final int REQUESTS = Integer.getInteger("bench.requests", 400);
    private static final int TURNS = Math.max(1, REQUESTS / 10);
    private static final String WORKBOOK = "target/bench-round.xlsx";
    private static final Pattern STATE = Pattern
            .compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");

    /** Every page that shows the whole country, by who looks at it. */
    private static final Map<String, List<String>> PAGES = Map.of(
            "lanhdao", List.of("/index.xhtml", "/dashboard/index.xhtml?round=B2026",
                    "/dashboard/heatmap.xhtml?round=B2026",
                    "/dashboard/heatmap.xhtml?round=B2026&sort=SHR&dir=desc",
                    "/dashboard/agencies.xhtml?round=B2026", "/dashboard/agencies.xhtml?round=B2026&sort=due&page=20",
                    "/dashboard/targets.xhtml?round=B2026", "/dashboard/target.xhtml?code=P1-08&round=B2026",
                    "/dashboard/missing.xhtml?round=B2026&code=P1-01",
                    "/dashboard/missing.xhtml?round=B2026&code=P1-01&sort=gap&page=20",
                    "/dashboard/compare.xhtml?agency=01&agency=15&round=B2026",
                    "/dashboard/scorecard.xhtml?agency=15&round=B2026", "/assessment/discrepancies.xhtml",
                    "/organisation/agencies.xhtml", "/organisation/agencies.xhtml?page=20",
                    "/organisation/agency.xhtml?code=15", "/organisation/tree.xhtml?code=15",
                    "/search/index.xhtml?q=hoa", "/matter/index.xhtml?state=ALL"),
            "thamdinh", List.of("/index.xhtml", "/assessment/queue.xhtml", "/assessment/queue.xhtml?page=20",
                    "/assessment/queue.xhtml?mark=RISEN"),
            "quantri", List.of("/index.xhtml", "/assessment/round.xhtml?code=B2026", "/organisation/people.xhtml",
                    "/indicator/readings.xhtml", "/audit/trail.xhtml"));
    /** Lists that are turned by ajax, by who looks at them. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "lanhdao", List.of("/dashboard/agencies.xhtml?round=B2026", "/organisation/agencies.xhtml",
                    "/dashboard/missing.xhtml?round=B2026&code=P1-01", "/assessment/discrepancies.xhtml"),
            "thamdinh", List.of("/assessment/queue.xhtml"));

    @Test
    @Order(1)
    void pagesUnderTwentyViewers() throws Exception {
        double empty = mean("/empty.xhtml", cookies("lanhdao"));
        Figures.keep("an empty page, 20 viewers", "%.1f ms".formatted(empty), "", "");
        for (Map.Entry<String, List<String>> person : PAGES.entrySet()) {
            String cookies = cookies(person.getKey());
            for (String page : person.getValue()) {
                double time = mean(page, cookies);
                Figures.keep(person.getKey() + " " + page, "%.1f ms".formatted(time),
                        "%.1f times the empty page".formatted(time / empty), "wanted: at most 3 times");
            }
        }
    }

    /** One person turns the pages of a list. */
    @Test
    @Order(1)
    void nextPagesByAjax() throws Exception {
        for (Map.Entry<String, List<String>> person : LISTS.entrySet()) {
            String cookies = cookies(person.getKey());
            for (String list : person.getValue()) {
                Figures.keep("next page of " + list, "%.1f ms".formatted(turned(list, cookies)), "one person",
                        "wanted: at most 50 ms");
            }
        }
    }

    /** Mean time of the next page in ms, after the first ones. */
    private static double turned(String list, String cookies) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        String page = client.send(HttpRequest.newBuilder(URI.create(Browser.address(list))).header("Cookie", cookies)
                .build(), HttpResponse.BodyHandlers.ofString()).body();
        Matcher state = STATE.matcher(page);
        if (!state.find()) {
            throw new IllegalStateException(list + " has no form");
        }
        double sum = 0;
        for (int turn = 0; turn < 2 * TURNS; turn++) {
            String form = "list=list&table_pagination=true&table_first=" + 50 * (turn % 2)
                    + "&table_rows=50&table_skipChildren=true&table_encodeFeature=true"
                    + "&jakarta.faces.partial.ajax=true&jakarta.faces.source=table&jakarta.faces.partial.execute=table"
                    + "&jakarta.faces.partial.render=table&jakarta.faces.behavior.event=page"
                    + "&jakarta.faces.partial.event=page&jakarta.faces.ViewState="
                    + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
            HttpRequest request = HttpRequest.newBuilder(URI.create(Browser.address(list))).header("Cookie", cookies)
                    .header("Faces-Request", "partial/ajax").header("Origin", Browser.address(""))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)).build();
            long begin = System.nanoTime();
            String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            if (turn >= TURNS) {
                sum += (System.nanoTime() - begin) / 1e6;
            }
            if (!answer.contains("data-ri=\"" + 50 * (turn % 2) + "\"")) {
                throw new IllegalStateException(list + " was not turned: " + answer);
            }
        }
        return sum / TURNS;
    }

    private static String cookies(String person) {
        try (Browser browser = Browser.open()) {
            BrowserContext context = browser.person();
            browser.signIn(context, person, Browser.PASSWORD);
            return context.cookies().stream().map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
        }
    }

    @Test
    @Order(2)
    void libreOfficeRecalculates() throws Exception {
        Optional<LibreOffice> office = LibreOffice.find();
        double scoring = Double.parseDouble(Files.readString(Path.of("target/bench-scoring.txt")));
        if (office.isPresent()) {
            Path folder = Files.createDirectories(Path.of("target/bench-office")).toAbsolutePath();
            double time = Figures.seconds(() -> office.get().recalculate(Path.of(WORKBOOK).toAbsolutePath(), folder));
            Figures.keep("LibreOffice recalculates the workbook", "%.1f s".formatted(time),
                    "scoring is %.0f times faster".formatted(time / scoring), "wanted: at least 20 times");
        } else {
            Figures.keep("LibreOffice recalculates the workbook", "not installed", "", "");
        }
    }

    private static double mean(String path, String cookies) throws Exception {
        load(path, cookies, REQUESTS / 2);
        return load(path, cookies, REQUESTS);
    }

    /** Mean time of a request in ms, with all viewers asking at once. */
    private static double load(String path, String cookies, int requests) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(Browser.address(path))).header("Cookie", cookies)
                .build();
        ExecutorService viewers = Executors.newFixedThreadPool(VIEWERS);
        try {
            List<Future<Double>> times = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                times.add(viewers.submit(() -> {
                    long begin = System.nanoTime();
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(path + " answered " + answer.statusCode());
                    }
                    return (System.nanoTime() - begin) / 1e6;
                }));
            }
            double sum = 0;
            for (Future<Double> time : times) {
                sum += time.get();
            }
            return sum / requests;
        } finally {
            viewers.shutdown();
        }
    }
}
