package vn.thang.core.scoring;

import java.math.BigInteger;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A lower bound on the effort of a {@link Cover}: each need has a price, and a part is worth what its options add at these
 * prices. Whatever covers the needs costs at least their price less what the parts give cheaper (Lagrange; weak duality).
 * The bound holds for any prices, so these may be approximate; it is lowered by more than all rounding can amount to.
 *
 * @param first  price of the whole first need
 * @param second price of the whole second need
 * @param rest   at position p, what the parts after the p-th cost at least beyond their worth
 */
record Prices(double first, double second, BigInteger firstNeed, BigInteger secondNeed, double[] rest) {

    private static final double ROUNDING = 1e-3;
    private static final double DEAREST = 30;
    private static final int TURNS = 48;

    /** No bound. */
    static Prices none(int parts) {
        return new Prices(0, 0, BigInteger.ONE, BigInteger.ONE, new double[parts + 1]);
    }

    /** The prices with the highest bound, nearly. */
    static Prices of(Cover.State start, List<List<Cover.Option>> parts) {
        double[][][] options = parts.stream().map(part -> part.stream().map(option -> new double[]{
                ratio(option.first(), start.first()), ratio(option.second(), start.second()), option.plan().effort()})
                .toArray(double[][]::new)).toArray(double[][][]::new);
        double needFirst = start.first().signum();
        double needSecond = start.second().signum();
        DoubleUnaryOperator bestSecond = first -> highest(
                second -> first * needFirst + second * needSecond + least(options, 0, first, second), needSecond);
        double first = highest(f -> {
            double s = bestSecond.applyAsDouble(f);
            return f * needFirst + s * needSecond + least(options, 0, f, s);
        }, needFirst);
        double second = bestSecond.applyAsDouble(first);
        double[] rest = new double[parts.size() + 1];
        for (int part = parts.size() - 1; part >= 0; part--) {
            rest[part] = rest[part + 1] + cheapest(options[part], first, second);
        }
        return new Prices(first, second, start.first(), start.second(), rest);
    }

    /** The least effort with which any plan can cover the needs; unlimited when there are no prices. */
    double least() {
        double least = first * firstNeed.signum() + second * secondNeed.signum() + rest[0] - ROUNDING;
        return first == 0 && second == 0 ? Double.POSITIVE_INFINITY : Math.ceil(least);
    }

    /** The least effort with which a state after a part can be completed. */
    double effort(Cover.State state, int part) {
        return state.plan().effort() + worth(first, state.first(), firstNeed)
                + worth(second, state.second(), secondNeed) + rest[part + 1] - ROUNDING;
    }

    /** Where a concave function is highest, among zero and the powers of e. */
    private static double highest(DoubleUnaryOperator function, double need) {
        double low = -DEAREST;
        double high = DEAREST;
        for (int turn = 0; need > 0 && turn < TURNS; turn++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (function.applyAsDouble(Math.exp(left)) < function.applyAsDouble(Math.exp(right))) {
                low = left;
            } else {
                high = right;
            }
        }
        return need > 0 ? Math.exp((low + high) / 2) : 0;
    }

    private static double least(double[][][] options, int from, double first, double second) {
        double sum = 0;
        for (int part = from; part < options.length; part++) {
            sum += cheapest(options[part], first, second);
        }
        return sum;
    }

    private static double cheapest(double[][] options, double first, double second) {
        double cheapest = Double.POSITIVE_INFINITY;
        for (double[] option : options) {
            cheapest = Math.min(cheapest, option[2] - first * option[0] - second * option[1]);
        }
        return cheapest;
    }

    /** Without a price nothing is worth anything, however large the amount. */
    private static double worth(double price, BigInteger amount, BigInteger need) {
        return price == 0 ? 0 : price * ratio(amount, need);
    }

    /** An amount as part of a need, to the precision of a double however large both are. */
    private static double ratio(BigInteger amount, BigInteger need) {
        if (need.signum() == 0) {
            return 0;
        }
        int shift = Math.max(0, need.bitLength() - 900);
        return amount.shiftRight(shift).doubleValue() / need.shiftRight(shift).doubleValue();
    }
}
