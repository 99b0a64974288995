package vn.thang.indicator.fetching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server on this machine that answers as a test wants, and remembers what it was asked. */
public final class AnsweringServer implements AutoCloseable {

    /** Answers one request. */
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /** What it was asked. */
    public record Asked(String method, String target, String authorization) {
    }

    private final String host;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public AnsweringServer(Answer answer) throws IOException {
        this("localhost", 0, answer);
    }

    /** At another name of this machine, or again at a port that was left before. */
    public AnsweringServer(String host, int port, Answer answer) throws IOException {
        this.host = host;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization")));
            try (exchange) {
                answer.give(exchange);
            }
        });
        server.start();
    }

    public static Answer text(int status, String type, String body) {
        return exchange -> send(exchange, status, type, body);
    }

    public static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status,
                exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length == 0 ? -1 : bytes.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(bytes);
        }
    }

    public URI address() {
        return URI.create("http://" + host + ":" + server.getAddress().getPort());
    }

    public URI address(String path) {
        return URI.create(address() + path);
    }

    public List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
