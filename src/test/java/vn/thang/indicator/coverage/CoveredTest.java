package vn.thang.indicator.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Participation;

/** Nine of ten agencies reported; what they weigh is asked only where it decides. */
class CoveredTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 4, 1);
    private static final TypePeriod PLACE = new TypePeriod("parts", BEGIN, "province");

    private final List<List<TypePeriod>> asked = new ArrayList<>();

    private Covered covered(int missing, Covered.Counted... counted) {
        return new Covered("parts", new TreeMap<>(Map.of(BEGIN, List.of(counted), BEGIN.minusMonths(3),
                List.of(counted))), places -> {
                    asked.add(List.copyOf(places));
                    return List.of(new Missing(PLACE, 1, "1", BigDecimal.valueOf(missing)));
                });
    }

    private static Covered.Counted counted(long came, boolean pooled) {
        return new Covered.Counted(new Coverage(new TreeMap<>(Map.of("province", new Participation(10, came))),
                BigDecimal.valueOf(80), BigDecimal.ZERO), 80, pooled);
    }

    @Test
    void fourFifthsOfTheWeightAreEnoughAndLessIsNot() {
        assertTrue(covered(20, counted(9, true)).isCovered(BEGIN));
        assertFalse(covered(21, counted(9, true)).isCovered(BEGIN));
    }

    @Test
    void nobodyIsWeighedWhereAllReportedOrFiguresAreNotPooled() {
        assertTrue(covered(1_000, counted(10, true)).isCovered(BEGIN));
        assertTrue(covered(1_000, counted(9, false)).isCovered(BEGIN));
        assertFalse(covered(1_000, counted(9, false)).isCovered(BEGIN.minusMonths(6)), "of which too few reported");
        assertEquals(List.of(), asked);
    }

    @Test
    void aPeriodIsWeighedOnceAndOneTargetIsEnough() {
        Covered covered = covered(30, counted(9, true), counted(9, false));
        assertTrue(covered.isCovered(BEGIN));
        assertTrue(covered.isCovered(BEGIN));
        assertEquals(List.of(List.of(PLACE)), asked);
    }

    @Test
    void thePeriodsBeforeOneComeWithTheNewestFirst() {
        assertEquals(List.of(BEGIN, BEGIN.minusMonths(3)),
                covered(0, counted(9, true)).countedBefore(BEGIN.plusMonths(3)).toList());
        assertEquals(List.of(BEGIN.minusMonths(3)), covered(0, counted(9, true)).countedBefore(BEGIN).toList());
    }
}
