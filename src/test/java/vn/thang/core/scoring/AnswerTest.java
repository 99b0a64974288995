package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void isWrittenAsItIsStored() {
        assertEquals("3", Answer.level(3).written());
        assertEquals("partly", Answer.option("partly").written());
    }

    @Test
    void anExemptCriterionHasNoAnswerToWrite() {
        assertThrows(IllegalStateException.class, Answer.EXEMPT::written);
    }

    @Test
    void aLevelIsOneToFive() {
        assertThrows(IllegalArgumentException.class, () -> Answer.level(-1));
        assertThrows(IllegalArgumentException.class, () -> Answer.level(8));
    }
}
