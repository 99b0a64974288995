package vn.thang.organisation.sheet;

import java.util.Locale;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/**
 * What is wrong in one row of a file, and how to mend it.
 *
 * @param line   line of the file, the heading being the first
 * @param column where in the line
 * @param value  what stands there
 * @param reason last part of the key of the text
 */
public record RowFault(int line, AgencyColumn column, String value, String reason, String detail) {

    static RowFault of(int line, AgencyColumn column, String value, String reason) {
        return new RowFault(line, column, value, reason, "");
    }

    /** The refusal that says the same. */
    public BusinessException refusal() {
        return new BusinessException("organisation.fault." + reason, value, detail);
    }

    public String text(Locale locale) {
        return Texts.text(locale, "organisation.fault." + reason, value, detail);
    }
}
