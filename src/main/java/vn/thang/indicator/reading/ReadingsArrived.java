package vn.thang.indicator.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Readings came in. Fired once for a batch, in its transaction, when anything in it was new.
 *
 * @param agencies indicator, then first day of the period, to the ids of the agencies
 */
public record ReadingsArrived(Map<String, Map<LocalDate, Set<Long>>> agencies) {

    public ReadingsArrived() {
        this(new HashMap<>());
    }

    /** Returns what is to be told of a single reading. */
    public static ReadingsArrived of(String indicator, LocalDate begin, long agency) {
        return new ReadingsArrived(Map.of(indicator, Map.of(begin, Set.of(agency))));
    }

    public void add(Reading reading) {
        agencies.computeIfAbsent(reading.indicator(), code -> new HashMap<>())
                .computeIfAbsent(reading.period().begin(), begin -> new TreeSet<>()).add(reading.agency());
    }

    /** Agencies of which something arrived about these indicators in these periods. */
    public Set<Long> about(Map<String, Set<LocalDate>> periods) {
        Set<Long> found = new TreeSet<>();
        periods.forEach((indicator, begins) -> begins.forEach(
                begin -> found.addAll(agencies.getOrDefault(indicator, Map.of()).getOrDefault(begin, Set.of()))));
        return found;
    }
}
