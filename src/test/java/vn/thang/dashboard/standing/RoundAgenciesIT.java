package vn.thang.dashboard.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.dashboard.PlainCount.Agency;
import vn.thang.dashboard.PlainCount;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.list.Slice;

/** Filters, orders and pages of the agencies of a round, as a leader asks for them. */
class RoundAgenciesIT extends ContainerFixture {

    private static final AgencyFilter ALL = AgencyFilter.of(null, "name", false);
    private static final List<Boolean> BOTH_WAYS = List.of(false, true);

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    private PlainCount plain;

    @BeforeEach
    void begin() throws Exception {
        plain = new PlainCount(entities);
        plain.forgetRecentFigures();
        caller.actAs("lanhdao");
    }

    /** A page has as many rows as are asked for, and what is taken away is all of it in the same order. */
    @Test
    void theMapIsCutAsAskedAndTakenWhole() {
        AgencyFilter filter = AgencyFilter.ofMap(Map.of("type", "ministry,province", "sort", "STR", "dir", "desc"),
                List.of("STR"));
        List<AgencyLine> whole = nationalStandings.wholeMap(round("2025"), filter);
        assertEquals(all("2025", filter), whole);
        assertEquals(Set.of("ministry", "province"),
                whole.stream().map(AgencyLine::type).collect(Collectors.toSet()));
        Slice<AgencyLine> second = nationalStandings.map(round("2025"), filter, 2, 25);
        assertEquals(whole.subList(25, Math.min(50, whole.size())), second.rows());
        assertEquals(whole, nationalStandings.map(round("2025"), filter, 1, 100).rows());
        caller.actAs("canbo");
        assertEquals(List.of("15"),
                nationalStandings.wholeMap(round("2025"), ALL).stream().map(AgencyLine::code).toList());
    }

    /** What an address says wrongly counts as not said. */
    @Test
    void anAddressOfTheMapIsReadWithCare() {
        AgencyFilter filter = AgencyFilter.ofMap(Map.of("level", "abc", "sort", "';--", "dir", "khong", "state", "x"),
                List.of("STR"));
        assertEquals("index", filter.sort());
        assertNull(filter.level());
        assertNull(filter.standing());
        assertFalse(filter.descending());
        assertEquals(2, AgencyFilter.ofMap(Map.of("level", "2"), List.of()).level());
    }

    @Test
    void byType() {
        assertFiltered("2025", agency -> agency.type().equals("ministry"),
                filter(null, List.of("ministry"), null, null, null, null));
        assertFiltered("2025", agency -> !agency.type().equals("province"),
                filter(null, List.of("ministry", "ministerial-agency", "government-agency"), null, null, null, null));
        assertNone("2025", filter(null, List.of("commune"), null, null, null, null));
    }

    @Test
    void byLevelOnlyThoseThatHandedIn() {
        for (String round : List.of("2025", "2026")) {
            for (int level = 0; level <= 5; level++) {
                int at = level;
                assertFiltered(round, agency -> agency.handedIn() && agency.level() == at,
                        filter(null, null, null, null, at, null));
            }
        }
        assertNone("2025", filter(null, null, null, null, 6, null));
    }

    @Test
    void belowALevelThoseThatHaveNotHandedInAreMissingToo() {
        for (int level = 1; level <= 5; level++) {
            int below = level;
            assertFiltered("2026", agency -> !agency.handedIn() || agency.level() < below,
                    filter(null, null, null, null, null, below));
        }
    }

    @Test
    void byHowFarTheyAre() {
        Map<AgencyFilter.Standing, Predicate<Agency>> standings = Map.of(
                AgencyFilter.Standing.HANDED_IN, Agency::handedIn,
                AgencyFilter.Standing.WAITING, agency -> !agency.handedIn(),
                AgencyFilter.Standing.READY, agency -> agency.state().equals("READY"),
                AgencyFilter.Standing.IN_PROGRESS, agency -> agency.state().equals("IN_PROGRESS"),
                AgencyFilter.Standing.NOT_STARTED, agency -> agency.state().equals("NOT_STARTED"));
        standings.forEach((standing, expected) -> {
            assertFiltered("2026", expected, AgencyFilter.of(standing, "name", false));
            assertEquals(plain.agencies("2026").stream().filter(expected).count(),
                    nationalStandings.count(round("2026"), standing));
            assertFalse(codes(list("2026", AgencyFilter.of(standing, "name", false))).isEmpty(), standing.key());
        });
    }

