package vn.thang.dashboard;

import java.time.Instant;
import java.util.Map;
import vn.thang.assessment.AssessmentState;

/**
 * An agency in a round, as lists and the map show it. Levels are official ones and absent until it has handed in.
 *
 * @param dimensions code of the dimension to its level, where asked for
 */
public record AgencyLine(long assessmentId, String code, String name, String type, AssessmentState state, Instant handedInAt,
        Integer level, Double index, int answered, int applicable, Map<String, Integer> dimensions) {

    public boolean isHandedIn() {
        return !state.isOpen();
    }

    public int percentAnswered() {
        return applicable == 0 ? 0 : answered * 100 / applicable;
    }
}
