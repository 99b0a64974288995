package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.assessment.ruling.SampleDraw;
import vn.thang.assessment.ruling.SecondReviews;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.core.model.Criterion;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * A second reviewer judges every answer of the sampled assessments, without knowing what the first one said, so that it can
 * be seen how far reviewers agree. The result of the agency rests on the first review alone.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.REVIEW)
public class SecondReview {

    private static final int SEED_BYTES = 8;

    @Inject
    private Caller caller;

    @Inject
    private Impartiality impartiality;

    @Inject
    private Rounds rounds;

    @Inject
    private Assessments assessments;

    @Inject
    private SecondReviews seconds;

    @Inject
    private Scores scores;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReviewEvent> events;

    /** What a second reviewer thinks of one answer. */
    public record Opinion(String value, String reason) {
    }

    /** @param mine whether the caller is the second reviewer, and has not finished */
    public record Desk(Map<String, Opinion> opinions, boolean mine, boolean done) {
    }

    /** Draws the sample of a round, once: the seed is kept, and whoever has it draws the same. */
    @Requires(Permission.PUBLISH)
    public int draw(String roundCode, int size, String seed) {
        caller.check(Permission.PUBLISH, agencies.rootPath());
        Round round = rounds.get(roundCode);
        Map<String, Long> drawable = seconds.drawable(round.id());
        if (seconds.sample(round.id()).isPresent()) {
            throw new BusinessException.Conflict("sample.drawn-already");
        }
        Faults faults = new Faults();
        faults.require(size >= 1 && size <= drawable.size(), "size", "sample.size", drawable.size());
        String chosen = seed == null || seed.isBlank() ? random() : seed.strip();
        faults.require(chosen.matches("[A-Za-z0-9-]{1,40}"), "seed", "sample.seed");
        faults.refuse();
        List<Long> drawn = SampleDraw.draw(chosen, drawable.keySet(), size).stream().map(drawable::get).toList();
        seconds.draw(round.id(), chosen, drawn, caller.personId(), clock.instant());
        events.fire(new ReviewEvent.SampleDrawn(round.id(), chosen, drawn.size()));
        return drawn.size();
    }

    private static String random() {
        byte[] bytes = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What the second reviewer has said so far; nobody else sees it until they have finished. */
    @Requires(Permission.REVIEW)
    public Desk desk(long assessmentId) {
        SecondReviews.Second second = of(assessmentId, seconds.find(assessmentId).orElse(null));
        boolean mine = second.doneAt() == null;
        return new Desk(seconds.opinions(assessmentId).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                one -> new Opinion(one.getValue().value(), one.getValue().reason()))), mine, !mine);
    }

    /** Says which level an answer deserves; whoever says it first is the second reviewer from then on. */
    @Requires(Permission.REVIEW)
    public void say(long assessmentId, String code, Opinion opinion) {
        SecondReviews.Second second = of(assessmentId, seconds.lock(assessmentId).orElse(null));
        AssessmentHead head = open(assessmentId, second);
        Criterion criterion = scores.of(head).criterion(code);
        Faults faults = new Faults();
        faults.require(criterion.scale().accepts(opinion.value()), "value", "review.level", code);
        String reason = faults.take("reason", () -> AssessmentWorkflow.comment(opinion.reason()));
        faults.refuse();
        if (second.reviewer() == null) {
            seconds.begin(assessmentId, caller.personId(), clock.instant());
        }
        seconds.say(assessmentId, code, opinion.value(), reason, clock.instant());
        events.fire(new ReviewEvent.SecondOpinionGiven(assessmentId, head.agencyId(),
                new ScoringEvent.Given(code, criterion.restricted(), null, opinion.value()), reason));
    }

    /** Ends it, once every answer has been judged; from then on nothing changes, and the first verdicts can be seen. */
    @Requires(Permission.REVIEW)
    public void finish(long assessmentId) {
        SecondReviews.Second second = of(assessmentId, seconds.lock(assessmentId).orElse(null));
        AssessmentHead head = open(assessmentId, second);
        ScoredAssessment scored = scores.of(head);
        Set<String> said = seconds.opinions(assessmentId).keySet();
        long left = scored.model().criteria().stream()
                .filter(one -> !scored.isExempt(one.code()) && !said.contains(one.code())).count();
        if (left > 0) {
            throw new BusinessException("second.left", left);
        }
        seconds.finish(assessmentId, clock.instant());
        events.fire(new ReviewEvent.SecondReviewFinished(assessmentId, head.agencyId()));
    }

    /** The second review, for the second reviewer alone, or for whoever may become it. */
    private SecondReviews.Second of(long assessmentId, SecondReviews.Second second) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.REVIEW, head.agencyPath());
        if (second == null) {
            throw new BusinessException.NotFound("second.not-sampled");
        }
        if (impartiality.belongs(head)) {
            throw new BusinessException.Forbidden("review.own-agency");
        }
        if (second.reviewer() != null && !second.reviewer().equals(caller.personId())) {
            throw new BusinessException.Forbidden("second.somebody-else");
        }
        if (second.reviewer() == null
                && (caller.personId() == null || seconds.hasJudged(assessmentId, caller.personId()))) {
            throw new BusinessException.Forbidden("second.first-reviewer");
        }
        return second;
    }

    private AssessmentHead open(long assessmentId, SecondReviews.Second second) {
        AssessmentHead head = impartiality.reviewable(assessmentId);
        if (second.doneAt() != null || head.state() == AssessmentState.RETURNED) {
            throw new BusinessException("review.not-now");
        }
        return head;
    }
}
