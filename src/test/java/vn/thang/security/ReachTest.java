package vn.thang.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A permission at one agency is none below it; a permission that reaches down holds below, and not beside. */
class ReachTest {

    private static final Reach REACH = new Reach(List.of("/1/12/"), List.of("/1/3/"));

    @ParameterizedTest(name = "{0}: covered {1}, touched {2}")
    @CsvSource({"/1/, false, true", "/1/12/, true, true", "/1/12/40/, false, false", "/1/3/, true, true",
            "/1/3/7/, true, true",
            "/1/31/, false, false", "/1/2/, false, false"})
    void holdsWhereItIsHeld(String path, boolean covered, boolean touched) {
        assertEquals(covered, REACH.covers(path));
        assertEquals(touched, REACH.touches(path));
        assertEquals(true, Reach.EVERYWHERE.covers(path));
        assertEquals(false, Reach.NOWHERE.touches(path));
    }
}
