package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The share of agencies that meet a condition, from who came to meet it. */
class ConditionForecastTest {

    private static final int NOT_KNOWN = ConditionForecast.UNKNOWN;

    @Test
    void itIsTheForecastOfTheTransitions() {
        List<int[]> agencies = new ArrayList<>();
        agencies.addAll(times(10, 0, 0, 0));
        agencies.addAll(times(6, 0, 0, 1));
        agencies.addAll(times(4, 0, 1, 1));
        agencies.addAll(times(3, 1, 1, 1));
        agencies.addAll(times(1, 1, 1, 0));
        Optional<Forecast> expected = StepwiseForecast.of(List.of(new StepwiseForecast.Group(
                new long[][]{{26, 10}, {1, 11}}, new long[]{11, 13})), 3, 2, 1, 0.8);
        assertEquals(expected, ConditionForecast.of(agencies, 3, 2, 0.8));
        assertTrue(expected.isPresent());
    }

    /** A gap is no transition; the silent stand where they were last seen, and who never was meets nothing. */
    @Test
    void whoIsSilentStandsWhereItWasLastSeen() {
        List<int[]> agencies = new ArrayList<>();
        agencies.addAll(times(8, 0, 1, NOT_KNOWN));
        agencies.addAll(times(5, 0, NOT_KNOWN, 1));
        agencies.addAll(times(7, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN));
        agencies.addAll(times(2, NOT_KNOWN, NOT_KNOWN, 0));
        Optional<Forecast> expected = StepwiseForecast.of(
                List.of(new StepwiseForecast.Group(new long[][]{{0, 8}, {0, 0}}, new long[]{9, 13})), 3, 2, 1, 0.8);
        assertEquals(expected, ConditionForecast.of(agencies, 3, 2, 0.8));
    }

    @Test
    void thirtyFourThatNeverMetItMay() {
        Forecast.Step end = ConditionForecast.of(times(34, 0, 0, 0, 0, 0, 0), 6, 4, 1).orElseThrow().atEnd();
        assertEquals(0, end.low());
        assertTrue(end.high() >= new Stillness(170).mostMoved(4), end.toString());
    }

    @Test
    void withoutTwoStepsThereIsNone() {
        assertEquals(Optional.empty(), ConditionForecast.of(times(34, 0), 1, 1, 1));
        assertEquals(Optional.empty(), ConditionForecast.of(times(34, 0, NOT_KNOWN, 1), 3, 1, 1));
        assertEquals(Optional.empty(), ConditionForecast.of(List.of(), 3, 1, 1));
    }

    private static List<int[]> times(int agencies, int... states) {
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < agencies; i++) {
            all.add(Arrays.copyOf(states, states.length));
        }
        return all;
    }
}
