package vn.thang.bench;

import java.util.Locale;

/**
 * What is wanted of a figure, and whether this run reached it. A run that did not goes on all the same: a machine that has other
 * things to do fails no build.
 */
record Wanted(String words, boolean met) {

    static final Wanted NOTHING = new Wanted("", true);
    static final String MISSED = "MISSED";

    static Wanted atMost(String what, double measured, double bound) {
        return new Wanted(String.format(Locale.ROOT, "%s at most %,.0f", what, bound), measured <= bound);
    }

    static Wanted atLeast(double share, double measured, String ofWhat) {
        return new Wanted(String.format(Locale.ROOT, "at least %.1f %s", share, ofWhat), measured >= share);
    }

    /** Both are wanted. */
    Wanted and(Wanted other) {
        return new Wanted(words + ", " + other.words, met && other.met);
    }

    String said() {
        return words.isEmpty() ? "" : words + ": " + (met ? "met" : MISSED);
    }
}
