package vn.thang.core.target;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

/**
 * A comparison with a bound: what a target demands of the country, or what an agency must show to be counted. Whether a
 * figure satisfies the demand is decided exactly, so a share that only rounds to the bound does not.
 *
 * @param value the bound, in the unit
 */
public record Demand(Relation relation, BigDecimal value, Unit unit) {

    /** Everything: by it a share is shown as 100 per cent only where nothing is left. */
    public static final Demand EVERYTHING = new Demand(Relation.AT_LEAST, BigDecimal.valueOf(100), Unit.PERCENT);

    private static final int HUNDRED = 100;

    /** How a figure must stand to the bound. */
    public enum Relation {
        AT_LEAST(">=", "≥"), MORE_THAN(">", ">"), AT_MOST("<=", "≤"), LESS_THAN("<", "<");

        private final String sign;
        private final String shown;

        Relation(String sign, String shown) {
            this.sign = sign;
            this.shown = shown;
        }

        /**
         * The relation by its sign in the programme.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Relation of(String sign) {
            return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(sign));
        }

        /** The sign in the programme, which is the operator of SQL as well. */
        public String sign() {
            return sign;
        }

        /** The sign as people write it. */
        public String shown() {
            return shown;
        }

        private boolean holds(int difference) {
            return switch (this) {
                case AT_LEAST -> difference >= 0;
                case MORE_THAN -> difference > 0;
                case AT_MOST -> difference <= 0;
                case LESS_THAN -> difference < 0;
            };
        }
    }

    /** What the bound is a number of. */
    public enum Unit {
        PERCENT, COUNT;

        /**
         * The unit by its name in the programme.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Unit of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What a share has to satisfy, as a demand in per cent. */
    public static Demand of(Comparison share) {
        return new Demand(share.strict() ? Relation.MORE_THAN : Relation.AT_LEAST,
                BigDecimal.valueOf(share.basisPoints(), 2), Unit.PERCENT);
    }

    public boolean percent() {
        return unit == Unit.PERCENT;
    }

    /** Whether a figure in the unit of the demand satisfies it. */
    public boolean isMetBy(Fraction figure) {
        return relation.holds(figure.compareTo(Fraction.of(value)));
    }

    /**
     * Whether the own figure of an agency satisfies the demand. A demand in per cent looks at the exact parts where there are
     * any, since the value is rounded.
     *
     * @param numerator   null without parts
     * @param denominator null without parts
     * @param figure      null where nothing is known, which never satisfies a demand
     */
    public boolean isMetBy(BigDecimal numerator, BigDecimal denominator, BigDecimal figure) {
        if (percent() && numerator != null && denominator != null && denominator.signum() > 0) {
            return relation.holds(numerator.multiply(BigDecimal.valueOf(HUNDRED))
                    .compareTo(value.multiply(denominator)));
        }
        return figure != null && relation.holds(figure.compareTo(value));
    }

    /**
     * A figure as it is shown: rounded half up, but never across the demand, and what misses everything is never shown as
     * everything.
     */
    public BigDecimal shown(Fraction figure, int decimals) {
        BigDecimal rounded = figure.toDecimal(decimals);
        Fraction seen = Fraction.of(rounded);
        boolean whole = percent() && rounded.compareTo(BigDecimal.valueOf(HUNDRED)) == 0;
        if (isMetBy(seen) == isMetBy(figure) && (!whole || seen.equals(figure))) {
            return rounded;
        }
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        return seen.compareTo(figure) > 0 ? rounded.subtract(step) : rounded.add(step);
    }

    /** The demand as a comparison of a part with its whole; empty where it is none of at least or more than so many per cent. */
    public Optional<Comparison> share() {
        return percent() && (relation == Relation.AT_LEAST || relation == Relation.MORE_THAN)
                ? Optional.of(new Comparison(relation == Relation.MORE_THAN,
                        value.multiply(BigDecimal.valueOf(HUNDRED)).intValueExact()))
                : Optional.empty();
    }
}
