package vn.thang.assessment.discrepancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A step in the history of a discrepancy, with the levels that the entry had then. It is never changed. */
@Entity
@Table(name = "discrepancy_step")
@SequenceGenerator(name = "discrepancy_step_seq", sequenceName = "discrepancy_step_seq", allocationSize = 50)
class DiscrepancyStep {

    /** What became of the entry. */
    enum Kind {
        OPENED, CHANGED, EXPLAINED, ACCEPTED, REJECTED, SETTLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "discrepancy_step_seq")
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "discrepancy_id")
    private Discrepancy entry;

    @Enumerated(EnumType.STRING)
    @Column(name = "step")
    private Kind kind;

    @Column(name = "declared")
    private int declared;

    @Column(name = "measured")
    private Integer measured;

    @Column(name = "words")
    private String words;

    @Column(name = "taken_by")
    private Long takenBy;

    @Column(name = "taken_at")
    private Instant takenAt;

    protected DiscrepancyStep() {
    }

    DiscrepancyStep(Discrepancy entry, Kind kind, String words, Long person, Instant now) {
        this.entry = entry;
        this.kind = kind;
        this.declared = entry.declared();
        this.measured = entry.measured();
        this.words = words;
        this.takenBy = person;
        this.takenAt = now;
    }

    Kind kind() {
        return kind;
    }

    String criterion() {
        return entry.criterion();
    }
}
