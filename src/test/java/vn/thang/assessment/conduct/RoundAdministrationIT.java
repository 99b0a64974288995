package vn.thang.assessment.conduct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.course.ForeseenRound;
import vn.thang.assessment.round.RoundLine;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;
import vn.thang.it.ContainerFixture;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.AgencyOrder;
import vn.thang.organisation.agency.directory.DirectoryFilter;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;
import vn.thang.platform.work.Progress;

class RoundAdministrationIT extends ContainerFixture {

    private static final LocalDate OPENS = LocalDate.of(2030, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2030, 6, 30);

    @Inject
    private RoundAdministration administration;

    @Inject
    private ResultPublication publication;

    @Inject
    private RoundWork work;

    @Inject
    private RoundConduct conduct;

    @Inject
    private AgencyDirectory directory;

    private String code;

    /** Everything here is undone, so that other tests meet no round of ours. */
    @BeforeEach
    void begin() throws Exception {
        caller.actAs("quantri");
        code = "T" + Long.toString(System.nanoTime(), 36);
    }

    @Test
    void foreseesWhomItAsksAndWhoLacksPeople() throws Exception {
        ForeseenRound before = administration.foresee(plan(DUE, "province", "ministry"));
        assertThrows(BusinessException.NotFound.class, () -> administration.get(code));
        administration.create(plan(DUE, "province", "ministry"));
        ForeseenRound foreseen = administration.foresee(code);
        assertEquals(foreseen, before);
        assertEquals(existing("'province', 'ministry'"), foreseen.agencies());
        assertEquals(Set.of("province", "ministry"),
                foreseen.types().stream().map(ForeseenRound.OfType::type).collect(Collectors.toSet()));
        assertEquals(ForeseenRound.MOST_NAMED, foreseen.lacking().size());
        assertEquals(foreseen.types().stream().mapToLong(ForeseenRound.OfType::lacking).sum(),
                foreseen.unnamed() + ForeseenRound.MOST_NAMED);
        String first = foreseen.lacking().get(0).code();
        assertEquals(List.of("none", "officer", "head", "either"), listsOfTheUnstaffed(first));
        staffed(first, "OFFICER");
        assertEquals(List.of("head", "either"), listsOfTheUnstaffed(first));
        ForeseenRound officer = administration.foresee(code);
        assertEquals(foreseen.withoutOfficer() - 1, officer.withoutOfficer());
        assertEquals(foreseen.withoutHead(), officer.withoutHead());
        staffed(first, "HEAD");
        assertEquals(List.of(), listsOfTheUnstaffed(first));
        ForeseenRound both = administration.foresee(code);
        assertEquals(foreseen.withoutHead() - 1, both.withoutHead());
        assertTrue(both.lacking().stream().noneMatch(one -> one.code().equals(first)));
        administration.open(code, version());
        refused("round.not-planned", () -> administration.foresee(code));
        caller.actAs("lanhdao");
        assertThrows(BusinessException.Forbidden.class, () -> administration.foresee(code));
    }

    /** On which lists of agencies that lack somebody the agency stands. */
    private List<String> listsOfTheUnstaffed(String agency) {
        return Stream.of("none", "officer", "head", "either").filter(who -> directory
                .list(DirectoryFilter.of(Map.of("q", agency, "officer", who), LocalDate.now(Time.ZONE)),
                        Cut.whole(AgencyOrder.NAME, false))
                .rows().stream().anyMatch(line -> line.code().equals(agency))).toList();
    }

    private void staffed(String agency, String role) {
        entities.createNativeQuery("INSERT INTO membership (id, person_id, agency_id, role, valid_from)"
                + " SELECT NEXTVAL(membership_seq), p.id, a.id, ?1, '2020-01-01' FROM person p, agency a"
                + " WHERE p.username = 'thamdinh' AND a.code = ?2").setParameter(1, role).setParameter(2, agency)
                .executeUpdate();
    }

