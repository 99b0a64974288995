package vn.thang.assessment.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** The queue as a list: its orders, its filters, what it costs; and who is given which case. */
class ReviewQueueIT extends ProvinceFixture {

    @Inject
    private AssessmentReview review;

    @Inject
    private CaseAssignment assignment;

    private List<QueueLine> all;
    private long other;

    @BeforeEach
    void otherReviewer() {
        sql("INSERT INTO person (id, username, full_name, password_hash) SELECT NEXTVAL(person_seq), 'hd.tinh',"
                + " 'Âu Thị Bình', 'x' FROM person WHERE username = 'quantri'");
        other = person("hd.tinh");
        caller.actAs("thamdinh");
        all = rows(Map.of(), Cut.whole(QueueOrder.RISK, false));
    }

    @Test
    void everyOrderGoesBothWaysAndPagesDoNotOverlap() {
        assertTrue(all.size() > 25);
        for (QueueOrder order : QueueOrder.values()) {
            List<Long> up = ids(rows(Map.of(), Cut.whole(order, false)));
            assertEquals(Set.copyOf(ids(all)), Set.copyOf(up), order::name);
            assertEquals(all.size(), ids(rows(Map.of(), Cut.whole(order, true))).size(), order::name);
            assertEquals(up.subList(0, 25), ids(rows(Map.of(), new Cut<>(order, false, 1, 25))), order::name);
            assertEquals(up.subList(25, Math.min(50, up.size())),
                    ids(rows(Map.of(), new Cut<>(order, false, 2, 25))), order::name);
        }
        ordered(QueueOrder.SIGNALS, line -> (double) line.signals().size());
        ordered(QueueOrder.WEIGHT, QueueLine::risk);
        ordered(QueueOrder.DECLARED, line -> (double) line.declaredLevel());
        List<Double> natural = all.stream().map(QueueLine::risk).toList();
        assertEquals(natural.stream().sorted(Comparator.reverseOrder()).toList(), natural);
    }

    private void ordered(QueueOrder order, Function<QueueLine, Double> value) {
        List<Double> values = rows(Map.of(), Cut.whole(order, true)).stream().map(value).toList();
        assertEquals(values.stream().sorted(Comparator.reverseOrder()).toList(), values, order::name);
        assertTrue(values.get(0) > values.get(values.size() - 1), order::name);
    }

    @Test
    void everySignalThatARowShowsCanBeFilteredBy() {
        sql("INSERT IGNORE INTO second_review (assessment_id) VALUES (" + all.get(0).assessment() + ")");
        all = rows(Map.of(), Cut.whole(QueueOrder.RISK, false));
        for (QueueSignal.Kind kind : QueueSignal.Kind.values()) {
            Predicate<QueueLine> shows = line -> line.signals().stream().anyMatch(signal -> signal.kind() == kind);
            assertEquals(all.stream().filter(shows).map(QueueLine::assessment).sorted().toList(),
                    ids(rows(Map.of("mark", kind.name()), Cut.whole(QueueOrder.RISK, false))).stream().sorted()
                            .toList(),
                    kind::name);
        }
        assertTrue(all.stream().flatMap(line -> line.signals().stream()).map(QueueSignal::kind).distinct().count() > 3);
    }

    @Test
    void byTypeAndByTheAgencyAbove() {
        assertEquals(all.stream().filter(line -> line.agencyType().equals("ministry")).count(),
                total(Map.of("type", "ministry")));
        assertEquals(all.size(), total(Map.of("above", "VN")));
        QueueLine one = all.get(0);
        assertEquals(List.of(one.assessment()),
                ids(rows(Map.of("above", one.agencyCode(), "type", one.agencyType()), Cut.by(QueueOrder.RISK))));
        assertEquals(0, total(Map.of("above", "không có")));
        assertEquals(all.size(), total(Map.of("mark", "x", "state", "NOT_STARTED", "reviewer", "x")));
    }

    /** What is not measured any more counts as risk whatever was measured last, twice while nobody has explained it. */
    @Test
    void silenceNeverLowersTheRisk() {
        QueueLine line = all.stream().filter(one -> one.discrepancies() == 0).findFirst().orElseThrow();
        assertEquals(0, line.aboveMeasured());
        sql("INSERT INTO discrepancy (id, assessment_id, criterion, dimension, restricted, indicator, period, value, declared,"
                + " measured, lapsed, state, stands, late, opened_at) SELECT NEXT VALUE FOR discrepancy_seq, ?1, 'SHR.1', 'SHR',"
                + " FALSE, 'systems_connected', '2024-Q3', 100, 3, 5, TRUE, 'OPEN', 1, FALSE, NOW(6)",
                line.assessment());
        double unexplained = again(line).aboveMeasured();
        assertTrue(unexplained > 0, () -> String.valueOf(unexplained));
        assertEquals(line.risk() + unexplained, again(line).risk(), 1e-4);
        sql("UPDATE discrepancy SET state = 'EXPLAINED' WHERE assessment_id = ?1 AND period = '2024-Q3'",
                line.assessment());
        assertEquals(unexplained / 2, again(line).aboveMeasured(), 1e-4);
    }

