package vn.thang.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.Texts;

/** What programs get: who sees which rows, how batches follow each other, what they cost. */
class RoundDataIT extends ContainerFixture {

    private static final Locale VIETNAMESE = Texts.LANGUAGES.get(0);
    private static final Asked ALL = asked(Map.of());

    @Inject
    private RoundData rounds;

    @Inject
    private CatalogData catalog;

    @Inject
    private RegisterData registers;

    @Inject
    private TargetData targets;

    private static Asked asked(Map<String, String> parameters) {
        return Asked.of(parameters);
    }

    private static Set<String> agencies(List<AnswerRow> rows) {
        return rows.stream().map(AnswerRow::agency).collect(Collectors.toSet());
    }

    @Test
    void batchesFollowEachOtherWithoutGapAndWithoutRepetition() {
        caller.actAs("thamdinh");
        List<AnswerRow> whole = rounds.answers("2025", ALL).rows();
        assertTrue(agencies(whole).size() > 20);
        List<AnswerRow> parts = new ArrayList<>();
        String cursor = null;
        int batches = 0;
        do {
            Map<String, String> parameters = new HashMap<>(Map.of("limit", "7"));
            if (cursor != null) {
                parameters.put("cursor", cursor);
            }
            Batch<AnswerRow> batch = rounds.answers("2025", asked(parameters));
            parts.addAll(batch.rows());
            cursor = batch.next();
            batches++;
        } while (cursor != null);
        assertEquals(whole, parts);
        assertTrue(batches > 3);
    }

    @Test
    void aBatchCostsTheSameNumberOfStatementsWhateverItHolds() {
        caller.actAs("thamdinh");
        for (Function<Asked, Object> one : List.<Function<Asked, Object>>of(asked -> rounds.answers("2025", asked),
                asked -> rounds.results("2025", asked), asked -> rounds.handIn("2025", asked),
                asked -> registers.discrepancies("2025", asked), asked -> registers.readings(null, asked),
                asked -> catalog.agencies(asked))) {
            one.apply(ALL);
            assertEquals(least(() -> one.apply(asked(Map.of("limit", "20")))), least(() -> one.apply(ALL)));
        }
        assertTrue(used(() -> rounds.answers("2025", ALL)) <= 14);
    }

    /** The line of the trail takes its number from a reserve that is filled now and then. */
    private long least(Runnable deed) {
        return Math.min(used(deed), used(deed));
    }

    @Test
    void restrictedAnswersAreLeftOutRowByRow() {
        caller.actAs("thamdinh");
        assertTrue(rounds.answers("2025", ALL).rows().stream().anyMatch(row -> row.criterion().startsWith("SEC.")));
        caller.actAs("kiemtoan");
        assertTrue(rounds.answers("2025", ALL).rows().stream().noneMatch(row -> row.criterion().startsWith("SEC.")));
        anAgency("XB1").named("Xã Thử").below("15").inRound("2025");
        sql("UPDATE assessment s JOIN agency a ON a.id = s.agency_id SET s.state = 'PUBLISHED' WHERE a.code = 'XB1'");
        for (String criterion : List.of("SEC.1", "STR.1")) {
            sql("INSERT INTO answer (id, assessment_id, criterion, value, answered_at, version) SELECT"
                    + " NEXTVAL(answer_seq), s.id, ?1, '3', NOW(6), 0 FROM assessment s JOIN agency a"
                    + " ON a.id = s.agency_id WHERE a.code = 'XB1'", criterion);
        }
        caller.actAs("lanhdao.tinh");
        List<AnswerRow> seen = rounds.answers("2025", ALL).rows();
        assertEquals(Set.of("15", "XB1"), agencies(seen));
        assertEquals(Set.of("15"), agencies(seen.stream().filter(row -> row.criterion().startsWith("SEC.")).toList()));
        Map<String, ResultRow> results = rounds.results("2025", ALL).rows().stream()
                .filter(row -> row.node().equals("SEC")).collect(Collectors.toMap(ResultRow::agency, row -> row));
        assertNotNull(results.get("15").exact());
        assertNull(results.get("XB1").exact());
        assertEquals(List.of(), results.get("XB1").reached());
    }

    /** An index in which restricted answers count has one decimal, that of the whole too, so that nothing can be taken off it. */
    @Test
    void theIndexOfRestrictedDimensionsAndOfTheWholeIsRounded() {
        caller.actAs("kiemtoan");
        List<ResultRow> rows = rounds.results("2025", ALL).rows();
        for (ResultRow row : rows) {
            boolean hidden = Set.of("SEC", RoundData.WHOLE).contains(row.node());
            assertEquals(hidden, row.exact() == null, row::toString);
            assertEquals(hidden, row.declaredExact() == null, row::toString);
            assertEquals(hidden ? 1 : 10, row.index().scale(), row::toString);
            assertEquals(hidden ? 1 : 10, row.declaredIndex().scale(), row::toString);
        }
        assertTrue(rows.stream().anyMatch(row -> row.node().equals("SEC") && row.level() > 0));
    }

