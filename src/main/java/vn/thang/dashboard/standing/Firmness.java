package vn.thang.dashboard.standing;

/**
 * Where an agency stands among all, and where from the 5th to the 95th percentile when the weights move.
 *
 * @param level   by the weights as they are
 * @param changed draws in which its level is another, of so many draws
 */
public record Firmness(int rank, int rankLow, int rankHigh, int level, int levelLow, int levelHigh, int changed,
        int draws) {

    /** The levels between which it lies, as they are read; one where it is firm. */
    public String levels() {
        return between(levelLow, levelHigh);
    }

    /** The ranks between which it lies, as they are read. */
    public String ranks() {
        return between(rankLow, rankHigh);
    }

    private static String between(int low, int high) {
        return low == high ? String.valueOf(low) : low + "–" + high;
    }

    public double changedPercent() {
        return draws == 0 ? 0 : 100d * changed / draws;
    }
}
