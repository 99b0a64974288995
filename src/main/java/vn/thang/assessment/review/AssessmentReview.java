package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import vn.thang.assessment.course.Assessment;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenSteps;
import vn.thang.assessment.ruling.GivenVerdict;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.assessment.ruling.Judgement;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.core.model.Criterion;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Inputs;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The review of what agencies handed in: answers are confirmed, corrected or returned one by one. Nobody reviews an agency
 * that they belonged to since the last round.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.REVIEW)
public class AssessmentReview {

    static final int LONGEST_REASON = 4_000;

    @Inject
    private Caller caller;

    @Inject
    private Impartiality impartiality;

    @Inject
    private Assessments assessments;

    @Inject
    private Verdicts verdicts;

    @Inject
    private TakenSteps steps;

    @Inject
    private ReviewQueue queue;

    @Inject
    private WaitingReviews waiting;

    @Inject
    private Scores scores;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReviewEvent> events;

    @Inject
    private Event<ScoringEvent> scoring;

    /** The assessments to review; two statements however many there are. */
    @Requires(Permission.REVIEW)
    public Slice<QueueLine> queue(QueueFilter filter, Cut<QueueOrder> cut) {
        return queue.list(caller.subtrees(Permission.REVIEW), filter, cut);
    }

    /** Counts what waits for the person as a reviewer, by one statement. */
    @Requires(Permission.REVIEW)
    public WaitingReviews.Figures figures() {
        return waiting.figures(caller.subtrees(Permission.REVIEW), seen());
    }

    /** Who asks, and on which day, for what the queue marks. */
    @Requires(Permission.REVIEW)
    public QueueFilter.Seen seen() {
        return new QueueFilter.Seen(caller.personId(), LocalDate.now(clock));
    }

    /** Whether the person may review this agency now, for a page that offers it. */
    @Requires(Permission.VIEW)
    public boolean isAllowed(AssessmentHead head) {
        return head.reviewable() && caller.can(Permission.REVIEW, head.agencyPath()) && !impartiality.belongs(head);
    }

    /** @throws BusinessException.Conflict when another reviewer has judged the same answer since */
    @Requires(Permission.REVIEW)
    public void judge(long assessmentId, Judgement judgement) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = impartiality.reviewable(assessmentId);
        if (impartiality.isSecond(assessmentId)) {
            throw new BusinessException.Forbidden("second.independent");
        }
        assessment.take(Step.JUDGE);
        GivenVerdict present = verdicts.of(assessmentId).get(judgement.criterion());
        if ((present == null ? 0 : present.id()) != judgement.seen()) {
            throw new BusinessException.Conflict("review.changed", judgement.criterion());
        }
        ScoredAssessment scored = scores.of(head);
        Criterion criterion = scored.criterion(judgement.criterion());
        Faults faults = new Faults();
        faults.require(Verdict.Kind.ofReviewers().contains(judgement.kind()), "kind", "review.kind-missing");
        faults.refuse();
        String value = faults.take("value", () -> value(scored, criterion, judgement));
        check(faults, judgement);
        faults.refuse();
        verdicts.replace(assessmentId, criterion.code(), new Verdict(assessmentId, judgement, value,
                declared(scored, criterion), caller.personId(), clock.instant()), clock.instant());
        ScoringEvent.Given given = new ScoringEvent.Given(criterion.code(), criterion.restricted(),
                declared(scored, criterion), value);
        scoring.fire(switch (judgement.kind()) {
            case CONFIRMED -> new ScoringEvent.AnswerConfirmed(head, given, judgement.reason());
            case CORRECTED -> new ScoringEvent.AnswerCorrected(head, given, judgement.reason());
            case RETURNED, DECIDED -> new ScoringEvent.AnswerReturned(head,
                    ScoringEvent.Given.unchanged(criterion.code(), criterion.restricted()), judgement.reason());
        });
    }

    /** Lets the agency answer the returned questions; the others stay locked. */
    @Requires(Permission.REVIEW)
    public void giveBack(long assessmentId) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = impartiality.reviewable(assessmentId);
        long returned = verdicts.of(assessmentId).values().stream().filter(GivenVerdict::returned).count();
        if (returned == 0) {
            throw new BusinessException("review.nothing-returned");
        }
        assessment.take(Step.GIVE_BACK);
        steps.add(assessmentId, Step.GIVE_BACK, null, caller.personId(), clock.instant());
        events.fire(new ReviewEvent.QuestionsGivenBack(assessmentId, head.agencyId(), returned));
    }

    /** Ends the review. A question that is still returned must have been due before today. */
    @Requires(Permission.REVIEW)
    public void conclude(long assessmentId) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = impartiality.reviewable(assessmentId);
        LocalDate today = LocalDate.now(clock);
        boolean waits = head.time().dueOn() != null && !head.time().dueOn().isBefore(today);
        for (GivenVerdict verdict : verdicts.of(assessmentId).values()) {
            if (verdict.returned() && (!head.returned() || waits || !verdict.dueOn().isBefore(today))) {
                throw new BusinessException("review.still-returned", verdict.criterion());
            }
        }
        assessment.take(Step.CONCLUDE);
        steps.add(assessmentId, Step.CONCLUDE, null, caller.personId(), clock.instant());
        events.fire(new ReviewEvent.ReviewConcluded(assessmentId, head.agencyId()));
    }

    /** Takes up a review again that was ended. */
    @Requires(Permission.REVIEW)
    public void resume(long assessmentId) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = impartiality.reviewable(assessmentId);
        assessment.take(Step.RESUME);
        steps.add(assessmentId, Step.RESUME, null, caller.personId(), clock.instant());
        events.fire(new ReviewEvent.ReviewResumed(assessmentId, head.agencyId()));
    }

    /** What holds from now on: what the evidence supports, what the reviewer set, or nothing yet. */
    private static String value(ScoredAssessment scored, Criterion criterion, Judgement judgement) {
        return switch (judgement.kind()) {
            case CONFIRMED -> Inputs.answers(scored.model(), scored.inputs(), Column.PROVISIONAL).of(criterion.code())
                    .orElseThrow(() -> new BusinessException("review.unanswered", criterion.code())).written();
            case CORRECTED -> {
                if (!criterion.scale().accepts(judgement.value())) {
                    throw new BusinessException("review.level", criterion.code());
                }
                yield judgement.value();
            }
            case RETURNED, DECIDED -> null;
        };
    }

    private static String declared(ScoredAssessment scored, Criterion criterion) {
        return scored.isAnswered(criterion.code()) ? scored.inputs().get(criterion.code()).declared().written() : null;
    }

    private void check(Faults faults, Judgement judgement) {
        faults.require(judgement.kind() != Verdict.Kind.RETURNED
                || judgement.dueOn() != null && !judgement.dueOn().isBefore(LocalDate.now(clock)), "dueOn",
                "review.due");
        faults.check("reason", () -> {
            if (judgement.kind() == Verdict.Kind.CONFIRMED) {
                GivenText.optional(judgement.reason(), LONGEST_REASON, "assessment.comment-too-long");
            } else {
                GivenText.required(judgement.reason(), LONGEST_REASON, "review.reason");
            }
        });
    }
}