    @Test
    void aPlanIsCheckedByParts() {
        RoundPlan faulty = new RoundPlan(code, "", "vn-dgm/1.0", OPENS, OPENS.minusDays(1), Set.of());
        assertEquals(List.of("dueOn"), faults(() -> administration.check(faulty, Set.of("opensOn", "dueOn"))));
        assertEquals(List.of("name"), faults(() -> administration.check(faulty, Set.of("code", "name"))));
        administration.check(faulty, Set.of("code"));
        assertEquals(List.of("name", "dueOn", "scope"), faults(() -> administration.foresee(faulty)));
    }

    private static List<String> faults(Executable deed) {
        return assertThrows(Faults.Refused.class, deed).faults().stream().map(Faults.Fault::field).toList();
    }

    @Test
    void everyFaultOfAPlanIsNamedAtItsField() {
        Map<Stage, Integer> days = Stage.usual();
        days.put(Stage.REVIEW, -1);
        Faults.Refused refused = assertThrows(Faults.Refused.class, () -> administration.create(new RoundPlan("mã sai",
                " ", "khong/co", DUE, OPENS, Set.of(), days, false, 20, false)));
        assertEquals(List.of("code", "name", "dueOn", "scope", "participation", "days_REVIEW", "model"),
                refused.faults().stream().map(Faults.Fault::field).toList());
    }

    @Test
    void givesEveryAgencyInScopeOneAssessmentWhenItOpens() {
        administration.create(plan(DUE, "province", "ministry"));
        long expected = existing("'province', 'ministry'");
        assertTrue(expected >= 48, () -> "agencies " + expected);
        assertEquals(expected, administration.open(code, version()));
        assertEquals(expected, administration.get(code).progress().notStarted());
        administration.extend(code, version(), DUE.plusMonths(1));
        assertEquals(expected, administration.get(code).progress().all());
        assertEquals(DUE.plusMonths(1), administration.get(code).dueOn());
    }

    /** Who is due is fixed before the round opens; only what was recorded late is added. */
    @Test
    void whoBeginsToExistAfterTheDayThatWasPlannedIsNotDue() {
        sql("UPDATE agency SET valid_from = ?1 WHERE code IN ('15', '79')", DUE.plusDays(1));
        administration.create(plan(DUE, "province"));
        int first = administration.open(code, version());
        assertEquals(0, administration.extend(code, version(), DUE.plusDays(9)));
        administration.close(code, version());
        assertEquals(0, administration.reopen(code, version(), DUE.plusDays(20)));
        assertEquals(first, administration.get(code).progress().all());
        sql("UPDATE agency SET valid_from = ?1 WHERE code = '79'", DUE);
        assertEquals(1, administration.extend(code, version(), DUE.plusDays(30)));
    }

    @Test
    void publishesWhatWasHandedInAndLeavesTheRest() {
        administration.create(plan(DUE, "province"));
        int all = administration.open(code, version());
        entities.createNativeQuery("UPDATE assessment SET state = 'ADMITTED' WHERE round_id = ?1 ORDER BY id LIMIT 3")
                .setParameter(1, administration.get(code).id()).executeUpdate();
        administration.close(code, version());
        administration.reopen(code, version(), DUE.plusDays(1));
        administration.close(code, version());
        refused("reply.not-final", () -> publication.publish(code, version()));
        LocalDate today = LocalDate.now(Time.ZONE);
        refused("reply.until", () -> publication.issue(code, version(), today.minusDays(1)));
        refused("reply.until", () -> publication.issue(code, version(), null));
        refused("reply.still-open", () -> publication.lapse(code, version()));
        assertEquals(3, publication.issue(code, version(), today));
        assertEquals(new RoundLine.Progress(all - 3, 0, 3, 0, 0, 3, 0, 0), administration.get(code).progress());
        refused("reply.issued-already", () -> administration.reopen(code, version(), DUE.plusDays(1)));
        assertEquals(0, publication.issue(code, version(), today.plusDays(1)));
        refused("reply.until", () -> publication.issue(code, version(), today));
        refused("reply.still-open", () -> publication.lapse(code, version()));
        refused("reply.not-final", () -> publication.publish(code, version()));
        entities.flush();
        entities.createNativeQuery("UPDATE assessment_round SET reply_until = ?1 WHERE code = ?2")
                .setParameter(1, today.minusDays(1))
                .setParameter(2, code).executeUpdate();
        entities.clear();
        assertEquals(3, publication.lapse(code, version()));
        assertEquals(0, publication.lapse(code, version()));
        assertEquals(3, publication.publish(code, version()));
        RoundLine round = administration.get(code);
        assertEquals(RoundState.PUBLISHED, round.state());
        assertEquals(new RoundLine.Progress(all - 3, 0, 0, 0, 0, 0, 0, 3), round.progress());
        assertEquals(round,
                administration.list().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow());
    }

