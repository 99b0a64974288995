package vn.thang.dashboard.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void quartilesAreThoseOfTheSortedLevels() {
        SplittableRandom random = new SplittableRandom(3439);
        for (int turn = 0; turn < 2_000; turn++) {
            long[] counts = random.longs(Distribution.LEVELS, 0, 4).toArray();
            int[] levels = IntStream.range(0, Distribution.LEVELS)
                    .flatMap(level -> IntStream.generate(() -> level).limit(counts[level])).toArray();
            for (int quarter = 1; quarter <= 3; quarter++) {
                int expected = levels.length == 0 ? 0 : levels[(quarter * levels.length + 3) / 4 - 1];
                assertEquals(expected, new Distribution(counts).quartile(quarter), () -> Arrays.toString(counts));
            }
        }
    }

    @Test
    void theMedianIsAlwaysALevelThatIsThere() {
        assertEquals(2, new Distribution(new long[]{0, 0, 3, 0, 3, 0}).median());
        assertEquals(4, new Distribution(new long[]{0, 0, 3, 0, 4, 0}).median());
        assertEquals(0, Distribution.empty().median());
        assertEquals(5, new Distribution(new long[]{0, 0, 0, 0, 0, 1}).median());
    }

    @Test
    void thePartsOfABarFillItWithoutGaps() {
        Distribution.Part[] parts = new Distribution(new long[]{1, 0, 2, 0, 0, 1}).parts();
        assertEquals(3, parts.length);
        double end = 0;
        for (Distribution.Part part : parts) {
            assertEquals(end, part.from(), 1e-9);
            end = part.from() + part.width();
        }
        assertEquals(100, end, 1e-9);
        assertEquals(0, Distribution.empty().parts().length);
    }

    @Test
    void keepsItsCountsToItself() {
        long[] counts = {1, 2, 3, 4, 5, 6};
        Distribution distribution = new Distribution(counts);
        counts[0] = 99;
        distribution.counts()[1] = 99;
        assertEquals(new Distribution(new long[]{1, 2, 3, 4, 5, 6}), distribution);
        assertEquals(new Distribution(new long[]{1, 2, 3, 4, 5, 6, 0, 0}), distribution);
        assertNotEquals(distribution, distribution.plus(distribution));
        assertEquals(42, distribution.plus(distribution).total());
        assertThrows(IllegalArgumentException.class, () -> new Distribution(new long[9]));
    }
}
