package vn.thang.core.target;

import java.util.List;
import java.util.Optional;

/**
 * The forecast of the share of agencies that meet a condition, agency by agency: what matters is how many of them came to meet
 * it and how many ceased to, not how large each is ({@link StepwiseForecast} with the states not met and met).
 */
public final class ConditionForecast {

    /** Nothing is known of the agency at this step. */
    public static final int UNKNOWN = -1;
    private static final int MET = 1;
    private static final int STATES = 2;

    private ConditionForecast() {
    }

    /**
     * @param agencies of each one that is there now: by step whether it met the condition, 1, or not, 0, or {@link #UNKNOWN}; whoever
     *                 is silent stands where it was last seen, and whoever never was meets nothing
     * @param steps    how many steps are known
     * @param ahead    steps from the last one to the due day
     * @param demand   the share that is to be reached at least, 0 to 1
     * @return empty where the data do not carry a forecast
     */
    public static Optional<Forecast> of(List<int[]> agencies, int steps, int ahead, double demand) {
        long[][] transitions = new long[STATES][STATES];
        long[] present = new long[STATES];
        for (int[] states : agencies) {
            int last = UNKNOWN;
            for (int t = 0; t < steps; t++) {
                if (t > 0 && states[t] != UNKNOWN && states[t - 1] != UNKNOWN) {
                    transitions[states[t - 1]][states[t]]++;
                }
                last = states[t] == UNKNOWN ? last : states[t];
            }
            present[Math.max(0, last)]++;
        }
        return StepwiseForecast.of(List.of(new StepwiseForecast.Group(transitions, present)), steps, ahead, MET, demand);
    }
}
