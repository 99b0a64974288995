package vn.thang.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import vn.thang.platform.BusinessException;

/** What one agency answers in one round. Its row is made when the round opens. */
@Entity
@Table(name = "assessment")
class Assessment {

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

    @Column(name = "receipt")
    private String receipt;

    @Column(name = "content_hash")
    private String contentHash;

    @Version
    @Column(name = "version")
    private int version;

    protected Assessment() {
    }

    /** @throws BusinessException when the step cannot be taken now */
    void take(Step step) {
        state = step.take(state);
    }

    /** Called before every change of answers or evidence; the first one starts the assessment. */
    void change(Instant now) {
        if (state == AssessmentState.NOT_STARTED) {
            startedAt = now;
        }
        take(Step.ANSWER);
    }

    void handIn(long person, Instant now, String newReceipt, String hash) {
        take(Step.HAND_IN);
        handedInAt = now;
        handedInBy = person;
        receipt = newReceipt;
        contentHash = hash;
    }
}