    @Test
    void byTheAgencyDirectlyAbove() {
        plain.addCommunes();
        assertFiltered("2026", agency -> agency.code().startsWith("T15-"), filter(null, null, "15", null, null, null));
        assertFiltered("2026", agency -> agency.code().startsWith("T01-") && agency.handedIn() && agency.level() == 3,
                filter(null, List.of("commune"), "01", AgencyFilter.Standing.HANDED_IN, 3, null));
        assertNone("2026", filter(null, List.of("ministry"), "15", null, null, null));
        assertNone("2026", filter(null, null, "VN", null, null, null));
        assertEquals(34, nationalStandings.parents(round("2026")).size());
        assertEquals(List.of(), nationalStandings.parents(round("2025")));
        AgencyLine commune = list("2026", filter("T15-7", null, null, null, null, null)).get(0);
        assertEquals("Tỉnh Lào Cai", commune.parentName());
        assertNull(list("2026", filter("15", List.of("province"), null, null, null, null)).get(0).parentName());
    }

    @Test
    void byWordsWhateverTheirMarks() {
        for (String words : List.of("lào cai", "Lào Cai", "lao cai", "LAO CAI", "  Lao Cai  ", "15")) {
            assertEquals(List.of("15"), codes(list("2025", filter(words, null, null, null, null, null))), words);
        }
        Set<String> withD = codesOf(agency -> agency.name().endsWith("Đà Nẵng"));
        assertEquals(1, withD.size());
        for (String words : List.of("Đà Nẵng", "đà nẵng", "da nang", "DA NANG")) {
            assertEquals(withD, Set.copyOf(codes(list("2025", filter(words, null, null, null, null, null)))), words);
        }
        assertEquals(codesOf(agency -> agency.name().startsWith("Tỉnh ")),
                Set.copyOf(codes(all("2025", filter("tinh", List.of("province"),
                        null, null, null, null)))));
        assertTrue(codes(list("2025", filter("ministry of health", null, null, null, null, null))).contains("BYT"));
        for (String harmless : List.of("%", "_", "!", "'", "\\", "a%b", "<script>", "';--", "không có cơ quan này")) {
            assertNone("2025", filter(harmless, null, null, null, null, null));
        }
    }

    @Test
    void byIndexAndByLevelBothWaysWithThoseThatHaveNotHandedInLast() {
        for (boolean descending : BOTH_WAYS) {
            assertOrder("2026", "index", descending, AgencyLine::index);
            assertOrder("2026", "level", descending,
                    line -> line.level() == null ? null : line.level() * 100 + line.index());
        }
    }

    @Test
    void byADimensionBothWays() {
        for (String dimension : plain.dimensions("2026")) {
            Map<String, Double> values = new HashMap<>();
            plain.nodes("2026", dimension).forEach(node -> values.put(node.code(), (double) node.level()));
            for (boolean descending : BOTH_WAYS) {
                assertOrder("2026", dimension, descending, line -> values.get(line.code()));
            }
        }
    }

    @Test
    void theCellsOfTheMapAreTheStoredLevels() {
        List<AgencyLine> lines = all("2025", ALL);
        for (String dimension : plain.dimensions("2025")) {
            Map<String, Integer> levels = plain.nodes("2025", dimension).stream()
                    .collect(Collectors.toMap(PlainCount.Node::code, PlainCount.Node::level));
            lines.forEach(line -> assertEquals(List.of(levels.get(line.code())), line.cells(List.of(dimension)),
                    line.code()));
        }
    }

    @Test
    void byDayBothWaysWithThoseThatHaveNotHandedInLast() {
        for (boolean descending : BOTH_WAYS) {
            assertOrder("2026", "handed-in", descending,
                    line -> line.handedInAt() == null ? null : (double) line.handedInAt().toEpochMilli());
        }
    }

    @Test
    void byProgressFromThoseThatHaveNotBegunToThoseThatHandedIn() {
        for (boolean descending : BOTH_WAYS) {
            assertOrder("2026", "progress", descending, line -> (line.handedIn() ? 1000d : 0) + line.answered());
        }
        assertEquals("NOT_STARTED", list("2026", AgencyFilter.of(null, "progress", false)).get(0).state().name());
    }

