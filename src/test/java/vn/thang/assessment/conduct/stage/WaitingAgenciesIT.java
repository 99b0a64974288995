package vn.thang.assessment.conduct.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.GivenRounds;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.round.Stage;

/** Provinces of a round of their own are reminded and given more time together; everything is undone. */
class WaitingAgenciesIT extends ProvinceFixture {

    private static final String REASON = "Khắc phục hậu quả bão";

    @Inject
    private GivenRounds rounds;

    @Inject
    private WaitingAgencies waiting;

    @Inject
    private StageDates dates;

    private LocalDate due;
    private long other;

    @BeforeEach
    void begin() throws Exception {
        caller.actAs("quantri");
        due = today.plusDays(20);
        String code = "W" + Long.toString(System.nanoTime(), 36);
        rounds.aRound(code).of("province").from(today.minusDays(30)).until(due)
                .withDays(Map.of(Stage.CHECK, 10, Stage.REVIEW, 20, Stage.CORRECTION, 5, Stage.REPLY, 5, Stage.DECISION,
                        5, Stage.PUBLICATION, 5))
                .opened();
        mine = dates.of(code, "15").head().id();
        other = dates.of(code, "01").head().id();
    }

    @Test
    void thoseWhoAnswerForTheChosenAgenciesAreRemindedOnceADay() {
        waiting.remind(Set.of(mine, other));
        List<String> told = told("REMINDED");
        assertTrue(told.contains("canbo"));
        waiting.remind(Set.of(mine));
        assertEquals(told, told("REMINDED"));
        assertEquals(3, number("SELECT COUNT(*) FROM change_log WHERE action = 'remind' AND subject_id IN (?1, ?2)",
                mine, other));
    }

    @Test
    void whoeverHasHandedInIsNotRemindedAndNobodyElseEither() throws Exception {
        sql("UPDATE assessment SET state = 'HANDED_IN' WHERE id = ?1", other);
        refusedAndUndone("waiting.not-waited-for", () -> waiting.remind(Set.of(mine, other)));
        assertEquals(List.of(), told("REMINDED"));
    }

    @Test
    void theChosenAgenciesGetMoreTimeForTheStageThatTheyAreIn() {
        sql("UPDATE assessment SET state = 'ADMITTED' WHERE id = ?1", other);
        waiting.extend(Set.of(mine, other), due.plusDays(40), REASON);
        assertEquals(due.plusDays(40), dates.of(mine).extendedTo(Stage.ANSWERING));
        assertEquals(due.plusDays(40), dates.of(other).extendedTo(Stage.REVIEW));
    }

    @Test
    void oneThatIsRefusedUndoesAll() throws Exception {
        refused("stage.reason", () -> waiting.extend(Set.of(mine), due.plusDays(9), " "));
        refused("stage.extension-day", () -> waiting.extend(Set.of(mine), null, REASON));
        refused("list.none-chosen", () -> waiting.extend(Set.of(), due.plusDays(9), REASON));
        refused("list.none-chosen", () -> waiting.remind(Set.of()));
        sql("UPDATE assessment SET state = 'PUBLISHED' WHERE id = ?1", Math.max(mine, other));
        refusedAndUndone("waiting.no-stage", () -> waiting.extend(Set.of(mine, other), due.plusDays(9), REASON));
        assertEquals(0, number("SELECT COUNT(*) FROM stage_extension WHERE assessment_id IN (?1, ?2)", mine, other));
    }

    @Test
    void onlyAdministratorsOfTheAgencyDoIt() {
        forbiddenTo(List.of("canbo", "lanhdao", "thamdinh", "kiemtoan"), () -> waiting.remind(Set.of(mine)),
                () -> waiting.extend(Set.of(mine), due.plusDays(9), REASON));
        sql("INSERT INTO person (id, username, full_name, password_hash) SELECT NEXTVAL(person_seq), 'qt.01',"
                + " 'Lò Văn Ân', 'x' FROM person WHERE username = 'quantri'");
        role("qt.01", "01", "ADMINISTRATOR");
        forbiddenTo(List.of("qt.01"), () -> waiting.remind(Set.of(mine, other)));
        waiting.remind(Set.of(other));
        forbiddenTo(List.of("qt.01"), () -> waiting.extend(Set.of(other), due.plusDays(9), REASON));
    }
}
