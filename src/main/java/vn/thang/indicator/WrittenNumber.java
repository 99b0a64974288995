package vn.thang.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people in several countries write it: 1.234.567,5 and 1,234,567.5 and 1 234 567,5 are the same. What can be
 * read in two ways, such as 1.234, is refused rather than guessed.
 */
final class WrittenNumber {

    private static final Pattern NUMBER = Pattern.compile("(-?)([0-9]+)((?:[ .,'][0-9]+)*)");
    private static final Pattern PART = Pattern.compile("([ .,'])([0-9]+)");
    private static final int GROUP = 3;

    private WrittenNumber() {
    }

    /** No number, or not one that can be read in one way only. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient List<String> arguments;

        /** @param key last part of the key of the text */
        Unclear(String key, String... arguments) {
            super(key);
            this.arguments = List.of(arguments);
        }

        List<String> arguments() {
            return arguments;
        }
    }

    static BigDecimal of(String written) throws Unclear {
        String text = written.replaceAll("[\\u00A0\\u2009\\u202F]", " ").replace('\u2212', '-').replace('\u2019', '\'').strip();
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            throw new Unclear("number", written);
        }
        String first = number.group(2);
        List<String> parts = new ArrayList<>();
        StringBuilder signs = new StringBuilder();
        for (Matcher part = PART.matcher(number.group(GROUP)); part.find();) {
            signs.append(part.group(1));
            parts.add(part.group(2));
        }
        return new BigDecimal(number.group(1) + plain(written, first, parts, signs.toString()));
    }

    /** With a point before the decimals and nothing between the others. */
    private static String plain(String written, String first, List<String> parts, String signs) throws Unclear {
        int last = parts.size() - 1;
        if (last < 0) {
            return first;
        }
        char end = signs.charAt(last);
        boolean mark = end == '.' || end == ',';
        if (last == 0 && mark) {
            if (parts.get(0).length() == GROUP && isGroup(first) && !first.equals("0")) {
                throw new Unclear("ambiguous", written, first + parts.get(0), first + "," + parts.get(0) + "0");
            }
            return first + "." + parts.get(0);
        }
        boolean decimals = mark && signs.indexOf(end) == last;
        List<String> groups = decimals ? parts.subList(0, last) : parts;
        String between = decimals ? signs.substring(0, last) : signs;
        if (!isGroup(first) || between.chars().distinct().count() > 1 || groups.stream().anyMatch(group -> group.length() != GROUP)) {
            throw new Unclear("number", written);
        }
        return first + String.join("", groups) + (decimals ? "." + parts.get(last) : "");
    }

    private static boolean isGroup(String first) {
        return first.length() <= GROUP;
    }
}
