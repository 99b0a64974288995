package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.assessment.section.FormAccess;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
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
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DiscrepancyEvent> events;

    /** The entry of a criterion that stands, or else the newest one that was settled. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public Optional<DiscrepancyEntry> find(long assessmentId, String criterion) {
        AssessmentHead head = assessments.head(assessmentId);
        access.read(head, criterion);
        CourseSight sight = impartiality.sight();
        return discrepancies.findEntry(assessmentId, criterion).map(found -> found
                .shown(sight.shows(Shown.VERDICTS, head), sight.shows(Shown.NAMES, head)));
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
        Discrepancy entry = entry(assessmentId, criterion);
        entry.explain(words, caller.personId(), clock.instant()).ifPresent(step -> {
            discrepancies.add(step);
            events.fire(new DiscrepancyEvent.DiscrepancyExplained(assessmentId, head.agencyId(), entry.given(), words));
        });
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
        Faults faults = new Faults();
        String words = faults.take("decisionReason", () -> GivenText.required(reason,
                AssessmentWorkflow.LONGEST_COMMENT, "discrepancy.reason-missing"));
        faults.refuse();
        if (discrepancies.findEntry(assessmentId, criterion).stream().anyMatch(entry -> entry.newestStep() != seen)) {
            throw new BusinessException.Conflict("discrepancy.changed", criterion);
        }
        Discrepancy entry = entry(assessmentId, criterion);
        discrepancies.add(entry.decide(accept, words, caller.personId(), clock.instant()));
        events.fire(accept
                ? new DiscrepancyEvent.DiscrepancyAccepted(assessmentId, head.agencyId(), entry.given(), words)
                : new DiscrepancyEvent.DiscrepancyRejected(assessmentId, head.agencyId(), entry.given(), words));
    }

    private Discrepancy entry(long assessmentId, String criterion) {
        return discrepancies.find(assessmentId, criterion)
                .orElseThrow(() -> new BusinessException.NotFound("discrepancy.none-here", criterion));
    }

    private static void requireRunning(AssessmentHead head) {
        if (!head.roundRuns()) {
            throw new BusinessException("assessment.round-not-open", head.roundName());
        }
    }
}
