package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.core.target.StepwiseForecast.Group;

/**
 * The thousand futures against their mean and variance in closed form. These are read from the chances: the mean of a share is
 * the sum of the chances that it passes each demand, its mean square the sum of those chances times twice the demand.
 *
 * <p>In a round that was seen n times, n counts as {@code 1 / (1/n + 1/40)}. With two states, who is in the lower one stays by a
 * prior of 0.75, who is in the upper one by 0.95.
 */
class StepwiseForecastMomentsTest {

    private static final int DEMANDS = 50;
    private static final double FUTURES = 1_000;

    /** Of 40, which count as 20, 30 climbed: all (15 + 0.75) / 23, these (15 + 30 x that) / 50. */
    private static final double ALL = 15.75 / 23;
    private static final double CLIMB = (15 + 30 * ALL) / 50;
    private static final long[] CLIMBED = {10, 30};
    private static final long[] NEVER = {0, 0};

    @ParameterizedTest
    @CsvSource({"400", "40", "1"})
    void oneRoundAheadIsABetaInABeta(int agencies) {
        List<Group> groups = List.of(new Group(new long[][]{CLIMBED, NEVER}, new long[]{agencies, 0}));
        assertMoments(CLIMB, variance(CLIMB, 50, agencies), groups, 2, 1);
    }

    /** Two transitions were seen, so 80 count as 40: all (30 + 0.75) / 43, these (30 + 30 x that) / 70. */
    @Test
    void moreRoundsCountForMore() {
        double climb = (30 + 30 * 30.75 / 43) / 70;
        List<Group> groups = List.of(new Group(new long[][]{{20, 60}, NEVER}, new long[]{400, 0}));
        assertMoments(climb, variance(climb, 70, 400), groups, 3, 1);
    }

    /** All of them climb as above, and so does a group that was never seen, as surely as 30 can tell. */
    @Test
    void whoWasNeverSeenMovesAsAllDo() {
        List<Group> groups = List.of(new Group(new long[][]{CLIMBED, NEVER}, new long[2]),
                new Group(new long[2][2], new long[]{100, 0}));
        assertMoments(ALL, variance(ALL, 30, 100), groups, 2, 1);
    }

    /**
     * 30 of 40 climbed here, 10 of 40 there. All are 80, which count as 80/3, half of them climbed: (40/3 + 0.75) / (80/3 + 3).
     * Three quarters of the agencies are of the second group.
     */
    @Test
    void groupsAddUpByTheirSize() {
        double all = (40 / 3d + 0.75) / (80 / 3d + 3);
        double here = (15 + 30 * all) / 50;
        double there = (5 + 30 * all) / 50;
        List<Group> groups = List.of(new Group(new long[][]{CLIMBED, NEVER}, new long[]{100, 0}),
                new Group(new long[][]{{30, 10}, NEVER}, new long[]{300, 0}));
        assertMoments(here / 4 + 3 * there / 4, variance(here, 50, 100) / 16 + 9 * variance(there, 50, 300) / 16,
                groups, 2, 1);
    }

    /**
     * Of those above, 20 count, 5 of them stayed: all (5 + 2.85) / 23, these (5 + 30 x that) / 50. After two rounds
     * is above who climbed and stayed, or stayed below and climbed; the same chance p holds in both rounds, so that
     * {@code E[(1 - p) p] = E[p] (1 - E[p]) - Var[p]}.
     */
    @Test
    void theSecondRoundStartsWhereTheFirstEnds() {
        List<Group> groups = List.of(new Group(new long[][]{CLIMBED, {30, 10}}, new long[]{400, 0}));
        double stayThenClimb = CLIMB * (1 - CLIMB) * (1 - 1 / 51d);
        double mean = stayThenClimb + CLIMB * (5 + 30 * 7.85 / 23) / 50;
        assertEquals(mean, moments(groups, 2, 2, 1)[0], 0.01);
    }

