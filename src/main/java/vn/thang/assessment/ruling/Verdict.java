package vn.thang.assessment.ruling;

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
import java.time.LocalDate;
import java.util.List;

/** What a reviewer said of one answer. It is never changed; a newer one replaces it. */
@Entity
@Table(name = "verdict")
@SequenceGenerator(name = "verdict_seq", sequenceName = "verdict_seq", allocationSize = 50)
public class Verdict {

    /** What becomes of an answer. */
    public enum Kind {
        /** The level that its evidence supports holds. */
        CONFIRMED,
        /** Another level holds, for a reason. */
        CORRECTED,
        /** The agency is asked again, with a reason and a day. */
        RETURNED,
        /** The panel set another level by its decision on an objection. */
        DECIDED;

        /** Those that a reviewer chooses from. */
        public static List<Kind> ofReviewers() {
            return List.of(CONFIRMED, CORRECTED, RETURNED);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "verdict_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "assessment_id")
    private long assessmentId;

    @Column(name = "criterion")
    private String criterion;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Column(name = "value")
    private String value;

    @Column(name = "declared")
    private String declared;

    @Column(name = "reason")
    private String reason;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "given_by")
    private long givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    protected Verdict() {
    }

    public Verdict(long assessmentId, Judgement judgement, String value, String declared, long person, Instant now) {
        this.assessmentId = assessmentId;
        this.criterion = judgement.criterion();
        this.kind = judgement.kind();
        this.value = value;
        this.declared = declared;
        this.reason = judgement.reason();
        this.dueOn = judgement.dueOn();
        this.givenBy = person;
        this.givenAt = now;
    }
}
