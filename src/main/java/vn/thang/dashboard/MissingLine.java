package vn.thang.dashboard;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * An agency that is missing at a target, with the figure of its own.
 *
 * @param parentName name of the agency above, unless that is the country
 * @param value      null where nothing was reported; parts null where there are none
 * @param silent     1 where nothing was reported
 */
public record MissingLine(String code, String name, String nameEn, String type, String parentName,
        BigDecimal numerator, BigDecimal denominator, BigDecimal value, long silent) {

    /** Its name for readers of Vietnamese, or for others where it has one. */
    public String name(Locale locale) {
        return nameEn == null || locale.getLanguage().equals("vi") ? name : nameEn;
    }

    public TargetLine.AgencyValue figure() {
        return new TargetLine.AgencyValue(code, name, type, numerator, denominator, value, silent);
    }
}
