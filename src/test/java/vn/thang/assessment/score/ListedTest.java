package vn.thang.assessment.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of what the database lists of an assessment is lost on the way; | and ; stand for the characters that no text holds. */
class ListedTest {

    @Test
    void eachCodeIsReadWithItsWords() {
        assertEquals(List.of("INF.1:3", "INF.2:", "P-1_a:partly = \nhalf"),
                read("INF.1|3;INF.2|;P-1_a|partly = \nhalf;", 3));
        assertEquals(List.of(), read("", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INF.1|3;INF.2|4;", "INF.1|3;INF.2|4;IN", "INF.1|3;INF.2|4;INF.3|",
            "INF.1|3;INF.2|4;INF.3|part",
            "INF.1|3;INF.2|4;INF.3|5;INF.4|", ""})
    void whatWasCutIsNotTakenForTheWhole(String listed) {
        assertThrows(IllegalStateException.class, () -> read(listed, 3));
    }

    private static List<String> read(String listed, long many) {
        List<String> read = new ArrayList<>();
        new Listed(1, listed.replace('|', '\u001f').replace(';', '\u001e'), many)
                .each((code, words) -> read.add(code + ":" + words));
        return read;
    }
}
