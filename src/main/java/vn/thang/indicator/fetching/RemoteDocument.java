package vn.thang.indicator.fetching;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches what another server publishes. An address of a connector is a way into this network, so only http and https are
 * spoken, at the ports of the rule, no private, local or reserved address is asked unless its host is allowed by name, redirects
 * are followed by hand and checked again, and neither a slow nor an endless answer is waited for. A name is looked up once, and
 * what was checked is connected to; where a proxy goes out for this network, it looks up what nobody here knows.
 */
public final class RemoteDocument implements Fetching {

    private static final Logger LOG = Logger.getLogger(RemoteDocument.class.getName());
    private static final int MOST_REDIRECTS = 3;
    /** What stands before the content is bounded too. */
    private static final ManagedHttpClientConnectionFactory HEADS = ManagedHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build()).build();
    private static final int CHUNK = 16_384;
    /** Where a file has no first byte, the range that was asked for cannot be satisfied. */
    private static final int EMPTY = 416;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final long NANOS_OF_A_MILLISECOND = 1_000_000;
    /** By the certificates that Java trusts, for the name that was asked for. */
    private static final Lookup<TlsSocketStrategy> TLS = RegistryBuilder.<TlsSocketStrategy>create()
            .register("https", DefaultClientTlsStrategy.createDefault()).build();

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

    /**
     * What an answer may cost, and who may be asked.
     *
     * @param allowedHosts hosts inside the own network that may be asked too, at any port and never by a proxy
     * @param ports        at which public hosts may be asked
     * @param proxy        that goes out for this network; null where there is none
     */
    public record Limits(Duration patience, long mostBytes, Set<String> allowedHosts, Set<Integer> ports,
            HttpHost proxy) {

        /** The ports of the web. */
        public static final Set<Integer> USUAL_PORTS = Set.of(80, 443, 8080, 8443);

        /** At the usual ports, without a proxy. */
        public Limits(Duration patience, long mostBytes, Set<String> allowedHosts) {
            this(patience, mostBytes, allowedHosts, USUAL_PORTS, null);
        }
    }

    /** Looks up the addresses of a name. */
    interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /** Says that a name leads inside. */
    private static final class Inside extends UnknownHostException {
        private static final long serialVersionUID = 1;
    }

    /** What a server answers, as long as it is read. */
    private record Answer(CloseableHttpClient client, HttpUriRequestBase request, ClassicHttpResponse response,
            CompletableFuture<Void> answered)
            implements
                Closeable {

        int status() {
            return response.getCode();
        }

        String header(String name) {
            return response.getFirstHeader(name) == null ? "" : response.getFirstHeader(name).getValue();
        }

        List<String> headers(String name) {
            return Arrays.stream(response.getHeaders(name)).map(NameValuePair::getValue).toList();
        }

        InputStream body() throws IOException {
            return response.getEntity() == null ? InputStream.nullInputStream() : response.getEntity().getContent();
        }

        /** What nobody reads is not waited for. */
        @Override
        public void close() {
            answered.complete(null);
            request.cancel();
            client.close(CloseMode.IMMEDIATE);
        }
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

    private final Limits limits;
    private final Names names;

    public RemoteDocument(Limits limits) {
        this(limits, InetAddress::getAllByName);
    }

    RemoteDocument(Limits limits, Names names) {
        this.limits = limits;
        this.names = names;
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
            shape(next);
            try (Answer answer = ask(new HttpUriRequestBase("GET", next),
                    sameHost(address, next) ? headers : Map.of(), end)) {
                if (answer.status() / 100 == 3) {
                    next = redirected(next, answer);
                    continue;
                }
                refuse(answer.status());
                return new Fetched(read(answer), answer.header("Content-Type"), next,
                        NextPage.of(answer.headers("Link")).orElse(null));
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
            shape(address);
            try (Answer answer = ask(new HttpUriRequestBase(method, address), headers,
                    System.nanoTime() + limits.patience().toNanos())) {
                return answer.status() < 400 || answer.status() == EMPTY;
            }
        } catch (IOException e) {
            return false;
        }
    }

    private Answer ask(HttpUriRequestBase request, Map<String, String> headers, long end) throws Failed {
        String host = host(request);
        long left = (end - System.nanoTime()) / NANOS_OF_A_MILLISECOND;
        if (left <= 0) {
            throw new Failed("timeout", limits.patience().toSeconds());
        }
        headers.forEach(request::setHeader);
        CloseableHttpClient client = client(request, left);
        CompletableFuture<Void> answered = cancelledAfter(request, left);
        try {
            return new Answer(client, request, client.executeOpen(null, request, null), answered);
        } catch (IOException e) {
            answered.complete(null);
            client.close(CloseMode.IMMEDIATE);
            throw e instanceof Inside ? new Failed("private", host)
                    : System.nanoTime() >= end || e instanceof InterruptedIOException
                            ? new Failed("timeout", limits.patience().toSeconds()) : new Failed("unreachable", host);
        }
    }

    /** Never before the end: what fails earlier is another failure. Whatever completes it ends the waiting. */
    private static CompletableFuture<Void> cancelledAfter(HttpUriRequestBase request, long millis) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        answered.orTimeout(millis + 1, TimeUnit.MILLISECONDS).exceptionally(late -> {
            request.cancel();
            return null;
        });
        return answered;
    }

    /** One client for one request: it knows no cookies, follows nowhere, tries once, and connects to what was checked. */
    private CloseableHttpClient client(HttpUriRequestBase request, long millis) {
        boolean direct = limits.proxy() == null || limits.allowedHosts().contains(host(request));
        Timeout timeout = Timeout.ofMilliseconds(millis);
        BasicHttpClientConnectionManager connections = BasicHttpClientConnectionManager.create(null,
                direct ? checked(this::resolve) : checked(names), TLS, HEADS);
        connections.setConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build());
        request.setConfig(RequestConfig.custom().setResponseTimeout(timeout).setConnectionRequestTimeout(timeout)
                .setProxy(direct ? null : limits.proxy()).build());
        return HttpClients.custom().setConnectionManager(connections).disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement().disableContentCompression().disableAuthCaching().build();
    }

    /** The proxy itself may stand inside; what is asked of it was checked before. */
    private static DnsResolver checked(Names names) {
        return new DnsResolver() {

            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.lookUp(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /** Where to connect for a name: everything it stands for is outside, or nothing is connected to. */
    private InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.lookUp(host);
        if (!limits.allowedHosts().contains(host.toLowerCase(Locale.ROOT))
                && Arrays.stream(found).anyMatch(RemoteDocument::isInside)) {
            throw new Inside();
        }
        return found;
    }

    private byte[] read(Answer answer) throws IOException {
        boolean zipped = answer.header("Content-Encoding").equals("gzip");
        InputStream body = answer.body();
        InputStream in = zipped ? new GZIPInputStream(body) : body;
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

    private static URI redirected(URI from, Answer answer) throws Failed {
        try {
            if (answer.header("Location").isEmpty()) {
                throw new Failed("status", answer.status());
            }
            return from.resolve(answer.header("Location"));
        } catch (IllegalArgumentException e) {
            throw new Failed("status", answer.status());
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
        shape(address);
        HttpUriRequestBase request = new HttpUriRequestBase("POST", address);
        request.setEntity(new ByteArrayEntity(body, null));
        try (Answer answer = ask(request, headers, System.nanoTime() + limits.patience().toNanos())) {
            return answer.status();
        }
    }

    /**
     * Checks an address before it is kept. Whoever asks it later checks again what its name stands for by then.
     *
     * @throws Failed when the address must not be asked
     */
    public void guard(URI address) throws Failed {
        shape(address);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        try {
            resolve(host);
        } catch (Inside e) {
            throw new Failed("private", host);
        } catch (UnknownHostException e) {
            if (limits.proxy() == null) {
                throw new Failed("unreachable", host);
            }
        }
    }

    /** What stands in the address itself: the scheme, the port, an address in figures that leads inside. */
    private void shape(URI address) throws Failed {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || address.getHost() == null || address.getUserInfo() != null) {
            throw new Failed("address", address);
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (limits.allowedHosts().contains(host)) {
            return;
        }
        int port = address.getPort() < 0 ? scheme.equals("https") ? HTTPS : HTTP : address.getPort();
        boolean wrong = !limits.ports().contains(port);
        if (wrong || limits.proxy() != null) {
            outside(host);
        }
        if (wrong) {
            throw new Failed("port", Integer.toString(port), host);
        }
    }

    /** A proxy must not become the way inside: what is known here to lead inside is not asked of it. */
    private void outside(String host) throws Failed {
        try {
            resolve(host);
        } catch (Inside e) {
            throw new Failed("private", host);
        } catch (UnknownHostException e) {
            LOG.log(Level.FINE, "Nobody here knows the name", e);
        }
    }

    private static String host(HttpUriRequestBase request) {
        return request.getAuthority().getHostName().toLowerCase(Locale.ROOT);
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
                || !four && ((first & 0xfe) == 0xfc || first == 0x20 && second == 0x02 || first == 0x00
                        || first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
    }
}
