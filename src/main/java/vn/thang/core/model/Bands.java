package vn.thang.core.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The level from the index: level k for {@code lowerBounds(k) <= index < lowerBounds(k + 1)}, 0 below the first.
 *
 * @param lowerBounds one for each level, rising, above 0 and at most the highest level
 */
public record Bands(List<Fraction> lowerBounds) implements LevelRule {

    /**
     * The bands of a points scale where the model sets none: the whole part of the index, so of n levels level k from
     * k/n of the points. A level answered on the scale of levels has the index k, so both scales give the same level for the same
     * index.
     */
    public static Bands wholeLevels(int highest) {
        return new Bands(IntStream.rangeClosed(1, highest).mapToObj(Fraction::of).toList());
    }

    public Bands {
        lowerBounds = List.copyOf(lowerBounds);
    }

    public int level(Fraction index) {
        int level = 0;
        while (level < lowerBounds.size() && lowerBounds.get(level).compareTo(index) <= 0) {
            level++;
        }
        return level;
    }

    /** The least index of the level, from 1 on. */
    public Fraction from(int level) {
        return lowerBounds.get(level - 1);
    }
}
