package vn.thang.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is made of a publication is made once, and never shown for another one. */
class OpenKeptTest {

    private final OpenKept<Object> kept = new OpenKept<>(2);
    private int made;

    private Object get(long publication, String part) {
        return kept.get(new OpenPublication(publication, "2025", "2025", "vn-dgm/1.0", LocalDate.EPOCH, true, true, "",
                Instant.EPOCH, null), part, () -> {
                    made++;
                    return new Object();
                });
    }

    @Test
    void whatIsAskedForAgainIsNotMadeAgain() {
        Object first = get(1, "vi");
        assertSame(first, get(1, "vi"));
        assertEquals(1, made);
        get(1, "en");
        get(2, "vi");
        assertEquals(3, made, "another language and another publication of the same round are others");
    }

    @Test
    void thoseThatNobodyAskedForLongestGo() {
        get(1, "vi");
        get(2, "vi");
        get(1, "vi");
        get(3, "vi");
        get(1, "vi");
        assertEquals(3, made);
        get(2, "vi");
        assertEquals(4, made);
    }
}
