package vn.thang.assessment.course;

import java.time.Instant;
import java.time.LocalDate;
import vn.thang.assessment.round.Stage;

/**
 * What time an assessment has left.
 *
 * @param stage             where it waits for somebody; null once nobody is waited for
 * @param dueOn             last day of that stage for this agency; null where there is none
 * @param extensionRuns     whether the agency was given more time to answer that is not over
 * @param firstHandedInAt   when the agency handed in first; null where that is not known
 * @param roundDueOn        the day of the round to hand in; null where the agency has no other
 * @param belowFirst        whether the round lets an agency hand in only after all units below it
 * @param belowBy           the day by which the agency asks the units below it to hand in, before it does; null for none
 * @param aboveBy           the day by which the agency above asks it to hand in; null for none
 * @param publishedAt       null until it is published
 */
public record AssessmentTime(Stage stage, LocalDate dueOn, boolean extensionRuns, Instant firstHandedInAt,
        LocalDate roundDueOn,
        boolean belowFirst, LocalDate belowBy, LocalDate aboveBy, Instant publishedAt) {

    static final AssessmentTime NONE = new AssessmentTime(null, null, false, null, null, false, null, null, null);

    /** Whether the units below have to hand in first. */
    public boolean waitsForBelow() {
        return belowFirst || belowBy != null;
    }
}
