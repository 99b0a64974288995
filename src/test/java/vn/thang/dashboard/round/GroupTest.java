package vn.thang.dashboard.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupTest {

    @Test
    void aSmallGroupGoesWithTheNext() {
        assertEquals(List.of(List.of("a", "b"), List.of("c")), types(of(3, 2, 5)));
        assertEquals(List.of(List.of("a"), List.of("b", "c")), types(of(5, 1, 9)));
    }

    @Test
    void theLastSmallOnesGoWithTheOneBefore() {
        assertEquals(List.of(List.of("a"), List.of("b", "c", "d")), types(of(5, 6, 2, 1)));
    }

    @Test
    void nothingIsShownWhenAllTogetherAreTooFew() {
        assertEquals(List.of(), Group.withoutSmall(of(2, 0, 2)));
        assertEquals(List.of(), Group.withoutSmall(List.of()));
    }

    @Test
    void neitherAGroupNorAnAgencyIsLostAndNoneStaysSmall() {
        SplittableRandom random = new SplittableRandom(5);
        for (int turn = 0; turn < 2_000; turn++) {
            List<Group> groups = of(random.ints(random.nextInt(1, 7), 0, 9).toArray());
            List<Group> shown = Group.withoutSmall(groups);
            assertTrue(shown.stream().noneMatch(Group::small), () -> groups + " " + shown);
            long all = groups.stream().mapToLong(Group::handedIn).sum();
            assertEquals(all < Group.SMALLEST ? 0 : all, shown.stream().mapToLong(Group::handedIn).sum());
            if (all >= Group.SMALLEST) {
                assertEquals(groups.stream().map(Group::onlyType).toList(),
                        shown.stream().flatMap(group -> group.types().stream()).toList());
                assertEquals(groups.stream().mapToLong(Group::waiting).sum(),
                        shown.stream().mapToLong(Group::waiting).sum());
            }
        }
    }

    @Test
    void togetherTheyHaveTheMediansOfAllTheirAgencies() {
        Group low = new Group(List.of("a"), levels(1, 3), 2, Map.of("STR", levels(1, 3), "SHR", levels(2, 3)),
                grounds("1.5"));
        Group high = new Group(List.of("b"), levels(4, 4), 1, Map.of("STR", levels(4, 4)), grounds("2"));
        Group both = low.and(high);
        assertEquals(4, both.levels().median());
        assertEquals(List.of(4, 2, 0), both.medians(List.of("STR", "SHR", "LEG")));
        assertEquals(10, both.agencies());
        assertNull(both.onlyType());
        assertEquals(new BigDecimal("3.5"), both.grounds().confirmed());
    }

    private static Grounds grounds(String confirmed) {
        return new Grounds(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal(confirmed));
    }

    private static List<Group> of(int... handedIn) {
        return IntStream.range(0, handedIn.length)
                .mapToObj(i -> new Group(List.of(String.valueOf((char) ('a' + i))), levels(2, handedIn[i]),
                        i, Map.of(), Grounds.NONE))
                .toList();
    }

    private static Distribution levels(int level, int agencies) {
        long[] counts = new long[Distribution.LEVELS];
        counts[level] = agencies;
        return new Distribution(counts);
    }

    private static List<List<String>> types(List<Group> groups) {
        return Group.withoutSmall(groups).stream().map(Group::types).toList();
    }
}
