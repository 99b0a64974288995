package vn.thang.indicator.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.period.Period;

/** Whom a batch concerns. */
class ReadingsArrivedTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Test
    void onlyAgenciesWithThatIndicatorInThatPeriod() {
        ReadingsArrived arrived = new ReadingsArrived();
        arrived.add(reading("systems_connected", JULY, 7));
        arrived.add(reading("systems_connected", JULY, 9));
        arrived.add(reading("systems_connected", APRIL, 8));
        arrived.add(reading("papers_once_only", JULY, 5));
        assertEquals(Set.of(7L, 9L), arrived.about(Map.of("systems_connected", Set.of(JULY))));
        assertEquals(Set.of(7L, 8L, 9L),
                arrived.about(Map.of("systems_connected", Set.of(JULY, APRIL), "other", Set.of(JULY))));
        assertEquals(Set.of(), arrived.about(Map.of("security_dossiers", Set.of(JULY))));
        assertEquals(Set.of(), new ReadingsArrived().about(Map.of("systems_connected", Set.of(JULY))));
    }

    private static Reading reading(String indicator, LocalDate begin, long agency) {
        return new Reading(indicator, new Period(Indicator.Period.QUARTER, begin), agency, null, null, BigDecimal.ONE,
                null);
    }
}
