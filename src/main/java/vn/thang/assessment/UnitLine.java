package vn.thang.assessment;

import java.time.Instant;
import java.time.LocalDate;

/** How far a unit below is in a round. */
public record UnitLine(long assessment, String code, String name, AssessmentState state, int answered, int applicable, LocalDate dueOn,
        Instant handedInAt) {
}
