package vn.thang.platform;

import java.util.regex.Pattern;

/**
 * Texts of people as they stand in a file that a spreadsheet opens: none of them is reckoned with. A spreadsheet that is set up for
 * another language divides lines at semicolons and tabs too, inside of quotation marks, so that what follows one is a
 * beginning as well. What was written can be read again as it was: an apostrophe before a formula gets another one.
 */
public final class InertText {

    private static final String BEGINNING = "(?<=^|[;\\t\\r\\n])";
    /** What begins a formula, in the wide form of East Asian keyboards too, behind blanks and apostrophes. */
    private static final String FORMULA = "(?=[\\h']*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\t\\r])";
    private static final Pattern TAKEN = Pattern.compile(BEGINNING + FORMULA);
    private static final Pattern KEPT = Pattern.compile(BEGINNING + "'" + FORMULA);

    private InertText() {
    }

    /** Puts an apostrophe before whatever could be taken for a formula. */
    public static String of(String text) {
        return TAKEN.matcher(text).replaceAll("'");
    }

    /** Returns the text that was made inert. */
    public static String read(String inert) {
        return KEPT.matcher(inert).replaceAll("");
    }
}
