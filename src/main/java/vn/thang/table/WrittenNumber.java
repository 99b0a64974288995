package vn.thang.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it was written, whichever way it comes in: 1.234.567,5 and 1,234,567.5 and 1 234 567,5 are the same. Where the
 * writer has not said which sign begins the decimals, a number that can be read in two ways, such as 1.234, is refused rather
 * than guessed. A value has six decimals at most; what goes beyond is rounded half up.
 *
 * @param text what was written
 * @param sign which sign begins the decimals
 */
public record WrittenNumber(String text, DecimalSign sign) {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+");
    private static final Pattern EXPONENT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]{1,2}");
    private static final Pattern NUMBER = Pattern.compile("(-?)([0-9]+)((?:[ .,'][0-9]+)*)");
    private static final Pattern PART = Pattern.compile("([ .,'])([0-9]+)");
    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u2009\\u202F]");
    private static final String PERCENT = "%";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int GROUP = 3;
    private static final int LONGEST = 60;
    private static final int SHOWN = 24;
    private static final int MOST_DIGITS = 18;
    private static final int DECIMALS = 6;

    /** The text is no number, or not one that can be read in one way only. */
    public static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient List<String> arguments;

        /** @param key last part of the key of the text */
        Unclear(String key, String... arguments) {
            super(key);
            this.arguments = List.of(arguments);
        }

        public List<String> arguments() {
            return arguments;
        }
    }

    /** Returns what a person or a file wrote without saying which sign begins the decimals; null for nothing. */
    public static WrittenNumber of(String text) {
        return of(text, DecimalSign.UNKNOWN);
    }

    /** Returns a number of a program, a workbook or JSON, whose point begins the decimals. */
    public static WrittenNumber exact(String text) {
        return of(text, DecimalSign.POINT);
    }

    /** Returns what was written with a sign that is known; null for nothing. */
    public static WrittenNumber of(String text, DecimalSign sign) {
        return text == null || text.isBlank() ? null : new WrittenNumber(text, sign);
    }

    /** Returns what a cell of a table holds, a percentage with its sign; null for nothing. */
    public static WrittenNumber of(TableLine.Cell cell) {
        String shown = cell.text().strip();
        if (cell.exact() == null) {
            return of(shown);
        }
        return exact(shown.endsWith(PERCENT) ? cell.exact().multiply(HUNDRED) + PERCENT : cell.exact().toString());
    }

    /** Whether it says of itself that it is a percentage. */
    public boolean percent() {
        return text.strip().endsWith(PERCENT);
    }

    /**
     * Returns it with six decimals at most.
     *
     * @throws Unclear when it is no number, is longer than the database holds, or can be read in two ways
     */
    public BigDecimal value() throws Unclear {
        BigDecimal value = unrounded();
        return value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_UP) : value;
    }

    /**
     * Returns it as it was written: what is whole only when it is rounded is no whole number.
     *
     * @throws Unclear as {@link #value} does
     */
    public BigDecimal unrounded() throws Unclear {
        if (text.length() > LONGEST) {
            throw new Unclear("number", shown());
        }
        String clean = SPACES.matcher(text).replaceAll(" ").replace('\u2212', '-').replace('\u2019', '\'').strip();
        BigDecimal value = new BigDecimal(
                plain(percent() ? clean.substring(0, clean.length() - PERCENT.length()).strip() : clean));
        if (value.precision() - value.scale() > MOST_DIGITS) {
            throw new Unclear("number", shown());
        }
        return value;
    }

    /** Returns it in the unit itself, where it was given in a power of ten of that; one that is unclear stays so. */
    public WrittenNumber times(int power) {
        try {
            return power == 0 ? this
                    : exact(unrounded().movePointRight(power).toPlainString() + (percent() ? PERCENT : ""));
        } catch (Unclear unclear) {
            return this;
        }
    }

    private String shown() {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** Returns it with a point before the decimals and nothing between the other digits. */
    private String plain(String clean) throws Unclear {
        if (PLAIN.matcher(clean).matches() || sign == DecimalSign.POINT && EXPONENT.matcher(clean).matches()) {
            return clean;
        }
        Matcher number = NUMBER.matcher(clean);
        if (!number.matches()) {
            throw new Unclear("number", shown());
        }
        List<String> parts = new ArrayList<>();
        StringBuilder signs = new StringBuilder();
        for (Matcher part = PART.matcher(number.group(GROUP)); part.find();) {
            signs.append(part.group(1));
            parts.add(part.group(2));
        }
        return number.group(1) + joined(number.group(2), parts, signs.toString());
    }

    private String joined(String first, List<String> parts, String signs) throws Unclear {
        int last = parts.size() - 1;
        boolean mark = sign.begins(signs.charAt(last));
        if (sign == DecimalSign.UNKNOWN && mark && last == 0 && isAmbiguous(first, parts.get(0))) {
            throw new Unclear("ambiguous", shown(), first + parts.get(0), first + "," + parts.get(0) + "0");
        }
        boolean decimals = mark && signs.indexOf(signs.charAt(last)) == last;
        List<String> groups = decimals ? parts.subList(0, last) : parts;
        String between = decimals ? signs.substring(0, last) : signs;
        if (!groups.isEmpty() && !areThousands(first, groups, between)) {
            throw new Unclear("number", shown());
        }
        return first + String.join("", groups) + (decimals ? "." + parts.get(last) : "");
    }

    /** Whether 1.234 may be a thousand and more, or one and a bit. */
    private static boolean isAmbiguous(String first, String second) {
        return second.length() == GROUP && first.length() <= GROUP && !first.equals("0");
    }

    private boolean areThousands(String first, List<String> groups, String between) {
        return first.length() <= GROUP && between.chars().distinct().count() == 1
                && groups.stream().allMatch(group -> group.length() == GROUP)
                && (sign == DecimalSign.UNKNOWN || !sign.begins(between.charAt(0)));
    }
}
