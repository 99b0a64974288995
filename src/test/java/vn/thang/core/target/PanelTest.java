package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What agencies have in common, on panels small enough for pencil and paper. By the model a difference has the variance
 * {@code scatter + walk + 2 noise}, neighbours the covariance {@code scatter - noise}, and the mean of m differences of an
 * agency the variance {@code scatter + walk / m + 2 noise / m²}.
 */
class PanelTest {

    private static final double NONE = Double.NaN;
    private static final double EXACT = 1e-12;

    /**
     * Around the drift of 0.5 the first agency moves by 0, -3, -3, 2, the second by 0, 3, -2, 3. The mean square is 44/8 = 5.5,
     * the mean product of neighbours -9/6 = -1.5, the means of the agencies are -1 and 1. Indeed 0.5 + 1 + 2 x 2 = 5.5,
     * 0.5 - 2 = -1.5 and 0.5 + 1/4 + 4/16 = 1.
     */
    private final Panel two = panel(0.5, new double[]{0, -3, -3, 2}, new double[]{0, 3, -2, 3});

    @Test
    void theVariancesFollowFromTheMomentsOfTheDifferences() {
        assertVariances(2, 1, 0.5, two);
        assertEquals(0.5, two.state(0, 1).drift(), EXACT);
        assertEquals(4, two.steps());
        assertEquals(2, two.size());
    }

    /**
     * Mean square 20/6, neighbours -2/4, means 1 and -1: 1/2 + 5/6 + 2 = 10/3, 1/2 - 1 = -1/2 and 1/2 + 5/18 + 2/9 = 1. The means
     * of the steps are -2, 1.5, 0.5; their squares less 5/3 are 0.5 on average, times 3/2.
     */
    @Test
    void threeDifferencesAreEnoughToTellThemApart() {
        Panel three = panel(0.25, new double[]{-1, 2, 2}, new double[]{-3, 1, -1});
        assertVariances(1, 5 / 6d, 0.5, three);
        assertEquals(3, three.steps());
        assertEquals(0.75, three.shared(), EXACT);
    }

    /** Three agencies of which no two neighbours go together: 36/9 = 1 + 1 + 2, 0 = 1 - 1 and 14/9 = 1 + 1/3 + 2/9. */
    @Test
    void noiseWalkAndScatterCanBeAlike() {
        Panel alike = panel(0, new double[]{0, 2, -3}, new double[]{-3, 0, -1}, new double[]{2, 3, 0});
        assertVariances(1, 1, 1, alike);
        assertEquals(1 / 3d, alike.shared(), EXACT);
    }

    /** An agency that reported once, or never, has no movement that could be small or large. */
    @Test
    void whoIsSilentChangesNothing() {
        Panel silent = Panel.of(
                List.of(walked(0.5, 0, -3, -3, 2), walked(0.5, 0, 3, -2, 3), new double[]{NONE, NONE, 1, NONE, NONE},
                        new double[]{NONE, NONE, NONE, NONE, NONE}));
        assertVariances(2, 1, 0.5, silent);
    }

    /** The means of the steps are 0, 0, -2.5, 2.5; their squares less 5.5/2 are 0.375 on average, times 4/3 for one mean lost. */
    @Test
    void whatAllShareIsTheMovementOfTheirMeanBeyondChance() {
        assertEquals(0.5, two.shared(), EXACT);
    }

    @Test
    void twiceTheMovementIsFourTimesTheVariance() {
        Panel twice = panel(1, new double[]{0, -6, -6, 4}, new double[]{0, 6, -4, 6});
        assertVariances(4 * 2, 4 * 1, 4 * 0.5, twice);
        assertEquals(4 * 0.5, twice.shared(), EXACT);
    }

    @Test
    void mirroredAgenciesHaveTheSameVariancesAndTheOppositeDrift() {
        Panel mirrored = panel(-0.5, new double[]{0, 3, 3, -2}, new double[]{0, -3, 2, -3});
        assertVariances(2, 1, 0.5, mirrored);
        assertEquals(0.5, mirrored.shared(), EXACT);
        assertEquals(-0.5, mirrored.state(0, 1).drift(), EXACT);
    }

    /** Neighbours that move alike, 1/3 of a mean square of 1, though no agency goes anywhere: there is no noise. */
    @Test
    void noiseIsNeverNegative() {
        Panel panel = panel(0.5, new double[]{1, 1, -1, -1}, new double[]{-1, -1, 1, 1});
        assertVariances(0, 2 / 3d, 1 / 3d, panel);
        assertEquals(0, panel.shared());
    }

