package vn.thang.core.model;

import java.util.Map;

/**
 * The indicator that measures a criterion.
 *
 * @param levels bound of the value for each level that has one; which direction is better, the indicator says
 */
public record IndicatorLink(String code, Mode mode, Map<Integer, Fraction> levels) {

    /** What the measured level does to the provisional one. */
    public enum Mode {
        /** Provisional is never above measured. */
        CAP,
        /** Provisional is the measured level. */
        REPLACE,
        /** Shown beside the answer, without effect. */
        INFORM
    }

    public IndicatorLink {
        levels = Map.copyOf(levels);
    }
}
