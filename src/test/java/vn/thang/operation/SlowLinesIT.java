package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.thang.it.Nginx;

/** The proxy that ships waits for slow lines, and whoever stands behind it does not. */
@EnabledIf(value = "vn.thang.it.Nginx#isInstalled", disabledReason = "nginx is not installed on this machine")
class SlowLinesIT {

    /** More than all buffers of connections together, and than nginx keeps in memory. */
    private static final int LARGE = 64 << 20;
    private static final int LONGEST_SECONDS = 30;

    @Test
    void whoReadsOrSendsSlowlyHoldsNoPlaceBehindTheProxy() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            behind.setExecutor(threads);
            behind.createContext("/large", exchange -> {
                exchange.sendResponseHeaders(200, LARGE);
                try (OutputStream body = exchange.getResponseBody()) {
                    byte[] part = new byte[1 << 16];
                    for (int written = 0; written < LARGE; written += part.length) {
                        body.write(part);
                    }
                }
                answered.countDown();
            });
            behind.createContext("/api/v1/readings", exchange -> {
                asked.countDown();
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            behind.start();
            try (Nginx nginx = Nginx.start(behind.getAddress().getPort()); HttpClient slow = nginx.browser()) {
                try (InputStream unread = slow.send(HttpRequest.newBuilder(URI.create(nginx.address("/large")))
                        .build(), HttpResponse.BodyHandlers.ofInputStream()).body()) {
                    assertTrue(answered.await(LONGEST_SECONDS, TimeUnit.SECONDS), "it waits for who reads nothing");
                    assertEquals(LARGE, unread.readAllBytes().length, "and nothing of it is lost");
                }
                CountDownLatch rest = new CountDownLatch(1);
                var sent = slow.sendAsync(HttpRequest
                        .newBuilder(URI.create(nginx.address("/api/v1/readings")))
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Halting(rest))).build(),
                        HttpResponse.BodyHandlers.discarding());
                assertFalse(asked.await(3, TimeUnit.SECONDS), "it is asked before all has come");
                rest.countDown();
                assertEquals(204, sent.get(LONGEST_SECONDS, TimeUnit.SECONDS).statusCode());
            }
        } finally {
            behind.stop(0);
        }
    }

    /** Gives its first byte, and the second one when it is let to. */
    private static final class Halting extends InputStream {

        private final CountDownLatch rest;
        private int given;

        private Halting(CountDownLatch rest) {
            this.rest = rest;
        }

        @Override
        public int read() {
            if (given == 1) {
                try {
                    assertTrue(rest.await(LONGEST_SECONDS, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return given++ < 2 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int one = read();
            if (one < 0) {
                return -1;
            }
            into[from] = (byte) one;
            return 1;
        }
    }
}
