package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.thang.assessment.answer.Evidence;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.ScanState;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.section.FormAccess;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Opening evidence: the content of a file goes to whoever sees the answer or the objection that it is for. */
@ApplicationScoped
@Transactional
@Requires({Permission.VIEW, Permission.CONTRIBUTE})
public class EvidenceOpening {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private FormAccess access;

    @Inject
    private Evidences evidences;

    /** A file to hand out. */
    public record File(String name, String mediaType, byte[] content) {
    }

    /** The content of a file, for those who see the answer it belongs to. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public File open(long evidenceId) {
        Evidence evidence = evidences.get(evidenceId);
        AssessmentHead head = assessments.head(evidence.assessmentId());
        access.read(head, evidence.criterion());
        boolean shown = !evidence.isForObjection() || evidences.isSent(evidenceId)
                || CourseSight.of(caller).belongsTo(head.agencyPath());
        if (evidence.isRemoved() || !shown) {
            throw new BusinessException.NotFound("evidence.unknown");
        }
        if (evidence.isFile() && evidences.scan(evidence.contentId()) == ScanState.FOUND) {
            throw new BusinessException("evidence.found", evidence.title());
        }
        return new File(evidence.title(), evidence.mediaType(), evidences.content(evidence.contentId()));
    }
}
