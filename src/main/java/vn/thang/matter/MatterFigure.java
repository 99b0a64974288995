package vn.thang.matter;

import java.math.BigDecimal;

/**
 * The figure that a matter is about, as it was when it was asked.
 *
 * @param value    of a target as it was shown, index of an agency, or level of a criterion; null where there was none
 * @param wanted   what the target demanded; null for all else
 * @param percent  whether both are percentages
 * @param level    of the agency; null for a target
 * @param status   of the target as texts name it; null for an agency
 * @param period   the round or period; null where there was none
 * @param standing key of the text that says whether results were official; null for a target
 */
public record MatterFigure(BigDecimal value, BigDecimal wanted, boolean percent, Integer level, String status,
        String period, String standing) {

    static MatterFigure ofResult(BigDecimal value, Integer level, String round, String standing) {
        return new MatterFigure(value, null, false, level, null, round, standing);
    }

    /** Nothing was known. */
    static final MatterFigure NONE = ofResult(null, null, null, null);
}
