package vn.thang.assessment.conduct.stage;

import static vn.thang.security.Permission.ADMINISTER;
import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.round.ExtensionOrder;
import vn.thang.assessment.round.GivenExtension;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.round.StageDay;
import vn.thang.assessment.round.Stages;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The days of the stages while a round runs: one is moved for all, or for one agency and with a reason. National
 * administrators do both; an agency sees its own.
 */
@ApplicationScoped
@Transactional
@Requires(VIEW)
public class StageDates {

    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_YEARS = 2;

    @Inject
    private Rounds rounds;

    @Inject
    private Stages stages;

    @Inject
    private Assessments assessments;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<RoundEvent> events;

    /** The stages of an assessment as its agency has to keep them. */
    public record OfAgency(AssessmentHead head, List<StageDay> days, List<GivenExtension> extensions) {

        /** The day that the agency was given for a stage; null where the day of the round holds. */
        public LocalDate extendedTo(Stage stage) {
            return extensions.stream().filter(one -> one.holding() && one.stage() == stage).map(GivenExtension::dueOn)
                    .findFirst()
                    .orElse(null);
        }

        /** The days that hold for the agency. */
        public List<StageDay> holding() {
            return days.stream().map(day -> extendedTo(day.stage()) == null ? day
                    : new StageDay(day.stage(), day.days(), day.moved(), extendedTo(day.stage()))).toList();
        }

        /** Whether the assessment waits for somebody in this stage. */
        public boolean isPresent(StageDay day) {
            return day.stage() == head.time().stage();
        }
    }

    @Requires(ADMINISTER)
    public List<StageDay> ofRound(String code) {
        national();
        Round round = rounds.get(code);
        return stages.of(round.id(), round.opensOn(), round.dueOn());
    }

    @Requires(VIEW)
    public OfAgency of(long assessmentId) {
        return of(assessments.head(assessmentId));
    }

    /** Finds the stages of an agency that somebody named in a field; where it takes no part, the field is told. */
    @Requires(VIEW)
    public OfAgency of(String roundCode, String agencyCode) {
        Faults faults = new Faults();
        Optional<AssessmentHead> head = agencyCode == null ? Optional.empty()
                : assessments.findHead(roundCode, agencyCode);
        faults.require(head.isPresent(), "extended", "stage.no-part",
                Objects.requireNonNullElse(agencyCode, ""));
        faults.refuse();
        return of(head.orElseThrow());
    }

    /** Lists the dates of the rounds that run; none for whoever may not see the agency. */
    @Requires(VIEW)
    public List<OfAgency> running(String agencyCode) {
        return assessments.running(agencyCode).stream().filter(head -> caller.can(VIEW, head.agencyPath()))
                .map(this::of).toList();
    }

    private OfAgency of(AssessmentHead head) {
        caller.check(VIEW, head.agencyPath());
        return new OfAgency(head, stages.of(head.roundId(), head.opensOn(), head.roundDueOn()),
                stages.extensions(head.id()));
    }

    /** Sets the last day of one stage for all, with a word why; without a day it follows from the stage before again. */
    @Requires(ADMINISTER)
    public void move(String code, int version, Stage stage, LocalDate day, String reason) {
        national();
        Round round = rounds.get(code);
        if (round.version() != version) {
            throw new BusinessException.Conflict("round.changed");
        }
        if (!round.state().runs()) {
            throw new BusinessException("stage.not-running");
        }
        Faults faults = new Faults();
        String words = faults.take("reason", () -> GivenText.required(reason, LONGEST_REASON, "stage.reason"));
        List<StageDay> days = stages.of(round.id(), round.opensOn(), round.dueOn());
        int place = days.stream().map(StageDay::stage).toList().indexOf(stage);
        if (faults.require(place >= 1, "stage", "stage.unknown")) {
            faults.require(day == null || !day.isBefore(days.get(place - 1).dueOn())
                    && !day.isAfter(today().plusYears(MOST_YEARS)), "day", "stage.order");
        }
        faults.refuse();
        stages.move(round, stage, day);
        rounds.touch(round);
        events.fire(new RoundEvent.StageMoved(round.id(), stage, day, words));
    }

    /** A later day for one stage of one agency. A newer one takes its place, and the old one is kept. */
    @Requires(ADMINISTER)
    public void extend(long assessmentId, Stage stage, LocalDate day, String reason) {
        national();
        assessments.lock(assessmentId);
        AssessmentHead head = assessments.head(assessmentId);
        if (!head.roundRuns()) {
            throw new BusinessException("stage.not-running");
        }
        LocalDate usual = of(head).days().stream().filter(one -> one.stage() == stage).map(StageDay::dueOn).findFirst()
                .orElseThrow(() -> new BusinessException("stage.unknown"));
        Faults faults = new Faults();
        faults.require(day != null && !day.isBefore(today()) && !day.isBefore(usual)
                && !day.isAfter(today().plusYears(MOST_YEARS)), "day", "stage.extension-day");
        String words = faults.take("reason", () -> GivenText.required(reason, LONGEST_REASON, "stage.reason"));
        faults.refuse();
        stages.extend(assessmentId, stage, day, words, caller.personId(), clock.instant());
        events.fire(new RoundEvent.StageExtended(head.id(), head.agencyId(), stage, day, words));
    }

    /**
     * A page of the extensions that hold in a round.
     *
     * @param words part of the name of the agency, or beginning of its code; null for all
     */
    @Requires(ADMINISTER)
    public Slice<GivenExtension> extensions(String code, String words, Cut<ExtensionOrder> cut) {
        national();
        return stages.extensionsOf(rounds.get(code).id(), words, cut);
    }

    private void national() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
