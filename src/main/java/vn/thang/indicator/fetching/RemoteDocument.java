package vn.thang.indicator.fetching;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Fetches what another server publishes, where the rule for addresses lets it: redirects are followed by hand and checked
 * again, and a credential goes to the first host alone.
 */
public final class RemoteDocument implements Fetching {

    private static final int MOST_REDIRECTS = 3;
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
    private final AddressRule rule;

    public RemoteDocument(Limits limits) {
        this(limits, InetAddress::getAllByName);
    }

    RemoteDocument(Limits limits, AddressRule.Names names) {
        this.limits = limits;
        rule = new AddressRule(limits, names);
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
            rule.shape(next);
            try (RemoteAnswer answer = RemoteAnswer.to(new HttpUriRequestBase("GET", next),
                    sameHost(address, next) ? headers : Map.of(), end, rule)) {
                if (answer.status() / 100 == 3) {
                    next = redirected(next, answer);
                    continue;
                }
                refuse(answer.status());
                return new Fetched(answer.content(limits.mostBytes()), answer.header("Content-Type"), next,
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
            rule.shape(address);
            try (RemoteAnswer answer = RemoteAnswer.to(new HttpUriRequestBase(method, address), headers,
                    System.nanoTime() + limits.patience().toNanos(), rule)) {
                return answer.status() < 400 || answer.status() == EMPTY;
            }
        } catch (IOException e) {
            return false;
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

    private static URI redirected(URI from, RemoteAnswer answer) throws Failed {
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
        rule.shape(address);
        HttpUriRequestBase request = new HttpUriRequestBase("POST", address);
        request.setEntity(new ByteArrayEntity(body, null));
        try (RemoteAnswer answer = RemoteAnswer.to(request, headers,
                System.nanoTime() + limits.patience().toNanos(), rule)) {
            return answer.status();
        }
    }

    /**
     * Checks an address before it is kept. Whoever asks it later checks again what its name stands for by then.
     *
     * @throws Failed when the address must not be asked
     */
    public void guard(URI address) throws Failed {
        rule.guard(address);
    }
}
