package vn.thang.dashboard.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.score.RankRobustness;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme;
import vn.thang.dashboard.PlainCount;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** The board of a round as a list, with communes below two provinces. */
class StandingsIT extends ContainerFixture {

    @Inject
    private Catalog catalog;

    @Inject
    private RankRobustness robustness;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    @BeforeEach
    void begin() throws Exception {
        PlainCount plain = new PlainCount(entities);
        plain.forgetRecentFigures();
        plain.addCommunes();
        caller.actAs("lanhdao");
    }

    @Test
    void everyOrderGoesBothWaysAndPagesDoNotOverlap() {
        int all = rows(Map.of(), Cut.whole(StandingOrder.PROGRESS, false)).size();
        assertTrue(all > 100);
        for (StandingOrder order : StandingOrder.values()) {
            for (boolean down : List.of(false, true)) {
                List<Long> ids = ids(rows(Map.of(), Cut.whole(order, down)));
                assertEquals(all, Set.copyOf(ids).size(), order::name);
                assertEquals(ids.subList(25, 50), ids(rows(Map.of(), new Cut<>(order, down, 2, 25))), order::name);
            }
        }
        ordered(StandingOrder.ANSWERED, AgencyLine::answered);
        ordered(StandingOrder.LEVEL, line -> line.level() == null ? -1 : line.level());
        ordered(StandingOrder.PROGRESS, line -> (line.handedIn() ? 100_000 : 0) + line.answered());
    }

    private void ordered(StandingOrder order, Function<AgencyLine, Integer> value) {
        List<Integer> values = rows(Map.of(), Cut.whole(order, true)).stream().map(value).toList();
        assertEquals(values.stream().sorted(Comparator.reverseOrder()).toList(), values, order::name);
    }

    @Test
    void filtersOfTheAddressAreMeantTogether() {
        List<AgencyLine> waiting = rows(Map.of("parent", "15", "state", "waiting", "type", "commune"),
                Cut.whole(StandingOrder.PROGRESS, false));
        assertTrue(!waiting.isEmpty() && waiting.stream().allMatch(line -> line.code().startsWith("T15-")
                && !line.handedIn()));
        assertEquals(0, list(Map.of("q", "không có cơ quan này"), Cut.by(StandingOrder.PROGRESS)).total());
        assertEquals(list(Map.of(), Cut.by(StandingOrder.PROGRESS)).total(),
                list(Map.of("state", "x", "parent", " "), Cut.by(StandingOrder.PROGRESS)).total());
    }

    @Test
    void theBoardCostsTheSameHoweverManyThereAre() {
        RoundChoice round = round();
        long few = used(() -> nationalStandings.agencies(round, AgencyFilter.of(Map.of()),
                new Cut<>(StandingOrder.AGENCY, false, 1, 25)));
        assertEquals(few, used(() -> nationalStandings.agencies(round, AgencyFilter.of(Map.of("parent", "15")),
                new Cut<>(StandingOrder.DUE, true, 2, 100))));
        assertTrue(few <= 3, () -> "statements: " + few);
    }

    @Test
    void nobodySeesTheAgenciesOfAnotherProvince() {
        caller.actAs("lanhdao.tinh");
        assertTrue(rows(Map.of(), Cut.whole(StandingOrder.AGENCY, false)).stream()
                .allMatch(line -> line.code().equals("15") || line.code().startsWith("T15-")));
        assertEquals(0, list(Map.of("q", "T01-"), Cut.by(StandingOrder.AGENCY)).total());
    }

    @Test
    void thoseThatHaveNotReachedATargetAreListed() {
        assertTrue(!nationalStandings.targets().isEmpty());
        for (String code : nationalStandings.targets()) {
            Programme.ProgrammeTarget target = catalog.programme().target(code);
            List<AgencyLine> all = rows(Map.of(), Cut.whole(StandingOrder.AGENCY, false));
            Set<Long> behind = all.stream().filter(line -> target.scope().contains(line.type())
                    && (line.level() == null || line.level() < target.level().orElseThrow()))
                    .map(AgencyLine::assessment).collect(Collectors.toSet());
            assertEquals(behind, Set.copyOf(ids(rows(Map.of("target", code), Cut.whole(StandingOrder.LEVEL, true)))));
            assertEquals(List.of(), rows(Map.of("target", code, "type", "no-type"), Cut.by(StandingOrder.LEVEL)));
        }
    }

    @Test
    void onlyThoseWithARankAreListedByHowFirmItIs() {
        RoundChoice round = nationalRounds.rounds("2025").orElseThrow().shown();
        robustness.analyse(round.code());
        Slice<AgencyLine> first = nationalStandings.ranked(round, AgencyFilter.of(Map.of()),
                Cut.by(FirmnessOrder.SHAKIEST));
        assertEquals(nationalStandings.robustness(round).ranked(), first.total());
        assertEquals(first.rows().stream().map(line -> line.firmness().changed()).sorted(Comparator.reverseOrder())
                .toList(), first.rows().stream().map(line -> line.firmness().changed()).toList());
        for (FirmnessOrder order : FirmnessOrder.values()) {
            for (boolean descending : new boolean[]{false, true}) {
                assertEquals(first.total(), nationalStandings.ranked(round, AgencyFilter.of(Map.of()),
                        new Cut<>(order, descending, 1, Slice.SIZE)).total(), order.name());
            }
        }
        long few = used(() -> nationalStandings.ranked(round, AgencyFilter.of(Map.of("q", "Lào Cai")),
                Cut.by(FirmnessOrder.RANK)));
        assertEquals(few, used(() -> nationalStandings.ranked(round, AgencyFilter.of(Map.of()),
                Cut.by(FirmnessOrder.RANK))));
    }

    private List<AgencyLine> rows(Map<String, String> asked, Cut<StandingOrder> cut) {
        return list(asked, cut).rows();
    }

    private Slice<AgencyLine> list(Map<String, String> asked, Cut<StandingOrder> cut) {
        return nationalStandings.agencies(round(), nationalStandings.filter(asked), cut);
    }

    private RoundChoice round() {
        return nationalRounds.rounds("2026").orElseThrow().shown();
    }

    private static List<Long> ids(List<AgencyLine> lines) {
        return lines.stream().map(AgencyLine::assessment).toList();
    }
}
