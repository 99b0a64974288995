package vn.thang.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.core.scoring.Answer;

/** What is on a scale, and how answers are read and written as text. */
class AnswerScaleTest {

    private static final AnswerScale POINTS = new AnswerScale.Points(new LinkedHashMap<>(Map.of("full", 10)));

    @ParameterizedTest(name = "\"{0}\" is a level: {1}")
    @CsvSource({"1, 1", "5, 5", "0, 0", "6, 0", "'', 0", "' 3', 0", "3.0, 0", "03, 0", "full, 0", ", 0"})
    void onlyTheNumbersOfLevelsAreLevels(String value, int level) {
        assertEquals(level, AnswerScale.LEVELS.level(value));
        assertEquals(level > 0, AnswerScale.LEVELS.accepts(value));
    }

    @ParameterizedTest(name = "\"{0}\" is an option: {1}")
    @CsvSource({"full, true", "Full, false", "10, false", "1, false", "'', false", ", false"})
    void onlyTheNamesOfOptionsAreOptions(String value, boolean accepted) {
        assertEquals(accepted, POINTS.accepts(value));
        assertEquals(0, POINTS.level(value));
    }

    @Test
    void everyValueIsAcceptedAndReadAndWrittenTheSame() {
        assertEquals(List.of("1", "2", "3", "4", "5"), AnswerScale.LEVELS.values());
        assertEquals(List.of("full"), POINTS.values());
        for (AnswerScale scale : List.of(AnswerScale.LEVELS, POINTS)) {
            for (String value : scale.values()) {
                assertEquals(value, Answer.parse(scale, value).written());
            }
            assertNull(Answer.parse(scale, null));
        }
        assertThrows(IllegalArgumentException.class, () -> Answer.parse(AnswerScale.LEVELS, "6"));
    }

    @Test
    void answersGoOnWhereTheLaterScaleIsOfTheSameKindAndKnowsThemAll() {
        AnswerScale seven = new AnswerScale.Levels(new LevelScale(7, false));
        AnswerScale numbered = new AnswerScale.Points(new LinkedHashMap<>(Map.of("1", 1, "2", 2, "3", 3)));
        assertTrue(AnswerScale.LEVELS.goesOnIn(seven));
        assertFalse(seven.goesOnIn(AnswerScale.LEVELS));
        assertFalse(numbered.goesOnIn(AnswerScale.LEVELS), "an option is no level, whatever it is called");
        assertTrue(POINTS.goesOnIn(POINTS));
    }

    @Test
    void eachKindSaysWhatItsAnswersAreCalledAndWhatIsWrongWithThem() {
        assertEquals(List.of("level", "1", "5", "3", "option", "full", "3.0"),
                List.of(AnswerScale.LEVELS.kind(), AnswerScale.LEVELS.bounds().get(0),
                        AnswerScale.LEVELS.bounds().get(1), AnswerScale.LEVELS.meant("3,00"), POINTS.kind(),
                        POINTS.bounds().get(0), POINTS.meant("3.0")));
        assertEquals(List.of(), POINTS.faults("A", 10, LevelScale.FIVE));
        assertEquals(List.of(new ModelFault("A", "points", List.of("full", "10", "9"))),
                POINTS.faults("A", 9, LevelScale.FIVE));
        assertEquals(List.of(new ModelFault("A", "levels", List.of("5"))),
                AnswerScale.LEVELS.faults("A", 9, new LevelScale(7, false)));
        assertEquals(2, new AnswerScale.Points(Map.of("a", 1, "b", 1, "c", 2)).steps(), "the same worth is one step");
    }
}
