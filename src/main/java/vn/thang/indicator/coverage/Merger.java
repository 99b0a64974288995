package vn.thang.indicator.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.core.target.Existence;

/**
 * An agency that another came of, and when that other one is there.
 *
 * @param type  of the one before
 * @param ended its last day; null while it lasts
 */
public record Merger(long predecessor, long successor, LocalDate validFrom, LocalDate validTo, String type,
        LocalDate ended) {

    public Existence existence() {
        return new Existence(validFrom, validTo);
    }

    /** How many agencies of the types were no more from which day on, because others came of them, up to a day. */
    public static SortedMap<LocalDate, Long> byDay(List<Merger> mergers, Set<String> types, LocalDate day) {
        return mergers.stream().filter(merger -> merger.ended() != null && merger.ended().isBefore(day)
                && types.contains(merger.type()))
                .collect(Collectors.groupingBy(merger -> merger.ended().plusDays(1), TreeMap::new,
                        Collectors.mapping(Merger::predecessor,
                                Collectors.collectingAndThen(Collectors.toSet(), some -> (long) some.size()))));
    }
}
