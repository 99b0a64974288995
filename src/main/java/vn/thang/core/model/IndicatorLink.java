package vn.thang.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The indicator that measures a criterion.
 *
 * @param levels  bound of the value for each level that has one; which direction is better, the indicator says
 * @param prefill whether the measured level is offered as an answer to begin with
 */
public record IndicatorLink(String code, Mode mode, Map<Integer, Fraction> levels, boolean prefill) {

    /** What the measured level does to the provisional one. */
    public enum Mode {
        /** Provisional is never above measured. */
        CAP,
        /** Provisional is the measured level. */
        REPLACE,
        /** Shown beside the answer, without effect. */
        INFORM
    }

    /** Whether more or less of the indicator is better. */
    public enum Direction { UP, DOWN }

    public IndicatorLink {
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }

    /** A link that offers no answer. */
    public IndicatorLink(String code, Mode mode, Map<Integer, Fraction> levels) {
        this(code, mode, levels, false);
    }

    /**
     * The measured level: the greatest whose bound the value reaches. When it reaches none it is 1, or 0 where level 1 has a
     * bound of its own.
     */
    public int level(Fraction value, Direction direction) {
        int level = levels.containsKey(1) ? 0 : 1;
        for (Map.Entry<Integer, Fraction> bound : levels.entrySet()) {
            int difference = value.compareTo(bound.getValue());
            if (direction == Direction.UP ? difference >= 0 : difference <= 0) {
                level = bound.getKey();
            }
        }
        return level;
    }
}
