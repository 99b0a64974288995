package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendChartTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final double RIGHT = 500;

    @Test
    void timeRunsTrueToScaleUpToTheTarget() {
        TrendChart chart = new TrendChart(List.of(value(0, 0), value(100, 50)), value(400, 100), 100);
        assertEquals(List.of("70.0", "177.5"), chart.getPoints().stream().map(TrendChart.Point::x).toList());
        assertEquals("500.0", chart.getTarget().x());
        assertEquals(chart.getPoints().get(1), chart.getLast());
    }

    @Test
    void valuesStandBetweenNothingAtTheBottomAndEverythingAtTheTop() {
        TrendChart chart = new TrendChart(List.of(value(0, 0), value(1, 2.5), value(2, 5)), null, 5);
        assertEquals(List.of("70.0,190.0 285.0,113.0 500.0,36.0"), chart.getLines());
        assertEquals(List.of("190.0", "113.0", "36.0"), chart.getGrid());
        assertEquals(5, chart.getMost());
        assertNull(chart.getTarget());
        assertEquals("R0: T0.0; R1: T2.5; R2: T5.0", chart.getWords());
    }

    /** All of them stand in the table beside it and in the sentence for those who do not see the picture. */
    @Test
    void ofValuesThatStandCloseTogetherOnlyTheLastHasItsWords() {
        TrendChart chart = new TrendChart(List.of(value(0, 1), value(5, 2), value(200, 3), value(205, 2)),
                value(400, 5), 5);
        assertEquals(List.of("R5", "R205"), chart.getNamed().stream().map(TrendChart.Point::label).toList());
        assertEquals(4, chart.getPoints().size());
        assertTrue(chart.getWords().startsWith("R0: T1.0; R5"), chart::getWords);
        assertEquals(List.of("R0"), new TrendChart(List.of(value(0, 1), value(390, 2)), value(400, 5), 5).getNamed()
                .stream().map(TrendChart.Point::label).toList());
    }

    /** Before and after the change each part is a line of its own; where values compare, the mark stands and the line goes on. */
    @Test
    void theLineBreaksWhereValuesDoNotCompareWithThoseBefore() {
        List<TrendChart.Value> values = List.of(value(0, 0), value(1, 2.5), value(2, 5));
        TrendChart joined = new TrendChart(values, null, 5)
                .marked(List.of(new SeriesMark(FIRST.plusDays(1), "other version, compares", false)));
        assertEquals(List.of("70.0,190.0 285.0,113.0 500.0,36.0"), joined.getLines());
        assertEquals(List.of("285.0"), joined.getMarks().stream().map(TrendChart.Point::x).toList());
        assertTrue(joined.getWords().endsWith("; other version, compares"), joined::getWords);
        TrendChart apart = new TrendChart(values, null, 5)
                .marked(List.of(new SeriesMark(FIRST.plusDays(1), "another kind", true)));
        assertEquals(List.of("70.0,190.0", "285.0,113.0 500.0,36.0"), apart.getLines());
        assertEquals(List.of("70.0,190.0 285.0,113.0", "500.0,36.0"), new TrendChart(values, null, 5).marked(
                List.of(new SeriesMark(FIRST, "before all", true), new SeriesMark(FIRST.plusDays(2), "x", true)))
                .getLines());
    }

    @Test
    void oneValueAloneStandsAtTheLeft() {
        assertEquals(List.of("70.0,36.0"), new TrendChart(List.of(value(0, 5)), null, 5).getLines());
    }

    @Test
    void aValueAfterTheDayOfTheTargetStaysInThePicture() {
        TrendChart chart = new TrendChart(List.of(value(0, 10), value(500, 90)), value(250, 100), 100);
        assertTrue(Double.parseDouble(chart.getLast().x()) <= RIGHT, chart.getLast()::x);
        assertEquals("285.0", chart.getTarget().x());
    }

    @Test
    void aTargetBeforeTheFirstValueStaysInThePictureToo() {
        TrendChart chart = new TrendChart(List.of(value(0, 10), value(100, 20)), value(-100, 100), 100);
        assertEquals("70.0", chart.getTarget().x());
        assertEquals(List.of("285.0", "500.0"), chart.getPoints().stream().map(TrendChart.Point::x).toList());
    }

    private static TrendChart.Value value(int day, double value) {
        return new TrendChart.Value(FIRST.plusDays(day), value, "R" + day, "T" + value);
    }

    @Test
    void theWayAndTheForecastRunOnTheSameScale() {
        LocalDate begin = LocalDate.of(2025, 1, 1);
        LocalDate due = begin.plusDays(100);
        TrendChart chart = new TrendChart(
                List.of(new TrendChart.Value(begin, 20, "a", "20"),
                        new TrendChart.Value(begin.plusDays(50), 40, "b", "40")),
                new TrendChart.Value(due, 100, "c", "100"), 100)
                .ahead(List.of(new TrendChart.Value(begin, 20, null, null), new TrendChart.Value(due, 100, null, null)),
                        List.of(new TrendChart.Fan(begin.plusDays(75), 40, 50, 60),
                                new TrendChart.Fan(due, 45, 60, 80)));
        TrendChart.Point last = chart.getLast();
        assertEquals(
                chart.getPoints().get(0).x() + "," + chart.getPoints().get(0).y() + " " + chart.getTarget().x() + ","
                        + chart.getTarget().y(),
                chart.getWay());
        assertTrue(chart.getMiddle().startsWith(last.x() + "," + last.y() + " "));
        assertEquals(3, chart.getMiddle().split(" ").length);
        assertEquals(5, chart.getBand().split(" ").length);
        String[] corners = chart.getBand().split(" ");
        assertEquals(corners[2].split(",")[0], corners[3].split(",")[0], "the ends of the band stand above each other");
        assertTrue(Double.parseDouble(corners[2].split(",")[1]) < Double.parseDouble(corners[3].split(",")[1]));
    }

    @Test
    void withoutAWayAndAForecastThereIsNothingToDraw() {
        TrendChart chart = new TrendChart(List.of(new TrendChart.Value(LocalDate.of(2025, 1, 1), 20, "a", "20")), null,
                100);
        assertEquals("", chart.getWay() + chart.getMiddle() + chart.getBand());
        assertEquals("", chart.ahead(List.of(), List.of()).getBand());
    }
}
