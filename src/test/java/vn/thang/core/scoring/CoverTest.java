package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thang.core.model.Bands;

/** Prices save work and change nothing: with and without them the same plan is the best. */
class CoverTest {

    private final Ladder ladder = Ladder.of(Models.criterion("C", 1), Bands.wholeLevels(5));

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pricesChangeNothing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 2 + random.nextInt(9);
        int heaviest = random.nextBoolean() ? 2 : 9;
        BigInteger huge = BigInteger.TWO.pow(random.nextInt(4) == 0 ? 1_100 : 0);
        List<List<Cover.Option>> parts = new ArrayList<>();
        long first = 0;
        long second = 0;
        for (int place = size - 1; place >= 0; place--) {
            int weight = 1 + random.nextInt(heaviest);
            int from = random.nextInt(5);
            List<Cover.Option> options = new ArrayList<>();
            for (int to = from; to <= 5; to++) {
                options.add(new Cover.Option(huge.multiply(BigInteger.valueOf((long) weight * Math.max(0, to - 2))),
                        huge.multiply(BigInteger.valueOf(to > 3 ? weight : 0)), Plan.of(place, ladder, from, to)));
            }
            parts.add(options);
            first += 3L * weight;
            second += weight;
        }
        State need = new State(huge.multiply(BigInteger.valueOf(random.nextLong(first + 1))),
                huge.multiply(BigInteger.valueOf(random.nextLong(second + 1))));
        Cover.State start = new Cover.State(need.first(), need.second(), Plan.NONE);
        assertEquals(cover(need, parts).best(Prices.none(size)), cover(need, parts).best(Prices.of(start, parts)),
                () -> "seed " + seed);
    }

    private record State(BigInteger first, BigInteger second) {
    }

    private static Cover cover(State need, List<List<Cover.Option>> parts) {
        Cover cover = new Cover(need.first(), need.second());
        parts.forEach(cover::before);
        return cover;
    }

    /** Without this two hundred criteria would not be answered within minutes. */
    @Test
    void thePricesAreABoundThatIsNearlyReached() {
        SplittableRandom random = new SplittableRandom(7);
        List<List<Cover.Option>> parts = new ArrayList<>();
        for (int place = 39; place >= 0; place--) {
            BigInteger weight = BigInteger.valueOf(1 + random.nextInt(10));
            parts.add(List.of(new Cover.Option(BigInteger.ZERO, BigInteger.ZERO, Plan.NONE),
                    new Cover.Option(BigInteger.ZERO, weight, Plan.of(place, ladder, 2, 3)),
                    new Cover.Option(weight, weight, Plan.of(place, ladder, 2, 4))));
        }
        BigInteger first = BigInteger.valueOf(100);
        BigInteger second = BigInteger.valueOf(160);
        Cover cover = new Cover(first, second);
        parts.forEach(cover::before);
        Plan best = cover.best();
        assertNotNull(best);
        Prices prices = Prices.of(new Cover.State(first, second, Plan.NONE), parts);
        assertEquals(best.effort(), prices.least(), 1);
        assertEquals(prices.least(), Math.ceil(prices.effort(new Cover.State(first, second, Plan.NONE), -1)));
        assertEquals(Double.POSITIVE_INFINITY, Prices.none(3).least());
    }

    @Test
    void whatCannotBeCoveredHasNoPlan() {
        for (int parts : new int[]{1, 30}) {
            Cover cover = new Cover(BigInteger.valueOf(parts + 1L), BigInteger.ZERO);
            Cover met = new Cover(BigInteger.valueOf(parts), BigInteger.ZERO);
            for (int place = parts - 1; place >= 0; place--) {
                List<Cover.Option> options = List.of(new Cover.Option(BigInteger.ONE, BigInteger.ZERO,
                        Plan.of(place, ladder, 0, 1)));
                cover.before(options);
                met.before(options);
            }
            assertNull(cover.best());
            assertEquals(parts, met.best().effort());
        }
    }
}
