package vn.thang.core.model;

/**
 * A share of weight compared with a percentage, exactly: {@code >50}, {@code >=100}.
 *
 * @param strict      true for {@code >}, false for {@code >=}
 * @param basisPoints the percentage in hundredths of a per cent, 0 to 10,000
 */
public record Comparison(boolean strict, int basisPoints) {

    public static Comparison moreThan(int percent) {
        return new Comparison(true, percent * 100);
    }

    public static Comparison atLeast(int percent) {
        return new Comparison(false, percent * 100);
    }

    /** Whether part of the whole satisfies the comparison; both are sums of weights. */
    public boolean holds(long part, long whole) {
        long left = Math.multiplyExact(part, 10_000L);
        long right = Math.multiplyExact(whole, (long) basisPoints);
        return strict ? left > right : left >= right;
    }

    /** The least weight that satisfies the comparison; more than the whole when nothing does. */
    public long least(long whole) {
        long right = Math.multiplyExact(whole, (long) basisPoints);
        return strict ? right / 10_000L + 1 : (right + 9_999L) / 10_000L;
    }

    @Override
    public String toString() {
        String percent = basisPoints % 100 == 0 ? String.valueOf(basisPoints / 100)
                : Fraction.of(basisPoints, 100).toDecimal(2).stripTrailingZeros().toPlainString();
        return (strict ? ">" : ">=") + percent;
    }
}
