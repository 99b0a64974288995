package vn.thang.assessment.discrepancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.thang.assessment.score.ScoringEvent.Given;
import vn.thang.platform.BusinessException;

/**
 * An entry of the register: an agency declared more than was measured, or is measured no more or not at all. The entry is about one
 * pair of levels. While nobody has explained it, it takes over other levels; an explanation holds for what it explains,
 * so that other levels settle the entry and another one opens. The agency explains, and says it better until a reviewer
 * has accepted or rejected the explanation. An entry that was settled before anybody explained it opens again with the
 * next gap of its criterion.  <p>Every transition answers the step that it was, for the history.
 */
@Entity
@Table(name = "discrepancy")
@SequenceGenerator(name = "discrepancy_seq", sequenceName = "discrepancy_seq", allocationSize = 50)
public class Discrepancy {

    /** From open to explained by the agency, to accepted or rejected by a reviewer; settled once it no longer stands. */
    public enum State {
        OPEN, EXPLAINED, ACCEPTED, REJECTED, SETTLED;

        /** Returns the states of what stands and no reviewer has accepted. */
        public static Set<State> unaccepted() {
            return EnumSet.of(OPEN, EXPLAINED, REJECTED);
        }

        /** Returns the states of what stands. */
        static Set<State> standing() {
            return EnumSet.complementOf(EnumSet.of(SETTLED));
        }

        /** Returns the states that a reviewer decided. */
        static Set<State> decided() {
            return EnumSet.of(ACCEPTED, REJECTED);
        }

        /** Returns the state as it is shown to somebody, from whom the decision of a reviewer may still be kept. */
        public State shown(boolean decision) {
            return decision || !decided().contains(this) ? this : EXPLAINED;
        }

        boolean stands() {
            return this != SETTLED;
        }

        /** Whether the agency can explain the entry, or say it better. */
        boolean isExplainable() {
            return this == OPEN || this == EXPLAINED;
        }

        /** Whether a reviewer can decide on the explanation. */
        boolean isDecidable() {
            return this == EXPLAINED;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "discrepancy_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "assessment_id")
    private long assessment;

    @Column(name = "criterion")
    private String criterion;

    @Column(name = "dimension")
    private String dimension;

    @Column(name = "restricted")
    private boolean restricted;

    @Embedded
    private GapFigures figures;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    /** Is 1 or null, so that the database lets one entry of a criterion stand. */
    @Column(name = "stands")
    private Integer stands;

    @Column(name = "late")
    private boolean late;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "explanation")
    private String explanation;

    @Column(name = "explained_by")
    private Long explainedBy;

    @Column(name = "explained_at")
    private Instant explainedAt;

    @Column(name = "reason")
    private String reason;

    @Column(name = "decided_by")
    private Long decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    protected Discrepancy() {
    }

    /** Opens an entry about a gap; {@link #opened} is its first step. */
    Discrepancy(long assessment, Gap gap, boolean late, Instant now) {
        this.assessment = assessment;
        this.criterion = gap.criterion();
        this.dimension = gap.dimension();
        this.restricted = gap.restricted();
        this.openedAt = now;
        open(gap, late);
    }

    long assessment() {
        return assessment;
    }

    String criterion() {
        return criterion;
    }

    /** Returns the answer that it is about, as the trail tells what is said of it. */
    Given given() {
        return Given.unchanged(criterion, restricted);
    }

    int declared() {
        return figures.declared();
    }

    Integer measured() {
        return figures.measured();
    }

    State state() {
        return state;
    }

    boolean stands() {
        return state.stands();
    }

    DiscrepancyStep opened(Long person, Instant now) {
        return step(DiscrepancyStep.Kind.OPENED, null, person, now);
    }

    /** Whether the entry says of the gap, or of its absence, what there is to say. */
    boolean agrees(Gap gap) {
        return gap == null ? !stands() : stands() && figures.sayLevelsOf(gap) && figures.sayReadingOf(gap);
    }

    /**
     * Follows the levels of the criterion as they are now.
     *
     * @param gap     null where the answer is measured and not above it
     * @param handsIn whether the agency has handed in, by which the entry would open late
     * @return the step that was taken; an entry that does not stand afterwards leaves its place to another one
     */
    Optional<DiscrepancyStep> follow(Gap gap, boolean handsIn, Long person, Instant now) {
        if (agrees(gap)) {
            return Optional.empty();
        }
        if (!stands()) {
            return explainedAt != null ? Optional.empty() : Optional.of(reopen(gap, handsIn, person, now));
        }
        if (gap == null || state != State.OPEN && !figures.sayLevelsOf(gap)) {
            return Optional.of(settle(person, now));
        }
        boolean other = !figures.sayLevelsOf(gap);
        figures = new GapFigures(gap);
        return other ? Optional.of(step(DiscrepancyStep.Kind.CHANGED, null, person, now)) : Optional.empty();
    }

    /**
     * Explains the answer; nothing happens where the same was said before.
     *
     * @throws BusinessException.Conflict when a reviewer has decided
     * @throws BusinessException.NotFound when it stands no more
     */
    Optional<DiscrepancyStep> explain(String words, Long person, Instant now) {
        requireStanding();
        if (!state.isExplainable()) {
            throw new BusinessException.Conflict("discrepancy.decided", criterion);
        }
        if (words.equals(explanation)) {
            return Optional.empty();
        }
        state = State.EXPLAINED;
        explanation = words;
        explainedBy = person;
        explainedAt = now;
        return Optional.of(step(DiscrepancyStep.Kind.EXPLAINED, words, person, now));
    }

    /**
     * Accepts or rejects the explanation.
     *
     * @throws BusinessException when there is nothing to decide, or somebody has decided
     */
    DiscrepancyStep decide(boolean accept, String words, Long person, Instant now) {
        requireStanding();
        if (!state.isDecidable()) {
            throw new BusinessException(
                    state == State.OPEN ? "discrepancy.not-explained" : "discrepancy.decided", criterion);
        }
        state = accept ? State.ACCEPTED : State.REJECTED;
        reason = words;
        decidedBy = person;
        decidedAt = now;
        return step(accept ? DiscrepancyStep.Kind.ACCEPTED : DiscrepancyStep.Kind.REJECTED, words, person, now);
    }

    private void requireStanding() {
        if (!stands()) {
            throw new BusinessException.NotFound("discrepancy.none-here", criterion);
        }
    }

    private DiscrepancyStep settle(Long person, Instant now) {
        state = State.SETTLED;
        stands = null;
        settledAt = now;
        return step(DiscrepancyStep.Kind.SETTLED, null, person, now);
    }

    private DiscrepancyStep reopen(Gap gap, boolean handsIn, Long person, Instant now) {
        settledAt = null;
        open(gap, handsIn);
        return opened(person, now);
    }

    private void open(Gap gap, boolean handsIn) {
        state = State.OPEN;
        stands = 1;
        late = handsIn;
        figures = new GapFigures(gap);
    }

    private DiscrepancyStep step(DiscrepancyStep.Kind kind, String words, Long person, Instant now) {
        return new DiscrepancyStep(this, kind, words, person, now);
    }
}
