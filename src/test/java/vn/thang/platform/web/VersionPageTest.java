package vn.thang.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VersionPageTest {

    private static String version(Map<String, String> resources) {
        TreeMap<String, byte[]> content = new TreeMap<>();
        resources.forEach((name, text) -> content.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return VersionPage.version(content);
    }

    @Test
    void theSameContentHasTheSameVersionAndAnyOtherAnotherOne() {
        String version = version(Map.of("a.js", "1", "b.css", "2"));
        assertTrue(version.matches("[0-9a-f]{12}"), version);
        assertEquals(version, version(Map.of("b.css", "2", "a.js", "1")));
        for (Map<String, String> other : List.of(Map.of("a.js", "1", "b.css", "3"), Map.of("a.js", "1", "c.css", "2"),
                Map.of("a.js", "2", "b.css", "1"), Map.of("a.js", "1"), Map.of("a.js", "1\nb.css", "b.css", "2"))) {
            assertNotEquals(version, version(other), other::toString);
        }
    }
}
