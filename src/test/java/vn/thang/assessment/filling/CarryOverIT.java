package vn.thang.assessment.filling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.Progress;

/** The province of the demonstration takes answers over, and a commune of it takes over what it offers; everything is undone. */
class CarryOverIT extends ProvinceFixture {

    private static final int MOST_STATEMENTS = 11;

    @Inject
    private CarryOver carryOver;

    @Inject
    private EvidenceKeeping keeping;

    @Inject
    private EvidenceOpening opening;

    @Inject
    private CoWorking coWorking;

    @Inject
    private PresenceForgetting forgetting;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private EvidenceKeeping evidence;

    private String open;

    @BeforeEach
    void begin() throws Exception {
        caller.actAs(HandingIn.OFFICER);
        AssessmentView view = assessments.view(mine);
        open = carryOver.offers(mine).stream().map(OfferedAnswer::criterion)
                .filter(code -> !view.answers().containsKey(code)
                        && assessments.view(view.lastHead().orElseThrow().id()).evidenceOf(code).size() > 0)
                .findFirst().orElseThrow();
    }

    @Test
    void nothingCountsUntilItIsTakenOver() {
        AssessmentView before = assessments.view(mine);
        OfferedAnswer offer = offer("LAST");
        assertEquals(before.last().get(open).value(), offer.value());
        assertFalse(before.scored().isAnswered(open));
        int settled = before.standing().answered();
        long told = number("SELECT MAX(id) FROM change_log");
        assertEquals(1, carryOver.takeOpen(mine, Map.of("LAST", Set.of(open))));
        AssessmentView after = assessments.view(mine);
        assertEquals(settled + 1, after.standing().answered());
        assertEquals(offer.value(), after.answers().get(open).value());
        assertEquals(assessments.view(before.lastHead().orElseThrow().id()).evidenceOf(open).size(),
                after.evidenceOf(open).size());
        assertEquals(after.evidenceOf(open).stream()
                .map(one -> one.level() + " " + (one.file() ? one.sha256() : one.url())).sorted().toList(),
                entities.createNativeQuery("SELECT COALESCE(e.after_value, v.content) AS told FROM change_log e"
                        + " LEFT JOIN trail_value v ON v.entry_id = e.id AND v.kind = 'AFTER' WHERE e.action = 'attach'"
                        + " AND e.subject = 'assessment' AND e.subject_id = ?1 AND e.details = ?2 AND e.id > ?3 ORDER BY told")
                        .setParameter(1, mine).setParameter(2, open).setParameter(3, told)
                        .getResultList());
        assertEquals(after.scored().official().whole().level(),
                number("SELECT level FROM assessment_score WHERE assessment_id = " + mine));
    }

    /** What means the same is offered; what means something else is shown, and what there was not is neither. */
    @Test
    void anotherVersionOffersWhatGoesOnAndShowsWhatDoesNot() {
        Set<String> within = last();
        entities.createNativeQuery("UPDATE assessment_round SET model_version = '1.1' WHERE id = ?1")
                .setParameter(1, head(mine).roundId()).executeUpdate();
        AssessmentView view = assessments.view(mine);
        Set<String> across = last();
        Set<String> broken = new TreeSet<>(within);
        broken.removeAll(across);
        assertEquals("vn-dgm/1.0", view.lastHead().orElseThrow().modelRef());
        assertEquals(Set.of("DIG.2", "DIG.3", "OPN.2", "USE.1", "USE.4", "USE.5", "SKL.3"), broken);
        assertTrue(view.last().keySet().containsAll(broken));
        assertEquals(broken, view.lastApart().stream().filter(within::contains).collect(Collectors.toSet()),
                "beside the question its last answer is said to mean something else");
        assertTrue(within.containsAll(across));
        assertFalse(across.isEmpty());
        assertThrows(BusinessException.NotFound.class, () -> carryOver.take(mine, "LAST", "DIG.2", 0));
        assertEquals(1, carryOver.takeOpen(mine, Map.of("LAST", Set.of(open))));
    }