    @Test
    void byNameBothWays() {
        List<String> names = names(all("2025", ALL));
        assertEquals(
                names(entities.createNativeQuery("SELECT a.name FROM agency a JOIN assessment s ON s.agency_id = a.id"
                        + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2025' ORDER BY a.name")),
                names);
        List<String> backwards = names(all("2025", AgencyFilter.of(null, "name", true)));
        Collections.reverse(backwards);
        assertEquals(names, backwards);
    }

    @Test
    void everyAgencyStandsOnOnePageOnly() {
        plain.addCommunes();
        int total = plain.agencies("2026").size();
        for (String sort : List.of("name", "level", "STR", "progress", "handed-in")) {
            AgencyFilter filter = AgencyFilter.of(null, sort, true);
            Slice<AgencyLine> first = page("2026", filter, 1);
            assertEquals(total, first.total());
            assertEquals((total + 49) / 50, first.pages());
            List<AgencyLine> all = all("2026", filter);
            assertEquals(total, all.size());
            assertEquals(total, new HashSet<>(codes(all)).size(), sort);
        }
    }

    @Test
    void aPageThatDoesNotExistIsTheFirstOrTheLast() {
        assertEquals(1, page("2025", ALL, -7).page());
        assertEquals(codes(page("2025", ALL, 1).rows()), codes(page("2025", ALL, Integer.MIN_VALUE).rows()));
        for (int page : List.of(3, 999, Integer.MAX_VALUE)) {
            assertEquals(2, page("2025", ALL, page).page());
            assertEquals(6, page("2025", ALL, page).rows().size());
        }
        assertEquals(1, page("2025", filter("không có", null, null, null, null, null), 9).page());
    }

    private static AgencyFilter filter(String words, List<String> types, String parent, AgencyFilter.Standing standing,
            Integer level,
            Integer below) {
        return new AgencyFilter(words, types, parent, standing, level, below, "name", false);
    }

    private void assertFiltered(String round, Predicate<Agency> expected, AgencyFilter filter) {
        Set<String> codes = plain.agencies(round).stream().filter(expected).map(Agency::code)
                .collect(Collectors.toSet());
        List<AgencyLine> lines = all(round, filter);
        assertEquals(codes, Set.copyOf(codes(lines)), filter::toString);
        assertEquals(codes.size(), lines.size());
        assertEquals(codes.size(), page(round, filter, 1).total());
    }

    private void assertNone(String round, AgencyFilter filter) {
        assertEquals(List.of(), codes(list(round, filter)), filter::toString);
    }

    /** All agencies are there, those with a value in its order, the others after them. */
    private void assertOrder(String round, String sort, boolean descending, Function<AgencyLine, Double> value) {
        List<AgencyLine> lines = all(round, AgencyFilter.of(null, sort, descending));
        assertEquals(plain.agencies(round).size(), lines.size());
        List<Double> values = lines.stream().map(value).toList();
        Comparator<Double> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Double> expected = new ArrayList<>(values.stream().filter(Objects::nonNull).sorted(order).toList());
        assertTrue(expected.stream().distinct().count() > 1, sort);
        expected.addAll(Collections.nCopies(values.size() - expected.size(), null));
        assertEquals(expected, values, sort);
        List<String> names = lines.stream().map(AgencyLine::name).toList();
        Map<String, Integer> byName = new HashMap<>();
        names(entities.createNativeQuery("SELECT a.name FROM agency a ORDER BY a.name"))
                .forEach(name -> byName.put(name, byName.size()));
        for (int i = 1; i < lines.size(); i++) {
            if (Objects.equals(values.get(i - 1), values.get(i))) {
                assertTrue(byName.get(names.get(i - 1)) <= byName.get(names.get(i)),
                        sort + ": what looks equal stands by name: " + names.get(i - 1) + ", " + names.get(i));
            }
        }
    }

    private Set<String> codesOf(Predicate<Agency> condition) {
        return plain.agencies("2025").stream().filter(condition).map(Agency::code).collect(Collectors.toSet());
    }

    private List<AgencyLine> list(String round, AgencyFilter filter) {
        return page(round, filter, 1).rows();
    }

    /** All pages one after the other. */
    private List<AgencyLine> all(String round, AgencyFilter filter) {
        List<AgencyLine> lines = new ArrayList<>();
        for (int page = 1; page <= page(round, filter, 1).pages(); page++) {
            lines.addAll(page(round, filter, page).rows());
        }
        return lines;
    }

    private Slice<AgencyLine> page(String round, AgencyFilter filter, int page) {
        return nationalStandings.agencies(round(round), filter, page, true);
    }

    private RoundChoice round(String code) {
        return nationalRounds.rounds(code).orElseThrow().shown();
    }

    private static List<String> codes(List<AgencyLine> lines) {
        return lines.stream().map(AgencyLine::code).toList();
    }

    private static List<String> names(List<AgencyLine> lines) {
        return new ArrayList<>(lines.stream().map(AgencyLine::name).toList());
    }

    private static List<String> names(jakarta.persistence.Query query) {
        List<?> names = query.getResultList();
        return names.stream().map(String.class::cast).toList();
    }
}
