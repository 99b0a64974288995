package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javax.net.ssl.SSLException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.it.Browser;
import vn.thang.it.Nginx;

/** The application as the world reaches it, behind a real nginx with the configuration that ships, seen on the wire. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIf(value = "vn.thang.it.Nginx#isInstalled", disabledReason = "nginx is not installed on this machine")
class ProductionIT {

    private static final int PORT = Integer.getInteger("it.http.port");

    private static final String NODE = "__Host-THANG-NODE=";
    private static Nginx nginx;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        nginx = Nginx.start();
    }

    @AfterAll
    static void stop() {
        nginx.close();
    }

    @Test
    void redirectsGoToHttpsAtTheNameThatWasAskedFor() throws IOException {
        String answer = nginx.ask("127.0.0.1", Nginx.NAME, get("/", nginx.host()));
        assertTrue(answer.startsWith("HTTP/1.1 302"), answer);
        assertEquals(List.of(nginx.address("/login.xhtml")), headers(answer, "Location"));
        assertEquals(List.of("max-age=31536000; includeSubDomains"), headers(answer, "Strict-Transport-Security"));
        String plain = nginx.askPlainly(get("/login.xhtml?lang=en", Nginx.NAME));
        assertTrue(plain.startsWith("HTTP/1.1 301"), plain);
        assertEquals(List.of(nginx.address("/login.xhtml?lang=en")), headers(plain, "Location"));
    }

    @Test
    void theCookieIsSecureBehindTlsAndNeverGoesAlongFromForeignPages() throws IOException {
        for (String page : List.of("/", "/login.xhtml")) {
            String behindTls = cookie(nginx.ask("127.0.0.1", Nginx.NAME, get(page, nginx.host())));
            assertTrue(behindTls.matches("THANG=[^;]+(; (Path=/|HttpOnly|Secure|SameSite=lax)){4}"), behindTls);
            String direct = cookie(askDirectly("127.0.0.1", get(page, "localhost:" + PORT)));
            assertTrue(direct.matches("THANG=[^;]+(; (Path=/|HttpOnly|SameSite=lax)){3}"), direct);
        }
    }

    /** A browser belongs to a node from its first page on, by a cookie that never changes. */
    @Test
    void aBrowserIsToldItsNodeOnce() throws IOException {
        String first = nginx.ask("127.0.0.1", Nginx.NAME, get("/login.xhtml", nginx.host()));
        List<String> told = headers(first, "Set-Cookie").stream().filter(one -> one.startsWith(NODE)).toList();
        assertEquals(1, told.size(), first);
        assertTrue(told.get(0).matches(NODE + "[0-9a-f]{32}; Path=/; HttpOnly; Secure; SameSite=Lax"), told.get(0));
        String mine = told.get(0).split(";")[0];
        for (String known : List.of(mine, "lang=vi; " + mine + "; x=y")) {
            assertEquals(0, nodesTold(known), known);
        }
        for (String strange : List.of(mine.substring(1), mine + "0", NODE + "of-the-caller", "x" + mine,
                mine.replace("__Host-", ""))) {
            assertEquals(1, nodesTold(strange), strange);
        }
    }

    private static long nodesTold(String cookie) throws IOException {
        String answer = nginx.ask("127.0.0.1", Nginx.NAME, get("/login.xhtml", nginx.host()).replace("Connection:",
                "Cookie: " + cookie + "\r\nConnection:"));
        return headers(answer, "Set-Cookie").stream().filter(one -> one.startsWith(NODE)).count();
    }

    /** The application calls a request as the proxy does, whatever the caller calls it. */
    @Test
    void aRequestHasOneIdInAllLogs() throws IOException, InterruptedException {
        String answer = nginx.ask("127.0.0.1", Nginx.NAME, get("/login.xhtml", nginx.host()).replace("Connection:",
                "X-Request-Id: of-the-caller\r\nConnection:"));
        String id = headers(answer, "X-Request-Id").get(0);
        assertTrue(id.matches("[0-9a-f]{32}"), id);
        String line = "\"request\":\"" + id + "\"";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!nginx.log().contains(line)) {
            assertTrue(System.nanoTime() < end, () -> "nginx does not log " + line);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** The parameter is what a machine from before would offer; both ends know it. */
    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"})
    void suitesFromBeforeAreNotSpoken(String suite) throws IOException {
        assertThrows(SSLException.class,
                () -> nginx.ask("127.0.0.1", Nginx.NAME, get("/login.xhtml", nginx.host()), suite));
        assertTrue(nginx.ask("127.0.0.1", Nginx.NAME, get("/login.xhtml", nginx.host()),
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256").startsWith("HTTP/1.1 200"));
    }

    /** Who sends a token in clear has to learn of it. */
    @Test
    void theInterfaceIsNotLedOnFromPlainHttp() throws IOException {
        String answer = nginx.askPlainly(get("/api/v1/agencies", Nginx.NAME));
        assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        assertEquals(List.of(), headers(answer, "Location"));
    }

    @Test
    void otherNamesGetNoAnswer() throws IOException {
        assertEquals("", nginx.askPlainly(get("/", "evil.example")));
        assertEquals("", nginx.ask("127.0.0.1", Nginx.NAME, get("/", "evil.example")));
        assertThrows(SSLException.class, () -> nginx.ask("127.0.0.1", "evil.example", get("/", Nginx.NAME)));
    }

    @Test
    void eachCallerHasALimitOfItsOwnWhateverItClaims() throws IOException {
        String answer = "";
        for (int i = 0; i < 100 && !answer.startsWith("HTTP/1.1 429"); i++) {
            answer = nginx.ask("127.0.0.21", Nginx.NAME, scoring(nginx.host(), "203.0.113." + i));
        }
        assertTrue(answer.startsWith("HTTP/1.1 429"), answer);
        String other = nginx.ask("127.0.0.22", Nginx.NAME, scoring(nginx.host(), "203.0.113.1"));
        assertTrue(other.startsWith("HTTP/1.1 400"), other);
    }

    @Test
    void theServerBelievesTheLocalProxyWhoAsksAndNobodyElse() throws IOException {
        assertTrue(untilRefused("127.0.0.1", i -> "203.0.113.200").contains("application/problem+json"));
        String other = askDirectly("127.0.0.1", scoring("localhost", "203.0.113.201"));
        assertTrue(other.startsWith("HTTP/1.1 400"), other);
        assertTrue(untilRefused("127.0.0.23", i -> "203.0.113." + i).contains("application/problem+json"));
    }

    @Test
    void peopleSignInAndEveryPartOfThePageLoads() {
        try (Browser browser = Browser.open()) {
            BrowserContext person = browser.person(true);
            List<String> refused = new ArrayList<>();
            person.onResponse(response -> {
                if (response.status() >= 400) {
                    refused.add(response.status() + " " + response.url());
                }
            });
            Page page = person.newPage();
            Browser.signIn(page, nginx.address(""), "canbo", Browser.PASSWORD);
            page.navigate(nginx.address("/organisation/account.xhtml"));
            assertEquals(nginx.address("/organisation/account.xhtml"), page.url());
            assertEquals(List.of(), refused);
            Cookie session = person.cookies().stream().filter(cookie -> cookie.name.equals("THANG"))
                    .findFirst().orElseThrow();
            assertTrue(session.secure && session.httpOnly);
            assertEquals(SameSiteAttribute.LAX, session.sameSite);
        }
    }

    @Test
    void readinessAndMetricsAreNotForTheWorld() throws IOException {
        assertTrue(nginx.ask("127.0.0.1", Nginx.NAME, get("/health/ready", nginx.host())).startsWith("HTTP/1.1 200"));
        assertTrue(nginx.ask("127.0.0.24", Nginx.NAME, get("/health/ready", nginx.host())).startsWith("HTTP/1.1 403"));
        assertTrue(nginx.ask("127.0.0.1", Nginx.NAME, get("/metrics", nginx.host())).startsWith("HTTP/1.1 403"));
    }

    /** Nothing private stays in a cache, nothing is guessed, nothing is framed: pages, refusals, answers of the API, errors. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/login.xhtml", "/organisation/agencies.xhtml", "/assessment/edit.xhtml?assessment=1",
            "/khong-co.xhtml", "/api/v1/agencies", "/api/v1/khong-co", "/api/v1/evidence/1",
            "/api/v1/rounds/2025/verification",
            "/api/v1/session", "/health/ready"})
    void everyPrivateAnswerSaysHowItIsToBeKept(String path) throws IOException {
        String answer = nginx.ask("127.0.0.1", Nginx.NAME, get(path, nginx.host()));
        String cached = String.join(", ", headers(answer, "Cache-Control"));
        assertTrue(cached.contains("no-store"), () -> path + ": " + answer);
        assertEquals(List.of("nosniff"), headers(answer, "X-Content-Type-Options"), answer);
        assertEquals(List.of("same-origin"), headers(answer, "Referrer-Policy"), answer);
        assertEquals(List.of("same-origin"), headers(answer, "Cross-Origin-Opener-Policy"), answer);
        assertEquals(List.of("max-age=31536000; includeSubDomains"), headers(answer, "Strict-Transport-Security"),
                answer);
        assertTrue(headers(answer, "Permissions-Policy").size() == 1, answer);
        assertTrue(String.join(" ", headers(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'"),
                () -> path + ": " + answer);
    }

    /** Every write of the interface, by its own description, as a foreign page would make a browser send it. */
    @Test
    void noForeignPageWritesByTheInterface() throws IOException {
        String description = askDirectly("127.0.0.1", get("/openapi?format=JSON", "localhost:" + PORT));
        JsonObject paths = Json.createReader(new StringReader(description.substring(description.indexOf('{'),
                description.lastIndexOf('}') + 1))).readObject().getJsonObject("paths");
        int asked = 0;
        for (String path : paths.keySet()) {
            for (String method : List.of("post", "put", "delete", "patch")) {
                if (!paths.getJsonObject(path).containsKey(method)) {
                    continue;
                }
                asked++;
                String target = path.replaceAll("\\{[^}]+}", "1");
                for (String from : List.of("Origin: https://evil.example", "Origin: null",
                        "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site\r\nOrigin: https://" + nginx.host())) {
                    String answer = nginx.ask("127.0.0.31", Nginx.NAME, method.toUpperCase(Locale.ROOT) + " " + target
                            + " HTTP/1.1\r\nHost: " + nginx.host() + "\r\n" + from
                            + "\r\nContent-Type: text/plain\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    assertTrue(answer.startsWith("HTTP/1.1 403") || answer.startsWith("HTTP/1.1 429"),
                            () -> method + " " + target + " " + from + ": " + answer);
                }
            }
        }
        assertTrue(asked > 10, "writes of the interface: " + asked);
    }

    @Test
    void whatPagesOfOursSendIsNotForeign() throws IOException {
        for (String from : List.of("Origin: https://" + nginx.host(), "Sec-Fetch-Site: same-origin", "X-Nothing: 1")) {
            String answer = nginx.ask("127.0.0.32", Nginx.NAME, "POST /api/v1/session/end HTTP/1.1\r\nHost: "
                    + nginx.host() + "\r\n" + from + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertFalse(answer.startsWith("HTTP/1.1 403"), () -> from + ": " + answer);
        }
    }

    @Test
    void theDescriptionOfTheInterfaceIsNotForTheWorld() throws IOException {
        assertTrue(nginx.ask("127.0.0.1", Nginx.NAME, get("/openapi", nginx.host())).startsWith("HTTP/1.1 200"));
        assertTrue(nginx.ask("127.0.0.24", Nginx.NAME, get("/openapi", nginx.host())).startsWith("HTTP/1.1 403"));
        for (String address : List.of("/api/v1/application.wadl", "/api/application.wadl")) {
            assertFalse(askDirectly("127.0.0.1", get(address, "localhost:" + PORT)).startsWith("HTTP/1.1 200"),
                    address);
            assertTrue(nginx.ask("127.0.0.24", Nginx.NAME, get(address, nginx.host())).startsWith("HTTP/1.1 403"),
                    address);
        }
    }

    @Test
    void noMethodEchoes() throws IOException {
        String answer = nginx.ask("127.0.0.1", Nginx.NAME, get("/login.xhtml", nginx.host()).replace("GET", "TRACE"));
        assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
        assertTrue(askDirectly("127.0.0.1", get("/login.xhtml", "localhost:" + PORT).replace("GET", "TRACE"))
                .startsWith("HTTP/1.1 405"));
    }

    /** What the tests start is started by the unit with the same two files; so it listens where this one does. */
    @Test
    void theServerListensOnTheLoopbackAddressAlone() throws IOException {
        String unit = Files.readString(Path.of(System.getProperty("it.settings"), "thang.service"));
        assertTrue(unit.contains("-jar thang.jar\n"), unit);
        String delivery = Files.readString(Path.of(System.getProperty("it.settings"), "../pom.xml"));
        for (String file : List.of("server.asadmin", "datasource.asadmin")) {
            assertTrue(delivery.contains("<argument>${project.basedir}/payara-config/" + file + "</argument>"), file);
        }
        for (InetAddress own : NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList()) {
            if (own instanceof Inet4Address && !own.isLoopbackAddress()) {
                assertThrows(ConnectException.class, () -> new Socket(own, PORT).close(), own::toString);
            }
        }
        assertFalse(askDirectly("127.0.0.1", get("/login.xhtml", "localhost")).isEmpty());
    }

    private static String untilRefused(String from, IntFunction<String> claimed) throws IOException {
        String answer = "";
        for (int i = 0; i < 100 && !answer.startsWith("HTTP/1.1 429"); i++) {
            answer = askDirectly(from, scoring("localhost", claimed.apply(i)));
        }
        assertTrue(answer.startsWith("HTTP/1.1 429"), answer);
        return answer;
    }

    private static String askDirectly(String from, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), PORT, InetAddress.getByName(from), 0)) {
            return Nginx.exchange(socket, request);
        }
    }

    private static String get(String path, String host) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    /** An empty request for a score, which says in vain for whom it comes. */
    private static String scoring(String host, String claimed) {
        return "POST /api/v1/scorings HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-For: " + claimed
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    }

    private static String cookie(String answer) {
        List<String> cookies = headers(answer, "Set-Cookie").stream().filter(one -> one.startsWith("THANG=")).toList();
        assertEquals(1, cookies.size(), answer);
        return cookies.get(0);
    }

    private static List<String> headers(String answer, String name) {
        return answer.substring(0, answer.indexOf("\r\n\r\n")).lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": "))
                .map(line -> line.substring(name.length() + 2)).toList();
    }
}
