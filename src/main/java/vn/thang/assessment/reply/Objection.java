package vn.thang.assessment.reply;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import vn.thang.platform.BusinessException;

/** What an agency objects to in its provisional result, for one criterion, and what the panel decided on it. */
@Entity
@Table(name = "objection")
@SequenceGenerator(name = "objection_seq", sequenceName = "objection_seq", allocationSize = 50)
public class Objection {

    /** What the panel says. */
    public enum Decision {
        /** The claimed level holds. */
        UPHELD,
        /** Another level than the provisional one holds, and not the claimed one. */
        PARTLY,
        /** The provisional level holds. */
        DISMISSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "objection_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "assessment_id")
    private long assessmentId;

    @Column(name = "criterion")
    private String criterion;

    @Column(name = "provisional")
    private String provisional;

    @Column(name = "claimed")
    private String claimed;

    @Column(name = "grounds")
    private String grounds;

    @Column(name = "written_by")
    private long writtenBy;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "decision")
    private Decision decision;

    @Column(name = "value")
    private String value;

    @Column(name = "reasons")
    private String reasons;

    @Column(name = "members")
    private String members;

    @Column(name = "decided_by")
    private Long decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Version
    @Column(name = "version")
    private int version;

    protected Objection() {
    }

    Objection(long assessmentId, String criterion, String provisional) {
        this.assessmentId = assessmentId;
        this.criterion = criterion;
        this.provisional = provisional;
    }

    void write(String newClaim, String newGrounds, long person, Instant now) {
        claimed = newClaim;
        grounds = newGrounds;
        writtenBy = person;
        writtenAt = now;
    }

    /** Taken back before it was handed in. */
    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    /** @throws BusinessException when it was decided before: nothing that was decided is decided again */
    void requireUndecided() {
        if (decision != null) {
            throw new BusinessException.Conflict("reply.decided-already", criterion);
        }
    }

    void decide(PanelRuling ruling, long person, Instant now) {
        requireUndecided();
        decision = ruling.decision();
        value = decision == Decision.UPHELD ? claimed : decision == Decision.DISMISSED ? provisional : ruling.value();
        reasons = ruling.reasons();
        members = ruling.members();
        decidedBy = person;
        decidedAt = now;
    }

    String claimed() {
        return claimed;
    }

    String provisional() {
        return provisional;
    }

    String value() {
        return value;
    }
}
