package vn.thang.assessment.ruling;

import java.time.LocalDate;
import vn.thang.platform.GivenText;

/**
 * What a reviewer says of one answer.
 *
 * @param value  for a correction: what holds instead
 * @param reason mandatory unless the answer is confirmed
 * @param dueOn  for a return: until when the agency answers
 * @param seen   id of the verdict that the reviewer had before them; 0 for none
 */
public record Judgement(String criterion, Verdict.Kind kind, String value, String reason, LocalDate dueOn, long seen) {

    public Judgement {
        value = kind == Verdict.Kind.CORRECTED ? value : null;
        reason = GivenText.orNull(reason);
        dueOn = kind == Verdict.Kind.RETURNED ? dueOn : null;
    }

    /** The first one of an answer, which confirms it. */
    public static Judgement confirmed(String criterion) {
        return new Judgement(criterion, Verdict.Kind.CONFIRMED, null, null, null, 0);
    }

    /** The first one of an answer, by which another value holds. */
    public static Judgement corrected(String criterion, String value, String reason) {
        return new Judgement(criterion, Verdict.Kind.CORRECTED, value, reason, null, 0);
    }

    /** The first one of an answer, which asks the agency again. */
    public static Judgement returned(String criterion, String reason, LocalDate dueOn) {
        return new Judgement(criterion, Verdict.Kind.RETURNED, null, reason, dueOn, 0);
    }
}
