package vn.thang.core.model;

import java.util.List;

/**
 * The level from the index: level k for {@code lowerBounds(k) <= index < lowerBounds(k + 1)}, 0 below the first.
 *
 * @param lowerBounds of the levels 1 to 5, rising, above 0 and at most 5
 */
public record Bands(List<Fraction> lowerBounds) implements LevelRule {

    /**
     * The bands of a points scale where the model sets none: the whole part of the index, so level k from k/5 of the
     * points. A level answered on the scale of levels has the index k, so both scales give the same level for the same
     * index.
     */
    public static final Bands WHOLE_LEVELS = new Bands(
            List.of(Fraction.of(1), Fraction.of(2), Fraction.of(3), Fraction.of(4), Fraction.of(5)));

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

    /** The least index of the level, 1 to 5. */
    public Fraction from(int level) {
        return lowerBounds.get(level - 1);
    }
}
