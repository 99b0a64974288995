package vn.thang.assessment.conduct.ending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.Answering;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.KnownEvidence;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.RoundWork;
import vn.thang.assessment.conduct.calendar.RoundCalendar;
import vn.thang.assessment.conduct.calendar.RoundMark;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.Progress;

/** A rehearsal goes through the procedure, tells nobody, is never published, and can be removed whole. */
class RehearsalIT extends ContainerFixture {

    private static final Set<String> TYPES = Set.of("province");

    @Inject
    private RoundAdministration administration;

    @Inject
    private ResultPublication publication;

    @Inject
    private RehearsalRemoval removal;

    @Inject
    private RoundWork work;

    @Inject
    private RoundCalendar calendar;

    @Inject
    private Answering answering;

    @Inject
    private HandingIn handingIn;

    @Inject
    private Evidences evidences;

    private String code;
    private LocalDate today;

    @BeforeEach
    void begin() {
        caller.actAs("quantri");
        today = LocalDate.now(clock);
        code = RoundPlan.REHEARSAL_CODE + Long.toString(System.nanoTime(), 36);
    }

    @Test
    void itIsMarkedInItsCodeAndItsNameAndFixedBeforeItOpens() {
        refused("round.rehearsal-code", () -> administration.create(plan(code.substring(3), true)));
        refused("round.no-rehearsal-code", () -> administration.create(plan(code, false)));
        administration.create(plan(code, true));
        assertTrue(administration.get(code).rehearsal());
        assertEquals(RoundPlan.REHEARSAL_NAME + "Tháng 5", administration.get(code).name());
        administration.change(code, version(), plan(code.substring(3), false));
        String real = code.substring(3);
        assertEquals("Tháng 5", administration.get(real).name());
        assertFalse(administration.get(real).rehearsal());
        administration.change(real, administration.get(real).version(), plan(code, true));
        administration.open(code, version());
        refused("round.not-planned", () -> administration.change(code, version(), plan(code.substring(3), false)));
    }

    @Test
    void theBoundOfParticipationIsFixedWithTheRound() {
        administration.create(new RoundPlan(code, "Tháng 5", "vn-dgm/1.0", today, today.plusDays(9), TYPES,
                Stage.usual(), false, 95, true));
        assertEquals(95, administration.get(code).participation());
        for (int wrong : List.of(0, 49, 101)) {
            refused("round.participation", () -> administration.create(new RoundPlan(code + wrong, "Tháng 5",
                    "vn-dgm/1.0", today, today.plusDays(9), TYPES, Stage.usual(), false, wrong, true)));
        }
    }

    @Test
    void everyPageOfItKnowsItsMark() {
        long assessment = opened();
        Optional<RoundMark> mark = calendar.mark(code, null);
        assertTrue(mark.orElseThrow().rehearsal());
        assertEquals(mark, calendar.mark(null, assessment));
        assertEquals(Optional.empty(), calendar.mark("2026", null));
        assertEquals(Optional.empty(), calendar.mark(null, null));
    }

    @Test
    void nobodyIsToldOfIt() {
        opened();
        administration.extend(code, version(), today.plusDays(20));
        administration.close(code, version());
        assertEquals(0, number("SELECT COUNT(*) FROM notice WHERE round_id = ?1", administration.get(code).id()));
    }

    @Test
    void itsResultsAreNeverPublished() {
        opened();
        administration.close(code, version());
        refused("round.rehearsal-not-published", () -> publication.mayPublish(code, version()));
        refused("round.rehearsal-not-published", () -> publication.publish(code, version()));
        assertEquals(RoundState.CLOSED, administration.get(code).state());
    }

    @Test
    void itsEvidenceIsOfferedNowhereElse() {
        long assessment = opened();
        long agency = number("SELECT agency_id FROM assessment WHERE id = ?1", assessment);
        List<KnownEvidence> before = evidences.known(agency, null, null, null);
        answering.of(assessment).by(HandingIn.OFFICER).with("STR.1", "3").supported("STR.1", 3);
        assertEquals(before, evidences.known(agency, null, null, null));
        sql("UPDATE assessment_round SET rehearsal = FALSE WHERE code = ?1", code);
        assertNotEquals(before, evidences.known(agency, null, null, null));
    }

