package vn.thang.indicator;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.core.metadata.Dataset;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Reads a catalogue of open data, a CKAN portal or a DCAT-AP file, and says how well its datasets are described. Keeps
 * nothing. Of the addresses in it some are asked whether they answer; the others count as not asked.
 */
@ApplicationScoped
@Requires(Permission.EXPORT)
public class CatalogueCheck {

    private static final int AT_ONCE = 2;
    private static final int MOST_ASKED = 100;
    private static final int ASKED_AT_ONCE = 8;
    private static final Map<String, String> DCAT = Map.of("Accept", "application/ld+json, application/rdf+xml, text/turtle;q=0.9");

    @Inject
    @ConfigProperty(name = "thang.connectors.allowed-hosts")
    private Optional<String> allowedHosts;

    @Inject
    @ConfigProperty(name = "thang.connectors.seconds", defaultValue = "30")
    private long seconds;

    @Inject
    @ConfigProperty(name = "thang.connectors.max-bytes", defaultValue = "52428800")
    private long mostBytes;

    @Resource
    private ManagedExecutorService managedExecutor;

    private ExecutorService executor;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    protected CatalogueCheck() {
    }

    CatalogueCheck(Set<String> allowedHosts, long seconds, long mostBytes, ExecutorService executor) {
        this.allowedHosts = Optional.of(String.join(",", allowedHosts));
        this.seconds = seconds;
        this.mostBytes = mostBytes;
        this.executor = executor;
    }

    /** What is at an address. */
    public enum Kind { CKAN, DCAT }

    /**
     * @param address of the portal, or of the file
     * @throws BusinessException when nothing came, and why
     */
    @Requires(Permission.EXPORT)
    public CatalogueReport check(String address, Kind kind) {
        URI uri = uri(address);
        if (!turns.tryAcquire()) {
            throw new BusinessException("connector.turn");
        }
        try {
            RemoteDocument documents = documents(Duration.ofSeconds(seconds));
            List<Dataset> datasets = kind == Kind.CKAN ? new CkanCatalogue(documents).datasets(uri, Map.of())
                    : DcatCatalogue.datasets(documents.fetch(uri, DCAT));
            if (datasets.isEmpty()) {
                throw new RemoteDocument.Failed("no-datasets");
            }
            Map<String, Boolean> answering = answering(datasets);
            return CatalogueReport.of(datasets.stream().map(dataset -> asked(dataset, answering)).toList(), answering.size());
        } catch (RemoteDocument.Failed failed) {
            throw new BusinessException("connector." + failed.reason(), failed.details());
        } finally {
            turns.release();
        }
    }

    private RemoteDocument documents(Duration patience) {
        Set<String> hosts = Arrays.stream(allowedHosts.orElse("").split(",")).map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty()).collect(Collectors.toSet());
        return new RemoteDocument(new RemoteDocument.Limits(patience, mostBytes, hosts));
    }

    private static URI uri(String address) {
        try {
            return new URI(address == null ? "" : address.strip());
        } catch (URISyntaxException e) {
            throw new BusinessException("connector.address", address);
        }
    }

    /** The first addresses of the catalogue, and whether they answer. */
    private Map<String, Boolean> answering(List<Dataset> datasets) {
        Set<String> addresses = new LinkedHashSet<>();
        datasets.stream().flatMap(dataset -> dataset.distributions().stream())
                .flatMap(one -> Stream.of(one.accessUrl(), one.downloadUrl())).filter(url -> url != null && !url.isBlank())
                .takeWhile(url -> addresses.size() < MOST_ASKED).forEach(addresses::add);
        RemoteDocument documents = documents(Duration.ofSeconds(Math.max(1, seconds / 10)));
        Map<String, Boolean> answers = new ConcurrentHashMap<>();
        List<String> all = new ArrayList<>(addresses);
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            CompletableFuture.allOf(all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE)).stream()
                    .map(url -> CompletableFuture.runAsync(() -> answers.put(url, answers(documents, url)), threads()))
                    .toArray(CompletableFuture[]::new)).join();
        }
        return answers;
    }

    private ExecutorService threads() {
        return executor == null ? managedExecutor : executor;
    }

    private static boolean answers(RemoteDocument documents, String url) {
        try {
            return documents.answers(new URI(url.strip()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Dataset asked(Dataset dataset, Map<String, Boolean> answering) {
        return dataset.with(dataset.distributions().stream().map(one -> new Dataset.Distribution(one.accessUrl(), of(answering, one.accessUrl()),
                one.downloadUrl(), of(answering, one.downloadUrl()), one.format(), one.mediaType(), one.licence(), one.rights(), one.size(),
                one.issued(), one.modified())).toList());
    }

    private static Boolean of(Map<String, Boolean> answering, String url) {
        return url == null ? null : answering.get(url);
    }
}
