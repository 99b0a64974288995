package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thang.core.target.NationalFigure.Asked;

/** Which rounds give a figure of the country: by examples, and beside a plain search over many invented calendars. */
class NationalFigureTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final List<String> TYPES = List.of("a", "b", "c");

    private static Asked<String> asked(String code, LocalDate on, String... types) {
        return new Asked<>(code, on, Set.of(types), true);
    }

    @Test
    void oneRoundThatAsksEverybodyIsAFigure() {
        assertEquals(List.of(new NationalFigure<>(DAY, Map.of("a", "r", "b", "r"))),
                NationalFigure.of(List.of(asked("r", DAY, "a", "b", "c")), Set.of("a", "b")));
    }

    @Test
    void aRoundThatDoesNotSpeakIsNone() {
        assertEquals(List.of(), NationalFigure.of(List.of(new Asked<>("r", DAY, Set.of("a"), false)), Set.of("a")));
    }

    @Test
    void roundsOfOneYearComplementEachOtherAndOlderOnesDoNot() {
        assertEquals(List.of(new NationalFigure<>(DAY, Map.of("a", "old", "b", "new"))), NationalFigure
                .of(List.of(asked("old", DAY.minusYears(1), "a"), asked("new", DAY, "b")), Set.of("a", "b")));
        assertEquals(List.of(), NationalFigure.of(
                List.of(asked("old", DAY.minusYears(1).minusDays(1), "a"), asked("new", DAY, "b")), Set.of("a", "b")));
    }

    @Test
    void theNewestRoundOfATypeCountsAndARoundThatAsksNobodyInScopeGivesNoFigure() {
        List<NationalFigure<String>> figures = NationalFigure.of(List.of(asked("1", DAY.minusMonths(3), "a"),
                asked("2", DAY.minusMonths(2), "a"), asked("3", DAY, "c")), Set.of("a"));
        assertEquals(List.of("1", "2"), figures.stream().map(figure -> figure.rounds().get("a")).toList());
    }

    @Test
    void betweenFiguresApartEverybodyWasAskedAnew() {
        List<NationalFigure<String>> figures = NationalFigure.of(List.of(asked("a1", DAY.minusMonths(18), "a"),
                asked("b1", DAY.minusMonths(12), "b"), asked("a2", DAY.minusMonths(6), "a"), asked("b2", DAY, "b")),
                Set.of("a", "b"));
        assertEquals(3, figures.size());
        assertEquals(List.of(Map.of("a", "a1", "b", "b1"), Map.of("a", "a2", "b", "b2")),
                NationalFigure.apart(figures).stream().map(NationalFigure::rounds).toList());
    }

    /** A figure stands where, and only where, some round speaks that day and every type has a newest round of its year. */
    @Test
    void figuresAreThoseThatAPlainSearchFinds() {
        Random random = new Random(14);
        for (int world = 0; world < 2_000; world++) {
            List<Asked<Integer>> rounds = new ArrayList<>();
            for (int i = 0; i < random.nextInt(9); i++) {
                Set<String> types = new HashSet<>(TYPES);
                types.removeIf(type -> random.nextBoolean());
                rounds.add(new Asked<>(i, DAY.plusDays(200 * i + random.nextInt(150)), types, random.nextInt(4) > 0));
            }
            Set<String> scope = new HashSet<>(TYPES.subList(0, 1 + random.nextInt(3)));
            List<NationalFigure<Integer>> expected = new ArrayList<>();
            for (Asked<Integer> newest : rounds) {
                Map<String, Integer> found = new HashMap<>();
                for (String type : scope) {
                    for (Asked<Integer> one : rounds) {
                        if (one.speaks() && one.types().contains(type) && !one.on().isAfter(newest.on())
                                && !one.on().plusYears(1).isBefore(newest.on())) {
                            found.put(type, one.round());
                        }
                    }
                }
                if (newest.speaks() && newest.types().stream().anyMatch(scope::contains)
                        && found.size() == scope.size()) {
                    expected.add(new NationalFigure<>(newest.on(), found));
                }
            }
            List<Asked<Integer>> shuffled = new ArrayList<>(rounds);
            Collections.shuffle(shuffled, random);
            List<NationalFigure<Integer>> figures = NationalFigure.of(shuffled, scope);
            assertEquals(expected, figures);
            List<NationalFigure<Integer>> apart = NationalFigure.apart(figures);
            assertEquals(figures.isEmpty(), apart.isEmpty());
            for (int i = 1; i < apart.size(); i++) {
                assertTrue(Collections.disjoint(apart.get(i - 1).rounds().values(), apart.get(i).rounds().values()));
            }
        }
    }

    @Test
    void participationIsComparedExactly() {
        assertTrue(new Participation(5, 4).reaches(80));
        assertFalse(new Participation(3_321, 2_656).reaches(80));
        assertTrue(new Participation(3_321, 2_657).reaches(80));
        assertTrue(new Participation(0, 0).reaches(100));
        assertThrows(IllegalArgumentException.class, () -> new Participation(3, 4));
        Random random = new Random(80);
        for (int i = 0; i < 2_000; i++) {
            long due = 1L + random.nextInt(5_000);
            long tookPart = random.nextLong(due + 1);
            int percent = random.nextInt(101);
            assertEquals(new BigDecimal(tookPart).multiply(new BigDecimal(100))
                    .compareTo(new BigDecimal(percent).multiply(new BigDecimal(due))) >= 0,
                    new Participation(due, tookPart).reaches(percent));
        }
    }
}
