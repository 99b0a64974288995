package vn.thang.platform;

import java.util.regex.Pattern;

/**
 * Texts of people as they stand in a file that a spreadsheet opens: none of them is reckoned with. A spreadsheet that is set up for
 * another language divides lines at semicolons and tabs too, inside of quotation marks, so that what follows one is a
 * beginning as well.
 */
public final class InertText {

    /** What begins a formula, in the wide form of East Asian keyboards too. */
    private static final Pattern FORMULA = Pattern
            .compile("(^|[;\\t\\r\\n])(?=\\h*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\\t\\r])");

    private InertText() {
    }

    /** Puts an apostrophe before whatever could be taken for a formula. */
    public static String of(String text) {
        return FORMULA.matcher(text).replaceAll("$1'");
    }
}
