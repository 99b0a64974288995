package vn.thang.assessment.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An assessment among the tasks of a person, with how far it is.
 *
 * @param level    of the official column
 * @param declared level that the answers alone would give
 */
public record AssessmentLine(AssessmentHead head, int answered, int applicable, int level, int declared) {

    /**
     * Returns the days left in the stage in which the agency has to do something; negative when its last day is over.
     */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueOn());
    }

    public LocalDate dueOn() {
        return head.toDoBy();
    }
}
