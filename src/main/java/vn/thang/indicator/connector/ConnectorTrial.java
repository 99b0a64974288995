package vn.thang.indicator.connector;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import vn.thang.indicator.catalogue.PulledCatalogue;
import vn.thang.indicator.fetching.ConnectorConfiguration;
import vn.thang.indicator.fetching.Fetching;
import vn.thang.indicator.fetching.Pairs;
import vn.thang.indicator.fetching.PullAttempts;
import vn.thang.indicator.fetching.PullDocuments;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.indicator.fetching.RunFacts;
import vn.thang.indicator.intake.CheckedRows;
import vn.thang.indicator.intake.ReadingCheck;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.reading.KnownAgency;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.indicator.reading.ReportingAgencies;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Tries a connector as it is described, kept or not: asks the source, shows the first rows and faults, changes nothing. Somebody
 * waits for it, so nothing is asked twice.
 */
@ApplicationScoped
@Requires(ADMINISTER)
public class ConnectorTrial {

    private static final int MOST_SHOWN = 20;
    private static final int MOST_DATASETS = 100;
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Inject
    private ConnectorRules rules;

    @Inject
    private Connectors connectors;

    @Inject
    private ConnectorConfiguration configuration;

    @Inject
    private Pull pull;

    @Inject
    private PullTaking taking;

    @Inject
    private ReportingAgencies reporting;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private ReadingIntake intake;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** An answer as it came. */
    public record Document(String address, String mediaType, long bytes) {
    }

    /**
     * What a run would bring.
     *
     * @param rows  the first of them
     * @param good  how many would be taken
     * @param faults the first of those that would not
     */
    public record Result(List<Document> documents, RunFacts facts, List<ReadingRow> rows, int good, int bad,
            List<ReadingFault> faults) {
    }

    /** @throws BusinessException when the source cannot be read, and why */
    @Requires(ADMINISTER)
    public Result attempt(ConnectorForm form) {
        caller.check(ADMINISTER, agencies.rootPath());
        rules.readable(form);
        if (!turns.tryAcquire()) {
            throw new BusinessException("connector.turn");
        }
        try {
            PullDocuments documents = new PullDocuments(new PullAttempts(), configuration.documents(), secret(form),
                    clock, clock.instant().plus(LONGEST));
            PulledContent content = PulledContent.read(form, documents, MOST_DATASETS);
            return result(form, content, documents);
        } catch (RemoteDocument.Failed failed) {
            throw new BusinessException("connector." + failed.reason(), failed.details());
        } finally {
            turns.release();
        }
    }

    /** The one that was typed, or else the stored one where it may go. */
    private PullDocuments.Secret secret(ConnectorForm form) {
        String origin = Fetching.origin(URI.create(form.address()));
        if (form.secret() != null) {
            return () -> Optional.of(new PullDocuments.Credential(origin, form.header(), form.secret()));
        }
        return connectors.find(form.code() == null ? "" : form.code()).filter(Connector::hasSecret)
                .map(pull::credential).orElse(PullDocuments.Secret.NONE);
    }

    private Result result(ConnectorForm form, PulledContent content, PullDocuments documents) {
        LocalDate today = LocalDate.now(clock);
        Map<String, KnownAgency> known = reporting.below(agencies.rootPath(), today);
        List<ReadingRow> rows = content.rows();
        RunFacts facts = content.facts().with(documents.requests(), documents.answers().size());
        if (form.kind().isCatalogue()) {
            PulledCatalogue found = PulledCatalogue.of(content.datasets(), Pairs.of(form.agencies()), known.keySet());
            List<ReadingRow> made = new ArrayList<>();
            found.scores(today).forEach((code, score) -> made
                    .addAll(taking.rows(code, score, clock.instant(), form.source(), made.size())));
            rows = made;
            facts = facts.taken(made.size(), found.unmapped());
        }
        ReadingCheck check = intake.check(form.source(), agencies.rootPath());
        CheckedRows checked = check.all(rows.iterator(), Integer.MAX_VALUE, "twice-only");
        return new Result(
                documents.answers().stream()
                        .map(one -> new Document(one.address().toString(), one.fetched().mediaType(),
                                one.fetched().content().length))
                        .toList(),
                facts, rows.stream().limit(MOST_SHOWN).toList(), checked.lines().size(),
                checked.faults().size(), checked.faults().stream().sorted(Comparator.comparingInt(ReadingFault::line))
                        .limit(MOST_SHOWN).toList());
    }
}
