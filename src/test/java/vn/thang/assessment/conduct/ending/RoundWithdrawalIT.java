package vn.thang.assessment.conduct.ending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.calendar.PublishedRound;
import vn.thang.assessment.conduct.calendar.RoundCalendar;
import vn.thang.assessment.conduct.calendar.RoundMark;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.assessment.result.ResultVerification;
import vn.thang.assessment.round.RoundState;
import vn.thang.core.target.Confidence;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetValue;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;

/** Published results are withdrawn by two people and never deleted; figures then come from the round before. */
class RoundWithdrawalIT extends ContainerFixture {

    private static final String ROUND = "2025";
    private static final String REASON = "Sai danh mục tiêu chí";
    private static final String FIRST = "quantri";
    private static final String SECOND = "lanhdao";

    @Inject
    private RoundWithdrawal withdrawal;

    @Inject
    private RoundAdministration administration;

    @Inject
    private RoundCalendar calendar;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private Assessments assessments;

    @Inject
    private ResultVerification verification;

    @BeforeEach
    void begin() {
        role(SECOND, "VN", "ADMINISTRATOR");
        caller.actAs(FIRST);
    }

    @Test
    void oneProposesAndAnotherConfirms() {
        withdrawal.propose(ROUND, version(), " " + REASON + " ");
        assertEquals(RoundState.PUBLISHED, administration.get(ROUND).state());
        assertEquals(ROUND, nationalRounds.rounds(null).orElseThrow().shown().code());
        refused("withdrawal.waits-already", () -> withdrawal.propose(ROUND, version(), REASON));
        refused("withdrawal.own", () -> withdrawal.confirm(ROUND, version()));
        caller.actAs(SECOND);
        withdrawal.confirm(ROUND, version());
        assertEquals(RoundState.WITHDRAWN, administration.get(ROUND).state());
        RoundMark mark = calendar.mark(ROUND, null).orElseThrow();
        assertTrue(mark.withdrawn());
        assertEquals(REASON, mark.withdrawnReason());
        refused("round.not-published", () -> withdrawal.propose(ROUND, version(), REASON));
        refused("round.not-published", () -> withdrawal.confirm(ROUND, version()));
        assertEquals(2, number("SELECT COUNT(*) FROM change_log WHERE subject = 'round' AND action IN"
                + " ('propose-withdrawal', 'withdraw') AND subject_id = ?1", administration.get(ROUND).id()));
        assertTrue(number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id"
                + " WHERE n.kind = 'ROUND_WITHDRAWN' AND p.username = 'canbo'") > 0);
    }

    @Test
    void figuresComeFromTheRoundBefore() {
        List<TargetValue> before = trend(null);
        assertEquals(List.of("2024", ROUND), before.stream().map(TargetValue::label).toList());
        withdrawn();
        assertEquals("2024", nationalRounds.rounds(null).orElseThrow().shown().code());
        // the figure stays what it was; as the newest of its target it is more than a year old
        assertEquals(Confidence.SUPPORTED, before.get(0).confidence());
        TargetValue last = before.get(0);
        List<TargetValue> aged = List.of(new TargetValue(last.label(), last.on(), last.value(),
                last.attainment(), Confidence.WEAK));
        assertEquals(aged, trend(null));
        assertEquals(aged, trend(ROUND));
        assertEquals(List.of(), nationalRounds.movement(nationalRounds.rounds(null).orElseThrow()));
        assertEquals(Optional.of("2024"), assessments.before(assessments.findHead("2026", "15").orElseThrow())
                .map(head -> head.roundCode()));
        assertEquals(Optional.of("2024"), calendar.lastPublished().map(PublishedRound::code));
        assertTrue(calendar.coming().stream().noneMatch(round -> round.code().equals(ROUND)));
    }

    @Test
    void nothingIsDeletedAndEverythingStillVerifies() {
        long results = number("SELECT COUNT(*) FROM published_result");
        withdrawn();
        assertEquals(results, number("SELECT COUNT(*) FROM published_result"));
        assertEquals(ResultStanding.WITHDRAWN, ResultStanding.of(assessments.findHead(ROUND, "15").orElseThrow()));
        assertEquals(List.of(), verification.verifyRound(ROUND).different());
    }

    @Test
    void aProposalCanBeDroppedAndMadeAgain() {
        withdrawal.propose(ROUND, version(), REASON);
        withdrawal.drop(ROUND, version());
        assertEquals(Optional.empty(), withdrawal.find(ROUND));
        refused("withdrawal.nothing-waits", () -> withdrawal.drop(ROUND, version()));
        refused("withdrawal.nothing-waits", () -> withdrawal.confirm(ROUND, version()));
    }

    @Test
    void aReasonIsAskedForAndOnlyPublishedResultsAreWithdrawn() throws Exception {
        for (String none : new String[]{null, " ", "x".repeat(501)}) {
            refused("withdrawal.reason", () -> withdrawal.propose(ROUND, version(), none));
        }
        refused("round.not-published", () -> withdrawal.propose("2026", administration.get("2026").version(), REASON));
        int old = version() - 1;
        assertThrows(BusinessException.Conflict.class, () -> withdrawal.propose(ROUND, old, REASON));
    }

    @Test
    void onlyWhoMayPublishForTheCountryWithdraws() {
        int version = version();
        role("thamdinh", "01", "ADMINISTRATOR");
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "hoidong", "kiemtoan")) {
            caller.actAs(person);
            for (Executable deed : List.<Executable>of(() -> withdrawal.find(ROUND),
                    () -> withdrawal.propose(ROUND, version, REASON), () -> withdrawal.confirm(ROUND, version),
                    () -> withdrawal.drop(ROUND, version))) {
                assertThrows(BusinessException.Forbidden.class, deed, person);
            }
        }
    }

    private void withdrawn() {
        withdrawal.propose(ROUND, version(), REASON);
        caller.actAs(SECOND);
        withdrawal.confirm(ROUND, version());
    }

    private List<TargetValue> trend(String round) {
        return nationalTargets.targets(nationalRounds.rounds(round).orElseThrow()).stream()
                .filter(line -> line.target().level().isPresent()).findFirst().orElseThrow().trend();
    }

    private int version() {
        return administration.get(ROUND).version();
    }
}
