package vn.thang.core.scoring;

import vn.thang.core.model.Fraction;

/** How far a share of weight is achieved, as in ISO/IEC 33020: not, partially, largely, fully. */
public enum Rating {
    N, P, L, F;

    /** N up to and including 15 %, P up to 50 %, L up to 85 %, F above. */
    public static Rating of(Fraction share) {
        if (share.compareTo(Fraction.of(15, 100)) <= 0) {
            return N;
        }
        if (share.compareTo(Fraction.of(1, 2)) <= 0) {
            return P;
        }
        return share.compareTo(Fraction.of(85, 100)) <= 0 ? L : F;
    }
}
