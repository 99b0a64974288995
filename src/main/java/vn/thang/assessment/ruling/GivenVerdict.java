package vn.thang.assessment.ruling;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A verdict with who gave it and when.
 *
 * @param value    what holds from then on; null when the answer was returned
 * @param declared what the agency had declared when it was given
 * @param dueOn    until when a returned question is to be answered
 * @param givenBy  null for those to whom the names of reviewers are not shown
 */
public record GivenVerdict(long id, String criterion, Verdict.Kind kind, String value, String declared, String reason,
        LocalDate dueOn, String givenBy, Instant givenAt) {

    /** Returns the same without the name of who gave it. */
    public GivenVerdict unnamed() {
        return new GivenVerdict(id, criterion, kind, value, declared, reason, dueOn, null, givenAt);
    }

    public boolean returned() {
        return kind == Verdict.Kind.RETURNED;
    }
}
