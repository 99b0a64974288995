package vn.thang.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * The levels of the agencies of one type.
 *
 * @param counts agencies at the levels 0 to 5
 */
public record TypeLine(String type, long[] counts, long waiting) {

    /** A part of a bar 100 units long. */
    public record Part(int level, long agencies, double from, double width) {
    }

    public long handedIn() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    public long agencies() {
        return handedIn() + waiting;
    }

    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        double from = 0;
        for (int level = 0; level < counts.length; level++) {
            double width = handedIn() == 0 ? 0 : 100d * counts[level] / handedIn();
            if (counts[level] > 0) {
                parts.add(new Part(level, counts[level], from, width));
            }
            from += width;
        }
        return parts;
    }
}
