package vn.thang.core.target;

import java.util.List;

/**
 * What is known of the levels of like agencies from round to round. An agency that did not hand in is not at level 0: it was
 * last seen at a level some rounds ago, or never.
 */
public final class LevelHistory {

    /** The agency was due in the round and did not hand in. */
    public static final int SILENT = -1;
    /** The agency was not due in the round. */
    public static final int ABSENT = -2;

    private LevelHistory() {
    }

    /**
     * Sums histories up. Transitions are counted between two rounds that follow each other where the agency took part in
     * both; who is not due in the last round is not among those whose future is asked for.
     *
     * @param histories of each agency its state in every round, {@link #SILENT} or {@link #ABSENT}; all of the same length
     * @param states    how many states there are
     */
    public static StepwiseForecast.Group of(List<int[]> histories, int states) {
        int last = histories.isEmpty() ? 0 : histories.get(0).length - 1;
        long[][] transitions = new long[states][states];
        long[] present = new long[states];
        long[][] silent = new long[last][states];
        long never = 0;
        for (int[] history : histories) {
            for (int round = 1; round <= last; round++) {
                if (history[round - 1] >= 0 && history[round] >= 0) {
                    transitions[history[round - 1]][history[round]]++;
                }
            }
            int seen = last;
            while (seen >= 0 && history[seen] < 0) {
                seen--;
            }
            if (history[last] == ABSENT) {
                continue;
            }
            if (seen == last) {
                present[history[last]]++;
            } else if (seen >= 0) {
                silent[last - seen - 1][history[seen]]++;
            } else {
                never++;
            }
        }
        return new StepwiseForecast.Group(transitions, present, silent, never);
    }
}
