package vn.thang.assessment.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import vn.thang.platform.BusinessException;

/** What one agency answers in one round. Its row is made when the round opens. */
@Entity
@Table(name = "assessment")
public class Assessment {

    @Id
    @Column(name = "id")
    private Long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private AssessmentState state;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "handed_in_at")
    private Instant handedInAt;

    @Column(name = "handed_in_by")
    private Long handedInBy;

    /** Is kept when the assessment is turned back. */
    @Column(name = "first_handed_in_at")
    private Instant firstHandedInAt;

    @Column(name = "receipt")
    private String receipt;

    @Column(name = "content_hash")
    private String contentHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "ready_from")
    private AssessmentState readyFrom;

    @Column(name = "sent_back")
    private Long sentBack;

    @Column(name = "reply")
    private String reply;

    @Column(name = "replied_at")
    private Instant repliedAt;

    @Column(name = "replied_by")
    private Long repliedBy;

    @Column(name = "below_by")
    private LocalDate belowBy;

    @Version
    @Column(name = "version")
    private int version;

    protected Assessment() {
    }

    /** @throws BusinessException when the step cannot be taken now */
    public void take(Step step) {
        state = step.take(state);
        readyFrom = null;
    }

    /** Called before every change of answers or evidence; the first one starts the assessment. */
    public void change(Instant now) {
        if (state == AssessmentState.NOT_STARTED) {
            startedAt = now;
        }
        take(Step.ANSWER);
    }

    /** Asks the units below to hand in by the day, before this agency does; null asks no more. */
    public void askBelow(LocalDate day) {
        belowBy = day;
    }

    /** Waits for the signature from now on, and remembers where it came from. */
    public void submit() {
        AssessmentState before = state;
        take(Step.SUBMIT);
        readyFrom = before;
        sentBack = null;
    }

    /** @param taken id of the step, with its word, that the officers see */
    public void withdraw(long taken) {
        state = Step.WITHDRAW.take(state, readyFrom);
        readyFrom = null;
        sentBack = taken;
    }

    /** Handed in by the signature; what came back from its review goes on there. */
    public void handIn(HandIn handIn) {
        state = Step.HAND_IN.take(state,
                readyFrom == AssessmentState.RETURNED ? AssessmentState.ADMITTED : AssessmentState.HANDED_IN);
        readyFrom = null;
        handedInAt = handIn.at();
        firstHandedInAt = firstHandedInAt == null ? handIn.at() : firstHandedInAt;
        handedInBy = handIn.person();
        receipt = handIn.receipt();
        contentHash = handIn.contentHash();
    }

    /** What the agency says to its provisional result. @param step {@link Step#ACCEPT} or {@link Step#OBJECT} */
    public void reply(Step step, long person, Instant now) {
        take(step);
        reply = step.name();
        repliedAt = now;
        repliedBy = person;
    }

    /** Not handed in any more. @param taken id of the step with the reason */
    public void turnBack(long taken) {
        take(Step.TURN_BACK);
        sentBack = taken;
        handedInAt = null;
        handedInBy = null;
        receipt = null;
        contentHash = null;
    }
}
