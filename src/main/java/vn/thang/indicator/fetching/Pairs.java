package vn.thang.indicator.fetching;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pairs as people write them: one a line, with = between; lines that begin with # say something to the reader. */
public final class Pairs {

    private Pairs() {
    }

    /** @throws IllegalArgumentException with the line that is no pair, or names the same twice */
    public static Map<String, String> of(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : (text == null ? "" : text).split("\\R")) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            int place = line.lastIndexOf('=');
            String left = place < 0 ? "" : line.substring(0, place).strip();
            String right = line.substring(place + 1).strip();
            if (left.isEmpty() || right.isEmpty() || pairs.put(left, right) != null) {
                throw new IllegalArgumentException(line.strip());
            }
        }
        return pairs;
    }
}
