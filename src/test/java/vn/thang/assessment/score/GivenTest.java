package vn.thang.assessment.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vn.thang.platform.TrailLine;

/** What the trail says of an answer. */
class GivenTest {

    @Test
    void aRestrictedAnswerIsKeptApart() {
        TrailLine line = new ScoringEvent.Given("SEC.1", true, "2", "3").told("answer", 7, 15, null);
        assertTrue(line.apart());
        assertEquals("SEC.1", line.details());
        assertEquals("2", line.before());
        assertEquals("3", line.after());
    }

    @Test
    void anyOtherSaysBetweenWhichValuesItChanged() {
        TrailLine line = new ScoringEvent.Given("GOV.1", false, null, "3").told("decide", 7, 15, "UPHELD");
        assertFalse(line.apart());
        assertEquals("GOV.1 UPHELD", line.details());
        assertEquals("3", line.after());
    }
}