    /** What the province of the demonstration gives in it, with notices, denominators and days, is gone; the trail tells of it. */
    @Test
    void removedItLeavesNothingButTheTrail() {
        Map<String, Long> before = rows();
        long assessment = opened();
        long round = administration.get(code).id();
        answering.of(assessment).by(HandingIn.OFFICER).with("STR.1", "3").supported("STR.1", 3).andAllOthers("2", "Rõ");
        answering.of(assessment).with("STR.1", "2");
        handingIn.handIn(assessment);
        sql("INSERT INTO denominator (round_id, indicator, agency_id, amount, set_at) SELECT ?1, 'x', agency_id, 1,"
                + " NOW(6) FROM assessment WHERE id = ?2", round, assessment);
        sql("INSERT INTO denominator_freeze (round_id, indicator, frozen_at) VALUES (?1, 'x', NOW(6))", round);
        caller.actAs("quantri");
        long all = administration.get(code).progress().all();
        assertTrue(rows().entrySet().stream().filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .count() > 12);
        assertEquals(all, removal.remove(code, version(), Progress.UNSEEN));
        Map<String, Long> after = rows();
        assertTrue(after.remove("change_log") > before.remove("change_log"));
        assertTrue(after.remove("trail_value") > before.remove("trail_value"), "restricted answers are kept apart");
        assertEquals(before, after);
        assertThrows(BusinessException.NotFound.class, () -> administration.get(code));
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE subject = 'round' AND subject_id = ?1"
                + " AND action = 'remove' AND details LIKE ?2", round, "%" + code + "%"));
    }

    /** A table that comes to refer to rounds or assessments is removed with them, or this fails; a rehearsal is never replayed. */
    @Test
    @SuppressWarnings("unchecked")
    void everyTableThatRefersToItIsAmongThoseThatAreRemoved() {
        List<String> tables = entities
                .createNativeQuery("SELECT DISTINCT k.table_name FROM information_schema.key_column_usage k"
                        + " JOIN information_schema.referential_constraints c ON c.constraint_schema = k.constraint_schema"
                        + " AND c.constraint_name = k.constraint_name AND c.table_name = k.table_name"
                        + " WHERE k.table_schema = DATABASE() AND k.referenced_table_name IN ('assessment', 'assessment_round',"
                        + " 'evidence', 'discrepancy', 'second_review') AND k.table_name NOT LIKE 'denominator%'"
                        + " AND c.delete_rule <> 'CASCADE'"
                        + " AND k.table_name NOT IN ('published_result', 'open_publication', 'model_replay')")
                .getResultList();
        assertTrue(tables.size() > 20);
        assertEquals(List.of(), tables.stream().filter(table -> !table.equals("assessment"))
                .filter(table -> RehearsalRows.STATEMENTS.stream().noneMatch(sql -> sql.matches("(?s)DELETE (o )?FROM "
                        + table + "\\b.*")))
                .toList());
    }

    @Test
    void onlyWhoMayPublishForTheCountryRemovesItAndNothingElse() {
        administration.create(plan(code, true));
        int version = version();
        refused("round.not-rehearsal", () -> work.remove("2025", administration.get("2025").version()));
        assertThrows(BusinessException.Conflict.class, () -> work.remove(code, version + 1));
        role("thamdinh", "01", "ADMINISTRATOR");
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "hoidong", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            for (Executable deed : List.<Executable>of(() -> removal.mayRemove(code, version),
                    () -> removal.remove(code, version, Progress.UNSEEN), () -> work.remove(code, version))) {
                assertThrows(BusinessException.Forbidden.class, deed, person);
            }
        }
    }

    /** Returns the assessment of the province of the demonstration in the rehearsal, which is open. */
    private long opened() {
        administration.create(plan(code, true));
        administration.open(code, version());
        return number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = ?1 AND a.code = '15'", code);
    }

    private RoundPlan plan(String roundCode, boolean rehearsal) {
        return new RoundPlan(roundCode, "Tháng 5", "vn-dgm/1.0", today, today.plusDays(9), TYPES, Stage.usual(), false,
                RoundPlan.USUAL_PARTICIPATION, rehearsal);
    }

    private int version() {
        return administration.get(code).version();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Long> rows() {
        entities.flush();
        Map<String, Long> rows = new TreeMap<>();
        List<String> tables = entities.createNativeQuery("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'").getResultList();
        tables.forEach(table -> rows.put(table, number("SELECT COUNT(*) FROM `" + table + "`")));
        return rows;
    }
}
