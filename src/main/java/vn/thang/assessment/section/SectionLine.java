package vn.thang.assessment.section;

import java.time.Instant;
import vn.thang.assessment.course.AssessmentHead;

/**
 * A section among the tasks of whom it was given to, with how far it is.
 *
 * @param finishedAt when they handed it back as finished; null until then
 */
public record SectionLine(AssessmentHead head, String dimension, int settled, int applicable, Instant finishedAt) {

    public boolean done() {
        return settled == applicable;
    }
}
