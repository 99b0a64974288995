package vn.thang.indicator.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.thang.core.target.Coverage;

/**
 * The periods of an indicator for which enough agencies of every type reported. Those who are missing are weighed only once somebody
 * asks whether one of these periods is covered, since that costs statements.
 */
public final class Covered {

    private final String indicator;
    private final NavigableMap<LocalDate, List<Counted>> counted;
    private final Function<Collection<TypePeriod>, List<Missing>> weighing;
    private final Map<LocalDate, Boolean> known = new HashMap<>();

    /**
     * What enough agencies reported for one of the targets.
     *
     * @param enough how many per cent of the weight are enough
     * @param pooled whether the weight is asked as well
     */
    record Counted(Coverage coverage, int enough, boolean pooled) {
    }

    Covered(String indicator, NavigableMap<LocalDate, List<Counted>> counted,
            Function<Collection<TypePeriod>, List<Missing>> weighing) {
        this.indicator = indicator;
        this.counted = counted;
        this.weighing = weighing;
    }

    /** Returns the periods before one for which enough agencies reported, whatever they weigh; the newest first. */
    public Stream<LocalDate> countedBefore(LocalDate begin) {
        return counted.headMap(begin, false).descendingKeySet().stream();
    }

    /** Whether a period is covered for one of the targets, also by weight where its figures are pooled. */
    public boolean isCovered(LocalDate begin) {
        return counted.containsKey(begin) && known.computeIfAbsent(begin,
                period -> counted.get(period).stream().anyMatch(one -> isCovered(period, one)));
    }

    private boolean isCovered(LocalDate period, Counted one) {
        Coverage coverage = one.coverage();
        return !one.pooled() || coverage.complete() || new Coverage(coverage.types(), coverage.came(),
                Missing.total(weighing.apply(TypePeriod.incomplete(indicator, period, coverage))))
                .covered(one.enough());
    }
}