    @Test
    void nobodySeesAgenciesOfOthers() {
        caller.actAs("lanhdao.tinh");
        assertEquals(Set.of("15"), agencies(rounds.answers("2025", ALL).rows()));
        assertEquals(Set.of("15"),
                rounds.handIn("2025", ALL).rows().stream().map(HandInRow::agency).collect(Collectors.toSet()));
        assertEquals(Set.of("15"),
                registers.readings(null, ALL).rows().stream().map(TakenReadingRow::agency).collect(Collectors.toSet()));
        assertTrue(registers.discrepancies("2025", ALL).rows().stream().allMatch(row -> row.agency().equals("15")));
        assertTrue(catalog.agencies(ALL).rows().stream()
                .allMatch(row -> row.agency().equals("15") || "15".equals(row.parent())));
    }

    /** It stands below another agency today; rows of a round name the one that was above it then. */
    @Test
    void whoMovedSinceStandsBelowTheAgencyOfThen() {
        sql("INSERT INTO agency_place (agency_id, until, parent_id, first_level) SELECT a.id, '2026-03-01', b.id, b.id"
                + " FROM agency a JOIN agency b ON b.code = 'BTP' WHERE a.code = '15'");
        caller.actAs("thamdinh");
        assertEquals("BTP", parent("2025"));
        assertEquals("VN", parent("2026"));
    }

    private String parent(String round) {
        return rounds.handIn(round, ALL).rows().stream().filter(row -> row.agency().equals("15")).findFirst()
                .orElseThrow().parent();
    }

    @Test
    void whatIsNotHandedInIsNotThere() {
        caller.actAs("thamdinh");
        Set<String> waiting = rounds.handIn("2026", ALL).rows().stream().filter(row -> !row.handedIn())
                .map(HandInRow::agency).collect(Collectors.toSet());
        assertFalse(waiting.isEmpty());
        assertTrue(agencies(rounds.answers("2026", ALL).rows()).stream().noneMatch(waiting::contains));
    }

    @Test
    void whoMayTakeNothingAwayGetsNothing() {
        for (String person : List.of("canbo", "phoihop")) {
            caller.actAs(person);
            forbidden(() -> rounds.rounds(ALL));
            forbidden(() -> rounds.results("2025", ALL));
            forbidden(() -> rounds.answers("2025", ALL));
            forbidden(() -> rounds.handIn("2025", ALL));
            forbidden(() -> catalog.models(ALL, VIETNAMESE));
            forbidden(() -> catalog.nodes("vn-dgm", "1.0", ALL, VIETNAMESE));
            forbidden(() -> catalog.agencies(ALL));
            forbidden(() -> catalog.indicators(ALL, VIETNAMESE));
            forbidden(() -> registers.readings(null, ALL));
            forbidden(() -> registers.discrepancies("2025", ALL));
            forbidden(() -> registers.matters(ALL));
            forbidden(() -> targets.targets(null, ALL, VIETNAMESE));
            forbidden(() -> targets.history(null, ALL));
            forbidden(() -> targets.coverage(null, ALL));
        }
    }

    @Test
    void everyReadingIsInTheTrailWithItsRows() {
        caller.actAs("kiemtoan");
        int rows = rounds.rounds(asked(Map.of("fields", "round"))).rows().size();
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'read-data' AND details = ?1",
                "rounds rows=" + rows + " fields=round"));
    }

    @Test
    void sinceLeavesOutWhatCameBefore() {
        caller.actAs("thamdinh");
        assertTrue(registers.readings(null, ALL).rows().size() > 0);
        assertEquals(0, registers.readings(null, asked(Map.of("since", "2999-01-01"))).rows().size());
        assertEquals(0, rounds.results("2025", asked(Map.of("since", "2999-01-01T00:00:00Z"))).rows().size());
        assertEquals(rounds.results("2025", ALL).rows(), rounds.results("2025",
                asked(Map.of("since", "2000-01-01"))).rows());
    }

    /** The figures of targets are those of their pages: figures of the country alone. */
    @Test
    void targetsTellTheirHistoryAndTheirForecast() {
        caller.actAs("kiemtoan");
        List<TargetRow> rows = targets.targets(null, ALL, VIETNAMESE).rows();
        assertEquals(24, rows.size());
        List<TargetStepRow> steps = targets.history(null, ALL).rows();
        for (TargetRow row : rows.stream().filter(one -> one.value() != null).toList()) {
            List<TargetStepRow> known = steps.stream()
                    .filter(step -> step.target().equals(row.target()) && step.kind().equals("value")).toList();
            assertEquals(row.value(), known.get(known.size() - 1).value(), row.target());
            assertEquals(row.forecastMiddle() != null, steps.stream()
                    .anyMatch(step -> step.target().equals(row.target()) && step.kind().equals("forecast")));
        }
        assertTrue(rows.stream().anyMatch(row -> row.forecastMiddle() != null));
        List<CoverageRow> coverage = targets.coverage(null, ALL).rows();
        assertTrue(coverage.stream().anyMatch(row -> row.type() != null && row.due() < 5),
                "who sees all sees all types");
        caller.actAs("lanhdao.tinh");
        assertTrue(targets.coverage(null, ALL).rows().stream()
                .allMatch(row -> row.type() == null || row.due() >= 5));
    }
}
