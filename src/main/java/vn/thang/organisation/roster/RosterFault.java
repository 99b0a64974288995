package vn.thang.organisation.roster;

import java.util.Locale;
import vn.thang.platform.Texts;

/**
 * What is wrong in one row of a file of people, and how to mend it.
 *
 * @param line   line of the file, the heading being the first
 * @param column where in the line
 * @param value  what stands there
 * @param reason last part of the key of the text
 */
public record RosterFault(int line, RosterColumn column, String value, String reason, String detail) {

    static RosterFault of(int line, RosterColumn column, String value, String reason) {
        return new RosterFault(line, column, value, reason, "");
    }

    public String text(Locale locale) {
        return Texts.text(locale, "roster.fault." + reason, value, detail);
    }
}
