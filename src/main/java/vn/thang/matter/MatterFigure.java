package vn.thang.matter;

import java.math.BigDecimal;

/**
 * The figure that a matter is about, as it was when it was asked.
 *
 * @param value         of a target as it was shown, index of an agency, level of a criterion, or how many agencies reported an
 *                      indicator; null where there was none
 * @param wanted        what the target demanded, or how many agencies are due; null for all else
 * @param percent       whether value and demand, or the reading, are percentages
 * @param level         of the agency; null for a target and for readings
 * @param status        of the target as texts name it, or the health of a source; null for all else
 * @param period        the round or period, of a source the day of its last batch; null where there was none
 * @param standing      key of the text that says whether results were official; null for a target and for readings
 * @param measured      level that was measured of the criterion; null where nothing measured it
 * @param indicator     code of the indicator of the reading or the coverage; null for none
 * @param reading       value of the reading; null where there was none
 * @param readingPeriod its period as people read it
 */
public record MatterFigure(BigDecimal value, BigDecimal wanted, boolean percent, Integer level, String status,
        String period, String standing, Integer measured, String indicator, BigDecimal reading,
        String readingPeriod) {

    public static MatterFigure ofTarget(BigDecimal value, BigDecimal wanted, boolean percent, String status,
            String period) {
        return new MatterFigure(value, wanted, percent, null, status, period, null, null, null, null, null);
    }

    public static MatterFigure ofResult(BigDecimal value, Integer level, String round, String standing) {
        return new MatterFigure(value, null, false, level, null, round, standing, null, null, null, null);
    }

    /** How many of the agencies that are due have a fresh reading. */
    public static MatterFigure ofCoverage(String indicator, int arrived, int expected, String newest) {
        return new MatterFigure(BigDecimal.valueOf(arrived), BigDecimal.valueOf(expected), false, null, null, newest,
                null, null, indicator, null, null);
    }

    /** The newest reading of an agency; without a value where there is none. */
    public static MatterFigure ofReading(String indicator, BigDecimal value, boolean percent, String period) {
        return new MatterFigure(null, null, percent, null, null, null, null, null, indicator, value, period);
    }

    /** @param day of the last batch as ISO writes it; null where nothing ever came */
    public static MatterFigure ofSource(String health, String day) {
        return new MatterFigure(null, null, false, null, health, day, null, null, null, null, null);
    }

    /** The same with the level that was measured, and with the reading that it comes from. */
    public MatterFigure measured(int level, MatterFigure by) {
        return new MatterFigure(value, wanted, by.percent(), this.level, status, period, standing, level,
                by.indicator(), by.reading(), by.readingPeriod());
    }

    /** Nothing was known. */
    public static final MatterFigure NONE = ofResult(null, null, null, null);
}
