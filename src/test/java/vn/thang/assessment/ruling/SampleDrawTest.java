package vn.thang.assessment.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleDrawTest {

    private static final List<String> CODES = IntStream.range(0, 500).mapToObj(i -> "A" + i).toList();

    @Test
    void theSameSeedDrawsTheSameInWhateverOrder() {
        List<String> shuffled = new ArrayList<>(CODES);
        Collections.shuffle(shuffled, new Random(3));
        assertEquals(SampleDraw.draw("2026-a", CODES, 40), SampleDraw.draw("2026-a", shuffled, 40));
        assertEquals(40, SampleDraw.draw("2026-a", CODES, 40).stream().distinct().count());
    }

    @Test
    void anotherSeedDrawsOthers() {
        List<String> first = SampleDraw.draw("2026-a", CODES, 40);
        assertTrue(SampleDraw.draw("2026-b", CODES, 40).stream().filter(first::contains).count() < 20);
    }

    @Test
    void whoLeavesMakesRoomForOneOther() {
        List<String> first = SampleDraw.draw("2026-a", CODES, 40);
        List<String> without = new ArrayList<>(CODES);
        without.remove(first.get(7));
        List<String> again = SampleDraw.draw("2026-a", without, 40);
        assertEquals(39, again.stream().filter(first::contains).count());
    }

    /** Over many seeds everybody is drawn about as often. */
    @Test
    void everybodyHasTheSameChance() {
        int[] drawn = new int[50];
        for (int seed = 0; seed < 2_000; seed++) {
            SampleDraw.draw("s" + seed, CODES.subList(0, 50), 10)
                    .forEach(code -> drawn[Integer.parseInt(code.substring(1))]++);
        }
        for (int count : drawn) {
            assertTrue(count > 300 && count < 500, () -> "about 400: " + count);
        }
    }
}
