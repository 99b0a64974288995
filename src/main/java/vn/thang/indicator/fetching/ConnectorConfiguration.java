package vn.thang.indicator.fetching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.HttpHost;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.Sealing;

/** How other servers are asked from here, and with which key credentials are sealed. */
@ApplicationScoped
public class ConnectorConfiguration {

    private static final Logger LOG = Logger.getLogger(ConnectorConfiguration.class.getName());
    private static final int HASTY = 10;

    @Inject
    @ConfigProperty(name = "thang.connectors.allowed-hosts")
    private Optional<String> allowedHosts;

    @Inject
    @ConfigProperty(name = "thang.connectors.ports", defaultValue = "80,443,8080,8443")
    private Set<Integer> ports;

    /** The proxy that goes out for this network, as host:port. */
    @Inject
    @ConfigProperty(name = "thang.outbound.proxy")
    private Optional<String> proxy;

    @Inject
    @ConfigProperty(name = "thang.connectors.seconds", defaultValue = "30")
    private long seconds;

    @Inject
    @ConfigProperty(name = "thang.connectors.max-bytes", defaultValue = "52428800")
    private long mostBytes;

    @Inject
    @ConfigProperty(name = "thang.connectors.minutes", defaultValue = "20")
    private long minutes;

    @Inject
    @ConfigProperty(name = "thang.connectors.raw-bytes", defaultValue = "8388608")
    private int mostRawBytes;

    @Inject
    @ConfigProperty(name = "thang.connectors.raw-runs", defaultValue = "10")
    private int rawRuns;

    @Inject
    @ConfigProperty(name = "thang.connectors.key")
    private Optional<String> key;

    @Inject
    @ConfigProperty(name = "thang.connectors.key-file")
    private Optional<String> keyFile;

    protected ConnectorConfiguration() {
    }

    public ConnectorConfiguration(Set<String> allowedHosts, long seconds, long mostBytes) {
        this.allowedHosts = Optional.of(String.join(",", allowedHosts));
        this.ports = RemoteDocument.Limits.USUAL_PORTS;
        this.proxy = Optional.empty();
        this.seconds = seconds;
        this.mostBytes = mostBytes;
        this.key = Optional.empty();
        this.keyFile = Optional.empty();
    }

    public RemoteDocument documents() {
        return documents(Duration.ofSeconds(seconds));
    }

    /** For asking whether many addresses answer. */
    public RemoteDocument hastyDocuments() {
        return documents(Duration.ofSeconds(Math.max(1, seconds / HASTY)));
    }

    private RemoteDocument documents(Duration patience) {
        return new RemoteDocument(new RemoteDocument.Limits(patience, mostBytes, allowedHosts(), ports, proxy()));
    }

    private HttpHost proxy() {
        return proxy.map(String::strip).filter(where -> !where.isEmpty()).map(ConnectorConfiguration::proxy)
                .orElse(null);
    }

    /** @throws IllegalArgumentException when it is no host with a port */
    static HttpHost proxy(String written) {
        int colon = written.lastIndexOf(':');
        if (colon < 1 || !written.substring(colon + 1).matches("\\d{1,5}") || written.contains("/")) {
            throw new IllegalArgumentException("A proxy is host:port, not " + written);
        }
        return new HttpHost(written.substring(0, colon), Integer.parseInt(written.substring(colon + 1)));
    }

    /** Hosts inside the own network that may be asked all the same. */
    public Set<String> allowedHosts() {
        return Arrays.stream(allowedHosts.orElse("").split(",")).map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet());
    }

    /** How long a run may take altogether. */
    public Duration longestRun() {
        return Duration.ofMinutes(minutes);
    }

    /** The most bytes of a packed answer that is kept. */
    public int mostRawBytes() {
        return mostRawBytes;
    }

    /** Of so many runs the raw answers are kept. */
    public int rawRuns() {
        return rawRuns;
    }

    /** Of the keys, one on each line; empty where none is set, or one cannot be used; the log says why, and not what it is. */
    public Optional<Sealing> sealing() {
        try {
            Optional<String> written = key.filter(text -> !text.isBlank());
            if (written.isEmpty() && keyFile.filter(text -> !text.isBlank()).isPresent()) {
                written = Optional.of(Files.readString(Path.of(keyFile.get())));
            }
            return written.map(text -> new Sealing(text.lines().filter(line -> !line.isBlank())
                    .map(line -> Base64.getDecoder().decode(line.strip())).toArray(byte[][]::new)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "The key of the connectors cannot be used: {0}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
