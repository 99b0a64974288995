package vn.thang.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.discrepancy.DiscrepancyProcedure;
import vn.thang.assessment.reply.Sitting;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.security.Caller;

/** The officer of the province of the demonstration submits, its head signs: for tests that begin afterwards. */
@ApplicationScoped
public class HandingIn {

    public static final String OFFICER = "canbo";
    public static final String HEAD = "lanhdao.tinh";
    public static final String POSITION = "Phó Chủ tịch UBND tỉnh";
    /** Of the panel, for tests that let it end a case. */
    public static final Sitting.Meeting MEETING = new Sitting.Meeting("Hà Nội", LocalDate.of(2026, 1, 1),
            "Bùi Thanh Bình", "Vụ trưởng",
            "Đỗ Thị Hoa", "Lý Thị Sen");

    @Inject
    private AssessmentSigning signing;

    @Inject
    private DiscrepancyProcedure procedure;

    @Inject
    private Caller caller;

    public AssessmentHead handIn(long assessment) {
        caller.actAs(OFFICER);
        explain(assessment);
        signing.submit(assessment);
        return sign(assessment);
    }

    /** Whatever stands above its measured level. */
    public void explain(long assessment) {
        procedure.unexplained(assessment)
                .forEach(criterion -> procedure.explain(assessment, criterion, "Nguồn dữ liệu chưa cập nhật."));
    }

    public AssessmentHead sign(long assessment) {
        caller.actAs(HEAD);
        return signing.sign(assessment, signing.sheet(assessment).seen(), POSITION, null);
    }
}
