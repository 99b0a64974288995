package vn.thang.assessment.discrepancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.MeasuredFixture;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.discrepancy.Discrepancy.State;
import vn.thang.assessment.review.AssessmentReview;
import vn.thang.assessment.review.QueueFilter;
import vn.thang.assessment.review.QueueLine;
import vn.thang.assessment.review.QueueOrder;
import vn.thang.assessment.score.MeanBias;
import vn.thang.assessment.score.ReadingsScoring;
import vn.thang.assessment.score.ScoreRebuild;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.period.Period;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;

/** The register of what the province of the demonstration declares above its readings; everything is undone. */
class DiscrepancyIT extends MeasuredFixture {

    private static final String EXPLANATION = "Nguồn dữ liệu chưa cập nhật.";

    private static final Cut<DiscrepancyOrder> WIDEST = Cut.by(DiscrepancyOrder.GAP);

    @Inject
    private DiscrepancyProcedure procedure;

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private AssessmentReview review;

    @Inject
    private ScoreRebuild rebuild;

    @Inject
    private ReadingsScoring scoring;

    @Inject
    private Catalog catalog;

    /** Everything at the first level, and nothing measured. */
    @BeforeEach
    void begin() throws Exception {
        sql("DELETE FROM discrepancy_step WHERE discrepancy_id IN (SELECT id FROM discrepancy WHERE assessment_id = ?1)",
                head.id());
        sql("DELETE FROM discrepancy WHERE assessment_id = ?1", head.id());
        sql("DELETE FROM answer WHERE assessment_id = ?1", head.id());
        rebuild.rebuild(head.roundId(), head.modelRef());
        answers().andAllOthers("1", null);
    }

    @Test
    void anEntryOpensFollowsAndIsSettled() {
        tells("data-exchange", "systems_connected", 31);
        assertTrue(procedure.find(head.id(), "SHR.1").isEmpty(), "1 is not above 2");
        answers().with("SHR.1", "3");
        DiscrepancyEntry entry = entry("SHR.1");
        assertEquals(List.of(State.OPEN, 3, 2, "SHR", ended.toString(), false),
                List.of(entry.state(), entry.declared(), entry.measured(), entry.dimension(),
                        entry.period(), entry.late()));
        assertEquals(0, new BigDecimal(31).compareTo(entry.value()));
        answers().with("SHR.1", "5");
        assertEquals(List.of(entry.id(), 5), List.of(entry("SHR.1").id(), entry("SHR.1").declared()),
                "nobody has explained it yet");
        tells("data-exchange", "systems_connected", 32);
        assertEquals(0, new BigDecimal(32).compareTo(entry("SHR.1").value()));
        answers().with("SHR.1", "2");
        assertEquals(State.SETTLED, entry("SHR.1").state());
        assertTrue(entry("SHR.1").settledAt() != null);
        answers().with("SHR.1", "4");
        assertEquals(List.of(entry.id(), State.OPEN), List.of(entry("SHR.1").id(), entry("SHR.1").state()));
        tells("data-exchange", "systems_connected", 92);
        assertEquals(State.SETTLED, entry("SHR.1").state(), "the reading is another one");
        assertEquals(List.of("OPENED", "CHANGED", "SETTLED", "OPENED", "SETTLED"), steps(entry.id()));
    }

    /** The last level holds for two periods; then the answer is not measured any more, which has to be explained. */
    @Test
    void silenceOpensAnEntry() {
        opened("SHR.1");
        procedure.explain(head.id(), "SHR.1", EXPLANATION);
        DiscrepancyEntry explained = entry("SHR.1");
        Period stale = Period.oldestFresh(Indicator.Period.QUARTER,
                catalog.indicator("systems_connected").orElseThrow().maxAge(), LocalDate.now(clock)).back();
        sql("UPDATE reading SET period = ?2 WHERE agency_id = ?1", head.agencyId(), stale.begin());
        scoring.shares().stream().filter(share -> share.agencies().contains(head.agencyId())).forEach(scoring::again);
        assertEquals(List.of(explained.id(), State.EXPLAINED), List.of(entry("SHR.1").id(), entry("SHR.1").state()));
        sql("UPDATE reading SET period = ?2 WHERE agency_id = ?1", head.agencyId(), stale.back().back().begin());
        scoring.shares().stream().filter(share -> share.agencies().contains(head.agencyId())).forEach(scoring::again);
        DiscrepancyEntry lapsed = entry("SHR.1");
        assertNotEquals(explained.id(), lapsed.id());
        assertEquals(List.of(State.OPEN, true, explained.declared(), explained.measured()),
                List.of(lapsed.state(), lapsed.lapsed(), lapsed.declared(), lapsed.measured()));
        tells("data-exchange", "systems_connected", 33);
        assertEquals(List.of(lapsed.id(), State.OPEN, false),
                List.of(entry("SHR.1").id(), entry("SHR.1").state(), entry("SHR.1").lapsed()), "it is measured again");
    }

