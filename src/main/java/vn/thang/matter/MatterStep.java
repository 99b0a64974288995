package vn.thang.matter;

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
import java.time.LocalDate;

/** A step in the course of a matter. It is never changed. */
@Entity
@Table(name = "matter_step")
@SequenceGenerator(name = "matter_step_seq", sequenceName = "matter_step_seq", allocationSize = 50)
public class MatterStep {

    /** What was done: it was asked, or a {@link Deed}, or the agency ended, with one that goes on for it or none. */
    public enum Kind {
        ASKED, ANSWER, ACCEPT, ASK_AGAIN, MOVE, CLOSE, DROP, SUCCEEDED, ORPHANED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "matter_step_seq")
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "matter_id")
    private Matter matter;

    @Enumerated(EnumType.STRING)
    @Column(name = "step")
    private Kind kind;

    @Column(name = "words")
    private String words;

    @Column(name = "due_on")
    private LocalDate dueOn;

    /** Null where it followed by itself. */
    @Column(name = "taken_by")
    private Long takenBy;

    @Column(name = "taken_at")
    private Instant takenAt;

    protected MatterStep() {
    }

    MatterStep(Matter matter, Kind kind, String words, LocalDate dueOn, Long person, Instant now) {
        this.matter = matter;
        this.kind = kind;
        this.words = words;
        this.dueOn = dueOn;
        this.takenBy = person;
        this.takenAt = now;
    }

    Matter matter() {
        return matter;
    }
}
