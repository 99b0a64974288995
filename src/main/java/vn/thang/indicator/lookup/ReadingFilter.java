package vn.thang.indicator.lookup;

import java.util.Map;

/**
 * Which readings a list shows; null means all.
 *
 * @param words  part of the name of the agency, or beginning of its code
 * @param period as people write it
 * @param way    name of a way in
 * @param stale  only the newest of an agency and indicator, where it is too old to be used
 * @param waiting only what somebody has to confirm
 */
public record ReadingFilter(String indicator, String words, String period, String source, String way, boolean stale,
        boolean waiting) {

    public ReadingFilter {
        indicator = text(indicator);
        words = text(words);
        period = text(period);
        source = text(source);
        way = text(way);
    }

    /** From what an address says. */
    static ReadingFilter of(Map<String, String> asked) {
        return new ReadingFilter(asked.get("indicator"), asked.get("q"), asked.get("period"), asked.get("source"),
                asked.get("way"), "true".equals(asked.get("stale")), "true".equals(asked.get("waiting")));
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