    @Test
    void whatWaitsForTheCompletenessCheckIsNotPublishedNorLeftBehind() {
        administration.create(plan(DUE, "province"));
        administration.open(code, version());
        entities.createNativeQuery("UPDATE assessment SET state = 'HANDED_IN' WHERE round_id = ?1 ORDER BY id LIMIT 1")
                .setParameter(1, administration.get(code).id()).executeUpdate();
        administration.close(code, version());
        refused("round.in-review", () -> publication.publish(code, version()));
    }

    @Test
    void whatCameBackAndWaitsForItsSignatureIsNotLeftBehind() {
        administration.create(plan(DUE, "province"));
        administration.open(code, version());
        entities.createNativeQuery(
                "UPDATE assessment SET state = 'READY', ready_from = 'RETURNED' WHERE round_id = ?1 ORDER BY id LIMIT 1")
                .setParameter(1, administration.get(code).id()).executeUpdate();
        administration.close(code, version());
        refused("round.in-review", () -> publication.publish(code, version()));
    }

    @Test
    void changesWhilePlannedAndRefusesStepsOutOfOrder() {
        administration.create(plan(DUE, "province"));
        administration.change(code, version(), plan(DUE.plusYears(1), "commune", "province"));
        assertEquals(List.of("commune", "province"), administration.get(code).scope());
        refused("round.not-open", () -> administration.close(code, version()));
    }

    @Test
    void refusesPlansThatMakeNoSense() {
        refused("round.dates", () -> administration.create(plan(OPENS.minusDays(1), "province")));
        refused("round.scope", () -> administration.create(plan(DUE, "country")));
        refused("round.scope", () -> administration.create(plan(DUE)));
        refused("round.model", () -> administration.create(
                new RoundPlan(code, "Đợt thử", "none/1.0", OPENS, DUE, Set.of("province"))));
        refused("round.code", () -> administration.create(
                new RoundPlan("a b", "Đợt thử", "vn-dgm/1.0", OPENS, DUE, Set.of("province"))));
        refused("round.unknown", () -> administration.open("nix", 1));
    }

    /** Levels of another instrument are not those that the targets of the programme mean. */
    @Test
    void onlyARehearsalTakesAnInstrumentOfOthers() {
        refused("round.model-rehearsal", () -> administration.create(
                new RoundPlan(code, "Đợt thử", "eu-odm/2023", OPENS, DUE, Set.of("province"))));
        String rehearsal = RoundPlan.REHEARSAL_CODE + "ODM";
        administration.create(new RoundPlan(rehearsal, "Khảo sát", "eu-odm/2023", OPENS, DUE, Set.of("province"),
                Stage.usual(), false, RoundPlan.USUAL_PARTICIPATION, true));
        assertEquals("eu-odm/2023", administration.get(rehearsal).modelRef());
        assertEquals(Map.of(), administration.refusedModels());
    }

    @Test
    void whoComesSecondIsToldAndADueDateInThePastIsRefused() {
        administration.create(plan(DUE, "province"));
        int version = version();
        administration.open(code, version);
        assertThrows(BusinessException.Conflict.class, () -> administration.close(code, version));
    }

