package vn.thang.indicator.catalogue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.core.metadata.Dataset;
import vn.thang.indicator.fetching.AskedAddresses;
import vn.thang.indicator.fetching.ConnectorConfiguration;

/**
 * Asks the addresses that datasets name whether they answer, and remembers it: so many in each run, those first of which
 * nothing is known, so that after some runs all of them were asked and none too often.
 */
@ApplicationScoped
public class CatalogueAddresses {

    private static final int MOST_ASKED = 2_000;
    private static final Duration FRESH = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(92);

    @Inject
    private OpenDatasets memory;

    @Inject
    private ConnectorConfiguration configuration;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService threads;

    /** @param unasked addresses of which nothing is known yet: they count as not answering */
    public record Asked(List<Dataset> datasets, int asked, int unasked) {
    }

    public Asked ask(List<Dataset> datasets, Instant end) {
        Instant now = clock.instant();
        List<String> addresses = List.copyOf(AskedAddresses.of(datasets));
        Map<String, OpenDatasets.Known> known = memory.known(addresses);
        List<String> due = addresses.stream()
                .filter(one -> !known.containsKey(one) || known.get(one).askedAt().isBefore(now.minus(FRESH)))
                .sorted(Comparator.comparing(one -> known.containsKey(one) ? known.get(one).askedAt() : Instant.EPOCH))
                .limit(MOST_ASKED).toList();
        Map<String, Boolean> asked = new AskedAddresses(configuration.hastyDocuments(), threads).ask(due,
                () -> clock.instant().isBefore(end));
        memory.remember(asked, now, LONGEST);
        Map<String, Boolean> answers = new HashMap<>();
        known.forEach((address, one) -> answers.put(address, one.answers()));
        answers.putAll(asked);
        return new Asked(datasets.stream().map(one -> AskedAddresses.with(one, answers)).toList(), asked.size(),
                addresses.size() - answers.size());
    }
}