    /** To and fro: all is noise, half of the mean square of 4 for each end, and a fiftieth is left for the walk. */
    @Test
    void alternationIsNoiseAndALittleWalk() {
        assertVariances(2, 0.08, 0, panel(0.5, new double[]{2, -2, 2, -2}, new double[]{-2, 2, -2, 2}));
    }

    /** Both move together by a mean square of 1: 1 - 1/2 beyond chance, times 4/3, but the walk is 0.02 only. */
    @Test
    void whatAllShareIsAtMostTheWalk() {
        Panel panel = panel(0.5, new double[]{1, -1, 1, -1}, new double[]{1, -1, 1, -1});
        assertEquals(0.02, panel.walk(), EXACT);
        assertEquals(0.02, panel.shared(), EXACT);
    }

    /** With two differences the noise is read from the neighbours, -3/2 of a mean square of 14/4, or is a quarter of the latter. */
    @Test
    void twoDifferencesTellLess() {
        assertVariances(1.5, 0.5, 0, panel(0, new double[]{3, -1}, new double[]{0, -2}));
        assertVariances(1, 0.08, 4, panel(0, new double[]{2, 2}, new double[]{-2, -2}));
    }

    @Test
    void oneDifferenceTellsNothingOfDrifts() {
        Panel panel = panel(0, new double[]{2}, new double[]{-2});
        assertVariances(1, 2, 0, panel);
        assertEquals(1, panel.steps());
        assertEquals(0, panel.shared());
    }

    @Test
    void withoutDifferencesNothingMoves() {
        Panel panel = Panel.of(List.of(new double[]{3}, new double[]{4}));
        assertVariances(0, 0, 0, panel);
        assertEquals(0, panel.steps());
        assertEquals(0, panel.shared());
        assertEquals(new Panel.State(4, 0, 0, 0, 0), panel.state(1, 1));
    }

    /**
     * Three agencies are known in the first step and move by 1 each, two others by -1.5 later, each alone. Only the first step
     * can be compared: 1 less a third of the mean square of 7.5/5.
     */
    @Test
    void aStepThatOneAgencyTookAloneIsNotShared() {
        Panel panel = Panel.of(
                List.of(new double[]{0, 1, NONE, NONE}, new double[]{2, 3, NONE, NONE}, new double[]{5, 6, NONE, NONE},
                        new double[]{NONE, 0, -1.5, NONE}, new double[]{NONE, NONE, 0, -1.5}));
        assertVariances(0.375, 0.75, 0, panel);
        assertEquals(0.5, panel.shared(), EXACT);
    }

    @Test
    void oneAgencySharesNothing() {
        assertEquals(0, panel(0.5, new double[]{3, -1, -1, -1}).shared());
    }

    @Test
    void stepsAreAMeanOfThoseWhoMoved() {
        double[] four = {0, 1, 3, 2, 4};
        double[] three = {0, 1, 3, 2, NONE};
        double[] never = {NONE, NONE, 1, NONE, NONE};
        assertEquals(4, Panel.of(List.of(four, three)).steps());
        assertEquals(3, Panel.of(List.of(four, three, three)).steps());
        assertEquals(4, Panel.of(List.of(four, never, never, never)).steps());
    }

    @Test
    void theFirstValueIsTheLevelWithItsNoise() {
        assertState(new Panel.State(0, 0.5, 2, 0, 0.5), two.state(1, 1));
    }

    /** Predicted with the variance 2 + 0.5 + 1, of which 2 / 5.5 stays after a value with noise 2. */
    @Test
    void theSecondValueCorrectsLevelAndDrift() {
        assertState(new Panel.State(0.5, 0.5, 14 / 11d, 2 / 11d, 5 / 11d), two.state(1, 2));
    }

    /**
     * The same as if all values had been seen at once. The second and the third have the variances 5.5 and 8 and the covariance
     * 4, with the last level 4 and 6, with the drift 0.5 and 1. They surprise by 0 and -3, or by 0 and 3.
     */
    @Test
    void seeingValuesOneByOneIsSeeingThemAtOnce() {
        assertState(new Panel.State(1 - 3 * 17 / 28d, 0.125, 34 / 28d, 0.25, 0.375), two.state(0, 3));
        assertState(new Panel.State(1 + 3 * 17 / 28d, 0.875, 34 / 28d, 0.25, 0.375), two.state(1, 3));
    }