    private Set<String> last() {
        return carryOver.offers(mine).stream().filter(offer -> offer.origin().equals("LAST"))
                .map(OfferedAnswer::criterion).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theFileIsTheSameWithoutBeingStoredTwice() {
        carryOver.take(mine, "LAST", open, 0);
        AssessmentView view = assessments.view(mine);
        List<AttachedEvidence> files = view.evidenceOf(open).stream().filter(AttachedEvidence::file).toList();
        for (AttachedEvidence file : files) {
            AttachedEvidence first = assessments.view(view.lastHead().orElseThrow().id()).evidenceOf(open).stream()
                    .filter(one -> file.sha256().equals(one.sha256())).findFirst().orElseThrow();
            assertEquals(first.title(), file.title());
            assertEquals(0, number("SELECT COUNT(*) FROM evidence_content WHERE evidence_id = " + file.id()));
            assertEquals(opening.open(first.id()).content().length, opening.open(file.id()).content().length);
        }
    }

    @Test
    void theMarkStaysUntilSomebodyChangesTheAnswer() {
        carryOver.take(mine, "LAST", open, 0);
        CarriedAnswers.Mark mark = carryOver.marks(head(mine)).get(open);
        assertEquals("LAST", mark.origin());
        assertEquals(assessments.view(mine).lastHead().orElseThrow().roundName(), mark.name());
        GivenAnswer answer = assessments.view(mine).answers().get(open);
        workflow.answer(mine, new Draft(open, answer.value(), "nay đã khác", answer.version()));
        assertEquals(null, carryOver.marks(head(mine)).get(open));
    }

    @Test
    void aMeasuredLevelIsOfferedMarkedAndCountsOnceConfirmed() {
        OfferedAnswer offer = carryOver.offers(mine).stream().filter(one -> one.origin().equals("MEASURED")).findFirst()
                .orElseThrow();
        assertEquals("USE.1", offer.criterion());
        AssessmentView before = assessments.view(mine);
        assertEquals(String.valueOf(before.scored().readings().get("USE.1").level()), offer.value());
        assertFalse(before.scored().isAnswered("USE.1"));
        assertEquals(1, carryOver.takeOpen(mine, Map.of("MEASURED", Set.of("USE.1"))));
        assertEquals(offer.value(), assessments.view(mine).answers().get("USE.1").value());
        assertEquals(new CarriedAnswers.Mark("MEASURED", offer.from()), carryOver.marks(head(mine)).get("USE.1"));
    }

    @Test
    void whatSomebodyAnsweredSinceIsNotOverwritten() {
        workflow.answer(mine, new Draft(open, "1", "mới", 0));
        assertThrows(AnswerConflict.class, () -> carryOver.take(mine, "LAST", open, 0));
    }

    /** A comment without an answer is no answer: it stays beside what is taken over. */
    @Test
    void allAreTakenOverAtOnceAlsoWhereACommentStandsAlready() {
        workflow.answer(mine, new Draft(open, null, "sẽ trả lời sau", 0));
        String other = last().stream().filter(code -> !open.equals(code) && version(code) == 0
                && !"USE.1".equals(code)).findFirst().orElseThrow();
        assertEquals(3, carryOver.takeOpen(mine,
                Map.of("LAST", Set.of(open, other), "MEASURED", Set.of("USE.1"))));
        assertEquals("sẽ trả lời sau", assessments.view(mine).answers().get(open).comment());
        assertEquals(Set.of(open, other, "USE.1"), Set.copyOf(carryOver.marks(head(mine)).keySet().stream()
                .filter(Set.of(open, other, "USE.1")::contains).toList()));
    }

    /** The first origin is taken, the second refused; the transaction of the whole deed keeps neither. */
    @Test
    void whatSomebodyAnsweredSinceIsRefusedAmongAllThatWereChosen() {
        workflow.answer(mine, new Draft("USE.1", "1", "mới", 0));
        assertThrows(AnswerConflict.class, () -> carryOver.takeOpen(mine,
                new TreeMap<>(Map.of("LAST", Set.of(open), "MEASURED", Set.of("USE.1")))));
    }

    /** Whoever will be merged answers for itself until then. */
    @Test
    void whatAnAgencyAnsweredIsOfferedOnceItIsMerged() {
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT a.id, b.id FROM agency a, agency b"
                + " WHERE a.code = '15' AND b.code = '48'");
        sql("UPDATE agency SET valid_to = ?1 WHERE code = '48'", LocalDate.now(clock));
        assertEquals(0, offered("FORMER"));
        sql("UPDATE agency SET valid_to = ?1 WHERE code = '48'", LocalDate.now(clock).minusDays(1));
        assertTrue(offered("FORMER") > 0);
    }

