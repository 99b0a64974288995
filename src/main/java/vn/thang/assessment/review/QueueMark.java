package vn.thang.assessment.review;

/** What marks an assessment in the queue: how it came there, and what speaks for looking at it closely. */
public enum QueueMark {
    /** Late in its stage. */
    LATE("EXISTS (SELECT 1 FROM assessment_due w WHERE w.assessment_id = s.id AND w.due_on < :today)"),
    /** Handed in again. */
    AGAIN("EXISTS (SELECT 1 FROM assessment_step w WHERE w.assessment_id = s.id AND w.step IN (<backwards>))"),
    /** Given to the person as a second review. */
    SECOND("""
            EXISTS (SELECT 1 FROM second_review w
                WHERE w.assessment_id = s.id AND w.done_at IS NULL AND w.reviewer_id = :seer)"""),
    /** Declared above its evidence. */
    UNSUPPORTED("c.declared_index > c.index_value"),
    /** Higher than in the last round. */
    RISEN("c.declared_index > l.index_value"),
    /** Without a last round. */
    FIRST("b.id IS NULL"),
    /** Above what was measured, without an explanation that was accepted. */
    DISCREPANCY("EXISTS (SELECT 1 FROM discrepancy w WHERE w.assessment_id = s.id AND w.state IN (<unaccepted>))"),
    /** Above what was measured, and not explained. */
    UNEXPLAINED("EXISTS (SELECT 1 FROM discrepancy w WHERE w.assessment_id = s.id AND w.state = :unexplained)"),
    /** Its officers all take part for the first time. */
    NEW_OFFICER(ReviewQueue.NEW_OFFICER),
    /** In the sample that is reviewed a second time. */
    SAMPLED("EXISTS (SELECT 1 FROM second_review w WHERE w.assessment_id = s.id)");

    private final String condition;

    QueueMark(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