    /** A second value that is missing: the third surprises alone, after two steps of the walk. */
    @Test
    void aGapIsWalkedThrough() {
        Panel panel = Panel.of(List.of(new double[]{1, NONE, -6, -4, -1}, new double[]{0, 0.5, -2, -4.5, -2},
                new double[]{0, 0.5, 4, 2.5, 6}));
        Panel.State first = panel.state(0, 1);
        double drifts = first.driftVariance();
        double level = panel.noise() + 4 * drifts + 2 * panel.walk();
        double all = level + panel.noise();
        double surprise = -6 - (1 + 2 * first.drift());
        assertTrue(panel.noise() > 0.1 && drifts > 0.1 && panel.walk() > 0.1 && Math.abs(surprise) > 0.1);
        assertState(new Panel.State(-6 - surprise * panel.noise() / all, first.drift() + 2 * drifts / all * surprise,
                level * panel.noise() / all, 2 * drifts * panel.noise() / all, drifts - 4 * drifts * drifts / all),
                panel.state(0, 3));
    }

    @Test
    void whoStartsLateStartsWithTheFirstValue() {
        Panel panel = Panel.of(List.of(new double[]{0, 1, 2, 3}, new double[]{NONE, NONE, 5, 6}));
        assertNull(panel.state(1, 2));
        assertEquals(5, panel.state(1, 3).level());
        assertEquals(6, panel.state(1, 4).level(), EXACT);
    }

    @Test
    void whatNeverVariedIsKnownExactly() {
        Panel panel = Panel.of(List.of(new double[]{0, 1, 2, 3}, new double[]{7, 8, 9, 10}));
        assertVariances(0, 0, 0, panel);
        assertState(new Panel.State(10, 1, 0, 0, 0), panel.state(1, 4));
    }

    @Test
    void aStateIsCarriedForwardByItsDrift() {
        Panel.State state = new Panel.State(1, 2, 3, 4, 5);
        assertEquals(1 + 3 * 2, state.mean(3));
        assertEquals(3 + 2 * 3 * 4 + 9 * 5, state.variance(3));
    }

    /** Half a case more on either side, or one in two thousand where that is more: 5 of 10,000. */
    @Test
    void sharesAreReadWithSomeCasesMoreAndKeptFromTheEdges() {
        double edge = Math.log(5 / 10_005d);
        assertArrayEquals(new double[]{Math.log(0.6), 0, edge, -edge, Math.log(1 / 3d)},
                Panel.logits(new double[]{1, 1.5, 0, 10_000, 0}, new double[]{3, 3, 10_000, 10_000, 1}), 1e-9);
        assertTrue(
                Arrays.stream(Panel.logits(new double[]{0, 5, 1}, new double[]{0, 0, NONE})).allMatch(Double::isNaN));
    }

    @Test
    void theNumeratorComesBackFromTheLogisticScale() {
        for (double whole : new double[]{1, 20, 999, 1_001, 40_000}) {
            for (double part : new double[]{0, 0.3 * whole, whole}) {
                double logit = Panel.logits(new double[]{part}, new double[]{whole})[0];
                assertEquals(part, Panel.part(Normal.logistic(logit), whole), 1e-8);
            }
        }
        assertEquals(0, Panel.part(0.0001, 100));
        assertEquals(100, Panel.part(0.9999, 100));
    }

    /** Agencies that start at 0 and move by the drift and what they do around it. */
    private static Panel panel(double drift, double[]... around) {
        return Panel.of(Arrays.stream(around).map(moves -> walked(drift, moves)).toList());
    }

    private static double[] walked(double drift, double... moves) {
        double[] values = new double[moves.length + 1];
        for (int t = 0; t < moves.length; t++) {
            values[t + 1] = values[t] + drift + moves[t];
        }
        return values;
    }

    private static void assertVariances(double noise, double walk, double scatter, Panel panel) {
        assertEquals(noise, panel.noise(), EXACT);
        assertEquals(walk, panel.walk(), EXACT);
        assertEquals(scatter, panel.state(0, 1).driftVariance(), EXACT);
    }

    private static void assertState(Panel.State expected, Panel.State state) {
        assertEquals(expected.level(), state.level(), EXACT);
        assertEquals(expected.drift(), state.drift(), EXACT);
        assertEquals(expected.levelVariance(), state.levelVariance(), EXACT);
        assertEquals(expected.covariance(), state.covariance(), EXACT);
        assertEquals(expected.driftVariance(), state.driftVariance(), EXACT);
    }
}
