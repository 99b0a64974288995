package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.Assessment;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.ruling.AskedExemption;
import vn.thang.assessment.ruling.Exemption;
import vn.thang.assessment.ruling.ExemptionFilter;
import vn.thang.assessment.ruling.ExemptionOrder;
import vn.thang.assessment.ruling.Exemptions;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Exemptions from single questions for one round: an agency can ask, never grant (scoring.md, inputs); a reviewer who does
 * not belong to it decides. An exempt question leaves the sum; the others keep their proportions.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.ANSWER)
public class ExemptionRequest {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private Exemptions exemptions;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReviewEvent> events;

    @Inject
    private Event<ScoringEvent> scoring;

    /** Asks for it; once for each question, and again only after a refusal. */
    @Requires(Permission.ANSWER)
    public void ask(long assessmentId, String criterion, String reason) {
        Assessment assessment = assessments.lock(assessmentId);
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.ANSWER, head.agencyPath());
        AnswerLock.requireNone(verdicts.lock(head, criterion));
        try {
            catalog.model(head.modelRef()).forAgencyType(head.agencyType()).criterion(criterion);
        } catch (NoSuchElementException e) {
            throw new BusinessException.NotFound("assessment.unknown-criterion", criterion);
        }
        String words = text(reason);
        AskedExemption before = exemptions.of(assessmentId).get(criterion);
        if (before != null && !Boolean.FALSE.equals(before.granted())) {
            throw new BusinessException("exemption.asked-already", criterion);
        }
        assessment.change(clock.instant());
        exemptions.add(new Exemption(assessmentId, criterion, words, caller.personId(), clock.instant()));
        events.fire(new ReviewEvent.ExemptionAsked(assessmentId, head.agencyId(), given(head, criterion), words));
    }

    /** Requests that wait for a decision. */
    @Requires(Permission.REVIEW)
    public Slice<AskedExemption> open(ExemptionFilter filter, Cut<ExemptionOrder> cut) {
        return exemptions.open(caller.subtrees(Permission.REVIEW), filter, cut);
    }

    /** Decides on all of them with one reason, or on none when one is refused. */
    @Requires(Permission.REVIEW)
    public void decide(Set<Long> chosen, boolean grant, String reason) {
        Faults faults = new Faults();
        faults.require(!chosen.isEmpty(), null, "list.none-chosen");
        faults.check("reason", () -> text(reason));
        faults.refuse();
        new TreeSet<>(chosen).forEach(id -> decide(id, grant, reason));
    }

    /** @throws BusinessException.Conflict when somebody decided it already */
    @Requires(Permission.REVIEW)
    public void decide(long id, boolean grant, String reason) {
        Exemption exemption = exemptions.lock(id);
        assessments.lock(exemption.assessmentId());
        AssessmentHead head = assessments.head(exemption.assessmentId());
        caller.check(Permission.REVIEW, head.agencyPath());
        if (verdicts.belonged(caller.personId(), head, assessments.before(head))) {
            throw new BusinessException.Forbidden("review.own-agency");
        }
        if (!head.roundRuns()) {
            throw new BusinessException("review.not-now");
        }
        String words = text(reason);
        exemption.decide(grant, words, caller.personId(), clock.instant());
        scoring.fire(new ScoringEvent.ExemptionDecided(head, given(head, exemption.criterion()), grant, words));
    }

    private ScoringEvent.Given given(AssessmentHead head, String criterion) {
        return ScoringEvent.Given.unchanged(criterion,
                catalog.model(head.modelRef()).criterion(criterion).restricted());
    }

    private static String text(String reason) {
        return GivenText.required(reason, AssessmentReview.LONGEST_REASON, "exemption.reason");
    }
}
