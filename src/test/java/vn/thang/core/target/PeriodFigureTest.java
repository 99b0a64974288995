package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Fraction;

/** What a period may claim is compared with whatever the missing agencies could report, one after the other. */
class PeriodFigureTest {

    private static final int WORLDS = 2_000;

    private record Agency(String type, boolean reported, long part, long whole) {
    }

    private static Demand demand(String sign, int percent) {
        return new Demand(Demand.Relation.of(sign), BigDecimal.valueOf(percent), Demand.Unit.PERCENT);
    }

    private static List<Agency> agencies(SplittableRandom chance) {
        List<Agency> agencies = new ArrayList<>();
        double silent = chance.nextDouble() * 0.3;
        boolean good = chance.nextBoolean();
        for (int i = 0; i < 1 + chance.nextInt(8); i++) {
            long whole = chance.nextInt(6);
            agencies.add(new Agency(chance.nextInt(3) == 0 ? "ministry" : "province", chance.nextDouble() >= silent,
                    good ? whole : chance.nextInt((int) whole + 1), whole));
        }
        return agencies;
    }

    private static PeriodFigure pooled(List<Agency> agencies) {
        long reached = agencies.stream().filter(Agency::reported).mapToLong(Agency::part).sum();
        long came = agencies.stream().filter(Agency::reported).mapToLong(Agency::whole).sum();
        long missing = agencies.stream().filter(one -> !one.reported()).mapToLong(Agency::whole).sum();
        return new PeriodFigure(TargetMeasure.POOLED, BigDecimal.valueOf(reached), BigDecimal.valueOf(came),
                BigDecimal.valueOf(missing), new Coverage(parts(agencies), BigDecimal.valueOf(came),
                        BigDecimal.valueOf(missing)));
    }

    private static TreeMap<String, Participation> parts(List<Agency> agencies) {
        TreeMap<String, Participation> parts = new TreeMap<>();
        agencies.forEach(one -> parts.merge(one.type(), new Participation(1, one.reported() ? 1 : 0),
                (a, b) -> new Participation(a.due() + b.due(), a.came() + b.came())));
        return parts;
    }

    /** Between failing altogether and reaching everything the missing may stand anywhere. */
    @Test
    void itIsAchievedWhereItIsWhateverTheMissingReport() {
        int achieved = 0;
        int doubtful = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            List<Agency> agencies = agencies(chance);
            PeriodFigure figure = pooled(agencies);
            Demand demand = demand(List.of(">=", ">").get(seed % 2), 10 * chance.nextInt(11));
            if (figure.whole().signum() == 0) {
                assertFalse(figure.achieves(demand));
                continue;
            }
            boolean always = true;
            long room = figure.missing().longValue();
            for (long more = 0; more <= room; more++) {
                Fraction then = Fraction.of(100 * (figure.reached().longValue() + more), figure.whole().longValue());
                always &= demand.isMetBy(then);
                assertTrue(figure.low().orElseThrow().compareTo(then) <= 0, "seed " + seed);
                assertTrue(figure.high().orElseThrow().compareTo(then) >= 0, "seed " + seed);
            }
            assertEquals(always, figure.achieves(demand), "seed " + seed);
            assertEquals(always, figure.gap(demand) == 0, "seed " + seed);
            achieved += always ? 1 : 0;
            doubtful += !always && figure.value().filter(demand::isMetBy).isPresent() ? 1 : 0;
        }
        assertTrue(achieved > WORLDS / 20, "achieved " + achieved);
        assertTrue(doubtful > WORLDS / 50, "met by those who reported, and not achieved: " + doubtful);
    }

    /** So many units more, and the demand is met; one less, and it is not. */
    @Test
    void theGapIsTheLeastThatIsLeft() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            PeriodFigure figure = pooled(agencies(chance));
            Demand demand = demand(List.of(">=", ">").get(seed % 2), 10 * chance.nextInt(10));
            long gap = figure.gap(demand);
            if (gap > 0) {
                long reached = figure.reached().longValue();
                long whole = figure.whole().longValue();
                assertTrue(demand.isMetBy(Fraction.of(100 * (reached + gap), whole)), "seed " + seed);
                assertFalse(demand.isMetBy(Fraction.of(100 * (reached + gap - 1), whole)), "seed " + seed);
            }
        }
    }

    @Test
    void coveredIsEnoughOfEveryTypeAndOfTheWeight() {
        int covered = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            List<Agency> agencies = agencies(new SplittableRandom(seed));
            boolean enough = true;
            for (String type : List.of("ministry", "province")) {
                List<Agency> ofType = agencies.stream().filter(one -> one.type().equals(type)).toList();
                enough &= 5 * ofType.stream().filter(Agency::reported).count() >= 4 * ofType.size();
            }
            long came = agencies.stream().filter(Agency::reported).mapToLong(Agency::whole).sum();
            enough &= 5 * came >= 4 * agencies.stream().mapToLong(Agency::whole).sum();
            assertEquals(enough, pooled(agencies).coverage().covered(80), "seed " + seed);
            covered += enough ? 1 : 0;
        }
        assertTrue(covered > WORLDS / 10 && covered < 9 * WORLDS / 10, "covered " + covered);
    }

    @Test
    void fewDoNotHideBehindMany() {
        Coverage coverage = Coverage.of(Map.of("province", new Participation(34, 3), "commune",
                new Participation(3_321, 3_321), "ministry", new Participation(0, 0)));
        assertFalse(coverage.counted(80));
        assertEquals(3_355, coverage.due());
        assertEquals(31, coverage.silent());
        assertFalse(Coverage.of(Map.of()).counted(80), "nobody is due");
        assertTrue(Coverage.of(Map.of("province", new Participation(5, 4))).covered(80), "exactly so many");
        assertFalse(Coverage.of(Map.of("province", new Participation(100, 79))).covered(80), "one too few");
        assertFalse(new Coverage(new TreeMap<>(Map.of("province", new Participation(5, 4))), BigDecimal.valueOf(79),
                BigDecimal.valueOf(21)).covered(80), "the one that is missing is the largest");
    }

    /** Whoever is missing counts as not having reached it, whoever has nothing to report not at all. */
    @Test
    void agenciesAreCountedOfAllThatAreDue() {
        PeriodFigure figure = new PeriodFigure(TargetMeasure.SHARE_OF_AGENCIES, BigDecimal.valueOf(8),
                BigDecimal.valueOf(8),
                BigDecimal.valueOf(2), Coverage.of(Map.of("province", new Participation(10, 8))));
        assertEquals(Fraction.of(80), figure.value().orElseThrow());
        assertEquals(Fraction.of(100), figure.high().orElseThrow());
        assertFalse(figure.achieves(demand(">=", 100)));
        assertTrue(figure.achieves(demand(">=", 80)));
        assertEquals(2, figure.gap(demand(">=", 100)));
    }
}
