package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

    private final Forecast.Step step = new Forecast.Step(0.25, 0.5, 0.625);

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.375, 0.5", "0.25, 1", "0, 2", "0.5625, 0.5", "0.625, 1", "0.75, 2"})
    void theMissIsCountedInWidthsOfItsSide(double truth, double widths) {
        assertEquals(widths, step.miss(truth), 1e-12);
    }

    @Test
    void aSideWithoutWidthIsMissedWithoutBoundUnlessTheTruthIsTheMiddle() {
        Forecast.Step sure = new Forecast.Step(0.5, 0.5, 0.5);
        assertEquals(0, sure.miss(0.5));
        assertEquals(Double.POSITIVE_INFINITY, sure.miss(0.51));
        assertEquals(Double.POSITIVE_INFINITY, sure.miss(0.49));
        assertEquals(2, new Forecast.Step(0.25, 0.5, 0.5).miss(0), 1e-12);
    }

    @Test
    void bothSidesWidenAndStayWithinTheWhole() {
        assertEquals(new Forecast.Step(0.125, 0.5, 0.6875), step.widened(1.5));
        assertEquals(step, step.widened(1));
        assertEquals(new Forecast.Step(0, 0.5, 1), step.widened(8));
    }

    @Test
    void theEndIsTheLastStepAndStepsDoNotChange() {
        List<Forecast.Step> steps = new ArrayList<>(List.of(step, step.widened(1.5)));
        Forecast forecast = new Forecast(steps, 0.4, true);
        steps.clear();
        assertEquals(new Forecast.Step(0.125, 0.5, 0.6875), forecast.atEnd());
        assertEquals(Optional.empty(), forecast.backtest());
    }
}
