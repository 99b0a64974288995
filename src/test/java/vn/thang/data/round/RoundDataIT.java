package vn.thang.data.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.data.Asked;
import vn.thang.data.Batch;
import vn.thang.data.catalog.AgencyRow;
import vn.thang.data.catalog.CatalogData;
import vn.thang.data.register.DiscrepancyRow;
import vn.thang.data.register.MatterRow;
import vn.thang.data.register.MatterStepRow;
import vn.thang.data.register.RegisterData;
import vn.thang.data.register.TakenReadingRow;
import vn.thang.data.target.CoverageRow;
import vn.thang.data.target.TargetData;
import vn.thang.data.target.TargetRow;
import vn.thang.data.target.TargetStepRow;
import vn.thang.it.ContainerFixture;
import vn.thang.it.GivenMarks;
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

    /** What reviewers set is no part of any row before it is issued, but for them; and not for the second of them either. */
    @Test
    void aProgramGetsWhatReviewersSetOnceItIsIssued() {
        GivenMarks marks = new GivenMarks(this::number, this::sql, "15", "2026");
        marks.in(AssessmentState.UNDER_REVIEW);
        assertEquals("null declared EXPLAINED null", judged("kiemtoan").replace("evidence-missing", "declared"));
        assertEquals("null declared EXPLAINED null", judged("lanhdao.tinh").replace("evidence-missing", "declared"));
        assertEquals("1 reviewer REJECTED dấu-quyết-định.", judged("thamdinh"));
        marks.reviewedAgainBy("thamdinh");
        assertEquals("null declared EXPLAINED null", judged("thamdinh").replace("evidence-missing", "declared"));
        sql("UPDATE assessment SET state = 'PROVISIONAL' WHERE id = ?1", marks.assessment());
        for (String person : List.of("kiemtoan", "lanhdao.tinh", "thamdinh")) {
            assertEquals("1 reviewer REJECTED dấu-quyết-định.", judged(person));
        }
    }

    private String judged(String person) {
        caller.actAs(person);
        AnswerRow answer = rounds.answers("2026", ALL).rows().stream()
                .filter(row -> row.agency().equals("15") && row.criterion().equals("STR.1")).findFirst().orElseThrow();
        DiscrepancyRow entry = registers.discrepancies("2026", ALL).rows().stream()
                .filter(row -> row.agency().equals("15") && row.criterion().equals("STR.1")).findFirst().orElseThrow();
        return answer.confirmed() + " " + answer.cause() + " " + entry.state() + " " + entry.reason();
    }

    @Test
    void aBatchCostsTheSameNumberOfStatementsWhateverItHolds() {
        caller.actAs("thamdinh");
        for (Function<Asked, Object> one : List.<Function<Asked, Object>>of(asked -> rounds.answers("2025", asked),
                asked -> rounds.results("2025", asked), asked -> rounds.handIn("2025", asked),
                asked -> registers.discrepancies("2025", asked), asked -> registers.readings(null, asked),
                asked -> catalog.agencies(asked), asked -> registers.matters(asked),
                asked -> registers.steps(asked))) {
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
            forbidden(() -> registers.steps(ALL));
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

    /** Whoever lets a program read restricted answers is told of with how many; who may not see any takes none. */
    @Test
    void theTrailSaysHowManyRestrictedRowsWereTaken() {
        String told = "SELECT COUNT(*) FROM change_log WHERE action = 'read-data' AND details LIKE ?1";
        long some = number(told, "answers 2025 rows=% restricted=%");
        long all = number(told, "answers 2025 rows=%");
        caller.actAs("thamdinh");
        List<AnswerRow> rows = rounds.answers("2025", ALL).rows();
        long restricted = rows.stream().filter(row -> row.node().equals("SEC")).count();
        assertTrue(restricted > 0);
        assertTrue(number(told, "answers 2025 rows=" + rows.size() + " restricted=" + restricted) > 0);
        caller.actAs("kiemtoan");
        rounds.answers("2025", ALL);
        assertEquals(some + 1, number(told, "answers 2025 rows=% restricted=%"));
        assertEquals(all + 2, number(told, "answers 2025 rows=%"));
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

    private static Asked since(String moment) {
        return asked(Map.of("since", moment));
    }

    private Set<String> submissions(Asked asked) {
        return rounds.handIn("2026", asked).rows().stream().map(HandInRow::agency).collect(Collectors.toSet());
    }

    /** What a program read is not read again until it changed; whoever is late is so by another day on each. */
    @Test
    void submissionsThatChangedSinceAreReadAgain() {
        caller.actAs("thamdinh");
        LocalDate today = LocalDate.now(clock);
        sql("UPDATE assessment_round SET due_on = ?1 WHERE code = '2026'", today.plusDays(3));
        String then = clock.instant().plusSeconds(3600).toString();
        assertEquals(Set.of(), submissions(since(then)));
        HandInRow mine = mine();
        assertEquals("waiting 0", mine.standing() + " " + mine.daysLate());
        assertTrue(mine.contacts().stream().anyMatch(one -> one.startsWith("Nguyễn Thị Minh")), mine::toString);
        long assessment = number("SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " JOIN agency a ON a.id = s.agency_id WHERE r.code = '2026' AND a.code = '15'");
        sql("INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at) SELECT NEXTVAL(assessment_step_seq),"
                + " ?1, 'WITHDRAW', p.id, UTC_TIMESTAMP(6) + INTERVAL 2 HOUR FROM person p WHERE p.username = 'canbo'",
                assessment);
        assertEquals(Set.of("15"), submissions(since(then)));
        sql("DELETE FROM assessment_step WHERE assessment_id = ?1 AND step = 'WITHDRAW'", assessment);
        assertEquals(Set.of(), submissions(since(then)));
        sql("UPDATE stage_extension SET replaced_at = UTC_TIMESTAMP(6) WHERE replaced_at IS NULL");
        sql("UPDATE assessment_round SET due_on = ?1 WHERE code = '2026'", today.minusDays(2));
        assertTrue(submissions(since(today.toString())).contains("15"), "the round was changed today");
        sql("UPDATE assessment_round SET changed_at = NOW(6) - INTERVAL 9 DAY WHERE code = '2026'");
        assertEquals("overdue 2", mine().standing() + " " + mine().daysLate());
        assertTrue(submissions(since(today.minusDays(1).toString())).contains("15"), "it is late by another day");
        assertFalse(submissions(since(then)).contains("15"));
    }

    private HandInRow mine() {
        return rounds.handIn("2026", ALL).rows().stream().filter(row -> row.agency().equals("15")).findFirst()
                .orElseThrow();
    }

    @Test
    void agenciesThatChangedSinceAreReadAgain() {
        caller.actAs("thamdinh");
        sql("UPDATE agency SET changed_at = NOW(6) - INTERVAL 9 DAY");
        String then = clock.instant().minusSeconds(86_400).toString();
        assertEquals(List.of(), catalog.agencies(since(then)).rows());
        sql("UPDATE agency SET name_en = 'Another name' WHERE code = '15'");
        assertEquals(List.of("15"), catalog.agencies(since(then)).rows().stream().map(AgencyRow::agency).toList());
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT a.id, b.id FROM agency a JOIN agency b"
                + " ON b.code = '15' WHERE a.code = 'BTP'");
        assertEquals(Set.of("15", "BTP"), catalog.agencies(since(then)).rows().stream().map(AgencyRow::agency)
                .collect(Collectors.toSet()), "what it came from has changed");
    }

    /** A matter has its figure of then and its people, and its steps stand apart; what is restricted is in neither. */
    @Test
    void mattersHaveTheirFigureTheirPeopleAndTheirSteps() {
        for (boolean restricted : List.of(false, true)) {
            sql("INSERT INTO matter (id, kind, about, target, restricted, agency_id, person_id, asked_by, asked_from,"
                    + " asked_at, first_due_on, due_on, state, figure_value, figure_percent, version)"
                    + " SELECT NEXTVAL(matter_seq), 'QUESTION', 'TARGET', ?1, ?2, a.id, q.id, p.id, a.id, UTC_TIMESTAMP(6),"
                    + " '2026-01-31', '2026-02-28', 'OPEN', 42.5, TRUE, 0 FROM agency a JOIN person p ON p.username ="
                    + " 'lanhdao' JOIN person q ON q.username = 'canbo' WHERE a.code = '15'",
                    restricted ? "XR2" : "XR1", restricted);
        }
        sql("INSERT INTO matter_step (id, matter_id, step, words, due_on, taken_at) SELECT NEXTVAL(matter_step_seq), id,"
                + " 'SUCCEEDED', target, due_on, UTC_TIMESTAMP(6) FROM matter WHERE target IN ('XR1', 'XR2')");
        caller.actAs("kiemtoan");
        MatterRow row = matters().get(0);
        assertEquals(List.of("XR1"), matters().stream().map(MatterRow::target).toList());
        assertEquals("Nguyễn Thị Minh", row.person());
        assertEquals("15 2026-01-31 true",
                row.askedFrom() + " " + row.firstDueOn() + " " + row.figurePercent());
        assertEquals(0, row.figureValue().compareTo(new BigDecimal("42.5")));
        assertFalse(row.askedBy().isBlank());
        List<MatterStepRow> steps = steps(ALL);
        assertEquals(List.of("XR1"), steps.stream().map(MatterStepRow::words).toList());
        assertNull(steps.get(0).takenBy(), "it followed by itself");
        assertEquals(row.id(), steps.get(0).matter());
        assertEquals(List.of(), steps(since("2999-01-01")));
        caller.actAs("thamdinh");
        assertEquals(2, matters().size());
        assertEquals(2, steps(ALL).size());
    }

    /** Of each a program learns what it is about, what was read then, the round of its result and the meeting that decided it. */
    @Test
    void aMatterTellsWhatItIsAboutWhateverThatIs() {
        sql("INSERT INTO meeting (held_on, state, prepared_by, prepared_at) SELECT '2026-03-10', 'CLOSED', id,"
                + " UTC_TIMESTAMP(6) FROM person WHERE username = 'lanhdao'");
        long meeting = number("SELECT MAX(id) FROM meeting");
        String reading = ", figure_indicator, figure_reading, figure_reading_period";
        decided(meeting, "TARGET", false, "target", "'P1-01'");
        decided(meeting, "AGENCY", false, "figure_level", "3");
        decided(meeting, "SCORECARD", false, "assessment_id", "s.id");
        decided(meeting, "DIMENSION", false, "assessment_id, criterion", "s.id, 'STR'");
        decided(meeting, "CRITERION", false, "assessment_id, criterion, figure_measured" + reading,
                "s.id, 'STR.1', 2, 'x_read', 40.5, 'Q1/2026'");
        decided(meeting, "INDICATOR", false, "indicator, figure_indicator", "'x_read', 'x_read'");
        decided(meeting, "READING", false, "indicator" + reading, "'x_read', 'x_read', 12, 'Q2/2026'");
        decided(meeting, "SOURCE", false, "source", "'x_source'");
        decided(meeting, "READING", true, "indicator" + reading, "'x_hidden', 'x_hidden', 99, 'Q2/2026'");
        caller.actAs("kiemtoan");
        List<String> told = List.of("TARGET P1-01 – – – – – – – –", "AGENCY – – – – – – – – –",
                "SCORECARD – – – – 2025 – – – –", "DIMENSION – STR – – 2025 – – – –",
                "CRITERION – STR.1 – – 2025 2 x_read 40.500000 Q1/2026", "INDICATOR – – x_read – – – x_read – –",
                "READING – – x_read – – – x_read 12.000000 Q2/2026", "SOURCE – – – x_source – – – – –");
        assertEquals(told, told(meeting));
        caller.actAs("thamdinh");
        assertEquals(Stream.concat(told.stream(),
                Stream.of("READING – – x_hidden – – – x_hidden 99.000000 Q2/2026")).toList(), told(meeting));
    }

    private void decided(long meeting, String about, boolean restricted, String columns, String values) {
        sql("INSERT INTO matter (id, kind, about, restricted, agency_id, asked_by, asked_from, asked_at, first_due_on,"
                + " due_on, state, figure_percent, meeting_id, version, " + columns + ") SELECT NEXTVAL(matter_seq),"
                + " 'DECISION', ?1, ?2, a.id, p.id, a.id, UTC_TIMESTAMP(6), '2026-03-31', '2026-03-31', 'OPEN', TRUE, ?3,"
                + " 0, " + values + " FROM agency a JOIN person p ON p.username = 'lanhdao' JOIN assessment s"
                + " ON s.agency_id = a.id JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025'"
                + " WHERE a.code = '15'", about, restricted, meeting);
    }

    private List<String> told(long meeting) {
        return registers.matters(ALL).rows().stream()
                .filter(row -> row.meeting() != null && row.meeting() == meeting)
                .map(row -> Stream.of(row.about(), row.target(), row.criterion(), row.indicator(), row.source(),
                        row.round(), row.figureMeasured(), row.figureIndicator(), row.figureReading(),
                        row.figureReadingPeriod()).map(value -> value == null ? "–" : value.toString())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private List<MatterRow> matters() {
        return registers.matters(ALL).rows().stream().filter(row -> row.target() != null)
                .filter(row -> row.target().startsWith("XR")).toList();
    }

    private List<MatterStepRow> steps(Asked asked) {
        return registers.steps(asked).rows().stream().filter(row -> row.words() != null)
                .filter(row -> row.words().startsWith("XR")).toList();
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
            TargetStepRow today = known.get(known.size() - 1);
            assertEquals(Arrays.asList(row.reported(), row.due()), Arrays.asList(today.reported(), today.due()));
            assertEquals(row.stale(), row.confidence().equals("WEAK") && row.stale(), "what is stale is weak");
            assertTrue(row.low() == null ? row.high() == null : row.low().compareTo(row.high()) <= 0, row.target());
            assertTrue(
                    row.low() == null || row.low().compareTo(row.value()) <= 0 && row.value().compareTo(row.high()) <= 0
                            || row.relation().contains("≤"),
                    row.target());
            assertEquals(row.forecastMiddle() != null, steps.stream()
                    .anyMatch(step -> step.target().equals(row.target()) && step.kind().equals("forecast")));
        }
        assertTrue(rows.stream().anyMatch(row -> row.forecastMiddle() != null));
        assertTrue(rows.stream().allMatch(row -> row.value() == null == (row.stale() == null)));
        assertTrue(rows.stream().filter(row -> row.low() != null).count() > 10);
        assertTrue(steps.stream().filter(step -> !step.kind().equals("forecast"))
                .allMatch(step -> step.due() != null && step.reported() <= step.due()), "n of m");
        for (TargetRow row : rows) {
            assertEquals(row.planned() != null, row.ifKept() != null, row.target());
            assertTrue(row.ifKept() == null || row.forecastMiddle() == null
                    || row.ifKept().compareTo(row.forecastMiddle()) == 0, "the demonstration plans nothing");
        }
        assertTrue(rows.stream().anyMatch(row -> row.ifKept() != null));
        List<CoverageRow> coverage = targets.coverage(null, ALL).rows();
        assertTrue(coverage.stream().anyMatch(row -> row.type() != null && row.due() < 5),
                "who sees all sees all types");
        caller.actAs("lanhdao.tinh");
        assertTrue(targets.coverage(null, ALL).rows().stream()
                .allMatch(row -> row.type() == null || row.due() >= 5));
    }
}
