package vn.thang.assessment.filling;

import java.time.Instant;
import java.time.LocalDate;
import vn.thang.assessment.course.AssessmentState;

/** How far a unit below is in a round. */
public record UnitLine(long assessment, String code, String name, AssessmentState state, int answered, int applicable,
        LocalDate dueOn,
        Instant handedInAt) {
}
