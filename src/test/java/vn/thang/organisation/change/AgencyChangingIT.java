package vn.thang.organisation.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.it.ContainerFixture;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.AgencyOrder;
import vn.thang.organisation.agency.directory.DirectoryFilter;
import vn.thang.organisation.agency.directory.DirectoryLine;
import vn.thang.organisation.agency.kind.AgencyKinds;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.list.Cut;

/** Agencies change by decisions: what follows is foreseen, and happens. Everything here is undone. */
class AgencyChangingIT extends ContainerFixture {

    private static final String DECISION = "Nghị quyết 12/NQ-QH ngày 01/11/2026";

    @Inject
    private AgencyChanging changing;

    @Inject
    private DueMoves due;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private AgencyKinds kinds;

    @Inject
    private RoundAdministration rounds;

    private LocalDate today;

    @BeforeEach
    void begin() {
        given();
    }

    private void given() {
        caller.actAs("quantri");
        today = LocalDate.now(clock);
        anAgency("XS1").named("Xã Một").below("15").answeredBy("phoihop");
        anAgency("XS2").named("Xã Hai").below("15").answeredBy("canbo.bo");
        anAgency("XS1A").named("Thôn Một").below("XS1");
        role("lanhdao", "XS1", "HEAD");
    }

    @Test
    void renamesByADecisionAndTellsWhatWas() {
        AgencyChange edit = new AgencyChange.Edit("XS1", today, DECISION, "Phường Một", "Ward One",
                AgencyType.COMMUNE, null);
        make(edit);
        assertEquals("Phường Một", directory.get("XS1").agency().name());
        ChangeLine line = changing.of("XS1").get(0);
        assertEquals("Xã Một", line.nameBefore());
        assertEquals(DECISION, line.decision());
        assertEquals("ward", kinds.of("XS1").orElseThrow().code());
        make(new AgencyChange.Edit("XS1", today, DECISION, "Phường Một", null, AgencyType.COMMUNE, "commune"));
        assertEquals("commune", kinds.of("XS1").orElseThrow().code());
        assertEquals(List.of("agencyKind"), faults(
                new AgencyChange.Edit("XS1", today, DECISION, "Phường Một", null, AgencyType.COMMUNE, "city")));
    }

    @Test
    void whoeverCorrectsATypeIsToldThatThePastFollows() {
        AgencyChange renamed = new AgencyChange.Edit("XS1A", today, DECISION, "Thôn Nhất", null, AgencyType.COMMUNE,
                null);
        assertFalse(changing.foresee(renamed).following().stream().anyMatch(one -> one.key().endsWith("type-past")));
        AgencyChange retyped = new AgencyChange.Edit("XS1A", today, DECISION, "Thôn Một", null,
                AgencyType.MINISTRY, null);
        assertTrue(changing.foresee(retyped).following().stream()
                .anyMatch(one -> one.key().equals("organisation.change.type-past")));
    }

    @Test
    void movesAtOnceOrOnItsDayWithAllUnitsBelow() {
        make(new AgencyChange.Move("XS1", today, DECISION, "01"));
        assertEquals(List.of("VN", "01", "XS1"), above("XS1A"));
        LocalDate day = today.plusDays(3);
        make(new AgencyChange.Move("XS1", day, DECISION, "48"));
        assertEquals(List.of("VN", "01", "XS1"), above("XS1A"));
        assertEquals(0, due.take());
        assertTrue(changing.of("XS1").get(0).waits());
        sql("UPDATE agency_change SET day = ?1 WHERE taken_at IS NULL", today);
        assertEquals(1, due.take());
        assertEquals(List.of("VN", "48", "XS1"), above("XS1A"));
        assertEquals(0, due.take());
        assertEquals("Thành phố Hà Nội", changing.of("XS1").get(0).parentBeforeName());
    }

