package vn.thang.matter;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;

/**
 * Something that somebody asks of an agency about a figure, by a day. It is open until it is done or dropped; a question is
 * done when its answer is accepted, a recommendation, a decision and a measure go on until somebody says with words that they are done.
 * Every transition answers the step that it was; what was asked, the figure of then and the first day never change.
 */
@Entity
@Table(name = "matter")
@SequenceGenerator(name = "matter_seq", sequenceName = "matter_seq", allocationSize = 50)
public class Matter {

    /** What is asked for, with the permission that asking needs for the agency concerned. */
    public enum Kind {
        QUESTION(Permission.ASK), RECOMMENDATION(Permission.RECOMMEND), MEASURE(Permission.ANSWER),
        DECISION(Permission.MEET);

        private final Permission permission;

        Kind(Permission permission) {
            this.permission = permission;
        }

        public Permission permission() {
            return permission;
        }
    }

    /** What it is about. */
    public enum About {
        TARGET, AGENCY, SCORECARD, CRITERION,
        /** A dimension of a result, which is a cell of the heat map. */
        DIMENSION,
        /** How many agencies report an indicator; the newest reading of one agency; how a source sends. */
        INDICATOR, READING, SOURCE
    }

    /** How far it is. */
    public enum State {
        OPEN, ANSWERED, AGAIN, ACCEPTED, DONE, DROPPED;

        /** Returns the states in which the agency has something to do, unless nothing is left. */
        public static Set<State> waitingForAgency() {
            return EnumSet.of(OPEN, AGAIN, ACCEPTED);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "matter_seq")
    @Column(name = "id")
    private Long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "about")
    private About about;

    @Column(name = "target")
    private String target;

    @Column(name = "assessment_id")
    private Long assessment;

    @Column(name = "criterion")
    private String criterion;

    @Column(name = "indicator")
    private String indicator;

    @Column(name = "source")
    private String source;

    @Column(name = "raise_to")
    private String raiseTo;

    @Column(name = "restricted")
    private boolean restricted;

    @Column(name = "agency_id")
    private long agency;

    @Column(name = "person_id")
    private Long person;

    @Column(name = "asked_by")
    private Long askedBy;

    @Column(name = "asked_from")
    private long askedFrom;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "first_due_on")
    private LocalDate firstDueOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "money")
    private BigDecimal money;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.OPEN;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "meeting_id")
    private Long meeting;

    @Column(name = "figure_value")
    private BigDecimal figureValue;

    @Column(name = "figure_wanted")
    private BigDecimal figureWanted;

    @Column(name = "figure_percent")
    private boolean figurePercent;

    @Column(name = "figure_level")
    private Integer figureLevel;

    @Column(name = "figure_status")
    private String figureStatus;

    @Column(name = "figure_period")
    private String figurePeriod;

    @Column(name = "figure_standing")
    private String figureStanding;

    @Column(name = "figure_measured")
    private Integer figureMeasured;

    @Column(name = "figure_indicator")
    private String figureIndicator;

    @Column(name = "figure_reading")
    private BigDecimal figureReading;

    @Column(name = "figure_reading_period")
    private String figureReadingPeriod;

    @Version
    @Column(name = "version")
    private int version;

    protected Matter() {
    }

    /**
     * Opens a matter; {@link #asked} is its first step.
     *
     * @param person who is asked; null for all who answer for the agency
     */
    public Matter(Kind kind, MatterSubject subject, Long person, LocalDate dueOn) {
        this.kind = kind;
        this.about = subject.about();
        this.target = subject.target();
        this.assessment = subject.assessment();
        this.criterion = subject.criterion();
        this.indicator = subject.indicator();
        this.source = subject.source();
        this.restricted = subject.restricted();
        this.agency = subject.agency();
        this.person = person;
        this.firstDueOn = dueOn;
        this.dueOn = dueOn;
        MatterFigure figure = subject.figure();
        figureValue = figure.value();
        figureWanted = figure.wanted();
        figurePercent = figure.percent();
        figureLevel = figure.level();
        figureStatus = figure.status();
        figurePeriod = figure.period();
        figureStanding = figure.standing();
        figureMeasured = figure.measured();
        figureIndicator = figure.indicator();
        figureReading = figure.reading();
        figureReadingPeriod = figure.readingPeriod();
    }

    /** Says what a measure is to lead to, and what it needs. */
    public Matter raising(String to, BigDecimal amount) {
        raiseTo = to;
        money = amount;
        return this;
    }

    /** Says in which meeting it was decided; null for none. */
    public Matter decidedIn(Long id) {
        meeting = id;
        return this;
    }

    /** @param from the agency for which the person asks */
    public MatterStep asked(String words, Long by, long from, Instant now) {
        askedBy = by;
        askedFrom = from;
        askedAt = now;
        return step(MatterStep.Kind.ASKED, words, by, now);
    }

    /**
     * Does a deed.
     *
     * @param day the new last day; null leaves it
     * @throws BusinessException.Conflict when the matter is not where the deed begins
     */
    public MatterStep take(Deed deed, String words, LocalDate day, Long by, Instant now) {
        if (endedAt != null || !deed.fits(kind, state)) {
            throw new BusinessException.Conflict("matter.not-now");
        }
        state = deed.after(state);
        dueOn = day == null ? dueOn : day;
        endedAt = isOver() ? now : null;
        return step(MatterStep.Kind.valueOf(deed.name()), words, by, now);
    }

    /**
     * Lets it go on with the agency that goes on for the one that ended.
     *
     * @param former   name of the one that ended
     * @param asked    who is asked from now on; null for all who answer for it
     */
    public MatterStep succeeded(long successor, Long asked, String former, Long by, Instant now) {
        agency = successor;
        person = asked;
        return step(MatterStep.Kind.SUCCEEDED, former, by, now);
    }

    /** Says that the agency ended and none goes on for it. */
    public MatterStep orphaned(String former, Long by, Instant now) {
        return step(MatterStep.Kind.ORPHANED, former, by, now);
    }

    /** The agency for which somebody asked goes on in another one. */
    public void askedFrom(long successor) {
        askedFrom = successor;
    }

    public Long person() {
        return person;
    }

    private boolean isOver() {
        return state == State.DONE || state == State.DROPPED || state == State.ACCEPTED && kind == Kind.QUESTION;
    }

    private MatterStep step(MatterStep.Kind step, String words, Long by, Instant now) {
        return new MatterStep(this, step, words, dueOn, by, now);
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public long agency() {
        return agency;
    }

    public Kind kind() {
        return kind;
    }

    public About about() {
        return about;
    }
}
