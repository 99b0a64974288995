package vn.thang.sampling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.assessment.ruling.SecondReviews;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Judges the answers of an audit sample. A reviewer judges none of an agency that they belong to, and none of an assessment that
 * they have judged in the round itself; what another reviewer has judged stays theirs.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.REVIEW)
public class SampleJudging {

    private static final int LONGEST_REASON = 2_000;

    /** A sample in which so many answers wait for the person. */
    public record Waiting(long sample, long cases, Instant drawnAt) {
    }

    @Inject
    private AuditSamples samples;

    @Inject
    private JudgeableCases judgeable;

    @Inject
    private Assessments assessments;

    @Inject
    private Impartiality impartiality;

    @Inject
    private SecondReviews reviews;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<SamplingEvent> events;

    /** Lists the samples in which answers wait that the person may judge, the oldest first; one statement. */
    @Requires(Permission.REVIEW)
    public List<Waiting> waiting() {
        return judgeable.by(caller.personId(), caller.subtrees(Permission.EXPORT), caller.subtrees(Permission.REVIEW));
    }

    /** Says which answer is right; another one than counted needs a reason. */
    @Requires(Permission.REVIEW)
    public void judge(long caseId, String found, String reason) {
        AuditSample.Case one = samples.getCase(caseId);
        AssessmentHead head = assessments.head(one.assessment());
        caller.check(Permission.REVIEW, head.agencyPath());
        caller.check(Permission.VIEW_RESTRICTED, head.agencyPath());
        if (impartiality.belongs(head)) {
            throw new BusinessException.Forbidden("review.own-agency");
        }
        if (reviews.hasJudged(one.assessment(), caller.personId())) {
            throw new BusinessException.Forbidden("sampling.judged-in-round");
        }
        if (one.judgedBy() != null && !one.judgedBy().equals(caller.personId())) {
            throw new BusinessException.Forbidden("sampling.somebody-else");
        }
        if (samples.get(one.sample()).complete()) {
            throw new BusinessException("sampling.complete");
        }
        Criterion criterion = catalog.model(head.modelRef()).criterion(one.criterion());
        if (found == null || !criterion.scale().accepts(found)) {
            throw new BusinessException("review.level", one.criterion());
        }
        String why = GivenText.orNull(reason);
        if (!found.equals(one.value()) && why == null) {
            throw new BusinessException("sampling.reason-missing");
        }
        if (why != null && why.length() > LONGEST_REASON) {
            throw new BusinessException("sampling.reason-long", LONGEST_REASON);
        }
        samples.judge(caseId, found, why, caller.personId(), clock.instant());
        events.fire(new SamplingEvent.CaseJudged(one.assessment(), head.agencyId(), one.criterion(),
                criterion.restricted(), one.value(), found));
    }
}
