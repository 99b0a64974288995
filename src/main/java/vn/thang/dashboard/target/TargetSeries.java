package vn.thang.dashboard.target;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vn.thang.catalog.VersionStep;
import vn.thang.catalog.programme.Breaks;

/**
 * The values of a target up to today, and from which days on they mean something else than before: by another definition, or
 * by another version of the model.
 *
 * @param target    its code
 * @param indicator the code of what measures it; empty where rounds do
 * @param trend     the values, oldest first
 * @param versions  changes of the model's version, by the day of the first value after each
 */
public record TargetSeries(String target, Optional<String> indicator, List<TargetValue> trend,
        SortedMap<LocalDate, VersionStep> versions) {

    /**
     * The last break between a day and the value of today: what was measured up to that day is of another kind, and no change is
     * read from it. Empty where both are of one kind, and without a value.
     */
    public Optional<Breaks.Break> brokenSince(LocalDate day, Breaks breaks) {
        return today().flatMap(last -> breaks.last(target, indicator, last.on()))
                .filter(one -> one.on().isAfter(day));
    }

    /**
     * The day of the last change of the model's version between a day and the value of today whose levels do not compare with those
     * before; empty where all do, and without a value.
     */
    public Optional<LocalDate> apartSince(LocalDate day) {
        return today().flatMap(last -> versions.entrySet().stream().filter(one -> !one.getValue().joined())
                .map(Map.Entry::getKey).filter(on -> on.isAfter(day) && !on.isAfter(last.on()))
                .max(Comparator.naturalOrder()));
    }

    /** The last break up to a day, before which values are of another kind, though none may have come since. */
    public Optional<Breaks.Break> broken(LocalDate day, Breaks breaks) {
        return today().flatMap(last -> breaks.last(target, indicator, day));
    }

    /** Whether a value is of the same kind as that of today, so that a change may be read between them. */
    public boolean compares(TargetValue value, Breaks breaks) {
        return brokenSince(value.on(), breaks).isEmpty() && apartSince(value.on()).isEmpty();
    }

    /** The value before that of today, of which the change is told; empty where there is none of the same kind. */
    public Optional<TargetValue> earlier(Breaks breaks) {
        return trend.size() < 2 ? Optional.empty()
                : Optional.of(trend.get(trend.size() - 2)).filter(one -> compares(one, breaks));
    }

    private Optional<TargetValue> today() {
        return trend.isEmpty() ? Optional.empty() : Optional.of(trend.get(trend.size() - 1));
    }
}
