package vn.thang.assessment.conduct;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.ForeseenRound;
import vn.thang.assessment.course.RoundAssessments;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.RoundLine;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.round.Stages;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.document.Fault;
import vn.thang.core.model.MaturityModel;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.DirectoryLine;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.platform.work.Progress;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Plans rounds, and opens, extends, closes and reopens them; a matter of national administrators. */
@ApplicationScoped
@Transactional
public class RoundAdministration {

    private static final int LONGEST_REASON = 500;

    @Inject
    private Rounds rounds;

    @Inject
    private RoundAssessments assessments;

    @Inject
    private Assessments all;

    @Inject
    private Stages stages;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<RoundEvent> events;

    @Requires(ADMINISTER)
    public List<RoundLine> list() {
        national(ADMINISTER);
        return assessments.lines();
    }

    @Requires(ADMINISTER)
    public RoundLine get(String code) {
        national(ADMINISTER);
        return assessments.line(rounds.get(code));
    }

    /** References of the versions of models that a round may take. */
    @Requires(ADMINISTER)
    public List<String> models() {
        national(ADMINISTER);
        catalog.follow();
        return catalog.models().stream().filter(RoundAdministration::isOffered).map(MaturityModel::ref).toList();
    }

    /** Returns the version that a new round takes if nobody chooses another: the newest offered one of the national model. */
    @Requires(ADMINISTER)
    public String usualModel() {
        national(ADMINISTER);
        catalog.follow();
        return catalog.models().stream().filter(RoundAdministration::isOffered).filter(catalog::national)
                .reduce((older, newer) -> newer).map(MaturityModel::ref).orElse(null);
    }

    /** Versions of models whose files are faulty, so that no round can use them, with every fault. */
    @Requires(ADMINISTER)
    public Map<String, List<Fault>> refusedModels() {
        national(ADMINISTER);
        return catalog.refused();
    }

    /** Refuses what {@link #create} refuses of these fields of the plan, and changes nothing. */
    @Requires(ADMINISTER)
    public void check(RoundPlan plan, Set<String> fields) {
        national(ADMINISTER);
        faults(plan, null).refuse(fields);
    }

    @Requires(ADMINISTER)
    public void create(RoundPlan plan) {
        national(ADMINISTER);
        faults(plan, null).refuse();
        Round round = new Round(plan);
        rounds.add(round);
        rounds.flush();
        stages.plan(round, plan.days());
        events.fire(new RoundEvent.RoundCreated(round.id(), plan.modelRef()));
    }

    @Requires(ADMINISTER)
    public void change(String code, int version, RoundPlan plan) {
        Round round = round(code, version);
        faults(plan, code).refuse();
        round.change(plan);
        rounds.flush();
        stages.plan(round, plan.days());
        events.fire(new RoundEvent.RoundEdited(round.id(), plan.modelRef()));
    }

    /** Foresees whom a round of this plan would ask, before it is there. */
    @Requires(ADMINISTER)
    public ForeseenRound foresee(RoundPlan plan) {
        national(ADMINISTER);
        faults(plan, null).refuse();
        return assessments.foresee(new Round(plan), caller.personId());
    }

    /** Foresees whom a planned round would ask, before it is opened. */
    @Requires(ADMINISTER)
    public ForeseenRound foresee(String code) {
        national(ADMINISTER);
        Round round = rounds.get(code);
        round.needs(RoundState.PLANNED);
        return assessments.foresee(round, caller.personId());
    }

    /** Refuses whatever {@link #open} refuses, and changes nothing. */
    @Requires(ADMINISTER)
    public void mayOpen(String code, int version) {
        round(code, version).needs(RoundState.PLANNED);
    }

    /** Lets the agencies begin; answers how many assessments there are to do. */
    @Requires(ADMINISTER)
    public int open(String code, int version) {
        return open(code, version, Progress.UNSEEN);
    }

    /** Opens the round and tells how far that is. */
    @Requires(ADMINISTER)
    public int open(String code, int version, Progress progress) {
        Round round = round(code, version);
        long all = assessments.asked(round);
        round.open();
        int begun = assessments.begin(round, all, progress);
        progress.at(0, 0, "work.doing.telling");
        events.fire(new RoundEvent.RoundOpened(round.id(), begun));
        return begun;
    }

