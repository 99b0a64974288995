package vn.thang.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.conduct.RoundWork;
import vn.thang.indicator.intake.ReadingRebuild;
import vn.thang.it.ContainerFixture;
import vn.thang.notice.mail.FailedMails;
import vn.thang.notice.mail.LetterOrder;
import vn.thang.organisation.sheet.AgencyImport;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkFilter;
import vn.thang.platform.work.WorkOrder;

/** Who may see long work, start it and start it again; everything is undone. */
class WorkReadingIT extends ContainerFixture {

    private static final List<String> NO_ADMINISTRATORS = List.of("canbo", "lanhdao.tinh", "thamdinh", "hoidong",
            "lanhdao", "kiemtoan");

    @Inject
    private WorkReading reading;

    @Inject
    private WorkAdministration administration;

    @Inject
    private FailedMails mails;

    @Inject
    private RoundWork rounds;

    @Inject
    private AgencyImport agencies;

    @Inject
    private ReadingRebuild sums;

    @Test
    void peopleSeeTheirOwnWorkAndNationalAdministratorsAllButItsFile() throws Exception {
        long work = work("kiemtoan", "FAILED");
        sql("INSERT INTO work_file (work_id, name, media_type, content) VALUES (" + work
                + ", 'a.txt', 'text/plain', 'x')");
        caller.actAs("kiemtoan");
        assertEquals(Work.State.FAILED, reading.get(work).state());
        assertEquals("a.txt", reading.file(work).name());
        assertTrue(reading.mine(Map.of(), Cut.by(WorkOrder.NEWEST)).rows().stream().anyMatch(one -> one.id() == work));
        caller.actAs("quantri");
        assertEquals("Vũ Ngọc Lan", reading.get(work).starterName());
        assertTrue(administration
                .list(new WorkFilter(null, "rescore-round", Work.State.FAILED), Cut.by(WorkOrder.NEWEST)).rows()
                .stream().anyMatch(one -> one.id() == work));
        assertTrue(reading.mine(Map.of(), Cut.by(WorkOrder.NEWEST)).rows().stream().noneMatch(one -> one.id() == work));
        unknown(() -> reading.file(work));
        for (String other : List.of("canbo", "lanhdao", "thamdinh")) {
            caller.actAs(other);
            unknown(() -> reading.get(work));
            unknown(() -> reading.file(work));
            assertTrue(reading.mine(Map.of(), Cut.by(WorkOrder.NEWEST)).rows().stream()
                    .noneMatch(one -> one.id() == work));
        }
    }

    @Test
    void aFileIsRefusedToWhoHasLostARoleUnderWhichItWasMade() throws Exception {
        caller.actAs("kiemtoan");
        String rights = caller.behalf().rights();
        long work = work("kiemtoan", "DONE");
        sql("INSERT INTO work_file (work_id, name, media_type, content) VALUES (" + work
                + ", 'a.txt', 'text/plain', 'x')");
        entities.createNativeQuery("UPDATE work SET rights = ?1 WHERE id = ?2").setParameter(1, rights)
                .setParameter(2, work).executeUpdate();
        assertEquals("a.txt", reading.file(work).name());
        sql("INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq), p.id, a.id,"
                + " 'OFFICER', '2020-01-01' FROM person p, agency a WHERE p.username = 'kiemtoan' AND a.code = '15'");
        sql("UPDATE membership m JOIN person p ON p.id = m.person_id SET m.valid_to = '2020-01-02'"
                + " WHERE p.username = 'kiemtoan' AND m.role <> 'OFFICER'");
        caller.actAs("kiemtoan");
        assertEquals("work.rights-lost",
                assertThrows(BusinessException.Forbidden.class, () -> reading.file(work)).key());
    }

    @Test
    void onlyNationalAdministratorsSeeAllJobsAndStartThemAgain() throws Exception {
        long work = work("kiemtoan", "FAILED");
        for (String person : NO_ADMINISTRATORS) {
            caller.actAs(person);
            refusedToEverybodyElse(work);
        }
        sql("INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq), p.id, a.id,"
                + " 'ADMINISTRATOR', '2020-01-01' FROM person p, agency a WHERE p.username = 'canbo' AND a.code = '15'");
        caller.actAs("canbo");
        refusedToEverybodyElse(work);
        caller.actAs("quantri");
        administration.again(work);
        assertEquals(Work.State.WAITING, reading.get(work).state());
        assertEquals("work.not-failed", assertThrows(BusinessException.class, () -> administration.again(work)).key());
    }

    @Test
    void chosenWorkIsStartedAgainTogetherOrNotAtAll() throws Exception {
        long one = work("kiemtoan", "FAILED");
        long other = work("canbo", "FAILED");
        caller.actAs("quantri");
        refused("list.none-chosen", () -> administration.again(Set.of()));
        administration.again(Set.of(one, other));
        assertEquals(Work.State.WAITING, reading.get(one).state());
        assertEquals(Work.State.WAITING, reading.get(other).state());
        long failed = work("canbo", "FAILED");
        refused("work.not-failed", () -> administration.again(Set.of(failed, one)));
    }

