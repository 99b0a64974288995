package vn.thang.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.reply.Objection;
import vn.thang.assessment.reply.PanelDecision;
import vn.thang.assessment.reply.PanelRuling;
import vn.thang.assessment.reply.RightOfReply;
import vn.thang.assessment.review.AssessmentReview;
import vn.thang.assessment.review.CompletenessCheck;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.ruling.Judgement;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.it.TransactionFixture;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Role;

/** Every step in every state by every role: what the table forbids is refused and changes nothing. Everything is undone. */
@ExtendWith(ArquillianExtension.class)
class ForbiddenStepsIT {

    private static final Map<Role, String> PEOPLE = new EnumMap<>(
            Map.of(Role.OFFICER, HandingIn.OFFICER, Role.HEAD, HandingIn.HEAD,
                    Role.CONTRIBUTOR, "phoihop", Role.REVIEWER, "thamdinh", Role.PANELLIST, "hoidong", Role.LEADER,
                    "lanhdao", Role.AUDITOR, "kiemtoan",
                    Role.ADMINISTRATOR, "quantri"));
    /** Steps of a whole round: where they do not concern an assessment they leave it as it is, without refusing. */
    private static final Set<Step> OF_ROUND = Set.of(Step.ISSUE, Step.LAPSE, Step.PUBLISH);
    private static final String ROUND = "2026";

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private CompletenessCheck check;

    @Inject
    private AssessmentReview review;

    @Inject
    private RightOfReply reply;

    @Inject
    private PanelDecision panel;

    @Inject
    private RoundAdministration administration;

    @Inject
    private ResultPublication publication;

    @Inject
    private Rounds rounds;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private final TransactionFixture transaction = new TransactionFixture();

    @PersistenceContext
    private EntityManager entities;

    @Test
    void whatTheTableForbidsIsRefused() throws Exception {
        assertEquals(Role.values().length, PEOPLE.size());
        long mine = number(
                "SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                        + " WHERE r.code = '" + ROUND + "' AND a.code = '15'");
        int tried = 0;
        for (Step step : Step.values()) {
            for (AssessmentState state : AssessmentState.values()) {
                for (Map.Entry<Role, String> person : PEOPLE.entrySet()) {
                    boolean may = person.getKey().allows(step.permission());
                    if (!may || step.from(state).isEmpty()) {
                        refused(mine, step, state, person.getValue(), may);
                        tried++;
                    }
                }
            }
        }
        assertTrue(tried > 1_500, () -> "most of the table is forbidden");
    }

    private void refused(long mine, Step step, AssessmentState state, String person, boolean may) throws Exception {
        String which = step + " in " + state + " by " + person;
        transaction.begin();
        try {
            entities.createNativeQuery("UPDATE assessment SET state = ?1, ready_from = ?2 WHERE id = ?3")
                    .setParameter(1, state.name())
                    .setParameter(2, state == AssessmentState.READY ? "IN_PROGRESS" : null).setParameter(3, mine)
                    .executeUpdate();
            entities.createNativeQuery("UPDATE assessment_round SET state = ?1, reply_until = ?2 WHERE code = ?3")
                    .setParameter(1, OF_ROUND.contains(step) ? "CLOSED" : "OPEN")
                    .setParameter(2,
                            step == Step.LAPSE ? java.sql.Date.valueOf(today().minusDays(1))
                                    : java.sql.Date.valueOf(today()))
                    .setParameter(3, ROUND).executeUpdate();
            entities.clear();
            caller.actAs(person);
            Executable deed = deed(mine, step);
            if (may && OF_ROUND.contains(step)) {
                ofRound(deed);
            } else {
                assertThrows(BusinessException.class, deed, which);
            }
            assertEquals(state.name(),
                    entities.createNativeQuery("SELECT state FROM assessment WHERE id = ?1").setParameter(1, mine)
                            .getSingleResult(),
                    which);
        } finally {
            transaction.rollback();
        }
    }

    private static void ofRound(Executable deed) throws Exception {
        try {
            deed.execute();
        } catch (BusinessException e) {
            return; // other assessments of the round stand in the way
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Executable deed(long mine, Step step) {
        int round = rounds.get(ROUND).version();
        return switch (step) {
            case ANSWER ->
                () -> workflow.answer(mine, new AssessmentWorkflow.Draft("STR.1", "1", "thử", version(mine)));
            case SUBMIT -> () -> signing.submit(mine);
            case WITHDRAW -> () -> signing.withdraw(mine, "thử");
            case HAND_IN -> () -> signing.sign(mine, "thử", HandingIn.POSITION, null);
            case ADMIT -> () -> check.admit(mine);
            case TURN_BACK -> () -> check.turnBack(mine, "thử");
            case JUDGE -> () -> review.judge(mine, new Judgement("SHR.1", Verdict.Kind.CORRECTED, "1", "thử", null, 0));
            case GIVE_BACK -> () -> review.giveBack(mine);
            case CONCLUDE -> () -> review.conclude(mine);
            case RESUME -> () -> review.resume(mine);
            case ISSUE -> () -> publication.issue(ROUND, round, today().plusDays(10));
            case ACCEPT -> () -> reply.accept(mine, "thử", HandingIn.POSITION, null);
            case OBJECT -> () -> reply.handIn(mine, "thử", HandingIn.POSITION, null);
            case DECIDE ->
                () -> panel.decide(mine, new PanelRuling("SHR.1", Objection.Decision.DISMISSED, null, "thử", "thử"));
            case SETTLE -> () -> panel.settle(mine, HandingIn.MEETING);
            case LAPSE -> () -> publication.lapse(ROUND, round);
            case PUBLISH -> () -> publication.publish(ROUND, round);
        };
    }

    private int version(long mine) {
        return (int) number("SELECT version FROM answer WHERE criterion = 'STR.1' AND assessment_id = " + mine);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private long number(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }
}
