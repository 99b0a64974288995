package vn.thang.core.scoring;

import java.math.BigDecimal;
import java.util.List;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

/** One condition of the next level that fails, so that a person can check it by hand. */
public sealed interface Unmet {

    /** The level whose condition fails. */
    int level();

    /**
     * Too little weight stands at the level or above.
     *
     * @param level    the next level itself, or a lower one that is not fully reached
     * @param lower    whether it is such a lower level
     * @param reached  weight of the children at the level or above
     * @param total    weight of all children that count
     * @param required the comparison that the share must satisfy
     * @param below    codes of the children below the level, in model order
     */
    record ShareShort(int level, boolean lower, long reached, long total, Comparison required, List<String> below)
            implements
                Unmet {
        public ShareShort {
            below = List.copyOf(below);
        }

        public Fraction share() {
            return Fraction.of(reached, total);
        }

        public Rating rating() {
            return Rating.of(share());
        }

        /** How far the share is from the required percentage; zero where it must be passed and is only met. */
        public Fraction shortBy() {
            return Fraction.of(required.basisPoints(), 10_000).minus(share());
        }

        /** The least rating with which a share can satisfy the comparison. */
        public Rating requiredRating() {
            return Rating.required(required);
        }

        /** The weight that is missing. */
        public long missing() {
            return required.least(total) - reached;
        }
    }

    /** A core child is below the level. */
    record CoreBelow(int level, String child, int childLevel) implements Unmet {
    }

    /** A child is too far behind the level. */
    record GapTooWide(int level, String child, int childLevel, int atLeast) implements Unmet {
    }

    /** The index is below the band of the level. */
    record IndexShort(int level, Fraction index, Fraction needed) implements Unmet {
        public Fraction shortBy() {
            return needed.minus(index);
        }

        /** The index as it is shown beside what is needed, which it never seems to reach. */
        public BigDecimal shown(int digits) {
            BigDecimal rounded = index.toDecimal(digits);
            return rounded.compareTo(needed.toDecimal(digits)) < 0 ? rounded
                    : needed.toDecimal(digits).subtract(BigDecimal.ONE.movePointLeft(digits));
        }
    }
}
