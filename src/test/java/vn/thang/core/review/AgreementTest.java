package vn.thang.core.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.core.model.Fraction;
import vn.thang.core.review.Agreement.Pair;

class AgreementTest {

    @Test
    void theExampleOfTheDocumentation() {
        Agreement agreement = Agreement.of(List.of(new Pair(1, 1), new Pair(2, 2), new Pair(3, 2), new Pair(3, 3)));
        assertEquals(Optional.of(Fraction.of(4, 5)), agreement.kappa());
        assertEquals(3, agreement.same());
        assertEquals(4, agreement.pairs());
        assertEquals(Fraction.of(-1, 4), agreement.shift());
    }

    @Test
    void oppositeLevelsAreWorseThanChance() {
        assertEquals(Optional.of(Fraction.of(-1)), Agreement.of(List.of(new Pair(1, 5), new Pair(5, 1))).kappa());
    }

    @Test
    void nothingIsSaidWithoutAnyDifferenceToMeasure() {
        assertEquals(Optional.empty(), Agreement.of(List.of()).kappa());
        assertEquals(Fraction.ZERO, Agreement.of(List.of()).shift());
        assertEquals(Optional.empty(), Agreement.of(List.of(new Pair(3, 3), new Pair(3, 3))).kappa());
        assertEquals(2, Agreement.of(List.of(new Pair(3, 3), new Pair(3, 3))).same());
    }

    /** Against the definition by the table of proportions, cell by cell. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void isTheKappaOfTheTable(long seed) {
        List<Pair> pairs = random(seed, 40);
        double[][] table = new double[6][6];
        pairs.forEach(pair -> table[pair.first()][pair.second()] += 1.0 / pairs.size());
        double observed = 0;
        double chance = 0;
        for (int i = 1; i <= 5; i++) {
            for (int j = 1; j <= 5; j++) {
                double row = 0;
                double column = 0;
                for (int k = 1; k <= 5; k++) {
                    row += table[i][k];
                    column += table[k][j];
                }
                observed += (i - j) * (i - j) * table[i][j];
                chance += (i - j) * (i - j) * row * column;
            }
        }
        assertEquals(1 - observed / chance, Agreement.of(pairs).kappa().orElseThrow().toDecimal(12).doubleValue(),
                1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 6, 9, 10})
    void orderAndWhoIsFirstDoNotMatterAndShiftingBothDoesNeither(long seed) {
        List<Pair> pairs = random(seed, 60);
        Agreement agreement = Agreement.of(pairs);
        List<Pair> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(agreement, Agreement.of(shuffled));
        Agreement swapped = Agreement.of(pairs.stream().map(pair -> new Pair(pair.second(), pair.first())).toList());
        assertEquals(agreement.kappa(), swapped.kappa());
        assertEquals(agreement.shift(), Fraction.ZERO.minus(swapped.shift()));
        assertEquals(agreement.kappa(), Agreement
                .of(pairs.stream().map(pair -> new Pair(pair.first() + 3, pair.second() + 3)).toList()).kappa());
        assertTrue(agreement.kappa().orElseThrow().compareTo(Fraction.ONE) <= 0);
    }

    @Test
    void fullAgreementIsOne() {
        assertEquals(Optional.of(Fraction.ONE), Agreement
                .of(random(7, 30).stream().map(pair -> new Pair(pair.first(), pair.first())).toList()).kappa());
    }

    private static List<Pair> random(long seed, int size) {
        Random random = new Random(seed);
        return IntStream.range(0, size).mapToObj(i -> new Pair(1 + random.nextInt(5), 1 + random.nextInt(5))).toList();
    }
}