    /** Whoever never reported what holds levels down explains it before submitting, however low the level is. */
    @Test
    void whatWasNeverMeasuredIsExplainedAsWell() {
        nothingReported(head.agencyId());
        answers().with("SHR.1", "2");
        DiscrepancyEntry never = entry("SHR.1");
        assertEquals(List.of(State.OPEN, true, 2, 2),
                List.of(never.state(), never.lapsed(), never.declared(), never.difference()));
        assertNull(never.measured());
        assertNull(never.value());
        assertEquals(List.of("DIG.1", "OPN.2", "SEC.1", "SHR.1"), procedure.unexplained(head.id()));
        assertEquals(Set.of("DIG.1", "OPN.2", "SEC.1", "SHR.1"), listed("canbo"));
        assertEquals("discrepancy.unexplained",
                assertThrows(BusinessException.class, () -> signing.submit(head.id())).key());
        procedure.explain(head.id(), "SHR.1", EXPLANATION);
        assertEquals(List.of("DIG.1", "OPN.2", "SEC.1"), procedure.unexplained(head.id()));
        tells("data-exchange", "systems_connected", 61);
        assertEquals(List.of(never.id(), State.SETTLED), List.of(entry("SHR.1").id(), entry("SHR.1").state()));
        assertEquals(List.of("OPENED", "EXPLAINED", "SETTLED"), steps(never.id()));
    }

    @Test
    void anExplanationHoldsForTheLevelsThatItExplains() {
        opened("SHR.1");
        procedure.explain(head.id(), "SHR.1", EXPLANATION);
        DiscrepancyEntry explained = entry("SHR.1");
        assertEquals(List.of(State.EXPLAINED, EXPLANATION), List.of(explained.state(), explained.explanation()));
        tells("data-exchange", "systems_connected", 33);
        assertEquals(explained.id(), entry("SHR.1").id(), "the same levels");
        assertEquals(State.EXPLAINED, entry("SHR.1").state());
        answers().with("SHR.1", "5");
        assertNotEquals(explained.id(), entry("SHR.1").id());
        assertEquals(State.OPEN, entry("SHR.1").state());
        assertEquals(List.of("OPENED", "EXPLAINED", "SETTLED"), steps(explained.id()));
        assertEquals(2, number("SELECT COUNT(*) FROM discrepancy WHERE assessment_id = ?1", head.id()),
                "nothing is deleted");
    }

    @Test
    void nothingIsSubmittedOrSignedWithoutItsExplanation() {
        opened("SHR.1");
        tells("public-service-portal", "papers_once_only", 0);
        answers().with("DIG.2", "2");
        BusinessException refused = assertThrows(BusinessException.class, () -> signing.submit(head.id()));
        assertEquals("discrepancy.unexplained", refused.key());
        assertEquals(List.of(2, "DIG.2, SHR.1"), List.of(refused.arguments()));
        procedure.explain(head.id(), "SHR.1", EXPLANATION);
        assertEquals(List.of("DIG.2"), procedure.unexplained(head.id()));
        procedure.explain(head.id(), "DIG.2", EXPLANATION);
        signing.submit(head.id());
        tells("data-exchange", "systems_connected", 5);
        caller.actAs("lanhdao.tinh");
        String seen = signing.sheet(head.id()).seen();
        assertEquals("discrepancy.unexplained",
                assertThrows(BusinessException.class, () -> signing.sign(head.id(), seen, "Chủ tịch", null)).key());
        procedure.explain(head.id(), "SHR.1", EXPLANATION);
        assertEquals("sign.changed", assertThrows(BusinessException.Conflict.class,
                () -> signing.sign(head.id(), seen, "Chủ tịch", null)).key(), "explanations are signed too");
        assertEquals(AssessmentState.HANDED_IN,
                signing.sign(head.id(), signing.sheet(head.id()).seen(), "Chủ tịch", null).state());
    }

