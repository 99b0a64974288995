package vn.thang.notice.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.GivenRounds;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.stage.StageDates;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.review.ReviewEvent;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.it.ContainerFixture;
import vn.thang.notice.NoticeFilter;
import vn.thang.notice.NoticeKind;
import vn.thang.notice.NoticeLine;
import vn.thang.notice.NoticeOrder;
import vn.thang.notice.NoticeTopic;
import vn.thang.notice.list.NoticeReading;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;

/** Whom is told what, in a round of its own that is undone. */
class NoticesIT extends ContainerFixture {

    @Inject
    private GivenRounds rounds;

    @Inject
    private NoticeReading reading;

    @Inject
    private DueDays dueDays;

    @Inject
    private RoundAdministration administration;

    @Inject
    private StageDates dates;

    @Inject
    private Event<ScoringEvent> scoring;

    @Inject
    private Event<ReviewEvent> reviews;

    @Inject
    private Event<RoundEvent> results;

    @Inject
    private Scores scores;

    @Resource
    private ManagedExecutorService executor;

    private String code;
    private LocalDate today;
    private LocalDate due;
    private AssessmentHead head;
    private long mine;

    @BeforeEach
    void open() throws Exception {
        caller.actAs("quantri");
        today = LocalDate.now(clock);
        due = today.plusDays(200);
        code = "N" + Long.toString(System.nanoTime(), 36);
        rounds.aRound(code).of("province", "ministry").from(today).until(due).opened();
        head = dates.of(code, "15").head();
        mine = head.id();
    }

    @Test
    void openingARoundTellsTheAgenciesInItByOneStatementAndNotWhoDidIt() {
        assertEquals(List.of(NoticeKind.ROUND_OPENED), told("canbo"));
        assertEquals(List.of(NoticeKind.ROUND_OPENED), told("lanhdao.tinh"));
        assertEquals(List.of(NoticeKind.ROUND_OPENED), told("canbo.bo"));
        for (String other : List.of("quantri", "thamdinh", "lanhdao", "kiemtoan")) {
            assertEquals(List.of(), told(other), other);
        }
        int version = version();
        long used = used(() -> administration.close(code, version));
        assertTrue(used <= 10, () -> "statements " + used);
        assertEquals(List.of(NoticeKind.ROUND_CLOSED, NoticeKind.ROUND_OPENED), told("canbo"));
    }

    @Test
    void whatHappensToAnAssessmentIsToldToItsAgencyAndWhoeverReviewsIt() {
        caller.actAs("thamdinh");
        scoring.fire(new ScoringEvent.AnswerConfirmed(head, new ScoringEvent.Given("STR.1", false, "3", "2"), null));
        scoring.fire(new ScoringEvent.AnswerCorrected(head, new ScoringEvent.Given("STR.2", false, "3", "2"), "x"));
        scoring.fire(new ScoringEvent.AnswerReturned(head, ScoringEvent.Given.unchanged("STR.3", false), "x"));
        reviews.fire(new ReviewEvent.QuestionsGivenBack(head.id(), head.agencyId(), 3));
        entities.createNativeQuery("INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at)"
                + " VALUES (NEXT VALUE FOR assessment_step_seq, ?1, 'GIVE_BACK', ?2, NOW(6))").setParameter(1, mine)
                .setParameter(2, caller.personId()).executeUpdate();
        scoring.fire(new ScoringEvent.ExemptionDecided(head, ScoringEvent.Given.unchanged("STR.4", false), true, "x"));
        scoring.fire(new ScoringEvent.ExemptionDecided(head, ScoringEvent.Given.unchanged("STR.5", false), false, "x"));
        reviews.fire(new ReviewEvent.ReviewConcluded(head.id(), head.agencyId()));
        scoring.fire(
                new ScoringEvent.AnswersGiven(head, List.of(new ScoringEvent.Given("STR.1", false, null, "3")),
                        scores.of(head)));
        List<NoticeKind> expected = List.of(NoticeKind.CONCLUDED, NoticeKind.EXEMPTION_REFUSED,
                NoticeKind.EXEMPTION_GRANTED, NoticeKind.RETURNED,
                NoticeKind.JUDGED,
                NoticeKind.ROUND_OPENED);
        assertEquals(expected, told("canbo"));
        assertEquals(expected, told("lanhdao.tinh"));
        assertEquals(List.of(NoticeKind.ROUND_OPENED), told("canbo.bo"));
        assertEquals(List.of(), told("thamdinh"));
        caller.actAs("canbo");
        scoring.fire(new ScoringEvent.HandedIn(head, "2026-15", "hash", scores.of(head)));
        assertEquals(List.of(NoticeKind.HANDED_IN_AGAIN), told("thamdinh"));
        assertEquals(NoticeKind.HANDED_IN, told("lanhdao.tinh").get(0));
        assertEquals(expected, told("canbo"));
        caller.actAs("quantri");
        dates.extend(mine, Stage.ANSWERING, due.plusDays(4), "Bão lũ");
        dates.move(code, version(), Stage.REVIEW, due.plusDays(90), "Nhiều hồ sơ");
        assertEquals(List.of(NoticeKind.STAGE_MOVED, NoticeKind.EXTENDED), told("canbo").subList(0, 2));
    }