    /** Refuses whatever {@link #extend} refuses, and changes nothing. */
    @Requires(ADMINISTER)
    public void mayExtend(String code, int version, LocalDate dueOn) {
        round(code, version).mayExtend(dueOn, LocalDate.now(clock));
    }

    /**
     * A later last day. Whoever takes part was fixed when the round opened: an agency that begins later is not due. One that was
     * there and recorded late is added; answers how many.
     */
    @Requires(ADMINISTER)
    public int extend(String code, int version, LocalDate dueOn) {
        Round round = round(code, version);
        round.extend(dueOn, LocalDate.now(clock));
        int begun = again(round);
        events.fire(new RoundEvent.RoundExtended(round.id(), dueOn, begun));
        return begun;
    }

    /**
     * Lets an agency take part that does not yet, while the round is open: its type is asked, and it is there on the day on which
     * agencies have to be there. Its people are told until when.
     */
    @Requires(ADMINISTER)
    public void join(String code, int version, String agencyCode, String reason) {
        Round round = round(code, version);
        round.needs(RoundState.OPEN);
        Faults faults = new Faults();
        String word = faults.take("why", () -> GivenText.required(reason, LONGEST_REASON, "round.join-reason"));
        DirectoryLine agency = faults.take("agencyCode",
                () -> agencies.get(agencyCode == null ? "" : agencyCode).agency());
        if (agency != null) {
            faults.require(round.asks(agency.type()), "agencyCode", "round.join-type", agency.name());
            faults.require(agency.lastsOn(round.agenciesOn()), "agencyCode", "round.join-day", agency.name(),
                    round.agenciesOn());
        }
        faults.refuse();
        faults.require(assessments.begin(round, List.of(agency.id())) == 1, "agencyCode", "round.join-there",
                agency.name());
        faults.refuse();
        rounds.touch(round);
        events.fire(new RoundEvent.AgencyJoined(round.id(), agency.id(), word));
        AssessmentHead begun = all.findHead(code, agency.code()).orElseThrow();
        events.fire(new RoundEvent.AgencyReminded(begun.id(), agency.id(), begun.dueOn()));
    }

    private int again(Round round) {
        stages.settle(round);
        return assessments.begin(round);
    }

    @Requires(ADMINISTER)
    public void close(String code, int version) {
        Round round = round(code, version);
        round.close();
        rounds.flush();
        events.fire(new RoundEvent.RoundClosed(round.id()));
    }

    /** Refuses whatever {@link #reopen} refuses, and changes nothing. */
    @Requires(ADMINISTER)
    public void mayReopen(String code, int version, LocalDate dueOn) {
        round(code, version).mayReopen(dueOn, LocalDate.now(clock));
    }

    /** Takes answers again until a day. Answers how many assessments were added. */
    @Requires(ADMINISTER)
    public int reopen(String code, int version, LocalDate dueOn) {
        Round round = round(code, version);
        round.reopen(dueOn, LocalDate.now(clock));
        int begun = again(round);
        events.fire(new RoundEvent.RoundReopened(round.id(), dueOn, begun));
        return begun;
    }

    private Round round(String code, int version) {
        national(ADMINISTER);
        return rounds.get(code, version);
    }

    /** @param present the code that the round has already; null for a new one */
    private Faults faults(RoundPlan plan, String present) {
        Faults faults = new Faults();
        plan.check(faults);
        faults.require(plan.code() == null || plan.code().equals(present) || rounds.find(plan.code()).isEmpty(), "code",
                "round.code-taken", plan.code());
        Optional<MaturityModel> model = Optional.ofNullable(plan.modelRef()).flatMap(catalog::find)
                .filter(RoundAdministration::isOffered);
        if (faults.require(model.isPresent(), "model", "round.model")) {
            faults.require(plan.rehearsal() || catalog.national(model.get()), "model", "round.model-rehearsal",
                    plan.modelRef());
        }
        return faults;
    }

    private static boolean isOffered(MaturityModel model) {
        return model.status() != MaturityModel.Status.RETIRED;
    }

    private void national(Permission permission) {
        caller.check(permission, agencies.rootPath());
    }
}
