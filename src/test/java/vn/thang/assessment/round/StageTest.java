package vn.thang.assessment.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.course.AssessmentState;

class StageTest {

    private static final LocalDate OPENS = LocalDate.of(2026, 9, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    private static final Map<Stage, Integer> DAYS = Map.of(Stage.CHECK, 10, Stage.REVIEW, 20, Stage.CORRECTION, 5,
            Stage.REPLY, 5,
            Stage.DECISION, 5, Stage.PUBLICATION, 5);

    @Test
    void everyDayFollowsFromTheOneBefore() {
        List<StageDay> days = Stage.follow(OPENS, DUE, DAYS, Map.of());
        assertEquals(List.of(Stage.values()), days.stream().map(StageDay::stage).toList());
        assertEquals(121, days.get(0).days());
        assertEquals(Stream.of(0, 10, 30, 35, 40, 45, 50).map(DUE::plusDays).toList(),
                days.stream().map(StageDay::dueOn).toList());
    }

    @Test
    void theFormOfARoundAsksForTheDaysOfEveryStage() throws IOException {
        String form = Files.readString(Path.of("src/main/webapp/WEB-INF/assessment/plan-when.xhtml"));
        for (Stage stage : Stage.planned()) {
            assertTrue(form.contains(
                    "name=\"days_%1$s\" label=\"#{msg['stage.%1$s']}\" value=\"#{form.days[Stage.%1$s]}\""
                            .formatted(stage)),
                    stage::name);
        }
    }

    @Test
    void whatComesAfterAMovedDayFollowsIt() {
        List<StageDay> days = Stage.follow(OPENS, DUE, DAYS, Map.of(Stage.REVIEW, DUE.plusDays(60)));
        assertEquals(Stream.of(0, 10, 60, 65, 70, 75, 80).map(DUE::plusDays).toList(),
                days.stream().map(StageDay::dueOn).toList());
        assertTrue(days.get(2).moved());
        assertFalse(days.get(3).moved());
    }

    @Test
    void aMovedDayThatTheStageBeforeHasPassedHoldsNoLonger() {
        List<StageDay> days = Stage.follow(OPENS, DUE.plusDays(90), DAYS, Map.of(Stage.REVIEW, DUE.plusDays(60)));
        assertEquals(DUE.plusDays(120), days.get(2).dueOn());
        assertFalse(days.get(2).moved());
    }

    @Test
    void leftAndLateAreCountedInDays() {
        StageDay day = new StageDay(Stage.CHECK, 10, false, DUE);
        assertEquals(0, day.daysLeft(DUE));
        assertEquals(-3, day.daysLeft(DUE.plusDays(3)));
    }

    /** The database knows the stage of every state by the same names. */
    @Test
    void everyStateBeforePublicationHasItsStage() throws IOException {
        String migration;
        try (var file = StageTest.class.getResourceAsStream("/db/migration/V13__stages_and_notices.sql")) {
            migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (AssessmentState state : AssessmentState.values()) {
            assertEquals(state != AssessmentState.PUBLISHED, migration.contains("('" + state + "', '"), state::name);
        }
    }
}
