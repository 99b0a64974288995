package vn.thang.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
