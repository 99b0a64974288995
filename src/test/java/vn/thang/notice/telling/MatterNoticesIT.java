package vn.thang.notice.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.AskedFigure;
import vn.thang.matter.Deed;
import vn.thang.matter.Matter;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.register.MatterCourse;

/** Who is reminded of what is asked, and to whom it goes up when it is late; everything is undone. */
class MatterNoticesIT extends ContainerFixture {

    @Inject
    private DueDays dueDays;

    @Inject
    private Asking asking;

    @Inject
    private MatterCourse course;

    private LocalDate today;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
        onlyTheseAt("15", "canbo", "phoihop", "lanhdao.tinh");
    }

    @Test
    void whoIsAskedIsRemindedAndWhatIsLateGoesUp() {
        anAgency("XA1").below("15").answeredBy("phoihop");
        long id = asked("XA1", person("phoihop"), today.plusDays(6));
        announce();
        announce();
        assertEquals(List.of("phoihop"), told("MATTER_DUE", id), "once, however often");
        assertEquals(List.of(), told("MATTER_RAISED", id));
        sql("UPDATE matter SET due_on = ?2 WHERE id = ?1", id, today.minusDays(1));
        announce();
        announce();
        assertEquals(List.of("phoihop"), told("MATTER_LATE", id));
        assertEquals(List.of("lanhdao", "lanhdao.tinh"), told("MATTER_RAISED", id), "who asked, and the superior");
    }

    @Test
    void theHeadHearsOfWhatSomebodyElseIsLateWith() {
        long id = asked("15", person("canbo"), today.plusDays(20));
        sql("UPDATE matter SET due_on = ?2 WHERE id = ?1", id, today.minusDays(1));
        announce();
        assertEquals(List.of("canbo", "lanhdao.tinh"), told("MATTER_LATE", id));
        assertEquals(List.of("lanhdao"), told("MATTER_RAISED", id));
    }

    @Test
    void whatIsAnsweredDoesNotGoUp() {
        long answered = asked("15", null, today.plusDays(20));
        caller.actAs("canbo");
        course.take(answered, Deed.ANSWER, "Đã rõ.", null, course.view(answered).line().version());
        sql("UPDATE matter SET due_on = ?1", today.minusDays(1));
        announce();
        assertEquals(List.of(), told("MATTER_LATE", answered));
        assertEquals(List.of(), told("MATTER_RAISED", answered));
    }

    /** Of those to whom it would go up it goes to whoever may read it: the asker here, but not the superior above. */
    @Test
    void whatIsAboutRestrictedAnswersGoesUpToThoseWhoMayReadIt() {
        anAgency("XA1").below("15").answeredBy("phoihop");
        caller.actAs("lanhdao.tinh");
        long own = asking.ask(new Asking.Question(Matter.Kind.QUESTION,
                AskedFigure.ofResult(number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                        + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2025' AND a.code = '15'"),
                        "SEC.1"),
                null, person("canbo"), "Vì sao?", today.plusDays(20)));
        entities.flush();
        long below = asked("XA1", null, today.plusDays(20));
        sql("UPDATE matter SET due_on = ?1, restricted = TRUE", today.minusDays(1));
        announce();
        assertEquals(List.of("canbo", "lanhdao.tinh"), told("MATTER_LATE", own));
        assertEquals(List.of("lanhdao.tinh"), told("MATTER_RAISED", own),
                "who asked may read it, who is above may not");
        assertEquals(List.of("phoihop"), told("MATTER_LATE", below));
        assertEquals(List.of(), told("MATTER_RAISED", below), "neither who asked nor the superior may read it");
        role("lanhdao", "VN", "REVIEWER");
        announce();
        assertEquals(List.of("lanhdao", "lanhdao.tinh"), told("MATTER_RAISED", own));
        assertEquals(List.of("lanhdao"), told("MATTER_RAISED", below));
    }

    private long asked(String agency, Long person, LocalDate due) {
        caller.actAs("lanhdao");
        long id = asking
                .ask(new Asking.Question(Matter.Kind.QUESTION, AskedFigure.ofAgency(), agency, person, "Vì sao?", due));
        entities.flush();
        return id;
    }

    private void announce() {
        dueDays.announce(today, clock.instant());
    }

    private long person(String username) {
        return number("SELECT id FROM person WHERE username = ?1", username);
    }

    @SuppressWarnings("unchecked")
    private List<String> told(String kind, long id) {
        return entities.createNativeQuery("SELECT p.username FROM notice n JOIN person p ON p.id = n.person_id"
                + " WHERE n.kind = ?1 AND n.subject = 'matter' AND n.subject_id = ?2 ORDER BY 1").setParameter(1, kind)
                .setParameter(2, id).getResultList();
    }
}
