package vn.thang.core.scoring;

import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

/** How far a share of weight is achieved, as in ISO/IEC 33020: not, partially, largely, fully. */
public enum Rating {
    N, P, L, F;

    private static final int[] UP_TO_BASIS_POINTS = {1_500, 5_000, 8_500};

    /** N up to and including 15 %, P up to 50 %, L up to 85 %, F above. */
    public static Rating of(Fraction share) {
        int rating = 0;
        while (rating < UP_TO_BASIS_POINTS.length
                && share.compareTo(Fraction.of(UP_TO_BASIS_POINTS[rating], 10_000)) > 0) {
            rating++;
        }
        return values()[rating];
    }

    /** The least rating with which a share can satisfy the comparison: {@code >50} needs L, {@code >85} needs F. */
    public static Rating required(Comparison comparison) {
        int rating = 0;
        while (rating < UP_TO_BASIS_POINTS.length && (comparison.strict()
                ? comparison.basisPoints() >= UP_TO_BASIS_POINTS[rating]
                : comparison.basisPoints() > UP_TO_BASIS_POINTS[rating])) {
            rating++;
        }
        return values()[rating];
    }
}
