package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maturity levels carried forward: the interval holds as often as it says, and nothing is claimed that the data do not carry. */
class StepwiseForecastTest {

    private static final int STATES = 6;
    private static final int RUNS = 150;

    @Tag("simulation")
    @ParameterizedTest(name = "{0} agencies, {1} rounds known, {2} ahead")
    @CsvSource({"56, 2, 2", "3377, 2, 2", "56, 4, 2", "3377, 4, 3", "3377, 3, 1", "300, 3, 3"})
    void theIntervalHoldsFourTimesInFive(int agencies, int rounds, int ahead) {
        Random random = new Random(7);
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            int[][] at = Worlds.climbs(agencies, rounds + ahead, STATES, random);
            Forecast.Step end = StepwiseForecast.of(Worlds.groups(at, rounds, STATES), rounds, ahead, 3, 0.5)
                    .orElseThrow().atEnd();
            double truth = Arrays.stream(at[rounds + ahead - 1]).filter(state -> state >= 3).count()
                    / (double) agencies;
            held += truth >= end.low() && truth <= end.high() ? 1 : 0;
        }
        double coverage = held / (double) RUNS;
        assertTrue(coverage >= 0.7 && coverage <= 0.9, "coverage " + coverage);
    }

    @Tag("simulation")
    @Test
    void theChanceComesTrueAsOftenAsItSays() {
        Random random = new Random(3);
        double said = 0;
        int came = 0;
        for (int run = 0; run < 2 * RUNS; run++) {
            int[][] at = Worlds.climbs(200, 5, STATES, random);
            long now = Arrays.stream(at[2]).filter(state -> state >= 3).count();
            double demand = now / 200d + 0.14;
            said += StepwiseForecast.of(Worlds.groups(at, 3, STATES), 3, 2, 3, demand).orElseThrow().chance();
            came += Arrays.stream(at[4]).filter(state -> state >= 3).count() / 200d >= demand ? 1 : 0;
        }
        assertEquals(came / (2d * RUNS), said / (2 * RUNS), 0.1);
    }

    @Test
    void everybodySeesTheSameFigures() {
        List<StepwiseForecast.Group> groups = Worlds.groups(Worlds.climbs(100, 3, STATES, new Random(1)), 3, STATES);
        assertEquals(StepwiseForecast.of(groups, 3, 2, 3, 1), StepwiseForecast.of(groups, 3, 2, 3, 1));
    }

    @Test
    void aHigherStateAndAHigherDemandAreLessLikely() {
        List<StepwiseForecast.Group> groups = Worlds.groups(Worlds.climbs(100, 3, STATES, new Random(1)), 3, STATES);
        Forecast at3 = StepwiseForecast.of(groups, 3, 2, 3, 0.4).orElseThrow();
        Forecast at4 = StepwiseForecast.of(groups, 3, 2, 4, 0.4).orElseThrow();
        assertTrue(at4.atEnd().middle() < at3.atEnd().middle());
        assertTrue(StepwiseForecast.of(groups, 3, 2, 3, 0.9).orElseThrow().chance() <= at3.chance());
        at3.steps().forEach(
                step -> assertTrue(0 <= step.low() && step.low() <= step.middle() && step.middle() <= step.high()
                        && step.high() <= 1, step.toString()));
    }

    @Test
    void whoNeverMovesIsExpectedToMoveLittleOnceThatIsKnownWell() {
        long[][] still = new long[2][2];
        still[0][0] = 4_000;
        still[1][1] = 4_000;
        Forecast forecast = StepwiseForecast
                .of(List.of(new StepwiseForecast.Group(still, new long[]{500, 500})), 9, 1, 1, 1)
                .orElseThrow();
        assertEquals(0.5, forecast.atEnd().middle(), 0.02);
        assertEquals(0, forecast.chance());
    }

    /** 34 agencies that stood at 0 for six rounds: that none will rise stays in the interval, and that some will. */
    @ParameterizedTest
    @CsvSource({"34, 0", "3400, 0", "34, 1", "3400, 1"})
    void whereNobodyEverCrossedTheIntervalHasAWidthAndIncludesThatNobodyWill(int agencies, int state) {
        long[][] still = new long[2][2];
        still[state][state] = 5L * agencies;
        long[] present = new long[2];
        present[state] = agencies;
        Forecast forecast = StepwiseForecast.of(List.of(new StepwiseForecast.Group(still, present)), 6, 4, 1, 1)
                .orElseThrow();
        for (int k = 1; k <= 4; k++) {
            Forecast.Step step = forecast.steps().get(k - 1);
            assertEquals(state, state == 0 ? step.low() : step.high());
            double allowed = new Stillness(5L * agencies).mostMoved(k);
            assertTrue(step.high() - step.low() >= allowed - 1e-12, step.toString());
            assertTrue(step.high() - step.low() < 0.5, step.toString());
        }
    }

    /** Some fell and nobody rose: the interval need not include that nobody falls, but that nobody rises. */
    @Test
    void whoWasSeenToFallMayBeExpectedTo() {
        long[][] falling = {{100, 0}, {40, 60}};
        Forecast.Step end = StepwiseForecast
                .of(List.of(new StepwiseForecast.Group(falling, new long[]{500, 500})), 2, 4, 1, 1).orElseThrow()
                .atEnd();
        assertTrue(end.high() < 0.5, end.toString());
        long[][] rising = {{60, 40}, {0, 100}};
        Forecast.Step risen = StepwiseForecast
                .of(List.of(new StepwiseForecast.Group(rising, new long[]{500, 500})), 2, 4, 1, 1).orElseThrow()
                .atEnd();
        assertTrue(risen.low() > 0.5, risen.toString());
    }

    @Test
    void aGroupRarelySeenLeansOnAllOthers() {
        long[][] climbing = {{10, 90}, {0, 100}};
        long[][] unseen = new long[2][2];
        List<StepwiseForecast.Group> groups = List.of(new StepwiseForecast.Group(climbing, new long[2]),
                new StepwiseForecast.Group(unseen, new long[]{100, 0}));
        double middle = StepwiseForecast.of(groups, 2, 1, 1, 1).orElseThrow().atEnd().middle();
        assertTrue(middle > 0.6, "middle " + middle);
    }

    @Test
    void noForecastIsMadeWhereTheDataCarryNone() {
        List<StepwiseForecast.Group> groups = Worlds.groups(Worlds.climbs(100, 3, STATES, new Random(1)), 3, STATES);
        assertEquals(Optional.empty(), StepwiseForecast.of(groups, 1, 1, 3, 1));
        assertEquals(Optional.empty(), StepwiseForecast.of(groups, 3, 0, 3, 1));
        assertEquals(Optional.empty(), StepwiseForecast.of(groups, 3, 7, 3, 1));
        assertTrue(StepwiseForecast.of(groups, 3, 6, 3, 1).orElseThrow().indicative());
        assertEquals(Optional.empty(), StepwiseForecast.of(List.of(), 3, 1, 3, 1));
        assertEquals(Optional.empty(),
                StepwiseForecast.of(List.of(new StepwiseForecast.Group(new long[2][2], new long[]{1, 1})), 2, 1, 1, 1));
        assertEquals(Optional.empty(), StepwiseForecast
                .of(List.of(new StepwiseForecast.Group(new long[][]{{1, 1}, {0, 1}}, new long[2])), 2, 1, 1, 1));
        assertTrue(StepwiseForecast.of(groups, 3, 3, 3, 1).orElseThrow().indicative());
        assertFalse(StepwiseForecast.of(groups, 3, 2, 3, 1).orElseThrow().indicative());
        assertEquals(3, StepwiseForecast.of(groups, 3, 3, 3, 1).orElseThrow().steps().size());
    }
}
