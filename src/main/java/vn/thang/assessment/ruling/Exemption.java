package vn.thang.assessment.ruling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import vn.thang.platform.BusinessException;

/** That an agency asked to leave out a question in one round, and what the ministry decided. */
@Entity
@Table(name = "exemption")
@SequenceGenerator(name = "exemption_seq", sequenceName = "exemption_seq", allocationSize = 50)
public class Exemption {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "exemption_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "assessment_id")
    private long assessmentId;

    @Column(name = "criterion")
    private String criterion;

    @Column(name = "reason")
    private String reason;

    @Column(name = "asked_by")
    private long askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "granted")
    private Boolean granted;

    @Column(name = "decision")
    private String decision;

    @Column(name = "decided_by")
    private Long decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Version
    @Column(name = "version")
    private int version;

    protected Exemption() {
    }

    public Exemption(long assessmentId, String criterion, String reason, long person, Instant now) {
        this.assessmentId = assessmentId;
        this.criterion = criterion;
        this.reason = reason;
        this.askedBy = person;
        this.askedAt = now;
    }

    /** @throws BusinessException.Conflict when it was decided already */
    public void decide(boolean grant, String why, long person, Instant now) {
        if (granted != null) {
            throw new BusinessException.Conflict("exemption.decided", criterion);
        }
        granted = grant;
        decision = why;
        decidedBy = person;
        decidedAt = now;
    }

    public long assessmentId() {
        return assessmentId;
    }

    public String criterion() {
        return criterion;
    }
}
