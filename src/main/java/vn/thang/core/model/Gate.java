package vn.thang.core.model;

import java.util.OptionalInt;

/**
 * Level k is reached when the share at k or above satisfies {@code at}, the share of every lower level satisfies
 * {@code below}, every core child is at k, and no child stands more than {@code maxGap} levels below k.
 * Source: ISO/IEC 33020, largely at this level and fully below it.
 *
 * @param maxGap empty where the gate sets none
 */
public record Gate(Comparison at, Comparison below, OptionalInt maxGap) implements LevelRule {

    /** The default of a dimension: more than 50 % at the level, more than 85 % at every lower one. */
    public static final Gate OF_DIMENSION = new Gate(Comparison.moreThan(50), Comparison.moreThan(85),
            OptionalInt.empty());

    /** The default of the whole: more than 85 % at every level, and no dimension more than one level behind. */
    public static final Gate OF_WHOLE = new Gate(Comparison.moreThan(85), Comparison.moreThan(85), OptionalInt.of(1));
}
