package vn.thang.assessment.round;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.platform.BusinessException;

/** A time in which all agencies of some types answer one version of a model. */
@Entity
@Table(name = "assessment_round")
@SequenceGenerator(name = "assessment_round_seq", sequenceName = "assessment_round_seq", allocationSize = 50)
public class Round {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assessment_round_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "model_id")
    private String modelId;

    @Column(name = "model_version")
    private String modelVersion;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "agencies_on")
    private LocalDate agenciesOn;

    @Column(name = "below_first")
    private boolean belowFirst;

    @Column(name = "reply_until")
    private LocalDate replyUntil;

    @Column(name = "rehearsal")
    private boolean rehearsal;

    @Column(name = "participation")
    private int participation = RoundPlan.USUAL_PARTICIPATION;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private RoundState state = RoundState.PLANNED;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "round_scope", joinColumns = @JoinColumn(name = "round_id"))
    @Column(name = "agency_type")
    private Set<String> scope = new TreeSet<>();

    @Version
    @Column(name = "version")
    private int version;

    protected Round() {
    }

    public Round(RoundPlan plan) {
        take(plan);
    }

    /** Everything may change until agencies have begun. */
    public void change(RoundPlan plan) {
        needs(RoundState.PLANNED);
        take(plan);
    }

    private void take(RoundPlan plan) {
        code = plan.code();
        name = plan.name();
        modelId = plan.modelId();
        modelVersion = plan.modelVersion();
        opensOn = plan.opensOn();
        dueOn = plan.dueOn();
        scope = new TreeSet<>(plan.scope());
        belowFirst = plan.belowFirst();
        participation = plan.participation();
        rehearsal = plan.rehearsal();
    }

    public void open() {
        needs(RoundState.PLANNED);
        state = RoundState.OPEN;
    }

    /** Refuses whatever {@link #extend} refuses, and changes nothing. */
    public void mayExtend(LocalDate newDueOn, LocalDate today) {
        needs(RoundState.OPEN);
        mayBeDue(newDueOn, today);
    }

    public void extend(LocalDate newDueOn, LocalDate today) {
        mayExtend(newDueOn, today);
        later(newDueOn);
    }

    public void close() {
        needs(RoundState.OPEN);
        state = RoundState.CLOSED;
    }

    /** Refuses whatever {@link #reopen} refuses, and changes nothing. */
    public void mayReopen(LocalDate newDueOn, LocalDate today) {
        needs(RoundState.CLOSED);
        if (replyUntil != null) {
            throw new BusinessException("reply.issued-already");
        }
        mayBeDue(newDueOn, today);
    }

    /** Not after provisional results were issued: nobody answers while others have their result before them. */
    public void reopen(LocalDate newDueOn, LocalDate today) {
        mayReopen(newDueOn, today);
        later(newDueOn);
        state = RoundState.OPEN;
    }

    /** Who takes part stays as it was planned. */
    private void later(LocalDate newDueOn) {
        agenciesOn = agenciesOn();
        dueOn = newDueOn;
    }

    /** Refuses whatever {@link #replyUntil(LocalDate, LocalDate)} refuses, and changes nothing. */
    public void mayReplyUntil(LocalDate day, LocalDate today) {
        needs(RoundState.CLOSED);
        if (day == null || day.isBefore(today) || replyUntil != null && day.isBefore(replyUntil)) {
            throw new BusinessException("reply.until");
        }
    }

    /** Until when agencies may reply to their provisional results; a later day may follow. */
    public void replyUntil(LocalDate day, LocalDate today) {
        mayReplyUntil(day, today);
        replyUntil = day;
    }

    /** The results of a rehearsal are never published. */
    public void publish() {
        mayPublish();
        state = RoundState.PUBLISHED;
    }

    /** The results are superseded and never deleted. */
    public void withdraw() {
        needs(RoundState.PUBLISHED);
        state = RoundState.WITHDRAWN;
    }

    /** Refuses whatever {@link #publish} refuses, and changes nothing. */
    public void mayPublish() {
        needs(RoundState.CLOSED);
        if (rehearsal) {
            throw new BusinessException("round.rehearsal-not-published");
        }
    }

    /** Refuses the removal of a round that is no rehearsal. */
    public void mayRemove() {
        if (!rehearsal) {
            throw new BusinessException("round.not-rehearsal");
        }
    }

    private void mayBeDue(LocalDate newDueOn, LocalDate today) {
        if (newDueOn == null || newDueOn.isBefore(opensOn) || newDueOn.isBefore(today)) {
            throw new BusinessException("round.due");
        }
    }

    /** @throws BusinessException unless the round is in this state */
    public void needs(RoundState needed) {
        if (state != needed) {
            throw new BusinessException("round.not-" + needed.name().toLowerCase(Locale.ROOT));
        }
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String modelRef() {
        return modelId + "/" + modelVersion;
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** The day on which agencies have to be there to take part: the last one as it was planned, whatever later ones follow. */
    public LocalDate agenciesOn() {
        return agenciesOn == null ? dueOn : agenciesOn;
    }

    boolean belowFirst() {
        return belowFirst;
    }

    /** Whether it enters no figure and can be removed whole; fixed when it opens. */
    public boolean rehearsal() {
        return rehearsal;
    }

    int participation() {
        return participation;
    }

    /** Null until provisional results are issued. */
    public LocalDate replyUntil() {
        return replyUntil;
    }

    public RoundState state() {
        return state;
    }

    /** Whether agencies of this type take part. */
    public boolean asks(String agencyType) {
        return scope.contains(agencyType);
    }

    public Set<String> scope() {
        return scope;
    }

    public int version() {
        return version;
    }
}
