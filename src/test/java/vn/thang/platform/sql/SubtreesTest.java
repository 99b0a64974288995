package vn.thang.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts of the tree become a condition with one parameter each. */
class SubtreesTest {

    @Test
    void eachPathHasItsParameter() {
        Subtrees two = new Subtrees(List.of("/1/", "/2/3/"));
        assertEquals("(1 = 0 OR a.path LIKE :subtree0 OR a.path LIKE :subtree1)", two.condition("a.path"));
        assertEquals(Map.of("subtree0", "/1/%", "subtree1", "/2/3/%"), two.values());
    }

    @Test
    void withoutAPathNothingIsFound() {
        Subtrees none = new Subtrees(List.of());
        assertEquals("(1 = 0)", none.condition("a.path"));
        assertEquals(Map.of(), none.values());
    }
}