    /** Figures of the past belong to the place of then: it is kept for all that stand below, and a file moves from today on. */
    @Test
    void aMoveKeepsThePlaceBeforeForAllThatStandBelow() {
        make(new AgencyChange.Move("XS1", today, DECISION, "01"));
        assertEquals(List.of("XS1 below 15 at 15 until " + today, "XS1A below XS1 at 15 until " + today), places());
        make(new AgencyChange.Move("XS1", today.plusDays(3), DECISION, "48"));
        sql("UPDATE agency_change SET day = ?1 WHERE taken_at IS NULL", today);
        due.take();
        assertEquals(2, places().size(), "what lasted no day is no place");
        LocalDate earlier = today.minusDays(40);
        make(new AgencyChange.Move("XS1", earlier, DECISION, "79"));
        assertEquals(List.of("XS1 below 15 at 15 until " + earlier, "XS1A below XS1 at 15 until " + earlier), places(),
                "a move that holds from an earlier day replaces what was said of later ones");
    }

    private List<?> places() {
        return entities.createNativeQuery(
                "SELECT CONCAT(a.code, ' below ', p.code, ' at ', f.code, ' until ', q.until) FROM agency_place q"
                        + " JOIN agency a ON a.id = q.agency_id JOIN agency p ON p.id = q.parent_id"
                        + " JOIN agency f ON f.id = q.first_level WHERE a.code LIKE 'XS%' ORDER BY q.until, a.code")
                .getResultList();
    }

    /** Each move has its line in the trail; what is summed by the tree is summed anew once. */
    @Test
    void allMovesOfADayAreTakenWithOneSummingAnew() {
        long one = deletesOfMovesTo("48", "XS1");
        assertEquals(one, deletesOfMovesTo("01", "XS1", "XS2"));
        assertEquals(List.of("VN", "01", "XS1"), above("XS1A"));
        assertEquals(2, number("SELECT COUNT(*) FROM change_log WHERE action = 'change-agency' AND details LIKE ?1"
                + " AND subject_id IN (SELECT id FROM agency WHERE code IN ('XS1', 'XS2'))",
                "%day=" + today + " %decision=" + DECISION + "01"));
    }

    private long deletesOfMovesTo(String parent, String... codes) {
        for (String code : codes) {
            make(new AgencyChange.Move(code, today.plusDays(3), DECISION + parent, parent));
        }
        sql("UPDATE agency_change SET day = ?1 WHERE taken_at IS NULL", today);
        long before = status("Com_delete") + status("Com_delete_multi");
        assertEquals(codes.length, due.take());
        entities.flush();
        return status("Com_delete") + status("Com_delete_multi") - before;
    }

    @Test
    void aMoveThatIsToComeCanBeTakenBackOnce() throws Exception {
        make(new AgencyChange.Move("XS1", today.plusDays(3), DECISION, "48"));
        long id = changing.of("XS1").get(0).id();
        assertThrows(BusinessException.NotFound.class, () -> changing.drop("XS2", id));
        again();
        given();
        make(new AgencyChange.Move("XS1", today.plusDays(3), DECISION, "48"));
        long other = changing.of("XS1").get(0).id();
        changing.drop("XS1", other);
        assertEquals(List.of(), changing.of("XS1"));
        assertThrows(BusinessException.NotFound.class, () -> changing.drop("XS1", other));
    }

    @Test
    void agenciesThatAreMergedEndAndOneGoesOnWithUnitsAndPeople() {
        AgencyChange merge = new AgencyChange.Merge("XS1", today, DECISION, List.of("XS2"),
                new AgencyChange.Founded("XS9", "Phường Mới", null), true);
        AgencyChanging.Foreseen foreseen = changing.foresee(merge);
        assertEquals(List.of("XS9"), foreseen.report().created().stream().map(one -> one.code()).toList());
        assertEquals(3, argument(foreseen, "organisation.change.roles-end"));
        assertEquals(2, argument(foreseen, "organisation.change.roles-go-on"));
        assertEquals(1, argument(foreseen, "organisation.change.roles-signing"));
        assertEquals(1, argument(foreseen, "organisation.change.units-move"));
        assertEquals("Xã Một", directory.get("XS1").agency().name());

        changing.make(merge, foreseen.standing());
        DirectoryLine former = directory.get("XS1").agency();
        assertEquals(today.minusDays(1), former.validTo());
        assertEquals(Set.of("XS1", "XS2"), directory.get("XS9").predecessors().stream().map(DirectoryLine::code)
                .collect(Collectors.toSet()));
        assertEquals(today, directory.get("XS9").agency().validFrom());
        assertEquals(List.of("VN", "15", "XS9"), above("XS1A"));
        assertEquals(2, held("XS9", "OFFICER"));
        assertEquals(0, held("XS9", "HEAD"));
        assertEquals(0, held("XS1", "OFFICER") + held("XS1", "HEAD") + held("XS2", "OFFICER"));
    }

