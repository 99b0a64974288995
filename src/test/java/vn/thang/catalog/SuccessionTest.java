package vn.thang.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.model.Succession.Trend;

/** How a version goes on from one that lies several versions before it. */
class SuccessionTest {

    private static final List<String> CODES = IntStream.range(0, 6).mapToObj(i -> "A." + i).toList();

    private static String ref(int version) {
        return "m/1." + version;
    }

    private static Optional<Succession> between(Map<String, Succession> steps, int later, int earlier) {
        return Succession.between(ref(later), ref(earlier), ref -> Optional.ofNullable(steps.get(ref)));
    }

    private static Map<String, Succession> steps(Random random, int versions) {
        Map<String, Succession> steps = new HashMap<>();
        for (int version = 1; version < versions; version++) {
            Map<String, Trend> criteria = new HashMap<>();
            CODES.stream().filter(code -> random.nextInt(3) == 0)
                    .forEach(code -> criteria.put(code, random.nextBoolean() ? Trend.BREAK : Trend.NEW));
            steps.put(ref(version), new Succession(ref(version - 1),
                    random.nextInt(4) == 0 ? Trend.BREAK : Trend.JOINED, criteria));
        }
        return steps;
    }

    /** Whatever the versions say, what compares over several of them compares over each, and the way may be cut anywhere. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void overSeveralVersionsComparesWhatComparesOverEach(long seed) {
        Random random = new Random(seed);
        int versions = 2 + random.nextInt(5);
        Map<String, Succession> steps = steps(random, versions);
        for (int later = 0; later < versions; later++) {
            for (int earlier = 0; earlier <= later; earlier++) {
                Succession way = between(steps, later, earlier).orElseThrow();
                assertEquals(ref(earlier), way.ref());
                List<Succession> passed = IntStream.rangeClosed(earlier + 1, later).mapToObj(ref -> steps.get(ref(ref)))
                        .toList();
                assertEquals(passed.stream().allMatch(Succession::joined), way.joined());
                for (String code : CODES) {
                    assertEquals(passed.stream().allMatch(step -> step.joined(code)), way.joined(code), code);
                    assertEquals(passed.stream().anyMatch(step -> step.trend(code) == Trend.NEW),
                            way.trend(code) == Trend.NEW, code);
                }
                for (int middle = earlier + 1; middle < later; middle++) {
                    Map<String, Succession> shorter = Map.of(ref(later), between(steps, later, middle).orElseThrow(),
                            ref(middle), between(steps, middle, earlier).orElseThrow());
                    assertEquals(way, between(shorter, later, earlier).orElseThrow());
                }
            }
        }
    }

    @Test
    void noWayLeadsForwardNorOverAVersionThatNamesNone() {
        Map<String, Succession> steps = steps(new Random(1), 4);
        assertEquals(Optional.empty(), between(steps, 1, 2));
        steps.remove(ref(2));
        assertEquals(Optional.empty(), between(steps, 3, 1));
        assertTrue(between(steps, 3, 2).isPresent());
        assertEquals(Optional.of(Succession.same(ref(3))), between(steps, 3, 3));
    }

    @Test
    void versionsThatNameEachOtherEndTheSearch() {
        Map<String, Succession> steps = Map.of(ref(1), new Succession(ref(2), Trend.JOINED, Map.of()), ref(2),
                new Succession(ref(1), Trend.JOINED, Map.of()));
        assertEquals(Optional.empty(), between(steps, 1, 0));
        assertTrue(between(steps, 1, 2).orElseThrow().joined());
    }

    @Test
    void whatWasNewAndThenBrokeIsNewForTheFirst() {
        Map<String, Succession> steps = Map.of(
                ref(1), new Succession(ref(0), Trend.BREAK, Map.of("A.0", Trend.NEW, "A.1", Trend.BREAK)),
                ref(2), new Succession(ref(1), Trend.JOINED, Map.of("A.0", Trend.BREAK)));
        Succession way = between(steps, 2, 0).orElseThrow();
        assertEquals(List.of(Trend.NEW, Trend.BREAK, Trend.JOINED),
                List.of(way.trend("A.0"), way.trend("A.1"), way.trend("A.2")));
        assertFalse(way.joined());
    }
}
