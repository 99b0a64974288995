package vn.thang.indicator.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.period.Period;

/**
 * What agencies weigh that others were merged into and that have not reported since: the last denominator of each former self, their
 * own among them. What was reported after a merger holds those that were merged already. An agency that was divided goes on in none.
 */
final class JoinedWeights {

    private final Map<Long, List<Merger>> predecessors;
    private Map<SilentAgencies.Until, SilentAgencies.Last> last = Map.of();

    JoinedWeights(List<Merger> mergers) {
        Map<Long, Long> successors = mergers.stream()
                .collect(Collectors.groupingBy(Merger::predecessor, Collectors.counting()));
        this.predecessors = mergers.stream()
                .filter(merger -> merger.ended() != null && successors.get(merger.predecessor()) == 1)
                .collect(Collectors.groupingBy(Merger::successor));
    }

    /** Returns what has to be known of agencies, and of those that were merged into them by the end of the period. */
    Set<SilentAgencies.Until> asked(Collection<SilentAgencies.Silent> silent, Map<String, Indicator> indicators) {
        Set<SilentAgencies.Until> asked = new LinkedHashSet<>();
        for (SilentAgencies.Silent one : silent) {
            Period period = period(one, indicators);
            if (!before(one.agency(), period.end()).isEmpty()) {
                add(one.agency(), one.indicator(), period.back(), period.end(), asked);
            }
        }
        return asked;
    }

    private void add(long agency, String indicator, Period until, LocalDate day, Set<SilentAgencies.Until> asked) {
        asked.add(new SilentAgencies.Until(agency, indicator, until.begin()));
        before(agency, day).forEach(merger -> add(merger.predecessor(), indicator, until(until, merger),
                merger.ended(), asked));
    }

    void know(Collection<SilentAgencies.Last> found) {
        last = found.stream().collect(Collectors.toMap(SilentAgencies.Last::asked, Function.identity()));
    }

    /** Returns what the agency weighs; empty where nobody was merged into it, or none of them ever reported. */
    Optional<BigDecimal> of(SilentAgencies.Silent one, Map<String, Indicator> indicators) {
        Period period = period(one, indicators);
        return before(one.agency(), period.end()).isEmpty() ? Optional.empty()
                : weight(one.agency(), one.indicator(), period.back(), period.end());
    }

    private Optional<BigDecimal> weight(long agency, String indicator, Period until, LocalDate day) {
        SilentAgencies.Last own = last.get(new SilentAgencies.Until(agency, indicator, until.begin()));
        Stream<BigDecimal> others = before(agency, day).stream()
                .filter(merger -> own == null
                        || !until.kind().end(own.period()).isAfter(merger.ended()))
                .flatMap(merger -> weight(merger.predecessor(), indicator, until(until, merger), merger.ended())
                        .stream());
        return Stream.concat(Stream.ofNullable(own).map(SilentAgencies.Last::amount), others).reduce(BigDecimal::add);
    }

    /** The newest period that was over while the one that was merged was there. */
    private static Period until(Period until, Merger merger) {
        Period ended = Period.endedBy(merger.ended(), until.kind());
        return ended.begin().isBefore(until.begin()) ? ended : until;
    }

    /** Who was merged into an agency by a day on which it was there. */
    private List<Merger> before(long agency, LocalDate day) {
        return predecessors.getOrDefault(agency, List.of()).stream().filter(merger -> merger.ended().isBefore(day))
                .toList();
    }

    private static Period period(SilentAgencies.Silent one, Map<String, Indicator> indicators) {
        return new Period(indicators.get(one.indicator()).period(), one.period());
    }
}
