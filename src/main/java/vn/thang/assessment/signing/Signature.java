package vn.thang.assessment.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.thang.assessment.course.HandIn;
import vn.thang.assessment.course.Step;
import vn.thang.organisation.factor.FactorShown;

/** What a head signed, when, and as whom. It is never changed; it only ceases to be in force. */
@Entity
@Table(name = "assessment_signature")
@SequenceGenerator(name = "assessment_signature_seq", sequenceName = "assessment_signature_seq", allocationSize = 50)
class Signature {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assessment_signature_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "assessment_id")
    private long assessmentId;

    /** By which step the agency said what is signed. */
    @Enumerated(EnumType.STRING)
    @Column(name = "step")
    private Step step;

    @Column(name = "person_id")
    private Long personId;

    @Column(name = "person_name")
    private String personName;

    @Column(name = "position")
    private String position;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "receipt")
    private String receipt;

    /** What was shown besides the password; null where none was asked for. */
    @Enumerated(EnumType.STRING)
    @Column(name = "factor")
    private FactorShown factor;

    protected Signature() {
    }

    Signature(long assessmentId, Step step, Signatory signatory, HandIn signed) {
        this.assessmentId = assessmentId;
        this.step = step;
        this.personId = signatory.personId();
        this.personName = signatory.name();
        this.position = signatory.position();
        this.factor = signatory.factor();
        this.signedAt = signed.at();
        this.contentHash = signed.contentHash();
        this.receipt = signed.receipt();
    }

    /**
     * Who signs, by name and position as they are at that moment.
     *
     * @param factor shown besides the password; null where none was asked for
     */
    record Signatory(long personId, String name, String position, FactorShown factor) {
    }

    Step step() {
        return step;
    }

    Instant signedAt() {
        return signedAt;
    }
}
