package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Only a period that is over and covered carries the value of today. */
class MeasuredSeriesTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

    private static MeasuredSeries.Step quarter(int number, long part, long whole, long reported, long due) {
        LocalDate begin = BEGIN.plusMonths(3L * number);
        return new MeasuredSeries.Step(begin, begin.plusMonths(3).minusDays(1), new PeriodFigure(TargetMeasure.POOLED,
                BigDecimal.valueOf(part), BigDecimal.valueOf(whole), BigDecimal.ZERO,
                Coverage.of(Map.of("province", new Participation(due, reported)))));
    }

    @Test
    void anEarlyReadingIsNewsAndNotTheValue() {
        List<MeasuredSeries.Step> steps = List.of(quarter(2, 43, 100, 56, 56), quarter(3, 3, 3, 3, 56));
        MeasuredSeries series = MeasuredSeries.of(steps, LocalDate.of(2026, 11, 28), 80);
        assertEquals(steps.get(0), series.present().orElseThrow());
        assertEquals(steps.get(1), series.news().orElseThrow());
        assertEquals(steps.get(0), MeasuredSeries.of(steps, LocalDate.of(2027, 2, 1), 80).present().orElseThrow(),
                "over and thin");
    }

    @Test
    void aPeriodIsOverWhenItsLastDayHasPassed() {
        List<MeasuredSeries.Step> steps = List.of(quarter(3, 3, 3, 56, 56));
        assertEquals(Optional.empty(), MeasuredSeries.of(steps, LocalDate.of(2026, 12, 31), 80).present());
        assertTrue(MeasuredSeries.of(steps, LocalDate.of(2027, 1, 1), 80).present().isPresent());
    }

    @Test
    void whereNobodyHasAnythingToReportThereIsNoValue() {
        MeasuredSeries series = MeasuredSeries.of(List.of(quarter(0, 0, 0, 56, 56)), LocalDate.of(2027, 1, 1), 80);
        assertFalse(series.known());
        assertEquals(Optional.empty(), series.news());
    }

    @Test
    void everyPeriodIsOneOrTheOther() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            List<MeasuredSeries.Step> steps = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                steps.add(quarter(i, 1, 1 + chance.nextInt(3), chance.nextInt(6), 5 + chance.nextInt(2)));
            }
            LocalDate today = BEGIN.plusDays(chance.nextInt(800));
            MeasuredSeries series = MeasuredSeries.of(steps, today, 80);
            assertEquals(steps.size(), series.covered().size() + series.partial().size());
            Optional<MeasuredSeries.Step> expected = steps.stream().filter(step -> step.end().isBefore(today))
                    .filter(step -> 5 * step.figure().coverage().reported() >= 4 * step.figure().coverage().due())
                    .reduce((a, b) -> b);
            assertEquals(expected, series.present(), "seed " + seed);
            series.news().ifPresent(news -> assertTrue(
                    series.present().filter(step -> step.end().isAfter(news.end())).isEmpty()));
        }
    }

    @Test
    void anAgencyIsDueWhereItIsThereOnTheLastDay() {
        LocalDate end = LocalDate.of(2025, 6, 30);
        Existence old = new Existence(null, end);
        assertTrue(old.isDue(end));
        assertFalse(old.isDue(LocalDate.of(2025, 9, 30)));
        assertTrue(new Existence(LocalDate.of(2025, 7, 1), null).isDue(LocalDate.of(2025, 9, 30)));
        assertFalse(new Existence(LocalDate.of(2025, 7, 1), null).isDue(end));
        Existence ended = new Existence(null, LocalDate.of(2025, 8, 15));
        assertTrue(ended.closedWithin(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 30)));
        assertFalse(ended.isDue(LocalDate.of(2025, 9, 30)));
        assertFalse(ended.touches(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 31)));
    }
}