    @Test
    void onlyNationalAdministratorsRunRounds() {
        staffed("01", "ADMINISTRATOR");
        for (String person : List.of("canbo", "lanhdao.tinh", "canbo.bo", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            List<Executable> methods = List.of(
                    () -> administration.list(),
                    () -> administration.get(code),
                    () -> administration.models(),
                    () -> administration.usualModel(),
                    () -> administration.refusedModels(),
                    () -> administration.create(plan(DUE, "province")),
                    () -> administration.change(code, 1, plan(DUE, "province")),
                    () -> administration.open(code, 1),
                    () -> administration.extend(code, 1, DUE),
                    () -> administration.close(code, 1),
                    () -> administration.reopen(code, 1, DUE),
                    () -> administration.foresee(code),
                    () -> administration.foresee(plan(DUE, "province")),
                    () -> administration.check(plan(DUE, "province"), Set.of("code")),
                    () -> publication.told(code),
                    () -> publication.issue(code, 1, DUE),
                    () -> publication.lapse(code, 1),
                    () -> publication.publish(code, 1));
            methods.forEach(method -> assertThrows(BusinessException.Forbidden.class, method, person));
        }
    }

    /** What concerns every agency of a round is only started by a page, and refused at once where it would be refused. */
    @Test
    void stepsOfAllAgenciesAreWorkThatIsTakenAsItWasDecided() {
        administration.create(plan(DUE, "province"));
        int all = administration.open(code, version());
        LocalDate later = DUE.plusDays(9);
        refused("round.due", () -> work.extend(code, version(), OPENS.minusDays(1)));
        refused("round.not-closed", () -> work.reopen(code, version(), later));
        refused("round.not-closed", () -> work.issue(code, version(), later));
        refused("reply.still-open", () -> work.lapse(code, version()));
        assertThrows(BusinessException.Conflict.class, () -> work.extend(code, version() + 1, later));
        assertEquals(List.of(), waiting());
        work.extend(code, version(), later);
        assertEquals(DUE, administration.get(code).dueOn(), "nothing is changed before the work runs");
        assertEquals("0 " + later, done(RoundWork.What.EXTEND) + " " + administration.get(code).dueOn());
        administration.close(code, version());
        work.reopen(code, version(), DUE);
        assertEquals("0 OPEN", done(RoundWork.What.REOPEN) + " " + administration.get(code).state());
        administration.close(code, version());
        entities.createNativeQuery("UPDATE assessment SET state = 'REVIEWED' WHERE round_id = ?1")
                .setParameter(1, administration.get(code).id()).executeUpdate();
        entities.clear();
        LocalDate today = LocalDate.now(Time.ZONE);
        refused("reply.until", () -> work.issue(code, version(), today.minusDays(1)));
        work.issue(code, version(), today);
        assertEquals(String.valueOf(all), done(RoundWork.What.ISSUE));
        entities.createNativeQuery("UPDATE assessment_round SET reply_until = ?1 WHERE code = ?2")
                .setParameter(1, today.minusDays(1)).setParameter(2, code).executeUpdate();
        entities.clear();
        work.lapse(code, version());
        assertEquals(String.valueOf(all), done(RoundWork.What.LAPSE));
    }

    /** Reads the work as it was written down and takes it, as a server does that comes to it later. */
    private String done(RoundWork.What what) {
        assertEquals(1, waiting().size());
        RoundWork.Conduct asked = JsonbBuilder.create().fromJson(waiting().get(0), RoundWork.Conduct.class);
        assertEquals(what, asked.what());
        entities.createNativeQuery("DELETE FROM work WHERE subject = ?1").setParameter(1, code).executeUpdate();
        return String.valueOf(conduct.run(asked, Progress.UNSEEN).words().arguments().get(0));
    }

    @SuppressWarnings("unchecked")
    private List<String> waiting() {
        return entities.createNativeQuery("SELECT input FROM work WHERE subject = ?1 AND kind = 'conduct-round'")
                .setParameter(1, code).getResultList();
    }

    private RoundPlan plan(LocalDate due, String... scope) {
        return new RoundPlan(code, "Đợt thử", "vn-dgm/1.0", OPENS, due, Set.of(scope));
    }

    private int version() {
        return administration.get(code).version();
    }

    private long existing(String types) {
        return ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM agency WHERE type IN (" + types
                + ") AND (valid_to IS NULL OR valid_to >= '2030-06-30')").getSingleResult()).longValue();
    }
}
