package vn.thang.operation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.PayaraForTests;
import vn.thang.it.Programs;

/** What the machine that watches gets, and nobody else. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MetricsHttpIT {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whoHasNotTheTokenGetsNothing() throws Exception {
        for (String credential : new String[]{null, "Bearer ", "Bearer wrong", "Basic " + token(), token()}) {
            HttpResponse<String> answer = ask("/metrics", credential);
            assertEquals(401, answer.statusCode(), credential);
            assertEquals("", answer.body());
            assertEquals("Bearer realm=\"metrics\"", answer.headers().firstValue("WWW-Authenticate").orElse(""));
        }
    }

    /** What the server tells of itself is not open beside it. */
    @Test
    void nothingIsServedBelowTheAddress() throws Exception {
        for (String path : new String[]{"/metrics/", "/metrics/base", "/metrics/vendor", "/metrics;a=b"}) {
            assertEquals(404, ask(path, "Bearer " + token()).statusCode(), path);
        }
    }

    @Test
    void everythingThatRulesAndDashboardAskForIsServed() throws Exception {
        asked("/health/ready");
        signInInVain();
        String figures = figures();
        Set<String> served = figures.lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0]).collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = new TreeSet<>();
        for (WatchFiles.Rule rule : WatchFiles.rules()) {
            wanted.addAll(WatchFiles.names(rule.expression()));
        }
        for (String panel : WatchFiles.panels()) {
            wanted.addAll(WatchFiles.names(panel));
        }
        // counted from the first one that happens on
        wanted.remove("thang_refusals_total");
        assertTrue(wanted.size() > 25, wanted::toString);
        wanted.removeAll(served);
        assertEquals(Set.of(), wanted, () -> "served: " + served);
    }

    @Test
    void figuresAreNumbersOfThisServer() throws Exception {
        String figures = figures();
        assertEquals(1, number(figures, "thang_database_up"));
        assertEquals(1, number(figures, "thang_database_writes"));
        assertTrue(number(figures, "thang_pool{state=\"used\"}") >= 0, figures);
        assertTrue(number(figures, "thang_pool{state=\"free\"}") >= 0, figures);
        assertTrue(number(figures, "thang_database_size_bytes") > 1_000_000);
        assertTrue(number(figures, "thang_database_transaction_oldest_seconds") >= 0);
        assertTrue(number(figures, "thang_trail_block_seconds") >= 0);
        assertTrue(number(figures, "thang_disk_free_bytes") > 0);
        assertTrue(number(figures, "thang_state_timestamp_seconds") > 1_700_000_000);
        assertTrue(Pattern.compile("thang_build\\{.*schema=\"\\d+\".*version=\"1\\.0[^\"]*\"").matcher(figures).find(),
                figures);
    }

    /** It answers every question all the while, as a primary does that waits for its replica. */
    @Test
    void aDatabaseThatAcknowledgesNothingIsTold() throws Exception {
        try (Connection other = DatabaseForTests.connect(); Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.executeQuery("SELECT id FROM pulse FOR UPDATE").close();
            until(0);
            assertEquals(1, number(figures(), "thang_database_up"));
            other.rollback();
        }
        until(1);
    }

    private static void until(double writes) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (number(figures(), "thang_database_writes") != writes) {
            assertTrue(System.nanoTime() < end, "never told");
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** As an operator tries it before Prometheus does. */
    @Test
    void theCommandOfTheHandbookGetsThem() throws Exception {
        Programs.need(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        Process bash = new ProcessBuilder("bash", "-ec", Handbook.block("scrape",
                Map.of("TOKEN", token(), "http://127.0.0.1:8080", Browser.address("")))).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor());
        assertEquals(1, number(said, "thang_database_up"), said);
    }

    @Test
    void whatHappensIsCounted() throws Exception {
        String before = figures();
        signInInVain();
        asked("/login.xhtml");
        asked("/api/v1/nowhere");
        String after = figures();
        for (String name : new String[]{"thang_sign_ins_total{outcome=\"refused\"}",
                "thang_requests_seconds_count{kind=\"page\",outcome=\"2xx\"}",
                "thang_requests_seconds_count{kind=\"api\",outcome=\"4xx\"}"}) {
            assertTrue(number(after, name) > number(before, name), name);
        }
    }

    @Test
    void healthSaysWhetherItLivesIsReadyAndHasStarted() throws Exception {
        for (String kind : new String[]{"live", "ready", "started"}) {
            HttpResponse<String> answer = asked("/health/" + kind);
            assertEquals(200, answer.statusCode(), kind);
            assertTrue(answer.body().contains("\"UP\""), answer.body());
        }
        assertTrue(asked("/health/started").body().contains("migration"));
        assertTrue(asked("/health/ready").body().contains("database"));
    }

    /** What a proxy calls the request stands in the answer; what nobody would write so is not taken up. */
    @Test
    void everyAnswerNamesItsRequest() throws Exception {
        String given = "0123456789abcdef";
        assertEquals(given, named(given));
        String own = named("a\tb\"}");
        assertFalse(own.contains("\""), own);
        assertTrue(own.length() >= 8, own);
    }

    private static String named(String given) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Browser.address("/login.xhtml")))
                .header("X-Request-Id", given).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).headers().firstValue("X-Request-Id")
                .orElseThrow();
    }

    private static void signInInVain() {
        try (Browser browser = Browser.open()) {
            Page page = browser.person().newPage();
            page.navigate(Browser.address("/login.xhtml"));
            page.getByLabel("Tên đăng nhập").fill("nobody-at-all");
            page.getByLabel("Mật khẩu").fill("wrong");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
            assertThat(page.getByLabel("Mật khẩu")).isEmpty();
        }
    }

    private static String figures() throws Exception {
        HttpResponse<String> answer = ask("/metrics", "Bearer " + token());
        assertEquals(200, answer.statusCode());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        return answer.body();
    }

    private static double number(String figures, String name) {
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE).matcher(figures);
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static String token() {
        return PayaraForTests.given().get("THANG_METRICS_TOKEN");
    }

    private static HttpResponse<String> asked(String path) throws Exception {
        return ask(path, null);
    }

    private static HttpResponse<String> ask(String path, String credential) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Browser.address(path)));
        if (credential != null) {
            request.header("Authorization", credential);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
