package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.thang.core.target.LevelHistory.ABSENT;
import static vn.thang.core.target.LevelHistory.SILENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who did not hand in is not at level 0: the forecast knows where each agency was last seen, and when. */
class LevelHistoryTest {

    private static final int STATES = 6;

    @Test
    void eachAgencyStandsWhereItWasLastSeen() {
        StepwiseForecast.Group group = LevelHistory.of(List.of(new int[]{1, 2, 3}, new int[]{2, 2, SILENT},
                new int[]{4, SILENT, SILENT}, new int[]{SILENT, SILENT, SILENT}, new int[]{5, 5, ABSENT},
                new int[]{ABSENT, ABSENT, 1}, new int[]{3, SILENT, 4}), STATES);
        assertArrayEquals(new long[]{0, 1, 0, 1, 1, 0}, group.present());
        assertArrayEquals(new long[]{0, 0, 1, 0, 0, 0}, group.silent()[0]);
        assertArrayEquals(new long[]{0, 0, 0, 0, 1, 0}, group.silent()[1]);
        assertEquals(1, group.never());
        assertEquals(4, Arrays.stream(group.transitions()).flatMapToLong(Arrays::stream).sum());
        assertEquals(1, group.transitions()[1][2]);
        assertEquals(1, group.transitions()[2][3]);
        assertEquals(1, group.transitions()[2][2]);
        assertEquals(1, group.transitions()[5][5]);
    }

    /** Whatever the histories are, everybody due in the last round is counted once, and nobody who is not. */
    @Test
    void everybodyDueIsCountedOnce() {
        Random random = new Random(4);
        for (int world = 0; world < 500; world++) {
            int rounds = 1 + random.nextInt(5);
            List<int[]> histories = new ArrayList<>();
            for (int agency = 0; agency < random.nextInt(40); agency++) {
                histories.add(random.ints(rounds, ABSENT, STATES).toArray());
            }
            StepwiseForecast.Group group = LevelHistory.of(histories, STATES);
            assertEquals(histories.stream().filter(history -> history[rounds - 1] != ABSENT).count(),
                    Arrays.stream(group.present()).sum()
                            + Arrays.stream(group.silent()).flatMapToLong(Arrays::stream).sum() + group.never());
            List<int[]> shuffled = new ArrayList<>(histories);
            Collections.shuffle(shuffled, random);
            StepwiseForecast.Group again = LevelHistory.of(shuffled, STATES);
            assertArrayEquals(group.present(), again.present());
            assertArrayEquals(group.transitions(), again.transitions());
        }
    }

    /** Of a hundred agencies at level 3 for years, twenty that are late once do not drag the forecast down. */
    @Test
    void aFewSilentAgenciesHardlyMoveTheForecast() {
        List<int[]> whole = Collections.nCopies(100, new int[]{3, 3, 3, 3});
        List<int[]> late = new ArrayList<>(Collections.nCopies(80, new int[]{3, 3, 3, 3}));
        late.addAll(Collections.nCopies(20, new int[]{3, 3, 3, SILENT}));
        List<int[]> fallen = new ArrayList<>(Collections.nCopies(80, new int[]{3, 3, 3, 3}));
        fallen.addAll(Collections.nCopies(20, new int[]{3, 3, 3, 0}));
        assertEquals(middle(whole), middle(late), 0.03);
        assertTrue(middle(fallen) < middle(late) - 0.05);
    }

    @Test
    void whoWasNeverSeenStandsAsTheOthersDo() {
        List<int[]> known = new ArrayList<>(Collections.nCopies(40, new int[]{3, 3}));
        known.addAll(Collections.nCopies(40, new int[]{1, 1}));
        List<int[]> withUnknown = new ArrayList<>(known);
        withUnknown.addAll(Collections.nCopies(20, new int[]{SILENT, SILENT}));
        assertEquals(middle(known), middle(withUnknown), 0.03);
    }

    private static double middle(List<int[]> histories) {
        return StepwiseForecast.of(List.of(LevelHistory.of(histories, STATES)), histories.get(0).length, 1, 3, 0.9)
                .orElseThrow().atEnd().middle();
    }
}
