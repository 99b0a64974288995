package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.organisation.agency.FormerPlaces;

/** The sums of agencies of the first level belong to the place that those below them had in the period. */
class MeasuredFiguresTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 4, 1);
    private static final LocalDate WITHIN = LocalDate.of(2026, 7, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 10, 1);
    /** Stood below 2 until the second half of the quarter in which it moved below 3. */
    private static final long MOVED = 4;

    private final Catalog catalog = new Catalog(Optional.empty());
    private final ProgrammeTarget target = catalog.programme().target("P2-08");
    private final Indicator indicator = catalog.edition().indicatorOf("P2-08").orElseThrow();

    private DueReadings.Sum sum(LocalDate period, String first, int numerator, int denominator, int readings) {
        return new DueReadings.Sum(indicator.code(), period, "province", first, BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator), BigDecimal.valueOf(numerator), readings, false);
    }

    private DueReadings.Single single(LocalDate period, LocalDate until) {
        return new DueReadings.Single(indicator.code(), period, MOVED, "province", "3", null, until,
                BigDecimal.valueOf(4), BigDecimal.valueOf(10), BigDecimal.valueOf(40));
    }

    private Map<LocalDate, Map<String, String>> sums(List<DueReadings.Single> outside,
            List<DueReadings.Single> moved) {
        FormerPlaces places = new FormerPlaces(
                List.of(new FormerPlaces.Place(MOVED, LocalDate.of(2026, 8, 15), "2")));
        MeasuredFigures figures = new MeasuredFigures(
                new DueReadings.Everything(LocalDate.of(2026, 12, 31),
                        List.of(sum(BEFORE, "2", 7, 10, 1), sum(BEFORE, "3", 9, 20, 2), sum(WITHIN, "3", 9, 20, 2),
                                sum(AFTER, "3", 9, 20, 2)),
                        outside, moved, List.of(), List.of(), List.of(), List.of(), places),
                begin -> 80, List.of(), List.of());
        Map<LocalDate, Map<String, String>> shown = new TreeMap<>();
        figures.sums(target, indicator).forEach((period, sums) -> shown.put(period, sums.stream()
                .collect(Collectors.groupingBy(DueReadings.Sum::first, TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(),
                                of -> MeasuredFigures.total(of, DueReadings.Sum::numerator) + "/"
                                        + MeasuredFigures.total(of, DueReadings.Sum::denominator) + " of "
                                        + of.stream().mapToLong(DueReadings.Sum::readings).sum())))));
        return shown;
    }

    @Test
    void whoMovedIsSummedWhereItStoodOnTheLastDayOfThePeriod() {
        List<DueReadings.Single> moved = List.of(single(BEFORE, null), single(WITHIN, null), single(AFTER, null));
        assertEquals(
                Map.of(BEFORE, Map.of("2", "11/20 of 2", "3", "5/10 of 1"), WITHIN, Map.of("3", "9/20 of 2"), AFTER,
                        Map.of("3", "9/20 of 2")),
                sums(List.of(), moved));
    }

    /** It closed after it had moved and is not due for the last period: what is taken off is taken off where it stood. */
    @Test
    void whatIsNotDueIsTakenOffWhereItStood() {
        LocalDate end = LocalDate.of(2026, 3, 31);
        assertEquals(Map.of("2", "7/10 of 1", "3", "5/10 of 1"),
                sums(List.of(single(BEFORE, end)), List.of(single(BEFORE, end))).get(BEFORE));
    }

    @Test
    void ofSeveralMovesThePlaceOfTheDayCounts() {
        FormerPlaces places = new FormerPlaces(List.of(new FormerPlaces.Place(1, AFTER, "8"),
                new FormerPlaces.Place(1, WITHIN, "7"), new FormerPlaces.Place(2, AFTER, "6")));
        assertEquals(List.of("7", "8", "8", "9", "9"), List.of(places.first(1, WITHIN.minusDays(1), "9"),
                places.first(1, WITHIN, "9"), places.first(1, AFTER.minusDays(1), "9"), places.first(1, AFTER, "9"),
                places.first(3, BEFORE, "9")));
    }
}
