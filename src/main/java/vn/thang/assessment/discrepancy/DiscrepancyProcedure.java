package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.section.FormAccess;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Change;
import vn.thang.platform.GivenText;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * What becomes of an answer above its measured level: the agency explains it, and a reviewer who does not belong to the
 * agency accepts the explanation or rejects it. Without its explanations nothing is handed in.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.CONTRIBUTE)
public class DiscrepancyProcedure {

    @Inject
    private Assessments assessments;

    @Inject
    private FormAccess access;

    @Inject
    private Impartiality impartiality;

    @Inject
    private Discrepancies discrepancies;

    @Inject
    private DiscrepancyFollowing following;

    @Inject
    private Scores scores;

    @Inject
    private Event<Change> changes;

    /** The entry of a criterion that stands, or else the newest one that was settled. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public Optional<Discrepancy> find(long assessmentId, String criterion) {
        access.read(assessments.head(assessmentId), criterion);
        Optional<Discrepancy> found = discrepancies.find(assessmentId, criterion);
        return impartiality.isBlind(assessmentId) ? found.map(Discrepancy::undecided) : found;
    }

    /** Criteria that still have to be explained before the agency hands in. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public List<String> unexplained(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        access.sections(Permission.VIEW, head);
        return discrepancies.unexplained(assessmentId);
    }

    /** Explains why the answer stands above what was measured; it can be said better until a reviewer has decided. */
    @Requires(Permission.CONTRIBUTE)
    public void explain(long assessmentId, String criterion, String explanation) {
        assessments.lock(assessmentId);
        AssessmentHead head = assessments.head(assessmentId);
        access.check(Permission.ANSWER, head, criterion);
        requireRunning(head);
        String words = GivenText.required(explanation, AssessmentWorkflow.LONGEST_COMMENT,
                "discrepancy.explanation-missing");
        following.follow(Map.of(assessmentId, scores.of(head)), false);
        Discrepancy entry = standing(assessmentId, criterion);
        if (!entry.explainable()) {
            throw new BusinessException.Conflict("discrepancy.decided", criterion);
        }
        if (!words.equals(entry.explanation())) {
            discrepancies.explain(entry, words);
            changes.fire(new Change("explain-discrepancy", "assessment", assessmentId, head.agencyId(), criterion));
        }
    }

    /**
     * Accepts or rejects an explanation.
     *
     * @param seen id of the newest step that the reviewer had before them
     * @throws BusinessException.Conflict when something has become of the entry since
     */
    @Requires(Permission.REVIEW)
    public void decide(long assessmentId, String criterion, boolean accept, String reason, long seen) {
        assessments.lock(assessmentId);
        AssessmentHead head = impartiality.reviewable(assessmentId);
        if (impartiality.isSecond(assessmentId)) {
            throw new BusinessException.Forbidden("second.independent");
        }
        Discrepancy entry = standing(assessmentId, criterion);
        if (entry.newestStep() != seen) {
            throw new BusinessException.Conflict("discrepancy.changed", criterion);
        }
        if (entry.state() != Discrepancy.State.EXPLAINED) {
            throw new BusinessException(
                    entry.state() == Discrepancy.State.OPEN ? "discrepancy.not-explained" : "discrepancy.decided",
                    criterion);
        }
        discrepancies.decide(entry, accept,
                GivenText.required(reason, AssessmentWorkflow.LONGEST_COMMENT, "discrepancy.reason-missing"));
        changes.fire(new Change(accept ? "accept-discrepancy" : "reject-discrepancy", "assessment", assessmentId,
                head.agencyId(), criterion));
    }

    private Discrepancy standing(long assessmentId, String criterion) {
        return discrepancies.find(assessmentId, criterion).filter(Discrepancy::standing)
                .orElseThrow(() -> new BusinessException.NotFound("discrepancy.none-here", criterion));
    }

    private static void requireRunning(AssessmentHead head) {
        if (!head.roundState().equals("OPEN") && !head.roundState().equals("CLOSED")) {
            throw new BusinessException("assessment.round-not-open", head.roundName());
        }
    }
}
