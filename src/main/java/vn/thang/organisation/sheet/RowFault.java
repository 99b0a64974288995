package vn.thang.organisation.sheet;

import java.util.Locale;
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

    public String text(Locale locale) {
        return Texts.text(locale, "organisation.fault." + reason, value, detail);
    }
}
