package vn.thang.assessment.conduct;

import static vn.thang.security.Permission.ADMINISTER;
import static vn.thang.security.Permission.PUBLISH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.course.RoundAssessments;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenSteps;
import vn.thang.assessment.result.PublishedResults;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundLine;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.round.Stages;
import vn.thang.assessment.score.RankRobustness;
import vn.thang.assessment.score.ScoreRebuild;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.organisation.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Change;
import vn.thang.platform.work.Progress;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Rounds from their plan to their publication; a matter of national administrators. */
@ApplicationScoped
@Transactional
public class RoundAdministration {

    @Inject
    private Rounds rounds;

    @Inject
    private RoundAssessments assessments;

    @Inject
    private Stages stages;

    @Inject
    private TakenSteps steps;

    @Inject
    private ScoreRebuild scores;

    @Inject
    private PublishedResults results;

    @Inject
    private RankRobustness robustness;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<Change> changes;

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
        return catalog.models().stream().filter(RoundAdministration::isOffered).map(MaturityModel::ref).toList();
    }

    @Requires(ADMINISTER)
    public void create(RoundPlan plan) {
        national(ADMINISTER);
        check(plan);
        if (rounds.find(plan.code()).isPresent()) {
            throw new BusinessException("round.code-taken", plan.code());
        }
        Round round = new Round(plan);
        rounds.add(round);
        rounds.flush();
        stages.plan(round, plan.days());
        log("create", round, plan.modelRef());
    }

    @Requires(ADMINISTER)
    public void change(String code, int version, RoundPlan plan) {
        Round round = round(code, version);
        check(plan);
        if (!plan.code().equals(code) && rounds.find(plan.code()).isPresent()) {
            throw new BusinessException("round.code-taken", plan.code());
        }
        round.change(plan);
        rounds.flush();
        stages.plan(round, plan.days());
        log("edit", round, plan.modelRef());
    }

    /** Refuses whatever {@link #open} refuses, and changes nothing. */
    @Requires(ADMINISTER)
    public void mayOpen(String code, int version) {
        round(code, version).needs(RoundState.PLANNED);
    }

    /** Lets the agencies begin; answers how many assessments there are to do. */
    @Requires(ADMINISTER)
    public int open(String code, int version) {
        Round round = round(code, version);
        round.open();
        int begun = assessments.begin(round);
        log("open", round, "assessments=" + begun);
        return begun;
    }

    /** A later last day; agencies that exist by then take part too. */
    @Requires(ADMINISTER)
    public void extend(String code, int version, LocalDate dueOn) {
        Round round = round(code, version);
        round.extend(dueOn, LocalDate.now(clock));
        stages.settle(round);
        log("extend", round, "due=" + dueOn + " assessments=" + assessments.begin(round));
    }

    @Requires(ADMINISTER)
    public void close(String code, int version) {
        Round round = round(code, version);
        round.close();
        rounds.flush();
        log("close", round, null);
    }

    @Requires(ADMINISTER)
    public void reopen(String code, int version, LocalDate dueOn) {
        Round round = round(code, version);
        round.reopen(dueOn, LocalDate.now(clock));
        stages.settle(round);
        log("reopen", round, "due=" + dueOn + " assessments=" + assessments.begin(round));
    }

    /**
     * Gives the agencies their provisional results, to which they may reply until a day. Answers how many there are.
     *
     * @throws BusinessException while any assessment is still to be checked or reviewed
     */
    @Requires(PUBLISH)
    public int issue(String code, int version, LocalDate replyUntil) {
        national(PUBLISH);
        Round round = same(code, version);
        notInReview(round);
        round.replyUntil(replyUntil, LocalDate.now(clock));
        taken(round, Step.ISSUE);
        int issued = assessments.issue(round);
        log("issue", round, "assessments=" + issued + " until=" + replyUntil);
        return issued;
    }

    /** Takes the results without a reply as final, once the last day for replies has passed. Answers how many there were. */
    @Requires(PUBLISH)
    public int lapse(String code, int version) {
        national(PUBLISH);
        Round round = same(code, version);
        if (round.replyUntil() == null || !round.replyUntil().isBefore(LocalDate.now(clock))) {
            throw new BusinessException("reply.still-open");
        }
        taken(round, Step.LAPSE);
        int lapsed = assessments.lapse(round);
        log("lapse", round, "assessments=" + lapsed);
        return lapsed;
    }

    /** Makes what is final the published result and freezes it; what was never handed in stays as it is. Answers how many were published. */
    @Requires(PUBLISH)
    public int publish(String code, int version) {
        return publish(code, version, Progress.UNSEEN);
    }

    /** Publishes the round and tells how far that is. */
    @Requires(PUBLISH)
    public int publish(String code, int version, Progress progress) {
        Round round = publishable(code, version);
        long all = assessments.line(round).progress().all();
        round.publish();
        taken(round, Step.PUBLISH);
        int published = assessments.publish(round);
        // a reading may have become stale since an assessment was last scored
        scores.rebuild(round.id(), round.modelRef(), all, progress);
        String hash = results.freeze(round.id(), round.code(), round.modelRef(), all, progress);
        log("publish", round, "assessments=" + published + " hash=" + hash);
        progress.at(0, 0, "work.doing.robustness");
        robustness.analyse(round.id(), round.modelRef());
        return published;
    }

    /** Refuses whatever {@link #publish} refuses, and changes nothing. */
    @Requires(PUBLISH)
    public void mayPublish(String code, int version) {
        publishable(code, version).needs(RoundState.CLOSED);
    }

    /** Refuses whatever {@link #rescore} refuses, and changes nothing. */
    @Requires(ADMINISTER)
    public void mayRescore(String code) {
        rescorable(code);
    }

    /** Scores a round that runs anew from what is stored. Answers how many assessments there are. */
    @Requires(ADMINISTER)
    public int rescore(String code, Progress progress) {
        Round round = rescorable(code);
        int scored = scores.rebuild(round.id(), round.modelRef(), assessments.line(round).progress().all(), progress);
        log("rescore", round, "assessments=" + scored);
        return scored;
    }

    private Round rescorable(String code) {
        national(ADMINISTER);
        Round round = rounds.get(code);
        if (round.state() != RoundState.OPEN && round.state() != RoundState.CLOSED) {
            throw new BusinessException("round.not-running");
        }
        return round;
    }

    private Round publishable(String code, int version) {
        national(PUBLISH);
        Round round = same(code, version);
        notInReview(round);
        RoundLine.Progress progress = assessments.line(round).progress();
        if (progress.issuable() + progress.replying() + progress.objecting() > 0) {
            throw new BusinessException("reply.not-final", progress.issuable(), progress.replying(),
                    progress.objecting());
        }
        long running = stages.running(round.id(), LocalDate.now(clock));
        if (running > 0) {
            throw new BusinessException("round.extensions-run", running);
        }
        return round;
    }

    /** Stands among the steps of every agency too. */
    private void taken(Round round, Step step) {
        rounds.flush();
        steps.add(round.id(), step.states(), step, caller.personId(), clock.instant());
    }

    private void notInReview(Round round) {
        long inReview = assessments.line(round).progress().inReview();
        if (inReview > 0) {
            throw new BusinessException("round.in-review", inReview);
        }
    }

    private Round round(String code, int version) {
        national(ADMINISTER);
        return same(code, version);
    }

    private Round same(String code, int version) {
        Round round = rounds.get(code);
        if (round.version() != version) {
            throw new BusinessException.Conflict("round.changed");
        }
        return round;
    }

    private void check(RoundPlan plan) {
        plan.check();
        if (plan.modelRef() == null || catalog.find(plan.modelRef()).filter(RoundAdministration::isOffered).isEmpty()) {
            throw new BusinessException("round.model");
        }
    }

    private static boolean isOffered(MaturityModel model) {
        return model.status() != MaturityModel.Status.RETIRED;
    }

    private void national(Permission permission) {
        caller.check(permission, agencies.rootPath());
    }

    private void log(String action, Round round, String details) {
        changes.fire(new Change(action, "round", round.id(), null, details));
    }
}
