package vn.thang.assessment.conduct.calendar;

import java.time.Instant;
import java.time.LocalDate;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;

/**
 * A day of a round.
 *
 * @param stage       whose last day it is; null for the day on which the round opens
 * @param publishedAt when the results were published; null while they are not
 */
public record RoundDay(long id, String code, String name, RoundState state, Stage stage, LocalDate day,
        Instant publishedAt) {
}
