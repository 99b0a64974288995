package vn.thang.core.target;

import java.math.BigDecimal;
import java.util.Optional;
import vn.thang.core.model.Fraction;

/**
 * How far a figure can be relied on, in one word. Weak comes first, so that no share of confirmed figures hides that a figure is
 * stale or not covered.
 */
public enum Confidence {
    WEAK, VERIFIED, SUPPORTED, DECLARED;

    private static final Fraction HALF = Fraction.of(1, 2);
    private static final Fraction MOST_ERROR = Fraction.of(1, 10);
    private static final Fraction LITTLE_ERROR = Fraction.of(1, 20);

    /**
     * What the word is made of.
     *
     * @param stale     whether the figure is older than its indicator allows
     * @param covered   whether enough of what was due has come
     * @param weight    of all that came: denominators where figures are pooled, otherwise agencies
     * @param measured  of it, what registers sent or were asked for
     * @param evidenced of it, what was not measured and has evidence
     * @param confirmed of it, what somebody else confirmed
     * @param error     the upper bound of the share of errors in a sample, at 95 %; empty where none was drawn
     */
    public record Parts(boolean stale, boolean covered, BigDecimal weight, BigDecimal measured, BigDecimal evidenced,
            BigDecimal confirmed, Optional<Fraction> error) {

        /** Of the weight, 0 to 1; 0 where there is none. */
        public Fraction share(BigDecimal part) {
            return weight.signum() == 0 ? Fraction.ZERO : Fraction.of(part).dividedBy(Fraction.of(weight));
        }
    }

    public static Confidence of(Parts parts) {
        if (parts.stale() || !parts.covered()
                || parts.error().filter(error -> error.compareTo(MOST_ERROR) > 0).isPresent()) {
            return WEAK;
        }
        if (parts.share(parts.confirmed()).compareTo(HALF) >= 0
                || parts.error().filter(error -> error.compareTo(LITTLE_ERROR) <= 0).isPresent()) {
            return VERIFIED;
        }
        return parts.share(parts.measured().add(parts.evidenced())).compareTo(HALF) >= 0 ? SUPPORTED : DECLARED;
    }
}
