package vn.thang.indicator.catalogue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import vn.thang.core.metadata.Dataset;
import vn.thang.indicator.fetching.AskedAddresses;
import vn.thang.indicator.fetching.ConnectorConfiguration;
import vn.thang.indicator.fetching.RemoteDocument;
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
    private static final int MOST_DATASETS = 50_000;

    @Inject
    private ConnectorConfiguration configuration;

    @Resource
    private ManagedExecutorService managedExecutor;

    private ExecutorService executor;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    protected CatalogueCheck() {
    }

    CatalogueCheck(Set<String> allowedHosts, long seconds, long mostBytes, ExecutorService executor) {
        this.configuration = new ConnectorConfiguration(allowedHosts, seconds, mostBytes);
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
            RemoteDocument documents = configuration.documents();
            FoundCatalogue found = kind == Kind.CKAN ? new CkanCatalogue(documents).find(uri, MOST_DATASETS)
                    : DcatCatalogue.find(documents, uri, MOST_DATASETS);
            List<Dataset> datasets = found.datasets();
            if (datasets.isEmpty()) {
                throw new RemoteDocument.Failed("no-datasets");
            }
            Map<String, Boolean> answering = answering(datasets);
            return CatalogueReport.of(
                    datasets.stream().map(dataset -> AskedAddresses.with(dataset, answering)).toList(),
                    answering.size(), found);
        } catch (RemoteDocument.Failed failed) {
            throw new BusinessException("connector." + failed.reason(), failed.details());
        } finally {
            turns.release();
        }
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
        return new AskedAddresses(configuration.hastyDocuments(), threads())
                .ask(AskedAddresses.of(datasets).stream().limit(MOST_ASKED).toList());
    }

    private ExecutorService threads() {
        return executor == null ? managedExecutor : executor;
    }
}