    private QueueLine again(QueueLine line) {
        return rows(Map.of(), Cut.whole(QueueOrder.RISK, false)).stream()
                .filter(one -> one.assessment() == line.assessment()).findFirst().orElseThrow();
    }

    @Test
    void theQueueCostsTheSameHoweverManyThereAre() {
        long few = used(() -> rows(Map.of(), new Cut<>(QueueOrder.RISK, false, 1, 25)));
        assertEquals(few, used(() -> rows(Map.of("mark", "RISEN"), new Cut<>(QueueOrder.SIGNALS, true, 1, 100))));
        assertTrue(few <= 3, () -> "statements: " + few);
    }

    @Test
    void chosenCasesAreGivenToAReviewerAndTakenBack() {
        role("hd.tinh", "VN", "REVIEWER");
        Set<Long> chosen = Set.of(all.get(0).assessment(), all.get(1).assessment());
        assertTrue(assignment.reviewers().stream().anyMatch(one -> one.id() == other));
        assignment.assign(chosen, other);
        assertEquals(chosen, Set.copyOf(ids(rows(Map.of("reviewer", String.valueOf(other)), Cut.by(QueueOrder.RISK)))));
        assertEquals(all.size() - 2, total(Map.of("reviewer", "none")));
        assertEquals("Âu Thị Bình", rows(Map.of(), Cut.by(QueueOrder.RISK)).get(0).reviewer());
        assertEquals(2, number("SELECT COUNT(*) FROM change_log WHERE action = 'assign-review' AND details = ?1",
                "reviewer=" + other));
        assignment.assign(Set.of(all.get(0).assessment()), person("thamdinh"));
        assertEquals(1, total(Map.of("reviewer", "me")));
        assignment.assign(chosen, null);
        assertEquals(all.size(), total(Map.of("reviewer", "none")));
    }

    @Test
    void nobodyIsGivenACaseThatTheyCouldNotReview() throws Exception {
        Set<Long> chosen = Set.of(all.get(0).assessment(), all.get(1).assessment());
        String agency = all.get(1).agencyCode();
        role("hd.tinh", all.get(0).agencyCode(), "REVIEWER");
        refusedAndUndone("review.assign.not-theirs", () -> assignment.assign(chosen, other));
        otherReviewer();
        role("hd.tinh", "VN", "REVIEWER");
        role("hd.tinh", agency, "OFFICER");
        refusedAndUndone("review.assign.belonged", () -> assignment.assign(chosen, other));
        otherReviewer();
        role("hd.tinh", "VN", "REVIEWER");
        sql("INSERT IGNORE INTO second_review (assessment_id) VALUES (" + all.get(0).assessment() + ")");
        sql("UPDATE second_review SET reviewer_id = " + other + " WHERE assessment_id = " + all.get(0).assessment());
        refusedAndUndone("review.assign.second", () -> assignment.assign(chosen, other));
        otherReviewer();
        refusedAndUndone("list.none-chosen", () -> assignment.assign(Set.of(), null));
        otherReviewer();
        refusedAndUndone("review.assign.unknown", () -> assignment.assign(Set.of(-7L), null));
        otherReviewer();
        sql("UPDATE assessment SET state = 'FINAL' WHERE id = ?1", all.get(0).assessment());
        refusedAndUndone("review.assign.not-now", () -> assignment.assign(chosen, null));
        assertEquals(0, number("SELECT COUNT(*) FROM assigned_review"));
    }

    @Test
    void onlyWhoReviewsTheAgencyGivesItAway() {
        Set<Long> chosen = Set.of(all.get(0).assessment());
        for (String person : List.of("canbo", "lanhdao", "quantri", "kiemtoan")) {
            caller.actAs(person);
            forbidden(() -> assignment.assign(chosen, null));
            forbidden(assignment::reviewers);
        }
        role("hd.tinh", all.get(1).agencyCode(), "REVIEWER");
        caller.actAs("hd.tinh");
        forbidden(() -> assignment.assign(chosen, null));
        caller.actAs("thamdinh");
        role("thamdinh", all.get(0).agencyCode(), "OFFICER");
        forbidden(() -> assignment.assign(chosen, null));
    }

    private long total(Map<String, String> asked) {
        return list(asked, Cut.by(QueueOrder.RISK)).total();
    }

    private List<QueueLine> rows(Map<String, String> asked, Cut<QueueOrder> cut) {
        return list(asked, cut).rows();
    }

    private Slice<QueueLine> list(Map<String, String> asked, Cut<QueueOrder> cut) {
        return review.queue(QueueFilter.of(asked, review.seen()), cut);
    }

    private static List<Long> ids(List<QueueLine> lines) {
        return lines.stream().map(QueueLine::assessment).toList();
    }
}
