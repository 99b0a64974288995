package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.thang.it.Nginx;

/** What the proxy and the watch that ship make of nodes that are not there, or where the application does not stand yet. */
@Tag("long")
@EnabledIf(value = "vn.thang.it.Nginx#isInstalled", disabledReason = "nginx is not installed on this machine")
class AbsentNodesIT {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_SECONDS = 30;
    /** Longer than the watch waits for a node that cannot work while another one can. */
    private static final int PATIENCE_SECONDS = 9;

    /** A server that answers everything with one status, like one whose application is not deployed, or cannot work. */
    private record Node(HttpServer server, AtomicInteger status) implements AutoCloseable {

        static Node at(int port, int status) throws IOException {
            Node node = new Node(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0),
                    new AtomicInteger(status));
            node.server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(node.status.get(), -1);
                exchange.close();
            });
            node.server.start();
            return node;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void whoComesWhileNobodyAnswersIsAskedToWait() throws Exception {
        try (Nginx nginx = Nginx.start(freePort()); HttpClient person = nginx.browser()) {
            HttpResponse<String> opened = person.send(to(nginx, "/login.xhtml").build(), BodyHandlers.ofString());
            waits(opened, "text/html; charset=utf-8");
            assertTrue(opened.body().contains("<html lang=\"vi\">") && opened.body().contains("<div lang=\"en\">"));
            assertTrue(opened.body().contains("<meta http-equiv=\"refresh\" content=\"10\">"), opened.body());
            assertFalse(opened.headers().firstValue("Content-Security-Policy").orElseThrow().contains("sandbox"),
                    "a page in a sandbox does not load again by itself");
            HttpResponse<String> sent = person.send(to(nginx, "/login.xhtml").POST(BodyPublishers.ofString("a=b"))
                    .build(), BodyHandlers.ofString());
            waits(sent, "text/html; charset=utf-8");
            assertFalse(sent.body().contains("refresh"), "what was sent is not sent again unasked");
            HttpResponse<String> saved = person.send(to(nginx, "/api/v1/assessments/1/answers/STR.1")
                    .PUT(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());
            waits(saved, "application/problem+json");
            assertTrue(saved.body().startsWith("{\"type\":\"about:blank\",\"status\":503,"), saved.body());
        }
    }

    private static void waits(HttpResponse<String> answer, String type) {
        assertEquals(UNAVAILABLE, answer.statusCode());
        assertEquals(type, answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("10", answer.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(answer.headers().firstValue("Cache-Control").orElseThrow().contains("no-store"));
        assertTrue(answer.headers().firstValue("Strict-Transport-Security").isPresent());
    }

    /** The only node starts: people wait until the application is there, and never hear that there is no such page. */
    @Test
    void nobodyIsSentToANodeWithoutTheApplication() throws Exception {
        int port = freePort();
        try (Nginx nginx = Nginx.start(port); HttpClient person = nginx.browser()) {
            nginx.watch();
            becomes(nginx, port, true);
            try (Node node = Node.at(port, NOT_FOUND)) {
                TimeUnit.SECONDS.sleep(3);
                assertEquals(UNAVAILABLE, status(nginx, person));
                node.status.set(OK);
                becomes(nginx, port, false);
                until(() -> status(nginx, person) == OK);
                node.status.set(NOT_FOUND);
                becomes(nginx, port, true);
                nginx.unwatch();
                becomes(nginx, port, false);
            }
        }
    }

    /** A node that cannot work is left out while another one can, and where none can both say so themselves. */
    @Test
    void aNodeThatCannotWorkIsLeftOutWhereAnotherOneCan() throws Exception {
        try (Node one = Node.at(0, OK);
                Node other = Node.at(0, UNAVAILABLE);
                Nginx nginx = Nginx.start(port(one), port(other))) {
            one.status.set(UNAVAILABLE);
            nginx.watch();
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
            becomes(nginx, port(one), false);
            becomes(nginx, port(other), false);
            one.status.set(OK);
            becomes(nginx, port(other), true);
            becomes(nginx, port(one), false);
            other.status.set(OK);
            becomes(nginx, port(other), false);
        }
    }

    /** Whoever upgrades a node marks it by hand, and it is ready for a while yet; it stands in for no other one. */
    @Test
    void theMarkOfSomebodyElseStays() throws Exception {
        try (Node one = Node.at(0, OK);
                Node other = Node.at(0, OK);
                Nginx nginx = Nginx.start(port(one), port(other))) {
            nginx.mark(port(other));
            String marked = nginx.node(port(other));
            nginx.watch();
            TimeUnit.SECONDS.sleep(3);
            assertEquals(marked, nginx.node(port(other)));
            one.status.set(UNAVAILABLE);
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
            becomes(nginx, port(one), false);
            nginx.unwatch();
            assertEquals(marked, nginx.node(port(other)));
        }
    }

    private static void becomes(Nginx nginx, int port, boolean leftOut) throws Exception {
        until(() -> nginx.node(port).contains(" down ") == leftOut);
    }

    private interface Condition {

        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "it does not come");
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static int status(Nginx nginx, HttpClient person) throws Exception {
        return person.send(to(nginx, "/login.xhtml").build(), BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder to(Nginx nginx, String path) {
        return HttpRequest.newBuilder(URI.create(nginx.address(path)));
    }

    private static int port(Node node) {
        return node.server().getAddress().getPort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
