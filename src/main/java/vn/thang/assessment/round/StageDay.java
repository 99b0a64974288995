package vn.thang.assessment.round;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The last day of a stage.
 *
 * @param days  how many after the stage before
 * @param moved whether an administrator set it by hand
 */
public record StageDay(Stage stage, int days, boolean moved, LocalDate dueOn) implements Serializable {

    /** Negative when it is over. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueOn);
    }
}