    @Test
    void aRoleGoesOnForAsLongAsItWasGiven() {
        sql("UPDATE membership SET valid_to = ?1 WHERE agency_id = (SELECT id FROM agency WHERE code = 'XS2')",
                today.plusDays(5));
        sql("UPDATE membership SET valid_from = ?1 WHERE role = 'OFFICER' AND agency_id = (SELECT id FROM agency WHERE code = 'XS1')",
                today.plusDays(3));
        make(new AgencyChange.Merge("XS1", today, DECISION, List.of("XS2"),
                new AgencyChange.Founded("XS9", "Phường Mới", null), true));
        assertEquals(1, held("XS9", "OFFICER"), "who was to begin later begins later");
        assertEquals(1,
                number("SELECT COUNT(*) FROM membership m JOIN agency a ON a.id = m.agency_id WHERE a.code = 'XS9'"
                        + " AND m.valid_to = ?1", today.plusDays(5)));
        assertEquals(1,
                number("SELECT COUNT(*) FROM membership m JOIN agency a ON a.id = m.agency_id WHERE a.code = 'XS9'"
                        + " AND m.valid_from = ?1 AND m.valid_to IS NULL", today.plusDays(3)));
    }

    @Test
    void anAgencyTakesOthersInAndKeepsItsCode() {
        make(new AgencyChange.Merge("XS1", today, DECISION, List.of("XS2"), null, false));
        assertEquals(List.of("XS2"), directory.get("XS1").predecessors().stream().map(DirectoryLine::code).toList());
        assertEquals(null, directory.get("XS1").agency().validTo());
        assertEquals(today.minusDays(1), directory.get("XS2").agency().validTo());
        assertEquals(1, held("XS1", "OFFICER"));
        assertEquals(1, held("XS1", "HEAD"));
        assertEquals(0, held("XS2", "OFFICER"));
    }

    @Test
    void anAgencyThatIsDividedEndsAndItsUnitsGoToTheParts() throws Exception {
        List<AgencyChange.Part> without = List.of(new AgencyChange.Part("XS7", "Xã Bảy", List.of()),
                new AgencyChange.Part("XS8", "Xã Tám", List.of()));
        refused("organisation.change.units-left",
                () -> changing.foresee(new AgencyChange.Split("XS1", today, DECISION, without)));
        again();
        given();
        make(new AgencyChange.Split("XS1", today, DECISION,
                List.of(new AgencyChange.Part("XS7", "Xã Bảy", List.of("XS1A")),
                        new AgencyChange.Part("XS8", "Xã Tám", List.of()))));
        assertEquals(List.of("VN", "15", "XS7"), above("XS1A"));
        assertEquals(List.of("XS1"), directory.get("XS8").predecessors().stream().map(DirectoryLine::code).toList());
        assertEquals(0, held("XS1", "OFFICER"));
        assertEquals(0, held("XS7", "OFFICER"));
    }

