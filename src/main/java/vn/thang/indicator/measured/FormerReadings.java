package vn.thang.indicator.measured;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.measured.MeasuringReadings.StoredReading;

/**
 * Joins the history of an agency with those of the agencies that were merged into it: for every period that ended before a merger its
 * figure is the sum of all of them, itself among them, as far as they reported. A figure without parts cannot be added and stays
 * that of its former self.
 */
final class FormerReadings {

    private final Catalog catalog;
    private final Map<Long, Map<String, TreeMap<LocalDate, Map<Long, FoundReading>>>> newest = new HashMap<>();

    FormerReadings(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Takes a reading of an agency, or of one that was merged into it, as far as that counts for it. */
    void add(StoredReading reading, Instant by) {
        if (reading.ended() == null || catalog.indicator(reading.indicator())
                .filter(one -> one.shape() != Indicator.Shape.VALUE
                        && !one.period().end(reading.period()).isAfter(reading.ended()))
                .isPresent()) {
            newest.computeIfAbsent(reading.agency(), agency -> new HashMap<>())
                    .computeIfAbsent(reading.indicator(), code -> new TreeMap<>())
                    .computeIfAbsent(reading.period(), period -> new TreeMap<>())
                    .merge(reading.member(), reading.found(by), FoundReading::newer);
        }
    }

    /** Returns by agency, indicator and period what is known. */
    Map<Long, Map<String, TreeMap<LocalDate, FoundReading>>> joined() {
        Map<Long, Map<String, TreeMap<LocalDate, FoundReading>>> all = new HashMap<>();
        newest.forEach((agency, indicators) -> indicators.forEach((indicator, periods) -> periods
                .forEach((period, members) -> all.computeIfAbsent(agency, one -> new HashMap<>())
                        .computeIfAbsent(indicator, code -> new TreeMap<>())
                        .put(period, sum(agency, members)))));
        return all;
    }

    private static FoundReading sum(long agency, Map<Long, FoundReading> members) {
        int merged = members.size() - (members.containsKey(agency) ? 1 : 0);
        FoundReading sum = members.values().stream().reduce(FoundReading::and).orElseThrow();
        return merged == 0 ? sum : sum.of(merged);
    }

    static BigDecimal plus(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }
}
