package vn.thang.assessment.result;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.platform.Formats;
import vn.thang.platform.web.NoticePage;

/** Whether a published result is still what was published. */
@Named
@RequestScoped
public class VerificationPage {

    @Inject
    private ResultVerification verification;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private NoticePage notices;

    @Inject
    private Formats formats;

    private long assessment;
    private AssessmentHead head;
    private ResultVerification.Verified verified;

    public void load() {
        verified = notices.found(() -> verification.verify(assessment));
        head = verified == null ? null : assessments.view(assessment).head();
    }

    public AssessmentHead getHead() {
        return head;
    }

    /** An index in the numerals of the person where it is rounded; an exact one is a fraction. */
    public String written(String index) {
        return index.contains("/") ? index : formats.number(new BigDecimal(index));
    }

    public ResultVerification.Verified getVerified() {
        return verified;
    }

    public long getAssessment() {
        return assessment;
    }

    public void setAssessment(long assessment) {
        this.assessment = assessment;
    }
}
