package vn.thang.indicator.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow, broken, huge and lying servers, and addresses that lead inside. */
class RemoteDocumentTest {

    private static final RemoteDocument.Limits LOCAL = new RemoteDocument.Limits(Duration.ofSeconds(2), 100_000,
            Set.of("localhost"));
    private static final RemoteDocument.Limits PUBLIC = new RemoteDocument.Limits(Duration.ofSeconds(2), 100_000,
            Set.of());

    @Test
    void whatIsThereIsFetchedWithItsType() throws Exception {
        try (AnsweringServer server = new AnsweringServer(
                AnsweringServer.text(200, "text/csv; charset=utf-8", "mã;tên\n01;Hà Nội"))) {
            RemoteDocument.Fetched fetched = new RemoteDocument(LOCAL).fetch(server.address("/a?b=c"),
                    Map.of("Authorization", "Bearer x"));
            assertEquals("mã;tên\n01;Hà Nội", new String(fetched.content(), StandardCharsets.UTF_8));
            assertEquals("text/csv; charset=utf-8", fetched.mediaType());
            assertEquals(new AnsweringServer.Asked("GET", "/a?b=c", "Bearer x"), server.asked().get(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"500, server-error, true", "502, server-error, true", "503, busy, true", "429, busy, true",
            "404, status, false",
            "401, refused, false", "403, refused, false", "204, status, false"})
    void aStatusIsSaidAndWhetherAnotherAttemptMayHelp(int status, String reason, boolean passing) throws Exception {
        try (AnsweringServer server = new AnsweringServer(
                AnsweringServer.text(status, "text/plain", status == 204 ? "" : "x"))) {
            RemoteDocument.Failed failed = failed(LOCAL, server.address("/"));
            assertEquals(reason, failed.reason());
            assertEquals(status, failed.details()[0]);
            assertEquals(passing, failed.isPassing());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "http://localhost:8080/", "http://10.1.2.3/", "http://192.168.1.1/",
            "http://172.16.0.1/",
            "http://169.254.169.254/latest/meta-data", "http://[::1]/", "http://[fd00::1]/",
            "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/",
            "http://100.64.0.1/", "http://224.0.0.1/", "http://198.18.0.1/", "http://2130706433/",
            "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://127.1/", "http://0x7f000001/",
            "http://0x7f.1/", "http://localhost./", "http://LOCALHOST/", "http://[::127.0.0.1]/",
            "http://[::ffff:7f00:1]/", "http://[::ffff:0:7f00:1]/", "http://[64:ff9b:1::7f00:1]/", "http://[fe80::1]/",
            "http://[fec0::1]/", "http://[ff02::1]/", "http://[2001:0:7f00:1::]/", "http://240.0.0.1/",
            "http://255.255.255.255/", "http://192.0.0.1/", "http://①②⑦.⓪.⓪.①/"})
    void addressesInsideAreNotAsked(String address) {
        RemoteDocument.Failed failed = failed(PUBLIC, URI.create(address));
        assertTrue(Set.of("private", "unreachable", "address").contains(failed.reason()), failed.getMessage());
        assertTrue(!address.contains("[") || failed.reason().equals("private"),
                () -> "it was asked: " + failed.reason());
        assertFalse(new RemoteDocument(PUBLIC).answers(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/x", "jar:http://x!/y", "http:///x",
            "http://user:pass@example.org/", "x"})
    void onlyPlainWebAddressesAreAsked(String address) {
        assertEquals("address", failed(PUBLIC, URI.create(address)).reason());
    }

    @Test
    void aRedirectInsideIsNotFollowed() throws Exception {
        try (AnsweringServer inside = new AnsweringServer(AnsweringServer.text(200, "text/plain", "geheim"));
                AnsweringServer server = new AnsweringServer(exchange -> {
                    exchange.getResponseHeaders().set("Location",
                            "http://127.0.0.1:" + inside.address().getPort() + "/");
                    AnsweringServer.send(exchange, 302, "text/plain", "x");
                })) {
            assertEquals("private", failed(LOCAL, server.address("/")).reason());
            assertTrue(inside.asked().isEmpty());
        }
    }

    /** What was checked is connected to: a name that stands for another address a moment later leads nowhere else. */
    @Test
    void aNameIsLookedUpOnceAndWhatWasFoundIsConnectedTo() throws Exception {
        AtomicInteger lookedUp = new AtomicInteger();
        try (AnsweringServer server = new AnsweringServer("127.0.0.1", 0,
                AnsweringServer.text(200, "text/plain", "da"))) {
            RemoteDocument document = new RemoteDocument(new RemoteDocument.Limits(Duration.ofSeconds(2), 100,
                    Set.of("khong-co-ten.example")), host -> {
                        lookedUp.incrementAndGet();
                        return new InetAddress[]{InetAddress.getByName("127.0.0.1")};
                    });
            URI address = URI.create("http://khong-co-ten.example:" + server.address().getPort() + "/x");
            assertEquals("da", new String(document.fetch(address, Map.of()).content(), StandardCharsets.UTF_8));
            assertEquals(1, lookedUp.get());
        }
    }

    /** The first look-up, when the address was kept, said something else than that of the connection. */
    @Test
    void aNameThatTurnsInsideAfterwardsIsNotConnectedTo() throws Exception {
        try (AnsweringServer inside = new AnsweringServer("127.0.0.1", 0,
                AnsweringServer.text(200, "text/plain", "geheim"))) {
            Iterator<String> answers = List.of("93.184.216.34", "127.0.0.1").iterator();
            RemoteDocument document = new RemoteDocument(new RemoteDocument.Limits(Duration.ofSeconds(2), 100, Set.of(),
                    Set.of(inside.address().getPort()), null),
                    host -> new InetAddress[]{InetAddress.getByName(answers.next())});
            URI address = URI.create("http://doi-ten.example:" + inside.address().getPort() + "/");
            document.guard(address);
            assertEquals("private",
                    assertThrows(RemoteDocument.Failed.class, () -> document.fetch(address, Map.of())).reason());
            assertTrue(inside.asked().isEmpty());
        }
    }

    @Test
    void oneInsideAmongManyIsEnough() {
        RemoteDocument document = new RemoteDocument(PUBLIC, host -> new InetAddress[]{
                InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")});
        assertEquals("private", assertThrows(RemoteDocument.Failed.class,
                () -> document.fetch(URI.create("http://hai-dia-chi.example/"), Map.of())).reason());
    }

    @ParameterizedTest
    @CsvSource({"http://93.184.216.34:22/, port", "https://93.184.216.34:3306/, port", "http://93.184.216.34:25/, port",
            "http://10.0.0.1:22/, private", "http://127.0.0.1:3306/, private"})
    void onlyThePortsOfTheRuleAreAsked(String address, String reason) {
        assertEquals(reason, failed(PUBLIC, URI.create(address)).reason());
    }

    @Test
    void aRedirectToAnotherPortIsNotFollowed() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://93.184.216.34:22/");
            AnsweringServer.send(exchange, 302, "text/plain", "x");
        })) {
            assertEquals("port", failed(LOCAL, server.address("/")).reason());
        }
    }

    /** The proxy knows names that nobody here does; what leads inside is not asked of it, and allowed hosts are asked directly. */
    @Test
    void aProxyGoesOutForThisNetwork() throws Exception {
        try (AnsweringServer proxy = new AnsweringServer("127.0.0.1", 0,
                AnsweringServer.text(200, "text/plain", "qua"));
                AnsweringServer allowed = new AnsweringServer(AnsweringServer.text(200, "text/plain", "trong"))) {
            RemoteDocument document = new RemoteDocument(new RemoteDocument.Limits(Duration.ofSeconds(2), 100,
                    Set.of("localhost"), RemoteDocument.Limits.USUAL_PORTS,
                    ConnectorConfiguration.proxy("127.0.0.1:" + proxy.address().getPort())));
            assertEquals("qua", new String(document.fetch(URI.create("http://khong-ai-biet.invalid/a?b=c"), Map.of())
                    .content(), StandardCharsets.UTF_8));
            assertEquals("http://khong-ai-biet.invalid/a?b=c", proxy.asked().get(0).target());
            assertEquals("trong", new String(document.fetch(allowed.address("/"), Map.of()).content(),
                    StandardCharsets.UTF_8));
            for (String inside : List.of("http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/",
                    "http://169.254.169.254/")) {
                assertEquals("private", assertThrows(RemoteDocument.Failed.class,
                        () -> document.fetch(URI.create(inside), Map.of())).reason(), inside);
            }
            assertEquals(1, proxy.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "http://proxy:3128", ":3128", "proxy:x", "proxy:"})
    void whatIsNoProxyIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> ConnectorConfiguration.proxy(written));
    }