    @Test
    void whoeverIsClosedLeavesTheRoundThatAsksAfterItsEndAndWhoeverGoesOnJoins() {
        String round = openRound("commune");
        long before = rounds.get(round).progress().all();
        AgencyChange merge = new AgencyChange.Merge("XS1", today, DECISION, List.of("XS2"),
                new AgencyChange.Founded("XS9", "Phường Mới", null), true);
        AgencyChanging.Foreseen foreseen = changing.foresee(merge);
        assertEquals(2, foreseen.following().stream()
                .filter(one -> one.key().equals("organisation.change.round-left")
                        && one.arguments().contains("Đợt thử"))
                .count());
        assertTrue(foreseen.following().stream().anyMatch(one -> one.key().equals("organisation.change.round-joins")
                && one.arguments().contains("Phường Mới")));
        changing.make(merge, foreseen.standing());
        assertEquals(before - 1, rounds.get(round).progress().all());
        assertEquals(2, number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " JOIN agency a ON a.id = s.agency_id WHERE r.code = ?1 AND s.left_on = ?2", round, today));
        assertEquals(1, number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " JOIN agency a ON a.id = s.agency_id WHERE r.code = ?1 AND a.code = 'XS9'", round));
        assertEquals(2, number("SELECT COUNT(*) FROM notice n JOIN assessment s ON s.id = n.subject_id"
                + " JOIN agency a ON a.id = s.agency_id WHERE n.kind = 'REMINDED' AND a.code = 'XS9'"),
                "who answers for it is told by when");
    }

    @Test
    void whoEndsAfterTheDayThatDecidesStaysInTheRound() {
        String round = openRound("commune");
        long before = rounds.get(round).progress().all();
        make(new AgencyChange.Close("XS2", today.plusDays(40), DECISION));
        assertEquals(before, rounds.get(round).progress().all());
    }

    @Test
    void anAgencyIsAddedToAnOpenRoundWhereItIsDue() throws Exception {
        String round = openRound("commune");
        long before = rounds.get(round).progress().all();
        anAgency("XS5").named("Xã Năm").below("15");
        rounds.join(round, rounds.get(round).version(), "XS5", "Thành lập sau khi mở đợt");
        assertEquals(before + 1, rounds.get(round).progress().all());
        fault("round.join-there", () -> rounds.join(round, rounds.get(round).version(), "XS5", "Lần nữa"));
        again();
        given();
        String other = openRound("commune");
        fault("round.join-type", () -> rounds.join(other, rounds.get(other).version(), "15", "Nhầm"));
        fault("round.join-reason", () -> rounds.join(other, rounds.get(other).version(), "XS1A", " "));
        anAgency("XS6").below("15");
        sql("UPDATE agency SET valid_from = ?1 WHERE code = 'XS6'", today.plusDays(31));
        fault("round.join-day", () -> rounds.join(other, rounds.get(other).version(), "XS6", "Sớm quá"));
        rounds.close(other, rounds.get(other).version());
        refused("round.not-open", () -> rounds.join(other, rounds.get(other).version(), "XS6", "Muộn rồi"));
        caller.actAs("lanhdao.tinh");
        forbidden(() -> rounds.join(other, 1, "XS6", "Không được"));
    }

    @Test
    void whatWasForeseenIsMadeOnlyWhileNothingHasChanged() {
        AgencyChange close = new AgencyChange.Close("XS2", today, DECISION);
        String standing = changing.foresee(close).standing();
        anAgency("XS4").below("15");
        assertThrows(BusinessException.Conflict.class, () -> changing.make(close, standing));
    }

    @Test
    void everyFaultStandsAtItsField() {
        assertEquals(List.of("decision", "day"),
                faults(new AgencyChange.Close("XS1", null, " ")));
        assertEquals(List.of("parent"), faults(new AgencyChange.Move("XS1", today, DECISION, "KHONG")));
        assertEquals(List.of("other0", "other1", "foundedCode", "foundedName"), faults(new AgencyChange.Merge("XS1",
                today, DECISION, List.of("BTP", "XS1"), new AgencyChange.Founded("XS2", null, null), true)));
        assertEquals(List.of("part0Code"), faults(new AgencyChange.Split("XS1A", today, DECISION,
                List.of(new AgencyChange.Part("XS7", "Xã Bảy", List.of())))));
        refused("organisation.change.root", () -> changing.foresee(new AgencyChange.Close("VN", today, DECISION)));
    }

    @Test
    void anAgencyIsNotMovedBelowItselfNorGivenAWrongCode() throws Exception {
        refused("organisation.fault.parent-cycle",
                () -> changing.foresee(new AgencyChange.Move("XS1", today, DECISION, "XS1A")));
        again();
        given();
        refused("organisation.fault.code", () -> changing.foresee(new AgencyChange.Merge("XS1", today, DECISION,
                List.of("XS2"), new AgencyChange.Founded("X S", "Tên", null), true)));
        again();
        given();
        make(new AgencyChange.Close("XS2", today, DECISION));
        refused("organisation.change.over",
                () -> changing.foresee(new AgencyChange.Close("XS2", today.plusDays(9), DECISION)));
    }

    @Test
    void onlyNationalAdministratorsChangeAgencies() {
        role("thamdinh", "15", "ADMINISTRATOR");
        AgencyChange close = new AgencyChange.Close("XS2", today, DECISION);
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "lanhdao", "kiemtoan", "phoihop")) {
            caller.actAs(person);
            forbidden(() -> changing.open("XS2"));
            forbidden(() -> changing.foresee(close));
            forbidden(() -> changing.make(close, ""));
            forbidden(() -> changing.drop("XS2", 1));
        }
        assertFalse(directory.get("XS2").agency().isOver(today));
    }

    @Test
    void aChangeStandsInTheTrail() {
        make(new AgencyChange.Close("XS2", today, DECISION));
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'change-agency' AND details LIKE ?1",
                "%kind=CLOSE%" + DECISION + "%"));
    }

    @Test
    void whatWaitsBelowAnAgencyThatIsMergedGoesBelowWhoeverGoesOn() {
        anAgency("XS3").named("Xã Ba").below("15");
        LocalDate day = today.plusDays(3);
        make(new AgencyChange.Move("XS3", day, DECISION, "XS2"));
        make(new AgencyChange.Move("XS2", day, DECISION, "48"));
        AgencyChange merge = new AgencyChange.Merge("XS1", today, DECISION, List.of("XS2"), null, true);
        assertEquals(2L, argument(changing.foresee(merge), "organisation.change.moves-follow"));
        make(merge);
        assertEquals("XS1", changing.of("XS3").get(0).parent());
        assertTrue(changing.of("XS2").stream().noneMatch(ChangeLine::waits), "an agency that ended moves nowhere");
        sql("UPDATE agency_change SET day = ?1 WHERE taken_at IS NULL", today);
        due.take();
        assertEquals(List.of("VN", "15", "XS1"), above("XS3"));
    }

    /** XS3 comes below XS2 and XS1A leaves XS1 before both are merged: who stands there on the day moves on, and nobody else. */
    @Test
    void aMergerToComeForeseesTheMovesBeforeIt() {
        anAgency("XS3").named("Xã Ba").below("15");
        LocalDate day = today.plusDays(10);
        make(new AgencyChange.Move("XS3", today.plusDays(3), DECISION, "XS2"));
        make(new AgencyChange.Move("XS1A", day, DECISION, "48"));
        make(new AgencyChange.Merge("XS1", day, DECISION, List.of("XS2"),
                new AgencyChange.Founded("XS9", "Phường Mới", null), false));
        assertEquals(List.of("XS9", "XS2"), changing.of("XS3").stream().map(ChangeLine::parent).toList());
        assertEquals(List.of("48"), changing.of("XS1A").stream().map(ChangeLine::parent).toList());
        sql("UPDATE agency_change SET day = ?1 WHERE day = ?2 AND taken_at IS NULL", today.minusDays(1),
                today.plusDays(3));
        assertEquals(1, due.take());
        assertEquals(List.of("VN", "15", "XS2"), above("XS3"));
        sql("UPDATE agency SET valid_from = ?1 WHERE code = 'XS9'", today);
        sql("UPDATE agency SET valid_to = ?1 WHERE code IN ('XS1', 'XS2')", today.minusDays(1));
        sql("UPDATE agency_change SET day = ?1 WHERE taken_at IS NULL", today);
        entities.clear();
        assertEquals(2, due.take());
        assertEquals(List.of("VN", "15", "XS9"), above("XS3"));
        assertEquals(List.of("VN", "48"), above("XS1A"));
    }

    @Test
    void anAgencyIsClosedOnceItsUnitsHaveLeftAndNotBelowWhomOthersComeBefore() throws Exception {
        LocalDate day = today.plusDays(10);
        make(new AgencyChange.Move("XS1A", today.plusDays(3), DECISION, "48"));
        make(new AgencyChange.Close("XS1", day, DECISION));
        assertEquals(day.minusDays(1), directory.get("XS1").agency().validTo());
        again();
        given();
        make(new AgencyChange.Move("XS1A", today.plusDays(3), DECISION, "XS2"));
        refused("organisation.change.units-left", () -> changing.foresee(new AgencyChange.Close("XS2", day, DECISION)));
    }

    @Test
    void nobodyWaitsBelowAnAgencyThatIsClosed() throws Exception {
        anAgency("XS3").named("Xã Ba").below("15");
        make(new AgencyChange.Move("XS3", today.plusDays(3), DECISION, "XS2"));
        AgencyChange close = new AgencyChange.Close("XS2", today.plusDays(1), DECISION);
        refused("organisation.change.moves-wait", () -> changing.foresee(close));
        again();
        given();
        anAgency("XS3").named("Xã Ba").below("15");
        make(new AgencyChange.Move("XS3", today.plusDays(3), DECISION, "XS2"));
        sql("UPDATE agency SET valid_to = ?1 WHERE code = 'XS2'", today.minusDays(1));
        sql("UPDATE agency_change SET day = ?1 WHERE taken_at IS NULL", today);
        due.take();
        assertEquals(List.of("VN", "15"), above("XS3"), "it ended by a list of agencies meanwhile");
        assertEquals(List.of(), changing.of("XS3"));
    }

    @Test
    void agenciesOfOneKindAreListed() {
        make(new AgencyChange.Edit("XS1", today, DECISION, "Phường Một", null, AgencyType.COMMUNE, "ward"));
        DirectoryFilter wards = DirectoryFilter.of(Map.of("kind", "ward", "parent", "15"), today);
        List<DirectoryLine> found = directory.list(wards, Cut.by(AgencyOrder.NAME)).rows();
        assertEquals(List.of("XS1"), found.stream().map(DirectoryLine::code).toList());
        assertEquals(List.of(), directory.list(DirectoryFilter.of(Map.of("kind", "x' OR '1'='1"), today),
                Cut.by(AgencyOrder.NAME)).rows());
    }

    private void make(AgencyChange change) {
        changing.make(change, changing.foresee(change).standing());
    }

    private List<String> faults(AgencyChange change) {
        return assertThrows(Faults.Refused.class, () -> changing.foresee(change)).faults().stream()
                .map(Faults.Fault::field).toList();
    }

    private void fault(String key, Runnable deed) {
        assertEquals(key, assertThrows(Faults.Refused.class, deed::run).faults().get(0).refusal().key());
    }

    private static long argument(AgencyChanging.Foreseen foreseen, String key) {
        return (Long) foreseen.following().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow()
                .arguments().get(0);
    }

    private List<String> above(String code) {
        return directory.get(code).above().stream().map(DirectoryLine::code).toList();
    }

    private long held(String agency, String role) {
        return number("SELECT COUNT(*) FROM membership m JOIN agency a ON a.id = m.agency_id WHERE a.code = ?1"
                + " AND m.role = ?2 AND m.valid_from <= ?3 AND (m.valid_to IS NULL OR m.valid_to >= ?3)", agency, role,
                today);
    }

    private String openRound(String... types) {
        String code = "T" + Long.toString(System.nanoTime(), 36);
        rounds.create(new RoundPlan(code, "Đợt thử", rounds.usualModel(), today.minusDays(1), today.plusDays(30),
                Set.of(types)));
        rounds.open(code, rounds.get(code).version());
        return code;
    }
}
