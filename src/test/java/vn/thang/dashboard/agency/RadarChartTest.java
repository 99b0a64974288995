package vn.thang.dashboard.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("one of them changes the language of the whole machine")
class RadarChartTest {

    private final RadarChart chart = new RadarChart(List.of("A", "B", "C", "D"), 5);

    @Test
    void theAxesBeginAtTheTopAndRunClockwise() {
        assertEquals(List.of("260.0 70.0", "400.0 210.0", "260.0 350.0", "120.0 210.0"),
                chart.getAxes().stream().map(axis -> axis.x() + " " + axis.y()).toList());
        assertEquals(List.of("middle", "start", "middle", "end"),
                chart.getAxes().stream().map(RadarChart.Axis::anchor).toList());
        assertEquals(List.of("A", "B", "C", "D"), chart.getAxes().stream().map(RadarChart.Axis::name).toList());
        assertEquals(414, chart.getAxes().get(1).labelX());
        assertEquals(60, chart.getAxes().get(0).labelY());
    }

    @Test
    void aShapeHasAPointForEachValueFromTheMiddleToTheRim() {
        assertEquals("260.0,210.0 400.0,210.0 260.0,238.0 190.0,210.0", chart.shape(List.of(0d, 5d, 1d, 2.5)));
        assertEquals(5, chart.getRings().size());
        assertEquals(chart.shape(List.of(5d, 5d, 5d, 5d)), chart.getRings().get(4));
        assertEquals(chart.shape(List.of(1d, 1d, 1d, 1d)), chart.getRings().get(0));
    }

    @Test
    void aBandIsOnePathWithAHole() {
        assertEquals(
                "M260.0,70.0L400.0,210.0L260.0,350.0L120.0,210.0ZM260.0,182.0L288.0,210.0L260.0,238.0L232.0,210.0Z",
                chart.band(List.of(5d, 5d, 5d, 5d), List.of(1d, 1d, 1d, 1d)));
    }

    @Test
    void coordinatesHaveAPointWhateverTheServersLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("260.0,207.2 260.0,210.0 260.0,210.0 260.0,210.0", chart.shape(List.of(0.1, 0d, 0d, 0d)));
        } finally {
            Locale.setDefault(before);
        }
    }
}
