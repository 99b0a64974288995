package vn.thang.indicator.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends a text in Turtle: goes over its strings, comments and addresses, and puts a node without an address where an address is
 * faulty. Lines stay where they are.
 */
final class TurtleText {

    /** What stands before an address that is not a value but a beginning of others. */
    private static final Pattern DIRECTIVE = Pattern.compile("(?i)(@?prefix\\s+[^\\s<]*:|@?base)\\s*$");
    private static final int LONGEST_DIRECTIVE = 200;
    private static final Pattern END_OF_TAG = Pattern.compile("[\\s,;\\])]|\\.(\\s|$)");

    private final String text;
    private final FaultyValues faults;
    private final StringBuilder mended = new StringBuilder();
    private int place;

    private TurtleText(String text, FaultyValues faults) {
        this.text = text;
        this.faults = faults;
    }

    static String mended(String text, FaultyValues faults) {
        return new TurtleText(text, faults).mend();
    }

    private String mend() {
        while (place < text.length()) {
            switch (text.charAt(place)) {
                case '#' -> copyTo(endOfLine());
                case '"', '\'' -> string();
                case '<' -> address();
                case '\\' -> copyTo(place + 2);
                default -> copyTo(place + 1);
            }
        }
        return mended.toString();
    }

    private void copyTo(int end) {
        int to = Math.min(end, text.length());
        mended.append(text, place, to);
        place = to;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', place);
        return end < 0 ? text.length() : end;
    }

    private void string() {
        String mark = text.substring(place, place + 1);
        String end = text.startsWith(mark.repeat(3), place) ? mark.repeat(3) : mark;
        int at = place + end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += end.length();
        while (end.length() > 1 && text.startsWith(mark, at)) {
            at++; // a long string may end with its own sign
        }
        copyTo(at);
        if (place < text.length() && text.charAt(place) == '@') {
            language();
        }
    }

    private void language() {
        Matcher end = END_OF_TAG.matcher(text).region(place, text.length());
        int to = end.find() ? end.start() : text.length();
        String tag = text.substring(place + 1, to);
        if (FaultyValues.isLanguage(tag)) {
            copyTo(to);
        } else {
            faults.language(tag, place);
            place = to;
        }
    }

    private void address() {
        int end = text.indexOf('>', place);
        if (end < 0 || end > endOfLine()) {
            copyTo(place + 1);
            return;
        }
        String address = text.substring(place + 1, end);
        if (isRead(address) || isDirective()) {
            copyTo(end + 1);
        } else if (endsWithType()) {
            faults.type(address, place);
            mended.setLength(mended.length() - 2);
            place = end + 1;
        } else {
            mended.append("_:").append(faults.node(address, place)).append(' ');
            place = end + 1;
        }
    }

    private boolean endsWithType() {
        return mended.length() > 1 && mended.substring(mended.length() - 2).equals("^^");
    }

    /** An address may have signs by their numbers, which mean what they stand for. */
    private static boolean isRead(String address) {
        return FaultyValues.isAddress(address.replaceAll("\\\\u[0-9A-Fa-f]{4}|\\\\U[0-9A-Fa-f]{8}", "x"));
    }

    private boolean isDirective() {
        return DIRECTIVE.matcher(mended.substring(Math.max(0, mended.length() - LONGEST_DIRECTIVE))).find();
    }
}
