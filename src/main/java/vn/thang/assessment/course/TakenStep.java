package vn.thang.assessment.course;

import java.time.Instant;

/** A step of the procedure that somebody took, with what they said. */
public record TakenStep(Step step, String word, String takenBy, Instant takenAt) {
}
