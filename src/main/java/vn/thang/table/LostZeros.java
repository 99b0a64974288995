package vn.thang.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the codes that a code may have been before a spreadsheet took it for a number: the zeros in front are gone, and perhaps it
 * was written with decimals, thousands or an exponent.
 */
public final class LostZeros {

    private static final int LONGEST = 12;
    private static final Pattern DECIMALS = Pattern.compile("([0-9]+)[.,]0+");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?:([., '])[0-9]{3})(?:\\1[0-9]{3})*");
    private static final Pattern EXPONENT = Pattern.compile("[0-9](?:[.,][0-9]+)?[eE][+]?[0-9]{1,2}");

    private LostZeros() {
    }

    /** Returns the codes that there are and that are the same number as the code, which is none of them; the shortest first. */
    public static List<String> meant(String code, Predicate<String> known) {
        String digits = digits(code);
        return digits == null || digits.length() > LONGEST ? List.of()
                : IntStream.rangeClosed(digits.equals(code) ? 1 : 0, LONGEST - digits.length())
                        .mapToObj(zeros -> "0".repeat(zeros) + digits).filter(known).toList();
    }

    /** Returns the whole number that a code is, as digits; null where it is none. */
    private static String digits(String code) {
        Matcher decimals = DECIMALS.matcher(code);
        if (decimals.matches()) {
            return decimals.group(1);
        }
        if (THOUSANDS.matcher(code).matches()) {
            return code.replaceAll("[^0-9]", "");
        }
        if (EXPONENT.matcher(code).matches()) {
            BigDecimal number = new BigDecimal(code.replace(',', '.')).stripTrailingZeros();
            return number.scale() > 0 ? null : number.toBigInteger().toString();
        }
        return code.matches("[0-9]+") ? code : null;
    }
}
