package vn.thang.dashboard;

/**
 * Where an agency stands among all, and where from the 5th to the 95th percentile when the weights move.
 *
 * @param changed draws in which its level is another, of so many draws
 */
public record Firmness(int rank, int rankLow, int rankHigh, int levelLow, int levelHigh, int changed, int draws) {

    public boolean levelFirm() {
        return levelLow == levelHigh;
    }

    public double changedPercent() {
        return draws == 0 ? 0 : 100d * changed / draws;
    }
}