    private long offered(String origin) {
        return carryOver.offers(mine).stream().filter(offer -> offer.origin().equals(origin)).count();
    }

    @Test
    void aCommuneTakesOverWhatItsProvinceOffers() {
        workflow.answer(mine, new Draft("ARC.1", "2", "Danh mục dùng chung của tỉnh", version("ARC.1")));
        evidence.attachLink(new EvidencePlace(mine, "ARC.1", 2), "Danh mục", "https://laocai.example/danh-muc");
        long commune = commune();
        caller.actAs("phoihop");
        assertEquals(List.of(), carryOver.offers(commune));
        caller.actAs(HandingIn.OFFICER);
        carryOver.offer(mine, Set.of("ARC.1"));
        assertEquals(Set.of("ARC.1"), carryOver.offered(mine));
        caller.actAs("phoihop");
        OfferedAnswer offer = carryOver.offers(commune).get(0);
        assertEquals("Tỉnh Lào Cai", offer.from());
        carryOver.take(commune, "ABOVE", "ARC.1", 0);
        assertEquals("2", assessments.view(commune).answers().get("ARC.1").value());
        assertTrue(assessments.view(commune).evidenceOf("ARC.1").stream()
                .anyMatch(one -> "https://laocai.example/danh-muc".equals(one.url())));
        assertEquals("ABOVE", carryOver.marks(head(commune)).get("ARC.1").origin());
        caller.actAs(HandingIn.OFFICER);
        carryOver.offer(mine, Set.of());
        caller.actAs("phoihop");
        assertThrows(BusinessException.NotFound.class, () -> carryOver.take(commune, "ABOVE", "ARC.1", 1));
    }

    @Test
    void restrictedAnswersAreNotOffered() {
        assertThrows(BusinessException.NotFound.class, () -> carryOver.offer(mine, Set.of("SEC.1")));
        assertThrows(BusinessException.NotFound.class, () -> carryOver.take(mine, "ABOVE", open, 0));
    }

    @Test
    void othersTakeAndOfferNothing() {
        for (String person : List.of("canbo.bo", "thamdinh", "lanhdao", "quantri", "phoihop")) {
            caller.actAs(person);
            forbidden(() -> carryOver.offers(mine));
            forbidden(() -> carryOver.take(mine, "LAST", open, 0));
            forbidden(() -> carryOver.offer(mine, Set.of()));
            forbidden(() -> coWorking.here(mine, open));
        }
    }

    @Test
    void colleaguesSeeEachOtherInTheForm() {
        assertEquals(List.of(),
                coWorking.here(mine, "STR.1").stream().filter(one -> !one.name().equals("Trần Văn Hòa")).toList());
        caller.actAs(HandingIn.HEAD);
        CoWorking.Colleague other = coWorking.here(mine, "STR.2").stream()
                .filter(one -> one.name().equals("Nguyễn Thị Minh")).findFirst().orElseThrow();
        assertEquals("STR.1", other.criterion());
    }

