package vn.thang.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.catalog.Catalog;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.drafting.DraftEvent;
import vn.thang.history.TargetStatus.Cause;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.ReportRows;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;

/** How the targets stood: when it is taken, that it is what the pages show, that it stays, and who reads it. */
class StatusHistoryIT extends ContainerFixture {

    private static final String TARGET = "P1-01";

    @Inject
    private StatusTaking taking;

    @Inject
    private StatusHistory history;

    @Inject
    private StatusReport report;

    @Inject
    private MonthlyStatus monthly;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private Catalog catalog;

    @Inject
    private Event<RoundEvent> roundEvents;

    @Inject
    private Event<DraftEvent> draftEvents;

    private long round;

    @BeforeEach
    void begin() {
        sql("DELETE FROM target_status");
        round = number("SELECT id FROM assessment_round WHERE code = '2025'");
        caller.actAsSystem();
    }

    @Test
    void whatThePagesShowIsTakenAndTheTrailSaysSo() {
        List<TargetLine> lines = targets.forEverybody(rounds.rounds(null).orElseThrow());
        assertEquals(24, taking.afterRound(Cause.PUBLISHED, round));
        caller.actAs("lanhdao");
        int known = 0;
        for (TargetLine line : lines) {
            TargetStatus taken = history.changes(line.target().code()).get(0);
            assertEquals(List.of(Cause.PUBLISHED, "2025", line.status(), catalog.edition().ref()),
                    List.of(taken.cause(), taken.about(), taken.status(), taken.programme()));
            if (line.known()) {
                known++;
                assertEquals(0, line.today().compareTo(taken.value()), line.target().code());
                assertEquals(line.period(), taken.period());
                assertEquals(line.quality().confidence().name(), taken.confidence());
            } else {
                assertTrue(taken.value() == null && taken.period() == null && taken.reported() == null,
                        "what came of a partial period is not kept");
            }
        }
        assertTrue(known > 5);
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'take-statuses' AND details LIKE"
                + " 'PUBLISHED 2025 targets=24 sha256=%'"));
    }

    /** A list of changes is short though something is taken each month. */
    @Test
    void onlyChangesStandOnThePageAndNothingIsOverwritten() {
        taking.afterRound(Cause.PUBLISHED, round);
        taking.afterRound(Cause.WITHDRAWN, round);
        assertEquals(1, history.changes(TARGET).size());
        sql("UPDATE target_status SET status = 'few' WHERE cause = 'WITHDRAWN' AND target = ?1", TARGET);
        assertEquals(List.of(Cause.WITHDRAWN, Cause.PUBLISHED),
                history.changes(TARGET).stream().map(TargetStatus::cause).toList());
        taking.ofMonth();
        List<TargetStatus> changes = history.changes(TARGET);
        assertEquals(List.of(Cause.MONTH, Cause.WITHDRAWN, Cause.PUBLISHED),
                changes.stream().map(TargetStatus::cause).toList());
        assertEquals(changes.get(2).status(), changes.get(0).status());
        assertEquals(3 * 24, number("SELECT COUNT(*) FROM target_status"));
    }

    @Test
    void aRehearsalAndAVersionOfAModelChangeNothing() {
        assertEquals(0, taking.afterVersion("vn-dgm/1.1"));
        assertEquals(24, taking.afterVersion(catalog.edition().ref()));
        sql("UPDATE assessment_round SET rehearsal = TRUE WHERE code = '2025'");
        assertEquals(0, taking.afterRound(Cause.PUBLISHED, round));
        assertEquals(24, number("SELECT COUNT(*) FROM target_status"));
    }

    @Test
    void eachMonthItIsTakenOnce() {
        monthly.run(null);
        monthly.run(null);
        assertEquals(24, number("SELECT COUNT(*) FROM target_status WHERE cause = 'MONTH'"));
        sql("UPDATE target_status SET taken_at = taken_at - INTERVAL 32 DAY");
        monthly.run(null);
        assertEquals(48, number("SELECT COUNT(*) FROM target_status WHERE cause = 'MONTH'"));
    }

    @Test
    void itIsTakenAfterResultsArePublishedOrWithdrawnAndAfterAVersion() {
        roundEvents.fire(new RoundEvent.ResultsPublished(round, 1, "0".repeat(64)));
        roundEvents.fire(new RoundEvent.RoundWithdrawn(round, "Sai số liệu."));
        draftEvents.fire(new DraftEvent.DraftPublished(1, catalog.edition().ref(), "0".repeat(64)));
        roundEvents.fire(new RoundEvent.RoundClosed(round));
        for (String cause : List.of("PUBLISHED " + round, "WITHDRAWN " + round, "PROGRAMME null")) {
            assertEquals(1, number("SELECT COUNT(*) FROM work WHERE kind = 'target-status' AND once_key LIKE ?1",
                    "target-status:" + cause + "%"), cause);
        }
        assertEquals(3, number("SELECT COUNT(*) FROM work WHERE kind = 'target-status' AND state = 'WAITING'"));
    }

    @Test
    void theReportHoldsEachTimeWithWhatItWasBefore() {
        taking.afterRound(Cause.PUBLISHED, round);
        taking.ofMonth();
        sql("UPDATE target_status SET status = 'few' WHERE cause = 'MONTH' AND target = ?1", TARGET);
        caller.actAs("kiemtoan");
        var today = clock.instant().atZone(Time.ZONE).toLocalDate();
        List<Map<String, Object>> rows = new ArrayList<>();
        report.each(new ReportRows.Asked(null, "VN", "/", today, today, Texts.LANGUAGES.get(0)), rows::add);
        assertEquals(48, rows.size());
        Map<String, Object> last = rows.stream().filter(row -> TARGET.equals(row.get("target"))
                && "MONTH".equals(row.get("cause"))).findFirst().orElseThrow();
        assertEquals("few", last.get("status"));
        assertEquals("true", last.get("changed"));
        assertTrue(last.get("occasion").toString().endsWith("Đầu tháng"));
        assertEquals(1, rows.stream().filter(row -> "true".equals(row.get("changed"))).count());
        List<Map<String, Object>> before = new ArrayList<>();
        report.each(new ReportRows.Asked(null, "VN", "/", today.minusDays(9), today.minusDays(1),
                Texts.LANGUAGES.get(0)), before::add);
        assertEquals(List.of(), before);
    }

    @Test
    void whoSeesNoFiguresReadsNoHistory() {
        caller.actAs("phoihop");
        forbidden(() -> history.changes(TARGET));
        for (String person : List.of("canbo", "lanhdao.tinh")) {
            caller.actAs(person);
            assertEquals(List.of(), history.changes(TARGET));
            forbidden(() -> history.each(Instant.EPOCH, Instant.now(), row -> {
            }));
        }
        caller.actAs("lanhdao");
        assertTrue(used(() -> history.changes(TARGET)) <= 1);
    }
}