    @Test
    void aCredentialIsNotGivenToAnotherHost() throws Exception {
        try (AnsweringServer other = new AnsweringServer(AnsweringServer.text(200, "text/plain", "da"));
                AnsweringServer server = new AnsweringServer(exchange -> {
                    exchange.getResponseHeaders().set("Location", other.address("/weiter").toString());
                    AnsweringServer.send(exchange, 302, "text/plain", "x");
                })) {
            new RemoteDocument(LOCAL).fetch(server.address("/"), Map.of("Authorization", "Bearer geheim"));
            assertEquals("Bearer geheim", server.asked().get(0).authorization());
            assertNull(other.asked().get(0).authorization());
        }
    }

    @Test
    void aCircleOfRedirectsEnds() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            exchange.getResponseHeaders().set("Location", "/noch-einmal");
            AnsweringServer.send(exchange, 301, "text/plain", "x");
        })) {
            assertEquals("redirects", failed(LOCAL, server.address("/")).reason());
            assertEquals(4, server.asked().size());
        }
    }

    @Test
    void anEndlessAnswerIsCutAndASlowOneLeft() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (AnsweringServer endless = new AnsweringServer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] block = new byte[8_192];
            for (int i = 0; i < 10_000; i++) {
                out.write(block);
            }
        }); AnsweringServer slow = new AnsweringServer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            waitFor(over);
        }); AnsweringServer silent = new AnsweringServer(exchange -> waitFor(over))) {
            assertEquals("too-large", failed(LOCAL, endless.address("/")).reason());
            assertEquals("timeout", failed(LOCAL, silent.address("/")).reason());
            RemoteDocument.Failed dripping = failed(LOCAL, slow.address("/"));
            assertTrue(Set.of("timeout", "broken").contains(dripping.reason()), dripping.reason());
            over.countDown();
        }
    }

    /** What stands before the content is bounded as the content is. */
    @Test
    void anEndlessHeadIsLeft() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (Socket one = server.accept()) {
                    one.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
                    byte[] more = "x".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
                    while (true) {
                        one.getOutputStream().write(more);
                    }
                } catch (IOException left) {
                    // as it should
                }
            });
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            assertNotEquals("timeout", failed(LOCAL, address).reason(), "it is left before its time is over");
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCompressedBombIsCut() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[10_000_000]);
        }
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.size());
            exchange.getResponseBody().write(bomb.toByteArray());
        })) {
            assertEquals("too-large", failed(LOCAL, server.address("/")).reason());
        }
    }

    @Test
    void aConnectionThatBreaksIsSaid() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            throw new IOException("cut");
        })) {
            assertTrue(Set.of("broken", "unreachable").contains(failed(LOCAL, server.address("/")).reason()));
        }
        int closed;
        try (AnsweringServer gone = new AnsweringServer(AnsweringServer.text(200, "text/plain", "x"))) {
            closed = gone.address().getPort();
        }
        assertEquals("unreachable", failed(LOCAL, URI.create("http://localhost:" + closed + "/")).reason());
    }

    @Test
    void whetherAnAddressAnswers() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> AnsweringServer.send(exchange,
                exchange.getRequestURI().getPath().equals("/da") ? 200 : 404, "text/plain", "x"))) {
            assertTrue(new RemoteDocument(LOCAL).answers(server.address("/da")));
            assertFalse(new RemoteDocument(LOCAL).answers(server.address("/weg")));
            assertEquals(List.of("HEAD", "HEAD", "GET"),
                    server.asked().stream().map(AnsweringServer.Asked::method).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 410, 429, 500, 501, 503})
    void whereHeadIsRefusedGetDecidesAndOneByteIsAskedFor(int status) throws Exception {
        List<String> ranges = new CopyOnWriteArrayList<>();
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (!head) {
                ranges.add(exchange.getRequestHeaders().getFirst("Range"));
            }
            boolean dead = exchange.getRequestURI().getPath().equals("/weg");
            AnsweringServer.send(exchange, head || dead ? status : 206, "text/csv", "x");
        })) {
            assertTrue(new RemoteDocument(LOCAL).answers(server.address("/a.csv")));
            assertFalse(new RemoteDocument(LOCAL).answers(server.address("/weg")));
            assertEquals(List.of("bytes=0-0", "bytes=0-0"), ranges);
        }
    }

    @Test
    void aServerThatHangsUpOnHeadAndAnEmptyFileAnswerAndAnEndlessOneIsNotRead() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                throw new IOException("hung up");
            }
            if (exchange.getRequestURI().getPath().equals("/empty")) {
                AnsweringServer.send(exchange, 416, "text/plain", "");
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[8_192];
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(block);
            }
        })) {
            assertTrue(new RemoteDocument(LOCAL).answers(server.address("/empty")));
            assertTrue(new RemoteDocument(LOCAL).answers(server.address("/endless")));
        }
    }

    @Test
    void aDocumentCarriesTheAddressToWhichItWasRedirected() throws Exception {
        try (AnsweringServer server = new AnsweringServer(exchange -> {
            boolean first = exchange.getRequestURI().getPath().equals("/first");
            exchange.getResponseHeaders().set("Location", "/data/second");
            AnsweringServer.send(exchange, first ? 302 : 200, "text/plain", "x");
        })) {
            assertEquals(server.address("/data/second"),
                    new RemoteDocument(LOCAL).fetch(server.address("/first"), Map.of()).address());
        }
    }

    private static RemoteDocument.Failed failed(RemoteDocument.Limits limits, URI address) {
        return assertThrows(RemoteDocument.Failed.class, () -> new RemoteDocument(limits).fetch(address, Map.of()));
    }
}