    /** Two servers share nothing but the database: what another one was told of is told here, until it is old. */
    @Test
    void whoIsInTheFormIsKnownToEveryServer() {
        coWorking.here(mine, "STR.1");
        assertEquals(1, number("SELECT COUNT(*) FROM presence e JOIN person p ON p.id = e.person_id"
                + " WHERE p.full_name = 'Nguyễn Thị Minh' AND e.criterion = 'STR.1' AND e.assessment_id = " + mine));
        sql("INSERT INTO presence (assessment_id, person_id, criterion, seen_at) SELECT " + mine
                + ", p.id, 'STR.2', UTC_TIMESTAMP(6) FROM person p WHERE p.username = 'phoihop'"
                + " ON DUPLICATE KEY UPDATE criterion = 'STR.2', seen_at = UTC_TIMESTAMP(6)");
        List<String> others = coWorking.here(mine, "STR.1").stream().filter(one -> one.criterion().equals("STR.2"))
                .map(CoWorking.Colleague::name).toList();
        assertEquals(1, others.size());
        sql("UPDATE presence SET seen_at = seen_at - INTERVAL 2 MINUTE WHERE criterion = 'STR.2'");
        assertTrue(coWorking.here(mine, "STR.1").stream().noneMatch(one -> others.contains(one.name())));
        forgetting.run(Progress.UNSEEN);
        assertEquals(0, number("SELECT COUNT(*) FROM presence WHERE criterion = 'STR.2' AND assessment_id = " + mine));
    }

    /** All that showing a question reads, the measured levels of the score with it, but for the marks of presence. */
    @Test
    void showingAQuestionCostsAFixedNumberOfStatements() {
        carryOver.take(mine, "LAST", open, 0);
        entities.flush();
        entities.clear();
        long before = statements();
        AssessmentView form = assessments.form(mine);
        List<OfferedAnswer> offers = carryOver.offers(form);
        carryOver.marks(form.head());
        long used = statements() - before - 1;
        assertTrue(used <= MOST_STATEMENTS, () -> "statements " + used);
        assertEquals(carryOver.offers(mine), offers, "the same as when it is read again");
    }

    @Test
    void attachingAgainCostsSoManyReadsHoweverMuchItIs() {
        AssessmentHead last = assessments.view(mine).lastHead().orElseThrow();
        List<AttachedEvidence> items = assessments.view(last.id()).evidence();
        assertTrue(items.size() > 8, () -> "only " + items.size());
        AssessmentHead head = head(mine);
        keeping.link(head, items.subList(0, 1));
        long before = status("Com_select");
        keeping.link(head, items);
        long used = status("Com_select") - before;
        assertTrue(used <= 4, () -> "reads " + used + " for " + items.size());
        assertEquals(items.size(), assessments.view(mine).evidence().stream()
                .filter(one -> items.stream().anyMatch(item -> same(one, item))).count());
        keeping.link(head, items);
        assertEquals(items.size(), assessments.view(mine).evidence().stream()
                .filter(one -> items.stream().anyMatch(item -> same(one, item))).count());
    }

    private static boolean same(AttachedEvidence one, AttachedEvidence other) {
        return one.criterion().equals(other.criterion()) && one.level() == other.level()
                && (one.file() ? one.sha256().equals(other.sha256()) : one.url().equals(other.url()));
    }

    private AssessmentHead head(long assessment) {
        return assessments.form(assessment).head();
    }

    private OfferedAnswer offer(String origin) {
        return carryOver.offers(mine).stream()
                .filter(one -> one.criterion().equals(open) && one.origin().equals(origin)).findFirst().orElseThrow();
    }

    private long commune() {
        return anAgency("15-DUOI").named("Xã Dưới").below("15").inRound("2026").answeredBy("phoihop").assessment();
    }

    private int version(String criterion) {
        GivenAnswer answer = assessments.view(mine).answers().get(criterion);
        return answer == null ? 0 : answer.version();
    }
}