    /** Whoever answers for an agency with a result is led to its plan of improvement; the others are led to the results. */
    @Test
    void publishedResultsLeadToThePlanThatFollowsFromThem() {
        sql("UPDATE assessment SET state = 'PUBLISHED' WHERE id = ?1", mine);
        results.fire(new RoundEvent.ResultsPublished(number("SELECT id FROM assessment_round WHERE code = ?1", code), 1,
                "0".repeat(64)));
        for (String person : List.of("canbo", "lanhdao.tinh")) {
            NoticeLine newest = lines(person).get(0);
            assertEquals(List.of(NoticeKind.PLAN_OFFERED, "/matter/plan.xhtml?agency=15"),
                    List.of(newest.kind(), newest.place()), person);
            assertEquals(1, told(person).stream().filter(kind -> kind != NoticeKind.ROUND_OPENED).count());
        }
        assertEquals(NoticeKind.ROUND_PUBLISHED, told("canbo.bo").get(0));
        for (String other : List.of("lanhdao", "kiemtoan", "thamdinh", "phoihop")) {
            assertEquals(List.of(), told(other), other);
        }
    }

    @Test
    void dueInThirtySevenAndOneDayAndLateAreToldOnceEach() {
        for (int left = 40; left >= -5; left--) {
            for (int run = 0; run < 2; run++) {
                dueDays.announce(due.minusDays(left), clock.instant());
            }
        }
        assertEquals(
                List.of("ANSWERING " + due + " late", "ANSWERING " + due + " 1", "ANSWERING " + due + " 7",
                        "ANSWERING " + due
                                + " 30"),
                occasions("canbo", "DUE", "LATE"));
        assertEquals(occasions("canbo", "DUE", "LATE"), occasions("canbo.bo", "DUE", "LATE"));
        assertEquals(List.of(), occasions("thamdinh", "DUE", "LATE"));
        assertEquals(List.of("CHECK " + due.plusDays(10) + " 30", "CHECK " + due.plusDays(10) + " 7"),
                occasions("quantri", "STAGE_DUE",
                        "STAGE_LATE")
                        .stream().filter(one -> one.startsWith("CHECK")).sorted().toList());
        assertEquals(4, occasions("quantri", "STAGE_DUE", "STAGE_LATE").stream()
                .filter(one -> one.startsWith("ANSWERING")).count());
    }

