package vn.thang.dashboard.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.dashboard.round.Grounds;
import vn.thang.organisation.agency.AgencyName;

/**
 * An agency in a round, as lists and the map show it.
 *
 * @param parentName of the agency above; null at the first level
 * @param level      official; null until it has handed in
 * @param index      official; null until it has handed in
 * @param firmness   its rank; null until it was found out for its present score
 * @param dueOn      last day of the stage that it is in; null when nobody is waited for
 * @param extendedTo the day that it was given for this stage by an extension; null where that of the round holds
 * @param grounds    what its result rests on; null until it has handed in
 * @param dimensions code of a dimension to its official level, where asked for
 */
public record AgencyLine(long assessment, String code, String name, String nameEn, String type, String parentName,
        String parentNameEn,
        AssessmentState state, Instant handedInAt, Integer level, Double index, int answered, int applicable,
        Firmness firmness, LocalDate dueOn, LocalDate extendedTo, Grounds grounds,
        Map<String, Integer> dimensions) implements AgencyName {

    /** The key of how far its result can be relied on; null until it has handed in. */
    public String confidence() {
        return grounds == null ? null : "target.confidence." + grounds.confidence(false, true);
    }

    public boolean handedIn() {
        return state.isHandedIn();
    }

    /** How many days after the last day of its stage; 0 while it is in time. */
    public long daysLate(LocalDate today) {
        return dueOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
    }

    /** For the cells of the map: the levels of the dimensions, 0 where it has none. */
    public List<Integer> cells(List<String> codes) {
        return codes.stream().map(code -> dimensions.getOrDefault(code, 0)).toList();
    }

    /** The class of its own level, 0 until it has handed in. */
    public String levelClass() {
        return "lv" + (level == null ? 0 : level);
    }

    public int percentAnswered() {
        return applicable == 0 ? 0 : answered * 100 / applicable;
    }

    AgencyLine with(Map<String, Integer> levels) {
        return new AgencyLine(assessment, code, name, nameEn, type, parentName, parentNameEn, state, handedInAt, level,
                index,
                answered,
                applicable, firmness, dueOn, extendedTo, grounds, levels);
    }
}
