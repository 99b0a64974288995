package vn.thang.dashboard.target;

import java.util.Optional;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;

/** Between what a value lies, whatever those report or reach who are missing, in the unit of the target. */
public record Bounds(Fraction low, Fraction high) {

    private static final int HUNDRED = 100;

    /**
     * Between what the value of today lies; both are the value where nobody is missing. Empty without a value, and where the
     * bounds would tell what is restricted.
     */
    static Optional<Bounds> of(TargetLine line) {
        if (!line.known()) {
            return Optional.empty();
        }
        MeasuredValue measured = line.measured();
        if (measured == null) {
            Attainment attainment = line.attainment();
            return Optional.ofNullable(attainment).flatMap(Attainment::share).map(low -> new Bounds(
                    low.times(HUNDRED), attainment.highest().orElseThrow().times(HUNDRED)));
        }
        return measured.veiled() ? Optional.empty()
                : measured.figure().low().map(low -> new Bounds(low, measured.figure().high().orElseThrow()));
    }

    /** Whether they differ, since not all have reported or handed in. */
    boolean apart() {
        return low.compareTo(high) < 0;
    }
}
