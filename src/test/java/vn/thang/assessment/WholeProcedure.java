package vn.thang.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.StoredAnswers;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.discrepancy.DiscrepancyProcedure;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.reply.Objection;
import vn.thang.assessment.reply.PanelDecision;
import vn.thang.assessment.reply.PanelRuling;
import vn.thang.assessment.reply.RightOfReply;
import vn.thang.assessment.result.ResultVerification;
import vn.thang.assessment.review.AssessmentReview;
import vn.thang.assessment.review.CompletenessCheck;
import vn.thang.assessment.review.QueueFilter;
import vn.thang.assessment.ruling.Judgement;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.security.Caller;

/** All agencies of a round through the procedure, by the use cases that the pages call. */
@ApplicationScoped
public class WholeProcedure {

    private static final int EVERY_REVIEWED = 20;
    private static final int EVERY_RETURNED = 100;
    private static final int EVERY_OBJECTING = 100;
    private static final int EVERY_SILENT = 10;
    private static final String HEAD = "lanhdao.tinh";
    private static final String REVIEWER = "thamdinh";

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private CompletenessCheck check;

    @Inject
    private AssessmentReview review;

    @Inject
    private RoundAdministration rounds;

    @Inject
    private ResultPublication publication;

    @Inject
    private RightOfReply reply;

    @Inject
    private PanelDecision panel;

    @Inject
    private Assessments assessments;

    @Inject
    private StoredAnswers storedAnswers;

    @Inject
    private ResultVerification verification;

    @Inject
    private DiscrepancyProcedure procedure;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** The heads of all agencies sign what the officers answered. */
    public void handIn(List<Long> all) {
        caller.actAs(HEAD);
        all.forEach(this::handIn);
    }

    private void handIn(long id) {
        procedure.unexplained(id)
                .forEach(criterion -> procedure.explain(id, criterion, "Nguồn dữ liệu chưa cập nhật."));
        signing.submit(id);
        signing.sign(id, signing.sheet(id).seen(), "Thủ trưởng", null);
    }

    /** Everything is admitted, the complete ones at once; some are reviewed, some of these come back and are handed in again. */
    public void review(List<Long> all) {
        caller.actAs(REVIEWER);
        int admitted = 1;
        while (admitted > 0) {
            admitted = check.admitComplete(new QueueFilter(null, null));
        }
        for (int i = 0; i < all.size(); i++) {
            long id = all.get(i);
            if (assessments.head(id).state() == AssessmentState.HANDED_IN) {
                check.admit(id);
            }
            if (i % EVERY_RETURNED == 0) {
                returned(id);
            } else if (i % EVERY_REVIEWED == 0) {
                review.judge(id, new Judgement("SHR.1", Verdict.Kind.CORRECTED, "2", "Chưa đủ nhật ký", null, 0));
                review.conclude(id);
            }
        }
    }

    private void returned(long id) {
        LocalDate today = LocalDate.now(clock);
        review.judge(id, new Judgement("STR.1", Verdict.Kind.RETURNED, null, "Thiếu quyết định", today, 0));
        review.giveBack(id);
        caller.actAs(HEAD);
        GivenAnswer answer = storedAnswers.of(id).stream().filter(one -> one.criterion().equals("STR.1")).findFirst()
                .orElseThrow();
        workflow.answer(id, new AssessmentWorkflow.Draft("STR.1", "1", "Đã xem lại", answer.version()));
        handIn(id);
        caller.actAs(REVIEWER);
        review.judge(id,
                new Judgement("STR.1", Verdict.Kind.CONFIRMED, null, null, null, verdicts.of(id).get("STR.1").id()));
        review.conclude(id);
    }

    /** Most accept, some object and are decided on, some say nothing. */
    public void reply(String round, List<Long> all) {
        caller.actAs("quantri");
        rounds.close(round, rounds.get(round).version());
        publication.issue(round, rounds.get(round).version(), LocalDate.now(clock));
        caller.actAs(HEAD);
        for (int i = 0; i < all.size(); i++) {
            long id = all.get(i);
            if (i % EVERY_OBJECTING == 1) {
                reply.object(id, "QUA.1", "5", "Có số liệu đo chất lượng");
                reply.handIn(id, reply.content(id), HandingIn.POSITION, null);
            } else if (i % EVERY_SILENT != 0) {
                reply.accept(id, reply.content(id), HandingIn.POSITION, null);
            }
        }
        caller.actAs("hoidong");
        for (int i = 1; i < all.size(); i += EVERY_OBJECTING) {
            panel.decide(all.get(i),
                    new PanelRuling("QUA.1", i % 2 == 0 ? Objection.Decision.UPHELD : Objection.Decision.DISMISSED,
                            null, "Đã xem số liệu", "Bùi Thanh Bình"));
            panel.settle(all.get(i), HandingIn.MEETING);
        }
    }

    /** Whatever got no reply becomes final. */
    public void lapse(String round) {
        caller.actAs("quantri");
        publication.lapse(round, rounds.get(round).version());
    }

    public boolean verifies(long id) {
        caller.actAs("kiemtoan");
        return verification.verify(id).same();
    }
}
