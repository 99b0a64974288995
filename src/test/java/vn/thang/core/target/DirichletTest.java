package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many draws against distributions that have a closed form; the seed is fixed, so no run differs from another. */
class DirichletTest {

    private static final int DRAWS = 200_000;
    /** The distance of Kolmogorov and Smirnov that chance passes once in a thousand samples of this size. */
    private static final double FAR = 1.95 / Math.sqrt(DRAWS);

    private final Dirichlet dirichlet = new Dirichlet(new Random(11));

    /** The mean of a gamma distribution and its variance are both its shape. */
    @ParameterizedTest
    @CsvSource({"0.2", "0.9", "1", "1.5", "7", "40"})
    void meanAndVarianceAreTheShape(double shape) {
        double[] drawn = gammas(shape);
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double variance = Arrays.stream(drawn).map(one -> (one - mean) * (one - mean)).average().orElseThrow();
        assertEquals(1, mean / shape, 0.015);
        assertEquals(1, variance / shape, 0.03);
    }

    /** Shape 1 is the exponential distribution, shapes 2 and 3 are the waiting times for the second and the third event. */
    @Test
    void wholeShapesAreWaitingTimes() {
        assertDistributed(gammas(1), x -> 1 - Math.exp(-x));
        assertDistributed(gammas(2), x -> 1 - Math.exp(-x) * (1 + x));
        assertDistributed(gammas(3), x -> 1 - Math.exp(-x) * (1 + x + x * x / 2));
    }

    /** Shape 1/2 is half the square of a normal number. */
    @Test
    void halfAShapeIsTheSquareOfANormalNumber() {
        assertDistributed(gammas(0.5), x -> 2 * Normal.below(Math.sqrt(2 * x)) - 1);
    }

    /** Two parts with the weights 1 and 1 divide the whole anywhere; with 2 and 1 the first is the greater of two such. */
    @Test
    void aWholeOfTwoPartsIsDividedByTheBetaDistribution() {
        assertDistributed(firsts(1, 1), x -> x);
        assertDistributed(firsts(2, 1), x -> x * x);
        assertDistributed(firsts(0.5, 1), Math::sqrt);
    }

    @Test
    void theSharesAddUpToOneInTheProportionOfTheWeights() {
        double[] mean = new double[3];
        for (int i = 0; i < DRAWS; i++) {
            double[] drawn = dirichlet.draw(new double[]{1, 3, 6});
            assertEquals(1, Arrays.stream(drawn).sum(), 1e-12);
            Arrays.setAll(mean, part -> mean[part] + drawn[part] / DRAWS);
        }
        assertArrayEquals(new double[]{0.1, 0.3, 0.6}, mean, 0.002);
    }

    @Test
    void withoutWeightThereIsNoShareAndNothingIsDrawn() {
        double[] gap = new Dirichlet(new Random(1)).draw(new double[]{2, 0, 3});
        double[] full = new Dirichlet(new Random(1)).draw(new double[]{2, 3});
        assertArrayEquals(new double[]{full[0], 0, full[1]}, gap);
        assertArrayEquals(new double[]{0.25, 0.25, 0.25, 0.25}, dirichlet.draw(new double[4]));
    }

    private double[] gammas(double shape) {
        double[] drawn = new double[DRAWS];
        Arrays.setAll(drawn, i -> dirichlet.gamma(shape));
        return drawn;
    }

    private double[] firsts(double first, double second) {
        double[] drawn = new double[DRAWS];
        Arrays.setAll(drawn, i -> dirichlet.draw(new double[]{first, second})[0]);
        return drawn;
    }

    private static void assertDistributed(double[] drawn, DoubleUnaryOperator below) {
        Arrays.sort(drawn);
        double distance = 0;
        for (int i = 0; i < drawn.length; i++) {
            double mass = below.applyAsDouble(drawn[i]);
            distance = Math.max(distance,
                    Math.max(mass - i / (double) drawn.length, (i + 1) / (double) drawn.length - mass));
        }
        assertEquals(0, distance, FAR);
    }
}
