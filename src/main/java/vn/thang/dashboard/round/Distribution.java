package vn.thang.dashboard.round;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vn.thang.core.model.LevelScale;

/**
 * How many stand at each level, from 0 to the most that a model can have.
 *
 * @param counts by level; those of levels that are not given are 0
 */
public record Distribution(long[] counts) {

    static final int LEVELS = LevelScale.MOST + 1;

    /** A part of a bar: where it begins and how wide it is, in per cent of the whole. */
    public record Part(int level, long agencies, double from, double width) {
    }

    public Distribution {
        if (counts.length > LEVELS) {
            throw new IllegalArgumentException("levels " + counts.length);
        }
        counts = Arrays.copyOf(counts, LEVELS);
    }

    public static Distribution empty() {
        return new Distribution(new long[LEVELS]);
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    public long at(int level) {
        return counts[level];
    }

    public long total() {
        return LongStream.of(counts).sum();
    }

    Distribution plus(Distribution other) {
        return new Distribution(
                IntStream.range(0, LEVELS).mapToLong(level -> counts[level] + other.counts[level]).toArray());
    }

    /**
     * The lowest level at or below which so many quarters of them stand; the second is the median. Always one of the
     * levels, never a value between two.
     *
     * @param quarter 1 to 3
     * @return 0 when there is none
     */
    public int quartile(int quarter) {
        long total = total();
        long seen = 0;
        for (int level = 0; level < LEVELS; level++) {
            seen += counts[level];
            if (total > 0 && 4 * seen >= quarter * total) {
                return level;
            }
        }
        return 0;
    }

    public int median() {
        return quartile(2);
    }

    /** The parts of a bar 100 wide, empty ones left out. */
    public Part[] parts() {
        return parts(total());
    }

    /** The parts of a bar that is 100 wide for so many, who are more than these where some have no level. */
    Part[] parts(double total) {
        Part[] parts = new Part[LEVELS];
        long before = 0;
        for (int level = 0; level < LEVELS; level++) {
            parts[level] = new Part(level, counts[level], 100 * before / total, 100 * counts[level] / total);
            before += counts[level];
        }
        return Arrays.stream(parts).filter(part -> part.agencies() > 0).toArray(Part[]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution distribution && Arrays.equals(counts, distribution.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
