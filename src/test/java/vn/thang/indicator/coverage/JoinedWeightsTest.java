package vn.thang.indicator.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.period.Period;

/** What a merged agency weighs that has not reported since; everything is of one indicator. */
class JoinedWeightsTest {

    private static final long OWN = 1;

    private final Indicator indicator = new Catalog(Optional.empty()).indicator("systems_connected").orElseThrow();
    private final List<Merger> mergers = new ArrayList<>();
    private final Map<Long, Map<String, Integer>> reported = new HashMap<>();

    private void merged(long predecessor, long successor, String ended) {
        mergers.add(new Merger(predecessor, successor, null, null, "province", LocalDate.parse(ended)));
    }

    private void reported(long agency, String period, int denominator) {
        reported.computeIfAbsent(agency, any -> new TreeMap<>()).put(period, denominator);
    }

    /** What it weighs in a period for which it is silent, if what is asked of the database is answered. */
    private Integer weight(String period) {
        JoinedWeights weights = new JoinedWeights(mergers);
        SilentAgencies.Silent silent = new SilentAgencies.Silent(indicator.code(),
                Period.written(period).orElseThrow().begin(),
                OWN, "province", "1", null, null, BigDecimal.valueOf(7));
        Map<String, Indicator> indicators = Map.of(indicator.code(), indicator);
        Set<SilentAgencies.Until> asked = weights.asked(List.of(silent), indicators);
        weights.know(asked.stream().flatMap(one -> last(one).stream()).toList());
        return weights.of(silent, indicators).map(BigDecimal::intValueExact).orElse(null);
    }

    private Optional<SilentAgencies.Last> last(SilentAgencies.Until asked) {
        return reported.getOrDefault(asked.agency(), Map.of()).entrySet().stream()
                .map(one -> new SilentAgencies.Last(asked.agency(), asked.indicator(), asked.until(),
                        Period.written(one.getKey()).orElseThrow().begin(), BigDecimal.valueOf(one.getValue())))
                .filter(one -> !one.period().isAfter(asked.until())).reduce((one, other) -> other);
    }

    @Test
    void itIsTheSumOfItsFormerSelves() {
        merged(2, OWN, "2026-06-30");
        merged(3, OWN, "2026-06-30");
        reported(OWN, "2026-Q1", 90);
        reported(OWN, "2026-Q2", 100);
        reported(2, "2026-Q2", 400);
        reported(3, "2025-Q4", 500);
        assertEquals(1_000, weight("2026-Q3"));
        assertEquals(1_000, weight("2027-Q1"));
        assertEquals(null, weight("2026-Q2"), "they are three still");
    }

    @Test
    void whoWasFoundedWeighsWhatItCameOf() {
        merged(2, OWN, "2026-06-30");
        merged(3, OWN, "2026-06-30");
        reported(2, "2026-Q2", 400);
        reported(3, "2026-Q2", 500);
        assertEquals(900, weight("2026-Q3"));
    }

    /** What it reported after a merger holds those that were merged; only who came later is added. */
    @Test
    void whatIsInItsOwnFigureIsNotAddedAgain() {
        merged(2, OWN, "2026-06-30");
        merged(3, OWN, "2026-12-15");
        reported(2, "2026-Q2", 400);
        reported(3, "2026-Q3", 500);
        reported(OWN, "2026-Q3", 450);
        assertEquals(450, weight("2026-Q4") - 500);
        reported(OWN, "2026-Q4", 1_000);
        assertEquals(1_000, weight("2027-Q1"));
    }

    @Test
    void mergersFollowOneAnother() {
        merged(3, 2, "2026-03-31");
        merged(2, OWN, "2026-09-30");
        reported(3, "2026-Q1", 500);
        reported(2, "2026-Q1", 400);
        assertEquals(900, weight("2026-Q4"));
        reported(2, "2026-Q2", 950);
        assertEquals(950, weight("2026-Q4"));
    }

    /** What it reports of its last days is no whole period. */
    @Test
    void whatWasNotOverWhenItClosedDoesNotCount() {
        merged(2, OWN, "2026-08-15");
        reported(2, "2026-Q2", 400);
        reported(2, "2026-Q3", 40);
        assertEquals(400, weight("2026-Q3"));
    }

    @Test
    void whoWasDividedGoesOnInNone() {
        merged(2, OWN, "2026-06-30");
        merged(2, 4, "2026-06-30");
        reported(2, "2026-Q2", 400);
        assertEquals(null, weight("2026-Q3"));
    }
}