    /** What is foreseen before a round is made is what is told then, from whichever day on. */
    @Test
    void whatIsForeseenOfAPlanIsWhatIsTold() {
        long round = administration.get(code).id();
        LocalDate check = due.plusDays(10);
        for (int before : List.of(45, 20, 5)) {
            LocalDate from = due.minusDays(before);
            sql("DELETE FROM notice WHERE round_id = ?1", round);
            for (LocalDate day = from; day.isBefore(check.plusDays(2)); day = day.plusDays(1)) {
                dueDays.announce(day, day.atStartOfDay(Time.ZONE).toInstant());
            }
            assertEquals(foreseen(from, due, true), toldOn("canbo", Stage.ANSWERING));
            assertEquals(foreseen(from, due, true), toldOn("quantri", Stage.ANSWERING));
            assertEquals(foreseen(from, check, false), toldOn("quantri", Stage.CHECK), "nobody is late there");
        }
    }

    /** Without those that are told only where an agency still is in the stage. */
    private static List<String> foreseen(LocalDate from, LocalDate last, boolean late) {
        return DueDays.told(from, last).stream().filter(day -> late || day.left() >= 0).map(day -> day.on().toString())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<String> toldOn(String person, Stage stage) {
        return ((List<Object>) entities.createNativeQuery("SELECT DATE(n.created_at + INTERVAL 7 HOUR) FROM notice n"
                + " JOIN person p ON p.id = n.person_id WHERE p.username = ?1 AND n.stage = ?2"
                + " AND n.round_id = (SELECT id FROM assessment_round WHERE code = ?3) ORDER BY n.id")
                .setParameter(1, person).setParameter(2, stage.name()).setParameter(3, code).getResultList()).stream()
                .map(String::valueOf).toList();
    }

    @Test
    void nobodyIsRemindedOfARehearsal() {
        sql("UPDATE assessment_round SET rehearsal = TRUE WHERE code = ?1", code);
        dueDays.announce(due.minusDays(5), clock.instant());
        dueDays.announce(due.plusDays(5), clock.instant());
        assertEquals(List.of(), occasions("canbo", "DUE", "LATE"));
        assertEquals(List.of(), occasions("quantri", "STAGE_DUE", "STAGE_LATE"));
    }

    /** As several servers would, in the demonstration round; what is told there today stays told. */
    @Test
    void manyAtATimeTellNothingTwice() throws Exception {
        transaction.rollback();
        List<? extends Future<?>> runs = Stream.generate(() -> executor.submit(() -> dueDays.announce())).limit(8)
                .toList();
        for (Future<?> run : runs) {
            run.get(60, TimeUnit.SECONDS);
        }
        transaction.begin();
        Object[] counts = (Object[]) entities
                .createNativeQuery("SELECT COUNT(*), COUNT(DISTINCT person_id, kind, subject, subject_id,"
                        + " occasion)"
                        + " FROM notice")
                .getSingleResult();
        assertEquals(counts[1], counts[0]);
        assertTrue(((Number) counts[0]).longValue() > 0);
    }

    @Test
    void aDayWithoutARunLosesNothingAndAnotherDayIsToldAnew() {
        dueDays.announce(due.minusDays(5), clock.instant());
        assertEquals(List.of("ANSWERING " + due + " 7"), occasions("canbo", "DUE", "LATE"));
        dates.extend(mine, Stage.ANSWERING, due.plusDays(20), "Bão lũ");
        dueDays.announce(due.minusDays(4), clock.instant());
        dueDays.announce(due.plusDays(1), clock.instant());
        assertEquals(List.of("ANSWERING " + due.plusDays(20) + " 30", "ANSWERING " + due + " 7"),
                occasions("canbo", "DUE", "LATE"));
        assertEquals(List.of("ANSWERING " + due + " late", "ANSWERING " + due + " 7"),
                occasions("canbo.bo", "DUE", "LATE"));
    }

    @Test
    void reviewersAreToldHowManyWaitForThem() {
        entities.createNativeQuery("UPDATE assessment SET state = 'HANDED_IN' WHERE round_id = ?1 ORDER BY id LIMIT 3")
                .setParameter(1, administration.get(code).id()).executeUpdate();
        LocalDate check = due.plusDays(10);
        dueDays.announce(check.minusDays(7), clock.instant());
        dueDays.announce(check.plusDays(2), clock.instant());
        assertEquals(List.of("CHECK " + check + " late", "CHECK " + check + " 7"),
                occasions("thamdinh", "REVIEW_DUE", "REVIEW_LATE"));
        assertEquals(List.of("3", "3"), lines("thamdinh").stream().map(NoticeLine::detail).toList());
    }

    @Test
    void whoeverHasASectionIsToldUntilItIsHandedBack() {
        entities.createNativeQuery(
                "INSERT INTO assessment_section (id, assessment_id, dimension, person_id, given_by, given_at) SELECT"
                        + " NEXT VALUE FOR assessment_section_seq, ?1, 'SEC', p.id, p.id, NOW(6) FROM person p WHERE p.username = 'phoihop'")
                .setParameter(1, mine).executeUpdate();
        dueDays.announce(due.minusDays(7), clock.instant());
        assertEquals(List.of("ANSWERING " + due + " 7"), occasions("phoihop", "DUE", "LATE"));
        entities.createNativeQuery("UPDATE assessment_section SET finished_at = NOW(6) WHERE assessment_id = ?1")
                .setParameter(1, mine).executeUpdate();
        dueDays.announce(due.minusDays(1), clock.instant());
        dueDays.announce(due.plusDays(1), clock.instant());
        assertEquals(List.of("ANSWERING " + due + " 7"), occasions("phoihop", "DUE", "LATE"));
        assertEquals(3, occasions("canbo", "DUE", "LATE").size());
    }

    @Test
    void thePanelIsToldUntilWhenItDecides() {
        entities.createNativeQuery("UPDATE assessment SET state = 'OBJECTION' WHERE round_id = ?1 ORDER BY id LIMIT 2")
                .setParameter(1, administration.get(code).id()).executeUpdate();
        LocalDate decision = ((Date) entities
                .createNativeQuery("SELECT due_on FROM round_stage WHERE stage = 'DECISION' AND round_id = ?1")
                .setParameter(1, administration.get(code).id()).getSingleResult()).toLocalDate();
        for (int left = 40; left >= -2; left--) {
            dueDays.announce(decision.minusDays(left), clock.instant());
        }
        assertEquals(
                List.of("DECISION " + decision + " late", "DECISION " + decision + " 1", "DECISION " + decision + " 7",
                        "DECISION " + decision + " 30"),
                occasions("hoidong", "PANEL_DUE", "PANEL_LATE"));
        assertEquals(List.of("2", "2", "2", "2"), lines("hoidong").stream().map(NoticeLine::detail).toList());
        assertEquals(List.of(), occasions("thamdinh", "PANEL_DUE", "PANEL_LATE"));
    }

    @Test
    void theListHasOrdersFiltersAndAFixedCostAndChosenOnesAreRead() {
        long one = lines("canbo").get(0).id();
        long total = reading.list(NoticeFilter.ALL, Cut.by(NoticeOrder.NEWEST)).total();
        for (NoticeOrder order : NoticeOrder.values()) {
            assertEquals(total, reading.list(NoticeFilter.ALL, Cut.whole(order, true)).rows().size(), order::name);
        }
        assertTrue(
                reading.list(new NoticeFilter("lao cai", NoticeTopic.ROUNDS, true), Cut.by(NoticeOrder.NEWEST)).rows()
                        .stream().anyMatch(line -> line.id() == one));
        assertTrue(
                reading.list(new NoticeFilter(null, NoticeTopic.WORK, false), Cut.by(NoticeOrder.TIME)).rows().stream()
                        .noneMatch(line -> line.id() == one));
        long few = used(
                () -> reading.list(new NoticeFilter(null, NoticeTopic.ROUNDS, true), Cut.by(NoticeOrder.AGENCY)));
        assertEquals(few, used(() -> reading.list(NoticeFilter.ALL, Cut.whole(NoticeOrder.WHAT, true))));
        refused("list.none-chosen", () -> reading.read(Set.of()));
        caller.actAs("lanhdao.tinh");
        reading.read(Set.of(one));
        caller.actAs("canbo");
        long unread = reading.unread();
        reading.read(Set.of(one));
        assertEquals(unread - 1, reading.unread());
    }

    @Test
    void nobodySeesOrOpensTheNoticesOfSomebodyElse() {
        long id = lines("canbo").get(0).id();
        for (String other : List.of("lanhdao.tinh", "canbo.bo", "quantri")) {
            caller.actAs(other);
            assertThrows(BusinessException.NotFound.class, () -> reading.open(id), other);
            reading.readAll();
        }
        caller.actAs("canbo");
        long unread = reading.unread();
        assertEquals("/index.xhtml", reading.open(id).place());
        assertEquals(unread - 1, reading.unread());
        reading.readAll();
        assertEquals(0, reading.unread());
        List<Executable> methods = List.of(() -> reading.unread(),
                () -> reading.list(NoticeFilter.ALL, Cut.by(NoticeOrder.NEWEST)), () -> reading.open(id),
                () -> reading.readAll());
        entities.createNativeQuery(
                "DELETE FROM membership WHERE person_id = (SELECT id FROM person WHERE username = 'canbo')")
                .executeUpdate();
        caller.actAs("canbo");
        methods.forEach(method -> assertThrows(BusinessException.Forbidden.class, method));
    }

    @Test
    void whoHasLeftAnAgencySeesNothingOfItAnyMore() {
        assertEquals(List.of(NoticeKind.ROUND_OPENED), told("canbo"));
        entities.createNativeQuery("UPDATE membership SET valid_to = ?1, agency_id = agency_id WHERE person_id ="
                + " (SELECT id FROM person WHERE username = 'canbo')").setParameter(1, Date.valueOf(today.minusDays(1)))
                .executeUpdate();
        entities.createNativeQuery(
                "INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXT VALUE FOR"
                        + " membership_seq,"
                        + " (SELECT id FROM person WHERE username = 'canbo'), a.id, 'OFFICER', ?1 FROM agency a WHERE a.code = '24'")
                .setParameter(1, Date.valueOf(today.minusDays(1))).executeUpdate();
        assertEquals(List.of(), told("canbo"));
        caller.actAs("quantri");
        administration.close(code, version());
        assertEquals(List.of(NoticeKind.ROUND_CLOSED), told("canbo"));
    }

    /** Kinds of what the person was told of this round, the newest first. */
    private List<NoticeKind> told(String person) {
        return lines(person).stream().map(NoticeLine::kind).toList();
    }

    private List<NoticeLine> lines(String person) {
        caller.actAs(person);
        return reading.list(NoticeFilter.ALL, Cut.by(NoticeOrder.NEWEST)).rows().stream()
                .filter(line -> code.equals(line.roundCode())).toList();
    }

    @SuppressWarnings("unchecked")
    private List<String> occasions(String person, String... kinds) {
        return entities.createNativeQuery(
                "SELECT n.occasion FROM notice n JOIN person p ON p.id = n.person_id WHERE p.username = ?1"
                        + " AND n.round_id = (SELECT id FROM assessment_round WHERE code = ?2) AND n.kind IN (?3, ?4) ORDER BY n.id DESC")
                .setParameter(1, person).setParameter(2, code).setParameter(3, kinds[0]).setParameter(4, kinds[1])
                .getResultList();
    }

    private int version() {
        String present = code;
        caller.actAs("quantri");
        return administration.get(present).version();
    }
}