    @Test
    void theListHasOrdersFiltersAndAFixedCost() {
        work("kiemtoan", "FAILED");
        work("canbo", "DONE");
        caller.actAs("quantri");
        WorkFilter all = new WorkFilter(null, null, null);
        long total = administration.list(all, Cut.by(WorkOrder.NEWEST)).total();
        for (WorkOrder order : WorkOrder.values()) {
            assertEquals(total, administration.list(all, Cut.whole(order, true)).rows().size(), order::name);
        }
        assertTrue(administration.list(new WorkFilter(null, null, Work.State.DONE), Cut.by(WorkOrder.STATE)).rows()
                .stream().allMatch(one -> one.state() == Work.State.DONE));
        assertEquals(0, administration.list(new WorkFilter(null, "x", null), Cut.by(WorkOrder.KIND)).total());
        assertEquals(total, administration.list(WorkFilter.of(null, Map.of("state", "x", "kind", " ")),
                Cut.by(WorkOrder.NEWEST)).total());
        long few = used(
                () -> administration.list(new WorkFilter(null, null, Work.State.DONE), Cut.by(WorkOrder.ENDED)));
        assertEquals(few, used(() -> administration.list(all, Cut.whole(WorkOrder.STARTER, true))));
    }

    @Test
    void whatRunsIsNotStartedAgain() throws Exception {
        long work = work("kiemtoan", "RUNNING");
        caller.actAs("quantri");
        assertEquals("work.not-failed", assertThrows(BusinessException.class, () -> administration.again(work)).key());
    }

    @Test
    void whatTakesLongIsStartedOnlyByWhoeverMayDoIt() throws Exception {
        for (String person : NO_ADMINISTRATORS) {
            caller.actAs(person);
            forbidden(sums::start);
            forbidden(() -> rounds.open("2026", 0));
            forbidden(() -> rounds.publish("2026", 0));
            forbidden(() -> rounds.rescore("2026"));
            forbidden(() -> rounds.extend("2026", 0, LocalDate.MAX));
            forbidden(() -> rounds.reopen("2026", 0, LocalDate.MAX));
            forbidden(() -> rounds.issue("2026", 0, LocalDate.MAX));
            forbidden(() -> rounds.lapse("2026", 0));
            forbidden(() -> agencies.start("a.csv", new byte[]{1}, false));
        }
        assertEquals(0L,
                ((Number) entities
                        .createNativeQuery("SELECT COUNT(*) FROM work WHERE kind IN ('open-round', 'publish-round',"
                                + " 'rescore-round', 'conduct-round', 'import-agencies') AND state IN ('WAITING', 'RUNNING')")
                        .getSingleResult()).longValue());
    }

    @Test
    void whatWouldBeRefusedIsNotStarted() throws Exception {
        caller.actAs("quantri");
        int version = ((Number) entities.createNativeQuery("SELECT version FROM assessment_round WHERE code = '2026'")
                .getSingleResult()).intValue();
        assertEquals("round.not-planned",
                assertThrows(BusinessException.class, () -> rounds.open("2026", version)).key());
        again();
        assertThrows(BusinessException.Conflict.class, () -> rounds.open("2026", version + 1));
        again();
        assertThrows(BusinessException.class, () -> rounds.publish("2026", version));
        again();
        assertEquals("round.not-running", assertThrows(BusinessException.class, () -> rounds.rescore("2025")).key());
    }

    @Test
    void aLetterThatFailedIsSentAgain() throws Exception {
        caller.actAs("quantri");
        sql("INSERT INTO mail (person_id, occasion, message_id, state, next_at, fault) SELECT id, 'try', '<try>', 'FAILED',"
                + " UTC_TIMESTAMP(6), 'no such box' FROM person WHERE username = 'canbo'");
        FailedMails.Letter letter = failed("Thị Minh").get(0);
        assertEquals("no such box", letter.fault());
        refused("list.none-chosen", () -> mails.again(Set.of()));
        mails.again(Set.of(letter.id()));
        assertEquals(List.of(), failed("Thị Minh"));
        refused("mail.not-again", () -> mails.again(Set.of(letter.id())));
        assertEquals("WAITING",
                entities.createNativeQuery("SELECT state FROM mail WHERE id = " + letter.id()).getSingleResult());
    }

    private List<FailedMails.Letter> failed(String words) {
        return mails.list(words, Cut.by(LetterOrder.NEWEST)).rows();
    }

    private void refusedToEverybodyElse(long work) {
        forbidden(administration::recurring);
        forbidden(() -> administration.list(new WorkFilter(null, null, null), Cut.by(WorkOrder.NEWEST)));
        forbidden(() -> administration.again(Set.of(work)));
        forbidden(() -> administration.again(work));
        forbidden(() -> administration.now("mail"));
        forbidden(() -> failed(null));
        forbidden(() -> mails.again(Set.of(1L)));
    }

    private long work(String username, String state) {
        sql("INSERT INTO work (kind, recurring, subject, once_key, started_by, started_at, state) SELECT 'rescore-round', FALSE, 'thử',"
                + " CONCAT('try ', UUID()), id, UTC_TIMESTAMP(6), '" + state + "' FROM person WHERE username = '"
                + username + "'");
        return ((Number) entities.createNativeQuery("SELECT MAX(id) FROM work").getSingleResult()).longValue();
    }

    private void sql(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    private static void unknown(Executable deed) {
        assertThrows(BusinessException.NotFound.class, deed);
    }
}
