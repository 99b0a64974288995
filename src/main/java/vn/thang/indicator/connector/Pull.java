package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.thang.indicator.catalogue.CatalogueAddresses;
import vn.thang.indicator.fetching.ConnectorConfiguration;
import vn.thang.indicator.fetching.PullAttempts;
import vn.thang.indicator.fetching.PullDocuments;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.indicator.fetching.RunFacts;
import vn.thang.platform.Sealing;
import vn.thang.security.Caller;

/**
 * Asks a source and takes what it gives. Every run is kept, also one that failed; no failure of a source is a failure of the
 * application. Asking happens outside of any transaction.
 */
@ApplicationScoped
class Pull {

    private static final Logger LOG = Logger.getLogger(Pull.class.getName());
    private static final Duration TO_TAKE = Duration.ofMinutes(10);

    @Inject
    private Connectors connectors;

    @Inject
    private ConnectorRuns runs;

    @Inject
    private PullAttempts attempts;

    @Inject
    private CatalogueAddresses addresses;

    @Inject
    private PullTaking taking;

    @Inject
    private ConnectorConfiguration configuration;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    String code(long connector) {
        return connectors.get(connector).code();
    }

    List<Long> due() {
        return runs.due(clock.instant());
    }

    /** Where it is due still and nobody else has it; otherwise nothing happens. */
    @ActivateRequestContext
    void runDue(long connector) {
        run(connector, null, false);
    }

    /** Because a person wants it, due or not. Answers whether nobody else had it. */
    @ActivateRequestContext
    boolean runWanted(long connector, Long person) {
        return run(connector, person, true);
    }

    private boolean run(long id, Long person, boolean wanted) {
        Instant now = clock.instant();
        Optional<Long> run = runs.claim(id, person, wanted, now, configuration.longestRun().plus(TO_TAKE));
        run.ifPresent(claimed -> run(id, claimed, now.plus(configuration.longestRun())));
        return run.isPresent();
    }

    private void run(long id, long run, Instant end) {
        caller.actAsSystem();
        Connector connector = connectors.get(id);
        PullDocuments documents = new PullDocuments(attempts, configuration.documents(), credential(connector), clock,
                end);
        try {
            PulledContent content = readAndKeep(run, connector, documents, end);
            taking.take(run, id, connector.form(), content, connector.schedule());
        } catch (RemoteDocument.Failed failed) {
            LOG.log(Level.INFO, "Connector {0}: {1}", new Object[]{connector.code(), failed.reason()});
            fail(run, connector, documents, failed);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Connector " + connector.code() + ": what came could not be taken", e);
            fail(run, connector, documents, new RemoteDocument.Failed("internal"));
        }
    }

    /** What came is kept also when it could not be read. */
    private PulledContent readAndKeep(long run, Connector connector, PullDocuments documents, Instant end)
            throws RemoteDocument.Failed {
        try {
            PulledContent content = read(connector, documents, end);
            return new PulledContent(content.rows(), content.datasets(),
                    content.facts().with(documents.requests(), documents.answers().size()));
        } finally {
            runs.keep(run, documents.answers(), configuration.mostRawBytes());
        }
    }

    private PulledContent read(Connector connector, PullDocuments documents, Instant end) throws RemoteDocument.Failed {
        PulledContent content = PulledContent.read(connector.form(), documents, PulledContent.MOST_DATASETS);
        if (!connector.kind().isCatalogue()) {
            return content;
        }
        CatalogueAddresses.Asked asked = addresses.ask(content.datasets(), end);
        return new PulledContent(content.rows(), asked.datasets(),
                content.facts().asked(asked.asked(), asked.unasked()));
    }

    private void fail(long run, Connector connector, PullDocuments documents, RemoteDocument.Failed failed) {
        Instant now = clock.instant();
        int failures = runs.state(connector.id()).failures() + 1;
        RunFacts facts = RunFacts.of(documents.requests(), documents.answers().size());
        runs.failed(run, connector.id(), failed.reason(), Arrays.stream(failed.details()).toArray(), facts, now,
                failures,
                connector.schedule().afterFailure(now, failures, failed.isPassing()));
        runs.trim(connector.id(), configuration.rawRuns());
    }

    /** Opened when it is wanted for the first time, with the key that is set then. */
    PullDocuments.Secret credential(Connector connector) {
        return () -> connector.hasSecret()
                ? Optional.of(
                        new PullDocuments.Credential(connector.originOfSecret(), connector.header(), open(connector)))
                : Optional.empty();
    }

    private String open(Connector connector) throws RemoteDocument.Failed {
        Sealing sealing = configuration.sealing().orElseThrow(() -> new RemoteDocument.Failed("credential"));
        try {
            return sealing.open(connector.secret(), Connector.binding(connector.code(), connector.originOfSecret()));
        } catch (GeneralSecurityException e) {
            throw new RemoteDocument.Failed("credential");
        }
    }
}
