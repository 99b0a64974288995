package vn.thang.core.target;

import java.util.Optional;
import java.util.OptionalDouble;
import vn.thang.core.model.Fraction;

/**
 * Whether a target will be reached, by rules that can be said aloud. Where something came, but for no period enough, there is
 * not enough data to say so. What is achieved today is achieved. Where the data
 * carry a forecast, its chance decides: from four in five it is on track, below one in five off track, at risk between.
 * Where they do not, the trajectory decides: on track at or above it, at risk while the lag is at most a quarter of the
 * way that should be covered by now, off track beyond.
 */
public enum Status {
    NO_DATA, NOT_ENOUGH_DATA, OFF_TRACK, AT_RISK, ON_TRACK, ACHIEVED;

    static final double LIKELY = 0.8;
    static final double UNLIKELY = 0.2;
    private static final int QUARTERS = 4;

    /**
     * @param value    today; empty without one
     * @param achieved whether it satisfies what is demanded on the due day
     * @param chance   0 to 1 that it will; empty without a forecast
     * @param baseline where the way began
     * @param expected what the trajectory expects today
     */
    public static Status of(Optional<Fraction> value, boolean achieved, OptionalDouble chance, Fraction baseline,
            Fraction expected) {
        if (value.isEmpty()) {
            return NO_DATA;
        }
        if (achieved) {
            return ACHIEVED;
        }
        if (chance.isPresent()) {
            return chance.getAsDouble() >= LIKELY ? ON_TRACK : chance.getAsDouble() < UNLIKELY ? OFF_TRACK : AT_RISK;
        }
        Fraction way = expected.minus(baseline);
        Fraction lag = expected.minus(value.get());
        if (way.compareTo(Fraction.ZERO) < 0) {
            way = Fraction.ZERO.minus(way);
            lag = Fraction.ZERO.minus(lag);
        }
        return lag.compareTo(Fraction.ZERO) <= 0 ? ON_TRACK
                : lag.times(QUARTERS).compareTo(way) <= 0 ? AT_RISK : OFF_TRACK;
    }
}
