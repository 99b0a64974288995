package vn.thang.indicator.fetching;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
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
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** What a server answers to one request, as long as it is read. Neither a slow nor an endless answer is waited for. */
record RemoteAnswer(CloseableHttpClient client, HttpUriRequestBase request, ClassicHttpResponse response,
        CompletableFuture<Void> answered) implements Closeable {

    /** What stands before the content is bounded too. */
    private static final ManagedHttpClientConnectionFactory HEADS = ManagedHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build()).build();
    private static final long NANOS_OF_A_MILLISECOND = 1_000_000;
    private static final int CHUNK = 16_384;
    /** By the certificates that Java trusts, for the name that was asked for. */
    private static final Lookup<TlsSocketStrategy> TLS = RegistryBuilder.<TlsSocketStrategy>create()
            .register("https", DefaultClientTlsStrategy.createDefault()).build();

    /**
     * Asks one address that was checked.
     *
     * @param end in nanoseconds of the clock of Java, when nothing is waited for any more
     * @throws RemoteDocument.Failed when nothing answers
     */
    static RemoteAnswer to(HttpUriRequestBase request, Map<String, String> headers, long end, AddressRule rule)
            throws RemoteDocument.Failed {
        String host = host(request);
        long left = (end - System.nanoTime()) / NANOS_OF_A_MILLISECOND;
        if (left <= 0) {
            throw new RemoteDocument.Failed("timeout", rule.limits().patience().toSeconds());
        }
        headers.forEach(request::setHeader);
        CloseableHttpClient client = client(request, left, rule);
        CompletableFuture<Void> answered = cancelledAfter(request, left);
        try {
            return new RemoteAnswer(client, request, client.executeOpen(null, request, null), answered);
        } catch (IOException e) {
            answered.complete(null);
            client.close(CloseMode.IMMEDIATE);
            throw e instanceof AddressRule.Inside ? new RemoteDocument.Failed("private", host)
                    : System.nanoTime() >= end || e instanceof InterruptedIOException
                            ? new RemoteDocument.Failed("timeout", rule.limits().patience().toSeconds())
                            : new RemoteDocument.Failed("unreachable", host);
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
    private static CloseableHttpClient client(HttpUriRequestBase request, long millis, AddressRule rule) {
        String host = host(request);
        Timeout timeout = Timeout.ofMilliseconds(millis);
        BasicHttpClientConnectionManager connections = BasicHttpClientConnectionManager.create(null,
                rule.resolver(host), TLS, HEADS);
        connections.setConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build());
        request.setConfig(RequestConfig.custom().setResponseTimeout(timeout).setConnectionRequestTimeout(timeout)
                .setProxy(rule.direct(host) ? null : rule.limits().proxy()).build());
        return HttpClients.custom().setConnectionManager(connections).disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement().disableContentCompression().disableAuthCaching().build();
    }

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

    /** @throws RemoteDocument.Failed when there is more of it than that */
    byte[] content(long mostBytes) throws IOException {
        boolean zipped = header("Content-Encoding").equals("gzip");
        InputStream body = body();
        InputStream in = zipped ? new GZIPInputStream(body) : body;
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            content.write(chunk, 0, read);
            if (content.size() > mostBytes) {
                throw new RemoteDocument.Failed("too-large", mostBytes >> 20);
            }
        }
        return content.toByteArray();
    }

    private static String host(HttpUriRequestBase request) {
        return request.getAuthority().getHostName().toLowerCase(Locale.ROOT);
    }
}
