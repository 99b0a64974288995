package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Demand;
import vn.thang.core.target.LevelHistory;
import vn.thang.core.target.MeasuredSeries;
import vn.thang.core.target.PeriodFigure;
import vn.thang.core.target.PooledForecast;
import vn.thang.core.target.Status;
import vn.thang.core.target.TargetMeasure;
import vn.thang.indicator.coverage.Cohort;
import vn.thang.indicator.coverage.Merger;
import vn.thang.organisation.agency.FormerPlaces;

/** The sums of agencies of the first level belong to the place that those below them had in the period. */
class MeasuredFiguresTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 4, 1);
    private static final LocalDate WITHIN = LocalDate.of(2026, 7, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 10, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    /** Stood below 2 until the second half of the quarter in which it moved below 3. */
    private static final long MOVED = 4;

    private final Catalog catalog = new Catalog(Optional.empty());
    private final ProgrammeTarget target = catalog.programme().target("P2-08");
    /** The same asked of each agency: that it reaches four in five. */
    private final ProgrammeTarget shareOfAgencies = asked();
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
        return shown(figures);
    }

    private Map<LocalDate, Map<String, String>> shown(MeasuredFigures figures) {
        Map<LocalDate, Map<String, String>> shown = new TreeMap<>();
        figures.sums(target, indicator).forEach((period, sums) -> shown.put(period, sums.stream()
                .collect(Collectors.groupingBy(DueReadings.Sum::first, TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(),
                                of -> MeasuredFigures.total(of, DueReadings.Sum::numerator) + "/"
                                        + MeasuredFigures.total(of, DueReadings.Sum::denominator) + " of "
                                        + of.stream().mapToLong(DueReadings.Sum::readings).sum())))));
        return shown;
    }

    private ProgrammeTarget asked() {
        return new ProgrammeTarget("X", target.phase(), target.group(), target.demand(),
                TargetMeasure.SHARE_OF_AGENCIES,
                Set.of("province"), OptionalInt.empty(),
                Optional.of(new Demand(Demand.Relation.AT_LEAST, BigDecimal.valueOf(80), Demand.Unit.PERCENT)), false,
                Optional.empty(), List.of());
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

    /** 4 closed within the quarter and went into 5, which closed within it too and went into 6. */
    @ParameterizedTest
    @CsvSource({", 9/20 of 1", "2026-09-20, 13/30 of 1"})
    void whoseHeirIsDueOverOthersIsNotCountedBesideIt(LocalDate heirs, String sum) {
        DueReadings.Single closed = new DueReadings.Single(indicator.code(), WITHIN, MOVED, "province", "3", null,
                LocalDate.of(2026, 7, 31), BigDecimal.valueOf(4), BigDecimal.valueOf(10), BigDecimal.valueOf(40));
        MeasuredFigures figures = figures(List.of(sum(WITHIN, "3", 13, 30, 2)), List.of(closed), List.of(),
                List.of(merger(MOVED, 5, "2026-08-01", "2026-08-31", "2026-07-31"),
                        merger(5, 6, "2026-09-01", heirs == null ? null : heirs.toString(), "2026-08-31")),
                List.of());
        assertEquals(Map.of("3", sum), shown(figures).get(WITHIN));
    }

    /** What somebody reported who is not due is in no value, and so says nothing of how far the value can be relied on. */
    @Test
    void onlyWhatTheValueIsMadeOfMakesItReliable() {
        LocalDate closed = LocalDate.of(2026, 8, 15);
        List<Merger> mergers = List.of(merger(5, 6, "2026-08-16", null, closed.toString()));
        List<DueReadings.Came> ways = List.of(came(null, null, false, true, 28, 280),
                came(5L, closed, false, false, 29, 290),
                came(null, null, true, false, 7, 0), came(MOVED, closed, false, false, 3, 30));
        MeasuredFigures figures = figures(List.of(sum(WITHIN, "3", 9, 20, 2)), List.of(), List.of(), mergers, ways);
        Confidence.Parts pooled = figures.confidence(target, indicator, step());
        assertEquals(List.of(Fraction.of(28, 31), BigDecimal.valueOf(310)),
                List.of(pooled.share(pooled.measured()), pooled.weight()),
                "who closed without a successor is in the sum");
        Confidence.Parts counted = figures.confidence(shareOfAgencies, indicator, step());
        assertEquals(List.of(Fraction.ONE, BigDecimal.valueOf(28)),
                List.of(counted.share(counted.measured()), counted.weight()));
    }

    private MeasuredSeries.Step step() {
        return new MeasuredSeries.Step(WITHIN, LocalDate.of(2026, 9, 30), new PeriodFigure(TargetMeasure.POOLED,
                BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, Coverage.of(Map.of())));
    }

    private DueReadings.Came came(Long closed, LocalDate validTo, boolean nothing, boolean measured, long readings,
            long denominator) {
        return new DueReadings.Came(indicator.code(), WITHIN, "province", null, validTo, closed, nothing, measured,
                false,
                false, readings, BigDecimal.valueOf(denominator));
    }

    /** 1 and 2 went into 3, which went into 4; 5 was divided. */
    @Test
    void theHistoriesOfThoseThatWereMergedGoOnInOne() {
        List<Merger> mergers = List.of(merger(1, 3, "2026-07-01", "2026-09-30", "2026-06-30"),
                merger(2, 3, "2026-07-01", "2026-09-30", "2026-06-30"), merger(3, 4, "2026-10-01", null, "2026-09-30"),
                merger(5, 4, "2026-10-01", null, "2026-09-30"), merger(5, 6, "2026-10-01", null, "2026-09-30"),
                merger(7, 4, "2026-10-01", null, "2027-09-30"));
        List<DueReadings.Single> own = List.of(own(1, BEFORE, 0, 10), own(2, BEFORE, 10, 10), own(3, WITHIN, 5, 20),
                own(4, AFTER, 20, 20), own(5, BEFORE, 1, 10), own(7, AFTER, 1, 10));
        MeasuredFigures figures = new MeasuredFigures(new DueReadings.Everything(LocalDate.of(2027, 1, 31), List.of(),
                List.of(), List.of(), own, mergers, List.of(new Cohort("province", null, null, 1)),
                List.of(), new FormerPlaces(List.of())), begin -> 0, List.of(), List.of());
        assertEquals(List.of(4L, 4L, 4L, 4L, 5L, 7L),
                List.of(figures.heirs().of(1, END), figures.heirs().of(2, END), figures.heirs().of(3, END),
                        figures.heirs().of(4, END),
                        figures.heirs().of(5, END), figures.heirs().of(7, END)));
        assertEquals(3, figures.heirs().of(1, LocalDate.of(2026, 9, 30)), "it is there on its last day");
        assertEquals(Set.of(WITHIN, AFTER), figures.mergers(shareOfAgencies).keySet(),
                "what lies ahead is marked later");
        MeasuredSeries series = figures.series(shareOfAgencies, indicator);
        assertEquals(3, figures.joined(shareOfAgencies, indicator, series));
        assertEquals(List.of(List.of(0, 0, 1), List.of(0, -1, -2), List.of(-1, -1, 0)),
                new MeasuredOutlook(shareOfAgencies, indicator, series, figures, Optional.empty()).conditions().stream()
                        .map(states -> Arrays.stream(states).boxed().toList()).toList());
    }

    /** All values are of the old kind: they are shown, and neither a way, nor that it is achieved, nor a forecast comes of them. */
    @Test
    void withoutAValueSinceABreakThereIsNotEnoughData() {
        List<DueReadings.Single> own = List.of(own(1, BEFORE, 10, 10), own(2, BEFORE, 10, 10), own(4, AFTER, 20, 20));
        MeasuredFigures figures = new MeasuredFigures(new DueReadings.Everything(LocalDate.of(2027, 1, 31), List.of(),
                List.of(), List.of(), own, List.of(), List.of(new Cohort("province", null, null, 1)),
                List.of(), new FormerPlaces(List.of())), begin -> 0, List.of(), List.of());
        MeasuredSeries series = figures.series(shareOfAgencies, indicator);
        List<TargetValue> trend = series.covered().stream().map(step -> new TargetValue("", step.end(),
                step.figure().value().orElseThrow(), null)).toList();
        assertEquals(Status.ACHIEVED, outlook(series, trend, figures, "2026-04-01").status());
        Outlook within = outlook(series, trend, figures, "2026-10-01");
        assertEquals(Status.ACHIEVED, within.status(), "the last one is of the new kind");
        for (String since : List.of("2026-10-02", "2027-01-15")) {
            Outlook outlook = outlook(series, trend, figures, since);
            assertEquals(Status.NOT_ENOUGH_DATA, outlook.status());
            assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                    List.of(outlook.trajectory(), outlook.expected(), outlook.forecast()));
            assertEquals(List.of("too-few", 0), List.of(outlook.method(), outlook.known()));
        }
    }

    private Outlook outlook(MeasuredSeries series, List<TargetValue> trend, MeasuredFigures figures, String since) {
        return MeasuredOutlook.of(shareOfAgencies, indicator, series, trend, figures,
                Optional.of(new Breaks.Break(LocalDate.parse(since), "new-model")));
    }

    /** 8 closed after the last period and nobody goes on for it, 9 went into 3, and 10 stands below 3 since. */
    @Test
    void whoClosedSinceTheLastPeriodIsInNoneAhead() {
        LocalDate closed = LocalDate.of(2027, 1, 15);
        List<DueReadings.First> firsts = List.of(first("3", null, false), first("8", closed, false),
                first("9", closed, false), first("10", closed, true));
        List<DueReadings.Sum> sums = firsts.stream().flatMap(one -> Stream.of(BEFORE, WITHIN, AFTER)
                .map(period -> sum(period, one.id(), 5, 10, 1))).toList();
        List<DueReadings.Single> own = Stream.of(3L, 8L, 9L).map(agency -> new DueReadings.Single(indicator.code(),
                AFTER, agency, "province", agency.toString(), null, agency == 3 ? null : closed, BigDecimal.TEN,
                BigDecimal.TEN, BigDecimal.valueOf(100))).toList();
        MeasuredFigures figures = new MeasuredFigures(new DueReadings.Everything(LocalDate.of(2027, 1, 31), sums,
                List.of(), List.of(), own, List.of(merger(9, 3, "2020-01-01", null, closed.toString())),
                List.of(new Cohort("province", null, null, 3)), firsts, new FormerPlaces(List.of())),
                begin -> 0, List.of(), List.of());
        MeasuredOutlook pooled = new MeasuredOutlook(target, indicator, figures.series(target, indicator), figures,
                Optional.empty());
        assertEquals(List.of(3, 3, 2, 3), pooled.panel().stream().map(PooledForecast.Series::until).toList(),
                "by id: 10, 3, 8, 9");
        MeasuredOutlook counted = new MeasuredOutlook(shareOfAgencies, indicator,
                figures.series(shareOfAgencies, indicator), figures, Optional.empty());
        assertEquals(List.of(1, LevelHistory.ABSENT, 1),
                counted.conditions().stream().map(states -> states[0]).toList(),
                "of 3, 8 and 9");
    }

    private static DueReadings.First first(String id, LocalDate until, boolean moved) {
        return new DueReadings.First(id, id, "", "province", null, until, moved);
    }

    private DueReadings.Single own(long agency, LocalDate period, int numerator, int denominator) {
        LocalDate to = agency <= 2 ? LocalDate.of(2026, 6, 30)
                : agency == 3 || agency == 5 ? LocalDate.of(2026, 9, 30) : null;
        LocalDate from = agency == 3 ? LocalDate.of(2026, 7, 1) : agency == 4 ? LocalDate.of(2026, 10, 1) : null;
        return new DueReadings.Single(indicator.code(), period, agency, "province", String.valueOf(agency), from, to,
                BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator),
                BigDecimal.valueOf(100L * numerator / denominator));
    }

    private static Merger merger(long predecessor, long successor, String from, String to, String ended) {
        return new Merger(predecessor, successor, LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "province", LocalDate.parse(ended));
    }

    private MeasuredFigures figures(List<DueReadings.Sum> sums, List<DueReadings.Single> outside,
            List<DueReadings.Single> moved, List<Merger> mergers, List<DueReadings.Came> ways) {
        return new MeasuredFigures(
                new DueReadings.Everything(LocalDate.of(2026, 12, 31), sums, outside, moved, List.of(),
                        mergers, List.of(), List.of(), new FormerPlaces(List.of())),
                begin -> 80, List.of(), ways);
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
