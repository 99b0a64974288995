package vn.thang.dashboard.missing;

import java.math.BigDecimal;
import vn.thang.dashboard.target.MeasuredValue;
import vn.thang.organisation.agency.AgencyName;

/**
 * An agency that is missing at a target, with the figure of its own.
 *
 * @param path       its place in the tree
 * @param parentName name of the agency above, unless that is the country
 * @param value      null where nothing was reported; parts null where there are none
 * @param silent     1 where nothing was reported
 */
public record MissingLine(String code, String path, String name, String nameEn, String type, String parentName,
        String parentNameEn,
        BigDecimal numerator, BigDecimal denominator, BigDecimal value, long silent) implements AgencyName {

    public MeasuredValue.AgencyValue figure() {
        return new MeasuredValue.AgencyValue(code, name, type, numerator, denominator, value, silent);
    }
}
