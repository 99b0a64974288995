package vn.thang.assessment.course;

import java.util.Optional;
import vn.thang.platform.BusinessException;

/**
 * The reason why an answer and its evidence cannot be changed now. Pages ask for it to offer only what can be done, use cases
 * to refuse the rest; there is no lock where the change is allowed.
 *
 * @param subject what the reason names: the round or the criterion
 */
public record AnswerLock(Reason reason, String subject) {

    /** What can keep an answer from being changed. */
    public enum Reason {
        /** The round does not take answers of this agency any more, or not yet. */
        ROUND_NOT_OPEN("assessment.round-not-open"),
        /** The assessment waits for its signature, or the agency has handed it in. */
        CLOSED("assessment.closed"),
        /** The question belongs to a section that was given to others. */
        OF_OTHERS("security.forbidden"),
        /** Other questions came back from the review, and not this one. */
        NOT_RETURNED("review.locked"),
        /** The question is exempt in this round. */
        EXEMPT("exemption.locked");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    /**
     * How things are with one question.
     *
     * @param own      whether the person was given its section, or has the whole
     * @param returned whether a reviewer has returned it
     * @param exempt   whether it is exempt in this round
     */
    public record Question(String criterion, boolean own, boolean returned, boolean exempt) {
    }

    /** Returns what keeps all answers from being changed; empty where some can be. */
    public static Optional<AnswerLock> of(AssessmentHead head) {
        return head.open() ? Optional.empty() : Optional.of(new AnswerLock(
                head.roundOpen() ? Reason.CLOSED : Reason.ROUND_NOT_OPEN, head.roundName()));
    }

    /** Returns what keeps the answer to one question from being changed; empty where it can be. */
    public static Optional<AnswerLock> of(AssessmentHead head, Question question) {
        return of(head).or(() -> reason(head, question).map(reason -> new AnswerLock(reason, question.criterion())));
    }

    private static Optional<Reason> reason(AssessmentHead head, Question question) {
        if (!question.own()) {
            return Optional.of(Reason.OF_OTHERS);
        }
        if (head.state() == AssessmentState.RETURNED && !question.returned()) {
            return Optional.of(Reason.NOT_RETURNED);
        }
        return question.exempt() ? Optional.of(Reason.EXEMPT) : Optional.empty();
    }

    /**
     * Returns what keeps evidence from being taken away: what keeps the answer from being changed, except that the question is
     * exempt, because nothing rests on its evidence then.
     */
    public static Optional<AnswerLock> ofRemoval(Optional<AnswerLock> lock) {
        return lock.filter(one -> one.reason != Reason.EXEMPT);
    }

    /** @throws BusinessException that says the reason, where there is one */
    public static void requireNone(Optional<AnswerLock> lock) {
        lock.ifPresent(one -> {
            throw one.refusal();
        });
    }

    /** @throws BusinessException that says so, where the question is exempt in this round */
    public static void requireNotExempt(String criterion, boolean exempt) {
        requireNone(exempt ? Optional.of(new AnswerLock(Reason.EXEMPT, criterion)) : Optional.empty());
    }

    private BusinessException refusal() {
        return reason == Reason.OF_OTHERS ? new BusinessException.Forbidden(reason.key)
                : new BusinessException(reason.key, subject);
    }
}
