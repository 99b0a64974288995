package vn.thang.indicator.fetching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;

/**
 * Fetches what another server publishes. An address of a connector is a way into this network, so only http and https are
 * spoken, no private, local or reserved address is asked unless its host is allowed by name, redirects are followed by hand
 * and checked again, and neither a slow nor an endless answer is waited for.
 */
public final class RemoteDocument implements Fetching {

    private static final Logger LOG = Logger.getLogger(RemoteDocument.class.getName());
    private static final int MOST_REDIRECTS = 3;
    private static final int CHUNK = 16_384;
    /** Where a file has no first byte, the range that was asked for cannot be satisfied. */
    private static final int EMPTY = 416;

    /** Why nothing came: a key of the texts below {@code connector.}, with what it speaks of. */
    public static class Failed extends IOException {

        private static final long serialVersionUID = 1;
        private final String reason;
        private final transient Object[] details;

        public Failed(String reason, Object... details) {
            super(reason + " " + Arrays.toString(details));
            this.reason = reason;
            this.details = details;
        }

        public final String reason() {
            return reason;
        }

        public final Object[] details() {
            return details.clone();
        }

        /** Whether another attempt may help. */
        public final boolean isPassing() {
            return Set.of("timeout", "unreachable", "broken", "server-error", "busy").contains(reason);
        }
    }

    /** What an answer may cost, and who may be asked beside the public hosts. */
    public record Limits(Duration patience, long mostBytes, Set<String> allowedHosts) {
    }

    /**
     * An answer with its type.
     *
     * @param address where it came from in the end, after all redirects
     * @param next    the address of the page that follows, as the server wrote it beside the document; null for none
     */
    public record Fetched(byte[] content, String mediaType, URI address, String next) {

        private static final URI NOWHERE = URI.create("http://document.invalid/");

        /** Makes an answer beside which the server says nothing. */
        public Fetched(byte[] content, String mediaType, URI address) {
            this(content, mediaType, address, null);
        }

        /** Makes an answer of which nobody knows where it came from. */
        public Fetched(byte[] content, String mediaType) {
            this(content, mediaType, NOWHERE, null);
        }
    }

    private final HttpClient client;
    private final Limits limits;

    public RemoteDocument(Limits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder().connectTimeout(limits.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    /**
     * @param headers such as the wanted type, or a credential; a credential is not sent to another host than the first
     * @throws Failed whatever goes wrong
     */
    @Override
    public Fetched fetch(URI address, Map<String, String> headers) throws Failed {
        long end = System.nanoTime() + limits.patience().toNanos();
        URI next = address;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            guard(next);
            HttpResponse<InputStream> answer = ask("GET", next, sameHost(address, next) ? headers : Map.of(), end);
            try (InputStream body = answer.body()) {
                if (answer.statusCode() / 100 == 3) {
                    next = redirected(next, answer);
                    continue;
                }
                refuse(answer.statusCode());
                closeAt(end, body);
                return new Fetched(read(body, answer), answer.headers().firstValue("Content-Type").orElse(""),
                        next, NextPage.of(answer.headers().allValues("Link")).orElse(null));
            } catch (Failed e) {
                throw e;
            } catch (IOException e) {
                throw System.nanoTime() >= end ? new Failed("timeout", limits.patience().toSeconds())
                        : new Failed("broken", next.getHost());
            }
        }
        throw new Failed("redirects", address.getHost());
    }

    /**
     * Whether the address answers at all, without its content. Many servers refuse to be asked by HEAD what they give by GET, so
     * an address is dead only when GET was refused too; of its content one byte is asked for and none is read.
     */
    boolean answers(URI address) {
        return answers("HEAD", address, Map.of()) || answers("GET", address, Map.of("Range", "bytes=0-0"));
    }

    private boolean answers(String method, URI address, Map<String, String> headers) {
        try {
            guard(address);
            HttpResponse<InputStream> answer = ask(method, address, headers,
                    System.nanoTime() + limits.patience().toNanos());
            try (InputStream body = answer.body()) {
                return answer.statusCode() < 400 || answer.statusCode() == EMPTY;
            }
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<InputStream> ask(String method, URI address, Map<String, String> headers, long end)
            throws Failed {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw new Failed("timeout", limits.patience().toSeconds());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(left).method(method,
                HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new Failed("timeout", limits.patience().toSeconds());
        } catch (IOException e) {
            throw new Failed("unreachable", address.getHost());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("timeout", limits.patience().toSeconds());
        }
    }

    /** Reading waits for as long as the other side likes; closing ends it. Closing what was read to its end does nothing. */
    private static void closeAt(long end, InputStream body) {
        CompletableFuture.delayedExecutor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS).execute(() -> {
            try {
                body.close();
            } catch (IOException e) {
                LOG.log(Level.FINE, "closed already", e);
            }
        });
    }

    private byte[] read(InputStream body, HttpResponse<?> answer) throws IOException {
        boolean zipped = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (InputStream in = zipped ? new GZIPInputStream(body) : body) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                content.write(chunk, 0, read);
                if (content.size() > limits.mostBytes()) {
                    throw new Failed("too-large", limits.mostBytes() >> 20);
                }
            }
            return content.toByteArray();
        }
    }

    private static void refuse(int status) throws Failed {
        if (status == 429 || status == 503) {
            throw new Failed("busy", status);
        }
        if (status >= 500) {
            throw new Failed("server-error", status);
        }
        if (status != 200) {
            throw new Failed(status == 401 || status == 403 ? "refused" : "status", status);
        }
    }

    private static URI redirected(URI from, HttpResponse<?> answer) throws Failed {
        try {
            return from.resolve(answer.headers().firstValue("Location")
                    .orElseThrow(() -> new Failed("status", answer.statusCode())));
        } catch (IllegalArgumentException e) {
            throw new Failed("status", answer.statusCode());
        }
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getAuthority().equalsIgnoreCase(other.getAuthority());
    }

    /**
     * Sends a body to an address, without following where it leads, and answers the status of HTTP.
     *
     * @throws Failed when the address must not be asked, or does not answer
     */
    public int post(URI address, Map<String, String> headers, byte[] body) throws Failed {
        guard(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(limits.patience())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException e) {
            throw new Failed("timeout", limits.patience().toSeconds());
        } catch (IOException e) {
            throw new Failed("unreachable", address.getHost());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("timeout", limits.patience().toSeconds());
        }
    }

    /** @throws Failed when the address must not be asked */
    public void guard(URI address) throws Failed {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || address.getHost() == null || address.getUserInfo() != null) {
            throw new Failed("address", address);
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (limits.allowedHosts().contains(host)) {
            return;
        }
        try {
            for (InetAddress ip : InetAddress.getAllByName(host)) {
                if (isInside(ip)) {
                    throw new Failed("private", host);
                }
            }
        } catch (UnknownHostException e) {
            throw new Failed("unreachable", host);
        }
    }

    private static boolean isInside(InetAddress ip) {
        byte[] bytes = ip.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean four = bytes.length == 4;
        return ip.isLoopbackAddress() || ip.isAnyLocalAddress() || ip.isLinkLocalAddress() || ip.isSiteLocalAddress()
                || ip.isMulticastAddress()
                || four && (first == 0 || first >= 224 || first == 100 && second >= 64 && second < 128
                        || first == 192 && second == 0
                        || first == 198 && (second == 18 || second == 19))
                || !four && ((first & 0xfe) == 0xfc || first == 0x20 && second == 0x02 || first == 0x00);
    }
}
