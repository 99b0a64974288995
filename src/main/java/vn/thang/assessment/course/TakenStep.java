package vn.thang.assessment.course;

import java.time.Instant;
import org.jdbi.v3.core.mapper.PropagateNull;

/** A step of the procedure that somebody took, with what they said. */
@PropagateNull("step")
public record TakenStep(Step step, String word, String takenBy, Instant takenAt) {
}
