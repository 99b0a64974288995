package vn.thang.core.target;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** How a target becomes one figure of the country, and with it what the target asks of a single agency. */
public enum TargetMeasure {

    /** The agencies that satisfy a condition or stand at a level, divided by all agencies in scope. */
    SHARE_OF_AGENCIES,
    /** The sum of the agencies' numerators divided by the sum of their denominators. */
    POOLED,
    /** A figure of the whole country that somebody reports. */
    NATIONAL;

    /** A target that names no condition for a single agency asks it for anything above nothing. */
    private static final Demand ANYTHING = new Demand(Demand.Relation.MORE_THAN, BigDecimal.ZERO, Demand.Unit.COUNT);

    /**
     * The measure by its name in the programme.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static TargetMeasure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The name of the measure in the programme and in the key of its texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether agencies can be told apart by the figure: each of them reaches the target or is missing from it. */
    public boolean ofAgencies() {
        return switch (this) {
            case SHARE_OF_AGENCIES, POOLED -> true;
            case NATIONAL -> false;
        };
    }

    /**
     * What the own figure of an agency must satisfy for the agency to count as having reached the target.
     *
     * @param demand    what the target asks of the country
     * @param condition what the target asks of an agency that is counted; empty where it names nothing
     */
    public Demand ofAgency(Demand demand, Optional<Demand> condition) {
        return switch (this) {
            case SHARE_OF_AGENCIES -> condition.orElse(ANYTHING);
            case POOLED, NATIONAL -> demand;
        };
    }
}