    @Test
    void aReviewerDecidesOnceWithAReason() {
        opened("SHR.1");
        handedIn();
        caller.actAs("thamdinh");
        assertEquals("discrepancy.not-explained", refusal(true, "Lý do", entry("SHR.1").newestStep()));
        caller.actAs("canbo");
        procedure.explain(head.id(), "SHR.1", EXPLANATION);
        caller.actAs("thamdinh");
        assertEquals("discrepancy.changed", refusal(true, "Lý do", 0));
        assertEquals("discrepancy.reason-missing", refusal(false, " ", entry("SHR.1").newestStep()));
        procedure.decide(head.id(), "SHR.1", false, "Chưa chứng minh.", entry("SHR.1").newestStep());
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'reject-discrepancy' AND subject_id = ?1"
                + " AND details = 'SHR.1 Chưa chứng minh.'", head.id()));
        assertEquals(List.of(State.REJECTED, "Chưa chứng minh."),
                List.of(entry("SHR.1").state(), entry("SHR.1").reason()));
        assertEquals("discrepancy.decided", refusal(true, "Lý do", entry("SHR.1").newestStep()));
        assertEquals(0, number("SELECT COUNT(*) FROM notice WHERE kind = 'DISCREPANCY_REJECTED' AND subject_id = ?1",
                head.id()), "the agency sees it with its provisional result");
        caller.actAs("canbo");
        assertEquals(State.EXPLAINED, entry("SHR.1").state());
        assertEquals("discrepancy.decided", assertThrows(BusinessException.Conflict.class,
                () -> procedure.explain(head.id(), "SHR.1", "Khác")).key());
    }

    @Test
    void aReadingThatComesAfterHandingInOpensALateEntryAndTellsTheAgency() {
        answers().with("SHR.1", "4");
        handedIn();
        tells("data-exchange", "systems_connected", 31);
        assertTrue(entry("SHR.1").late());
        assertEquals(1, number(
                "SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id WHERE n.kind = 'DISCREPANCY_LATE'"
                        + " AND p.username = 'canbo' AND n.subject_id = ?1 AND n.detail = 'SHR.1'",
                head.id()));
        caller.actAs("canbo");
        procedure.explain(head.id(), "SHR.1", EXPLANATION);
        assertEquals(State.EXPLAINED, entry("SHR.1").state());
        caller.actAs("thamdinh");
        QueueLine line = review.queue(new QueueFilter("15", AssessmentState.HANDED_IN), Cut.by(QueueOrder.RISK)).rows()
                .stream()
                .filter(one -> one.assessment() == head.id()).findFirst().orElseThrow();
        assertEquals(List.of(1, 0), List.of(line.discrepancies(), line.unexplained()));
    }

    /** Such as when a round is scored anew. */
    @Test
    void manyEntriesThatOpenTogetherAreToldTogether() {
        catalog.indicators().stream()
                .filter(one -> one.period().equals(Indicator.Period.QUARTER) && one.shape() == Indicator.Shape.RATIO
                        && one.scope().contains("province") && one.formula().isEmpty())
                .forEach(one -> tells(one.source(), one.code(), 1));
        handedIn();
        sql("UPDATE answer SET value = '5' WHERE assessment_id = ?1", head.id());
        entities.clear();
        caller.actAs("quantri");
        rebuild.rebuild(head.roundId(), head.modelRef());
        String told = (String) entities
                .createNativeQuery("SELECT MAX(detail) FROM notice WHERE kind = 'DISCREPANCY_LATE' AND subject_id = ?1")
                .setParameter(1, head.id()).getSingleResult();
        assertEquals(number("SELECT COUNT(*) FROM discrepancy WHERE assessment_id = ?1 AND state = 'OPEN'", head.id()),
                told.split(", ").length);
        assertTrue(told.split(", ").length > 10, told);
    }

    @Test
    void othersNeitherExplainNorDecide() {
        opened("SHR.1");
        for (String person : List.of("canbo.bo", "thamdinh", "lanhdao", "kiemtoan", "hoidong", "quantri")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> procedure.explain(head.id(), "SHR.1", EXPLANATION),
                    person);
        }
        caller.actAs("canbo");
        assertEquals("discrepancy.explanation-missing",
                assertThrows(BusinessException.class, () -> procedure.explain(head.id(), "SHR.1", "  ")).key());
        assertEquals("discrepancy.none-here", assertThrows(BusinessException.NotFound.class,
                () -> procedure.explain(head.id(), "SHR.2", EXPLANATION)).key());
        procedure.explain(head.id(), "SHR.1", EXPLANATION);
        handedIn();
        for (String person : List.of("canbo", "lanhdao.tinh", "canbo.bo", "lanhdao", "kiemtoan", "hoidong",
                "quantri")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class,
                    () -> procedure.decide(head.id(), "SHR.1", true, "Lý do", 0), person);
        }
        sql("INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXT VALUE FOR membership_seq, p.id, s.agency_id, 'OFFICER',"
                + " r.opens_on FROM person p JOIN assessment s ON s.id = ?1 JOIN assessment_round r ON r.id = s.round_id WHERE p.username = 'thamdinh'",
                head.id());
        caller.actAs("thamdinh");
        assertEquals("review.own-agency", assertThrows(BusinessException.Forbidden.class,
                () -> procedure.decide(head.id(), "SHR.1", true, "Lý do", 0)).key());
    }

    @Test
    void whatWasNotHandedInOnlyTheOwnPeopleSee() {
        opened("SHR.1");
        assertEquals(Set.of("SHR.1"), listed("canbo"));
        assertEquals(Set.of("SHR.1"), listed("lanhdao.tinh"));
        assertEquals(Set.of(), listed("lanhdao"));
        assertEquals(Set.of(), listed("thamdinh"));
        handedIn();
        assertEquals(Set.of("SHR.1"), listed("lanhdao"));
        assertEquals(Set.of(), listed("canbo.bo"));
        caller.actAs("canbo.bo");
        assertThrows(BusinessException.Forbidden.class, () -> procedure.find(head.id(), "SHR.1"));
        caller.actAs("phoihop");
        assertThrows(BusinessException.Forbidden.class, () -> register.page(filter("15"), WIDEST));
    }

    @Test
    void restrictedEntriesAreForThoseWhoMayReadTheAnswer() {
        opened("SHR.1");
        tells("security-register", "security_dossiers", 10);
        answers().with("SEC.1", "4");
        handedIn();
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "hoidong")) {
            assertEquals(Set.of("SEC.1", "SHR.1"), listed(person), person);
        }
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            assertEquals(Set.of("SHR.1"), listed(person), person);
        }
        caller.actAs("thamdinh");
        assertEquals(new MeanBias("15", name(), 5, 2), agencyBias());
        caller.actAs("kiemtoan");
        assertEquals(new MeanBias("15", name(), 2, 1), agencyBias(), "without the restricted answer");
        assertTrue(register.above(filter("15")).dimensions().stream().noneMatch(bias -> bias.of().equals("SEC")));
    }

    @Test
    void filtersNarrowTheRegister() {
        opened("SHR.1");
        tells("public-service-portal", "papers_once_only", 0);
        answers().with("DIG.2", "2");
        procedure.explain(head.id(), "DIG.2", EXPLANATION);
        assertEquals(Set.of("DIG.2", "SHR.1"), listed(filter("15")));
        assertEquals(Set.of("DIG.2"), listed(DiscrepancyFilter.of("2026", "EXPLAINED", null, "15", null, null)));
        assertEquals(Set.of("SHR.1"), listed(DiscrepancyFilter.of("2026", null, "SHR", "15", null, null)));
        assertEquals(Set.of("DIG.2"),
                listed(DiscrepancyFilter.of("2026", "no state", null, "15", "province", "papers_once_only")));
        assertEquals(Set.of(), listed(DiscrepancyFilter.of("2026", null, null, "15", "ministry", null)));
        assertEquals(Set.of(), listed(DiscrepancyFilter.of("2025", null, null, "15", null, null)));
    }

    @Test
    void theRegisterHasEveryOrderBothWaysAndPagesOfTheAskedSize() {
        opened("SHR.1");
        handedIn();
        caller.actAs("lanhdao");
        DiscrepancyFilter all = new DiscrepancyFilter("2026", null, null, null, null, null);
        for (DiscrepancyOrder order : DiscrepancyOrder.values()) {
            List<Long> up = every(all, order, false);
            assertEquals(Set.copyOf(up), Set.copyOf(every(all, order, true)), order::name);
            assertEquals(up.size(), Set.copyOf(up).size(), order::name);
            assertEquals(up.subList(0, 25), ids(all, new Cut<>(order, false, 1, 25)), order::name);
            assertEquals(up.subList(25, Math.min(50, up.size())), ids(all, new Cut<>(order, false, 2, 25)));
        }
        List<Integer> measured = register.page(all, new Cut<>(DiscrepancyOrder.MEASURED, true, 1, 100)).rows().stream()
                .map(line -> line.entry().measured()).toList();
        assertEquals(measured.stream().sorted(Comparator.reverseOrder()).toList(), measured);
    }

    private List<Long> every(DiscrepancyFilter filter, DiscrepancyOrder order, boolean descending) {
        int pages = register.page(filter, new Cut<>(order, descending, 1, 100)).pages();
        return IntStream.rangeClosed(1, pages).boxed()
                .flatMap(page -> ids(filter, new Cut<>(order, descending, page, 100)).stream()).toList();
    }

    private List<Long> ids(DiscrepancyFilter filter, Cut<DiscrepancyOrder> cut) {
        return register.page(filter, cut).rows().stream().map(line -> line.entry().id()).toList();
    }

    private void shown(DiscrepancyFilter filter) {
        register.page(filter, WIDEST);
        register.above(filter);
    }

    /** However many entries and agencies there are. */
    @Test
    void aPageCostsTheSameNumberOfStatements() {
        opened("SHR.1");
        handedIn();
        caller.actAs("lanhdao");
        DiscrepancyFilter all = new DiscrepancyFilter("2026", null, null, null, null, null);
        shown(all);
        long first = used(() -> shown(all));
        long entries = register.page(all, WIDEST).total();
        sql("INSERT INTO discrepancy (id, assessment_id, criterion, dimension, restricted, indicator, period, value, declared, measured, state, stands, late,"
                + " opened_at) SELECT NEXT VALUE FOR discrepancy_seq, s.id, CONCAT('X', s.id), 'SHR', FALSE, 'systems_connected', '2026-Q3', 1, 4, 1, 'OPEN', 1, FALSE, NOW(6) FROM assessment s"
                + " JOIN assessment m ON m.round_id = s.round_id AND m.id = ?1 WHERE s.state IN ('HANDED_IN', 'ADMITTED')",
                head.id());
        assertTrue(register.page(all, WIDEST).total() > entries + 20);
        assertEquals(first, used(() -> shown(all)));
        assertTrue(first <= 6, () -> "statements: " + first);
    }

    @Test
    void aPublishedRoundIsLeftAlone() {
        opened("SHR.1");
        handedIn();
        sql("UPDATE assessment_round SET state = 'PUBLISHED' WHERE id = (SELECT round_id FROM assessment WHERE id = ?1)",
                head.id());
        entities.clear();
        tells("data-exchange", "systems_connected", 95);
        assertEquals(State.OPEN, entry("SHR.1").state());
        caller.actAs("canbo");
        assertThrows(BusinessException.class, () -> procedure.explain(head.id(), "SHR.1", EXPLANATION));
    }

    /** Declared 4, measured 2. */
    private void opened(String criterion) {
        tells("data-exchange", "systems_connected", 31);
        answers().with(criterion, "4");
        assertEquals(State.OPEN, entry(criterion).state());
    }

    private DiscrepancyEntry entry(String criterion) {
        return procedure.find(head.id(), criterion).orElseThrow();
    }

    private String refusal(boolean accept, String reason, long seen) {
        return assertThrows(BusinessException.class, () -> procedure.decide(head.id(), "SHR.1", accept, reason, seen))
                .key();
    }

    private Set<String> listed(String person) {
        caller.actAs(person);
        return listed(filter("15"));
    }

    private Set<String> listed(DiscrepancyFilter filter) {
        return register.page(filter, WIDEST).rows().stream().filter(line -> line.agencyCode().equals("15"))
                .map(line -> line.entry().criterion()).collect(Collectors.toSet());
    }

    private MeanBias agencyBias() {
        return register.above(filter("15")).agencies().stream().filter(bias -> bias.of().equals("15")).findFirst()
                .orElseThrow();
    }

    private String name() {
        return head.agencyName();
    }

    private static DiscrepancyFilter filter(String words) {
        return new DiscrepancyFilter("2026", null, null, words, null, null);
    }

    private void handedIn() {
        sql("UPDATE assessment SET state = 'HANDED_IN', handed_in_at = NOW(6) WHERE id = ?1", head.id());
        entities.clear();
    }

    private void tells(String source, String indicator, int percent) {
        measured(source, indicator, percent);
        caller.actAs("canbo");
    }

    private List<String> steps(long entry) {
        return entities.createNativeQuery("SELECT step FROM discrepancy_step WHERE discrepancy_id = ?1 ORDER BY id")
                .setParameter(1, entry)
                .getResultList().stream().map(String::valueOf).toList();
    }
}