    /** Nobody was seen to leave the state of these agencies, so the prior moves them: 5 % fall, 22 % climb one, 3 % two. */
    @ParameterizedTest(name = "from {0} to {1} or above: {2}")
    @CsvSource({"0, 1, 0.25", "0, 2, 0.03", "2, 2, 0.95", "2, 3, 0.25", "2, 4, 0.03", "2, 5, 0", "3, 5, 0.03",
            "4, 5, 0.25", "5, 5, 0.95"})
    void whereNothingWasSeenThePriorSpeaks(int from, int least, double share) {
        long[][] elsewhere = new long[6][6];
        elsewhere[(from + 3) % 6][0] = 100;
        long[] present = new long[6];
        present[from] = 400;
        assertMoments(share, variance(share, 30, 400), List.of(new Group(elsewhere, present)), 2, 1, least);
    }

    /** A hundred of the thousand futures lie below the 10th percentile, a hundred above the 90th; a share is known to half an agency. */
    @Test
    void thePercentilesAreThoseOfTheFutures() {
        List<Group> groups = Worlds.groups(Worlds.climbs(200, 3, 6, new Random(1)), 3, 6);
        double half = 0.5 / 200;
        Forecast.Step end = StepwiseForecast.of(groups, 3, 2, 3, 1).orElseThrow().atEnd();
        assertTrue(end.low() > 0 && end.high() < 1);
        assertEquals(0.9, chance(groups, end.low() + half - 1e-12));
        assertEquals(0.899, chance(groups, end.low() + half + 1e-12));
        assertEquals(0.5, chance(groups, end.middle() - 1e-12));
        assertEquals(0.101, chance(groups, end.high() - half - 1e-12));
        assertEquals(0.1, chance(groups, end.high() - half + 1e-12));
    }

    @Test
    void aDemandOfAllIsMetFromNineHundredNinetyFiveInAThousand() {
        List<Group> still = List.of(new Group(new long[][]{{9_000, 0}, {0, 9_000}}, new long[]{0, 400}));
        double chance = StepwiseForecast.of(still, 30, 1, 1, 1).orElseThrow().chance();
        assertTrue(chance > 0.5, "chance " + chance);
        assertEquals(StepwiseForecast.of(still, 30, 1, 1, 0.995).orElseThrow().chance(), chance);
    }

    /** In one round nobody gets from 0 to 5. */
    @Test
    void aDemandOfNothingIsMetByNobody() {
        long[][] seen = new long[6][6];
        seen[0][0] = 10;
        Forecast forecast = StepwiseForecast.of(List.of(new Group(seen, new long[]{5, 0, 0, 0, 0, 0})), 2, 1, 5, 0)
                .orElseThrow();
        assertEquals(0, forecast.atEnd().middle());
        assertEquals(1, forecast.chance());
    }

    /** Of a share that is drawn around a chance, which is drawn around its mean as if that had been seen so often. */
    private static double variance(double mean, double seen, int agencies) {
        double certain = 1 / (1 / 40d + 1d / agencies);
        double ofChance = mean * (1 - mean) / (seen + 1);
        return ofChance + (mean * (1 - mean) - ofChance) / (certain + 1);
    }

    private static double chance(List<Group> groups, double demand) {
        return StepwiseForecast.of(groups, 3, 2, 3, demand).orElseThrow().chance();
    }

    private static double[] moments(List<Group> groups, int rounds, int ahead, int least) {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < DEMANDS; i++) {
            double demand = (i + 0.5) / DEMANDS;
            double chance = StepwiseForecast.of(groups, rounds, ahead, least, demand).orElseThrow().chance();
            mean += chance / DEMANDS;
            square += 2 * demand * chance / DEMANDS;
        }
        return new double[]{mean, square - mean * mean};
    }

    private static void assertMoments(double mean, double variance, List<Group> groups, int rounds, int ahead) {
        assertMoments(mean, variance, groups, rounds, ahead, 1);
    }

    /** Within what a thousand draws leave open: three standard errors of a mean, and of a variance about as much. */
    private static void assertMoments(double mean, double variance, List<Group> groups, int rounds, int ahead,
            int least) {
        double[] moments = moments(groups, rounds, ahead, least);
        assertEquals(mean, moments[0], 3 * Math.sqrt(variance / FUTURES) + 1e-3);
        assertEquals(variance, moments[1], 0.12 * variance + 5e-4);
    }
}
