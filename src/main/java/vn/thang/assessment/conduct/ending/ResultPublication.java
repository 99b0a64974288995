package vn.thang.assessment.conduct.ending;

import static vn.thang.security.Permission.ADMINISTER;
import static vn.thang.security.Permission.PUBLISH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import vn.thang.assessment.course.RoundAssessments;
import vn.thang.assessment.course.RoundReaders;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenSteps;
import vn.thang.assessment.course.ToldPeople;
import vn.thang.assessment.result.PublishedResults;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.RoundLine;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.round.Stages;
import vn.thang.assessment.score.RankRobustness;
import vn.thang.assessment.score.ScoreRebuild;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.Progress;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Issues the results of a round, takes them as final, publishes them and scores them anew; a national matter. */
@ApplicationScoped
@Transactional
public class ResultPublication {

    @Inject
    private Rounds rounds;

    @Inject
    private RoundAssessments assessments;

    @Inject
    private RoundReaders readers;

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
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<RoundEvent> events;

    /** Refuses whatever {@link #issue} refuses, and changes nothing. */
    @Requires(PUBLISH)
    public void mayIssue(String code, int version, LocalDate replyUntil) {
        issuable(code, version).mayReplyUntil(replyUntil, LocalDate.now(clock));
    }

    /**
     * Gives the agencies their provisional results, to which they may reply until a day. Answers how many there are.
     *
     * @throws BusinessException while any assessment is still to be checked or reviewed
     */
    @Requires(PUBLISH)
    public int issue(String code, int version, LocalDate replyUntil) {
        Round round = issuable(code, version);
        round.replyUntil(replyUntil, LocalDate.now(clock));
        taken(round, Step.ISSUE);
        int issued = assessments.issue(round);
        // what reviewers set counts from now on
        scores.rebuild(round.id(), round.modelRef());
        events.fire(new RoundEvent.ResultsIssued(round.id(), issued, replyUntil));
        return issued;
    }

    private Round issuable(String code, int version) {
        national(PUBLISH);
        Round round = rounds.get(code, version);
        notInReview(round);
        return round;
    }

    /** Refuses whatever {@link #lapse} refuses, and changes nothing. */
    @Requires(PUBLISH)
    public void mayLapse(String code, int version) {
        lapsable(code, version);
    }

    private Round lapsable(String code, int version) {
        national(PUBLISH);
        Round round = rounds.get(code, version);
        if (round.replyUntil() == null || !round.replyUntil().isBefore(LocalDate.now(clock))) {
            throw new BusinessException("reply.still-open");
        }
        return round;
    }

    /** Takes the results without a reply as final, once the last day for replies has passed. Answers how many there were. */
    @Requires(PUBLISH)
    public int lapse(String code, int version) {
        Round round = lapsable(code, version);
        taken(round, Step.LAPSE);
        int lapsed = assessments.lapse(round);
        events.fire(new RoundEvent.RepliesLapsed(round.id(), lapsed));
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
        round.mayPublish();
        long all = assessments.line(round).progress().all();
        round.publish();
        taken(round, Step.PUBLISH);
        int published = assessments.publish(round);
        // a reading may have become stale since an assessment was last scored
        scores.rebuild(round.id(), round.modelRef(), all, progress);
        String hash = results.freeze(round.id(), round.code(), round.modelRef(), all, progress);
        events.fire(new RoundEvent.ResultsPublished(round.id(), published, hash));
        events.fire(new RoundEvent.ResultsFrozen(results.hashes(round.id())));
        progress.at(0, 0, "work.doing.robustness");
        robustness.analyse(round.id(), round.modelRef());
        return published;
    }

    /** Says whom a publication of the round as it stands would tell. */
    @Requires(PUBLISH)
    public ToldPeople told(String code) {
        national(PUBLISH);
        return readers.whenPublished(rounds.get(code), caller.personId());
    }

    /** Refuses whatever {@link #publish} refuses, and changes nothing. */
    @Requires(PUBLISH)
    public void mayPublish(String code, int version) {
        publishable(code, version).mayPublish();
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
        events.fire(new RoundEvent.RoundRescored(round.id(), scored));
        return scored;
    }

    private Round rescorable(String code) {
        national(ADMINISTER);
        Round round = rounds.get(code);
        if (!round.state().runs()) {
            throw new BusinessException("round.not-running");
        }
        return round;
    }

    private Round publishable(String code, int version) {
        national(PUBLISH);
        Round round = rounds.get(code, version);
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

    private void national(Permission permission) {
        caller.check(permission, agencies.rootPath());
    }
}
