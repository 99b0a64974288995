package vn.thang.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.register.MatterCourse;
import vn.thang.matter.register.MatterFilter;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterOrder;
import vn.thang.matter.register.MatterRegister;
import vn.thang.matter.register.MattersOfEnded;
import vn.thang.organisation.change.AgencyChange;
import vn.thang.organisation.change.AgencyChanging;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.list.Cut;

/** What is asked of the province of the demonstration about a figure, and what becomes of it; everything is undone. */
class MatterIT extends ContainerFixture {

    private static final Cut<MatterOrder> NEXT = Cut.by(MatterOrder.NEXT);
    private static final String ALL = "state";

    @Inject
    private Asking asking;

    @Inject
    private MatterCourse course;

    @Inject
    private MatterRegister register;

    @Inject
    private MattersOfEnded ended;

    @Inject
    private AgencyChanging changing;

    private LocalDate today;
    private long result;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
        result = number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2025' AND a.code = '15'");
        onlyTheseAt("15", "canbo", "phoihop", "lanhdao.tinh");
    }

    @Test
    void aQuestionIsAskedAnsweredAskedAgainAndAccepted() {
        caller.actAs("lanhdao");
        long id = asking.ask(question("P1-08", "15", null));
        MatterLine asked = course.view(id).line();
        assertEquals(List.of(Matter.State.OPEN, "15", "Đỗ Quốc Khánh", today.plusDays(7), false),
                List.of(asked.state(), asked.agencyCode(), asked.askedBy(), asked.dueOn(), asked.late()));
        assertNotNull(asked.figure().wanted());
        assertNotNull(asked.figure().status());
        assertEquals(List.of("canbo", "lanhdao.tinh"), told("MATTER_ASKED", id));
        take("canbo", id, Deed.ANSWER, "Do thiếu máy chủ.", null);
        assertEquals(List.of("lanhdao"), told("MATTER_ANSWERED", id));
        take("lanhdao", id, Deed.ASK_AGAIN, "Bao giờ có máy chủ?", today.plusDays(9));
        assertEquals(today.plusDays(9), course.view(id).line().dueOn());
        take("lanhdao.tinh", id, Deed.ANSWER, "Trong quý này.", null);
        take("lanhdao", id, Deed.ACCEPT, null, null);
        MatterCourse.View view = course.view(id);
        assertEquals(List.of("ASKED", "ANSWER", "ASK_AGAIN", "ANSWER", "ACCEPT"),
                view.steps().stream().map(step -> step.step().name()).toList());
        assertEquals(List.of("Vì sao?", "Do thiếu máy chủ.", "Bao giờ có máy chủ?", "Trong quý này."),
                view.steps().stream().map(MatterCourse.StepLine::words).filter(words -> words != null).toList());
        assertEquals(List.of(Matter.State.ACCEPTED, false, today.plusDays(7), asked.figure()),
                List.of(view.line().state(), view.line().open(), view.line().firstDueOn(), view.line().figure()));
        assertEquals(List.of(), view.deeds(), "nothing is left to do");
        assertEquals(List.of("canbo", "lanhdao.tinh"), told("MATTER_ACCEPTED", id));
        assertEquals(5, number("SELECT COUNT(*) FROM change_log WHERE subject = 'matter' AND subject_id = ?1", id));
    }

    /** The figure is taken from where it stands; it does not follow what becomes of the result. */
    @Test
    void theFigureIsKeptAsItWas() {
        caller.actAs("lanhdao");
        long id = asking.ask(about(result, null, null));
        MatterFigure then = course.view(id).line().figure();
        assertEquals("result.official", then.standing());
        sql("UPDATE assessment_score SET level = 5 - level WHERE assessment_id = ?1", result);
        assertEquals(then, course.view(id).line().figure());
        assertEquals(then.level(), asking.sheet(AskedFigure.ofResult(result, null), null).figure().level(),
                "answers say the same");
        long other = asking.ask(new Asking.Question(Matter.Kind.QUESTION, AskedFigure.ofAgency(), "15", null, "Vì sao?",
                today.plusDays(7)));
        assertEquals(5 - then.level(), course.view(other).line().figure().level());
    }

    @Test
    void aSuperiorAsksBelowAnAuditorRecommendsAndNobodyAsksUpward() throws Exception {
        anAgency("XA1").below("15").answeredBy("phoihop");
        caller.actAs("lanhdao.tinh");
        asking.ask(question(null, "XA1", null));
        asking.ask(question(null, "15", null));
        for (String agency : List.of("VN", "BTP", "48")) {
            forbidden(() -> asking.ask(question(null, agency, null)));
            forbidden(() -> asking.respondents(agency));
            forbidden(() -> asking.sheet(AskedFigure.ofAgency(), agency));
        }
        for (String person : List.of("canbo", "canbo.bo", "phoihop", "thamdinh", "hoidong", "quantri")) {
            caller.actAs(person);
            forbidden(() -> asking.ask(question("P1-08", "15", null)));
            forbidden(() -> asking.sheet(AskedFigure.ofTarget("P1-08"), null));
        }
        caller.actAs("kiemtoan");
        forbidden(() -> asking.ask(question("P1-08", "15", null)));
        long id = asking.ask(new Asking.Question(Matter.Kind.RECOMMENDATION, AskedFigure.ofTarget("P1-08"), "15", null,
                "Nên rà soát.", today));
        assertEquals(Matter.Kind.RECOMMENDATION, course.view(id).line().kind());
        caller.actAs("lanhdao");
        forbidden(() -> asking.ask(new Asking.Question(Matter.Kind.RECOMMENDATION, AskedFigure.ofTarget("P1-08"), "15",
                null, "Nên rà soát.", today)));
    }

    /** A recommendation goes on after its answer was accepted, until the auditor says that it is done. */
    @Test
    void aRecommendationEndsWhenItIsDone() {
        caller.actAs("kiemtoan");
        long id = asking.ask(new Asking.Question(Matter.Kind.RECOMMENDATION, AskedFigure.ofTarget("P1-08"), "15", null,
                "Nên rà soát.", today.plusDays(30)));
        take("canbo", id, Deed.ANSWER, "Sẽ rà soát.", null);
        take("kiemtoan", id, Deed.ACCEPT, null, null);
        assertTrue(course.view(id).line().open());
        take("canbo", id, Deed.ANSWER, "Đã rà soát xong.", null);
        caller.actAs("lanhdao");
        forbidden(() -> course.take(id, Deed.CLOSE, "Xong", null, seen(id)));
        take("kiemtoan", id, Deed.CLOSE, "Đã xem biên bản.", null);
        assertEquals(Matter.State.DONE, course.view(id).line().state());
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        caller.actAs("lanhdao");
        Faults.Refused refused = assertThrows(Faults.Refused.class,
                () -> asking.ask(new Asking.Question(Matter.Kind.QUESTION, AskedFigure.ofTarget("P1-08"), "15", -1L,
                        " ", today.minusDays(1))));
        assertEquals(List.of("person matter.not-there", "words matter.words-missing", "due matter.due-missing"),
                refused.faults().stream().map(fault -> fault.field() + " " + fault.refusal().key()).toList());
        refused("matter.agency-missing", () -> asking.ask(question("P1-08", null, null)));
        refused("target.unknown", () -> asking.ask(question("P9-99", "15", null)));
        refused("matter.due-missing", () -> asking.ask(new Asking.Question(Matter.Kind.QUESTION,
                AskedFigure.ofTarget("P1-08"), "15", null, "Vì sao?", today.plusYears(9))));
        assertEquals(0, number("SELECT COUNT(*) FROM matter"));
    }

    @Test
    void onlyWhoAnswersForTheAgencyIsAsked() throws Exception {
        anAgency("XA1").below("15");
        caller.actAs("lanhdao");
        refused("matter.nobody-there", () -> asking.ask(question(null, "XA1", null)));
        again();
        begin();
        caller.actAs("lanhdao");
        refused("matter.not-there", () -> asking.ask(question("P1-08", "15", person("canbo.bo"))));
        assertEquals(List.of("Trần Văn Hòa", "Nguyễn Thị Minh"),
                asking.respondents("15").stream().map(Respondent::name).toList());
        long id = asking.ask(question("P1-08", "15", person("lanhdao.tinh")));
        assertEquals(List.of("lanhdao.tinh"), told("MATTER_ASKED", id));
        caller.actAs("canbo");
        assertEquals(0, register.waiting().asked(), "somebody else was asked");
        caller.actAs("lanhdao.tinh");
        assertEquals(1, register.waiting().asked());
    }

    /** A cell of the heat map is asked about with the level that stands in it. */
    @Test
    void aDimensionIsAskedAboutWithItsLevel() {
        caller.actAs("lanhdao");
        long id = asking.ask(about(result, "STR", null));
        MatterLine line = course.view(id).line();
        assertEquals(Matter.About.DIMENSION, line.about());
        assertEquals(number("SELECT level FROM node_score WHERE assessment_id = ?1 AND node = 'STR'", result),
                line.figure().level().longValue());
        assertFalse(line.restricted());
    }

    @Test
    void resultsOfARehearsalAreNotAskedAbout() {
        aPastRound("TH").of("province").asRehearsal().published();
        long practised = number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = 'TH' AND a.code = '15'");
        caller.actAs("lanhdao");
        refused("matter.rehearsal", () -> asking.ask(about(practised, null, null)));
    }

    @Test
    void othersSeeItOnlyWhereTheySeeTheAgencyAndNobodyDoesBothSides() throws Exception {
        caller.actAs("lanhdao.tinh");
        long own = asking.ask(question(null, "15", null));
        caller.actAs("lanhdao");
        long id = asking.ask(question("P1-08", "15", null));
        caller.actAs("canbo.bo");
        refused("matter.unknown", () -> course.view(id));
        refused("matter.unknown", () -> course.take(id, Deed.ANSWER, "Không", null, 1));
        assertEquals(Set.of(), ids(Map.of(ALL, "all")));
        for (String person : List.of("lanhdao", "kiemtoan", "thamdinh", "quantri")) {
            caller.actAs(person);
            forbidden(() -> course.take(id, Deed.ANSWER, "Không", null, seen(id)));
        }
        for (String person : List.of("canbo", "lanhdao.tinh", "kiemtoan", "quantri")) {
            caller.actAs(person);
            for (Deed deed : List.of(Deed.ACCEPT, Deed.ASK_AGAIN, Deed.MOVE, Deed.DROP, Deed.CLOSE)) {
                forbidden(() -> course.take(id, deed, "Không", today, seen(id)));
            }
        }
        caller.actAs("phoihop");
        forbidden(() -> course.view(id));
        forbidden(() -> register.page(MatterFilter.of(Map.of()), NEXT));
        caller.actAs("lanhdao.tinh");
        refused("matter.own", () -> course.take(own, Deed.ANSWER, "Tự trả lời", null, seen(own)));
        role("canbo", "15", "HEAD");
        take("canbo", own, Deed.ANSWER, "Đã rõ.", null);
        refused("matter.own-answer", () -> course.take(own, Deed.ACCEPT, null, null, seen(own)));
        take("lanhdao.tinh", own, Deed.ACCEPT, "Được.", null);
    }

    /** Whoever is above decides as well; a head below does not end what the country asks. */
    @Test
    void aLowerSuperiorDoesNotDecideOnWhatAHigherOneAsked() {
        anAgency("XA1").below("15").answeredBy("phoihop");
        caller.actAs("lanhdao");
        long id = asking.ask(question(null, "XA1", null));
        take("phoihop", id, Deed.ANSWER, "Đã làm.", null);
        caller.actAs("lanhdao.tinh");
        forbidden(() -> course.take(id, Deed.ACCEPT, null, null, seen(id)));
        long mine = asking.ask(question(null, "XA1", null));
        take("phoihop", mine, Deed.ANSWER, "Đã làm.", null);
        take("lanhdao", mine, Deed.ACCEPT, null, null);
        assertEquals(Matter.State.ACCEPTED, course.view(mine).line().state());
    }

    @Test
    void atTheWrongMomentWithAStaleFormOrAForgedIdNothingHappens() {
        caller.actAs("lanhdao");
        long id = asking.ask(question("P1-08", "15", null));
        int first = seen(id);
        assertEquals(409, assertThrows(BusinessException.Conflict.class,
                () -> course.take(id, Deed.ACCEPT, null, null, first)).status());
        take("canbo", id, Deed.ANSWER, "Một.", null);
        caller.actAs("lanhdao.tinh");
        refused("matter.changed", () -> course.take(id, Deed.ANSWER, "Hai.", null, first));
        caller.actAs("lanhdao");
        refused("matter.words-missing", () -> course.take(id, Deed.ASK_AGAIN, " ", null, seen(id)));
        refused("matter.due-missing", () -> course.take(id, Deed.MOVE, "Dời", null, seen(id)));
        refused("matter.due-missing", () -> course.take(id, Deed.MOVE, "Dời", today.minusDays(1), seen(id)));
        take("lanhdao", id, Deed.DROP, "Đã có báo cáo khác.", null);
        caller.actAs("canbo");
        refused("matter.not-now", () -> course.take(id, Deed.ANSWER, "Ba.", null, seen(id)));
        refused("matter.unknown", () -> course.view(id + 1_000_000));
        refused("matter.unknown", () -> course.take(id + 1_000_000, Deed.ANSWER, "Ba.", null, 1));
        assertEquals(3, number("SELECT COUNT(*) FROM matter_step WHERE matter_id = ?1", id));
    }

    @Test
    void whatIsAboutRestrictedAnswersIsForThoseWhoMayReadThem() {
        caller.actAs("lanhdao");
        refused("assessment.unknown-criterion", () -> asking.ask(about(result, "SEC.1", null)));
        long open = asking.ask(about(result, "SHR.1", null));
        assertFalse(course.view(open).line().restricted());
        caller.actAs("lanhdao.tinh");
        long id = asking.ask(about(result, "SEC.1", null));
        for (String person : List.of("lanhdao.tinh", "canbo", "thamdinh", "hoidong")) {
            caller.actAs(person);
            assertEquals(Set.of(open, id), ids(Map.of(ALL, "all")), person);
            assertTrue(course.view(id).line().restricted());
        }
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertEquals(Set.of(open), ids(Map.of(ALL, "all")), person);
            assertEquals(1, register.page(MatterFilter.of(Map.of()), NEXT).total());
            assertEquals(List.of(open), register.whole(MatterFilter.of(Map.of()), NEXT).rows().stream()
                    .map(MatterLine::id).toList());
            assertEquals(List.of(open), register.open(MatterFilter.ofAssessment(result)).stream()
                    .map(MatterLine::id).toList());
            refused("matter.unknown", () -> course.view(id));
        }
        caller.actAs("canbo.bo");
        assertEquals(Set.of(), ids(Map.of(ALL, "all")));
    }

    @Test
    void filtersNarrowTheList() {
        caller.actAs("lanhdao");
        long one = asking.ask(question("P1-08", "15", person("lanhdao.tinh")));
        long other = asking.ask(new Asking.Question(Matter.Kind.QUESTION, AskedFigure.ofAgency(), "BTP", null,
                "Vì sao?", today.plusDays(20)));
        long third = asking.ask(about(result, null, null));
        sql("UPDATE matter SET due_on = ?2 WHERE id = ?1", third, today.minusDays(1));
        take("canbo.bo", other, Deed.ANSWER, "Do thiếu người.", null);
        caller.actAs("lanhdao");
        assertEquals(Set.of(one, other, third), ids(Map.of()));
        assertEquals(Set.of(one), ids(Map.of("target", "P1-08")));
        assertEquals(Set.of(one, third), ids(Map.of("agency", "15")));
        assertEquals(Set.of(third), ids(Map.of("assessment", String.valueOf(result))));
        assertEquals(Set.of(third), ids(Map.of("due", "late")));
        assertEquals(Set.of(one), ids(Map.of("due", "week")));
        assertEquals(Set.of(one, other), ids(Map.of("due", "month")));
        assertEquals(Set.of(other), ids(Map.of(ALL, "answered")));
        assertEquals(Set.of(one, third), ids(Map.of(ALL, "WAITING")));
        assertEquals(Set.of(one), ids(Map.of("person", "Trần Văn")));
        assertEquals(Set.of(other), ids(Map.of("q", "tu phap")));
        assertEquals(Set.of(), ids(Map.of("kind", "MEASURE")));
        assertEquals(Set.of(one, other, third), ids(Map.of("my", "asking", "due", "no such")));
        assertEquals(new MatterRegister.Waiting(0, 0, null, 1), register.waiting());
        caller.actAs("canbo");
        assertEquals(Set.of(third), ids(Map.of("my", "asked")));
        assertEquals(new MatterRegister.Waiting(1, 1, today.minusDays(1), 0), register.waiting());
    }

    /** What was asked about a criterion in one round comes up in every later one, ended or not, as far as the person may see it. */
    @Test
    void whatIsAskedAboutACriterionComesUpAcrossRounds() {
        long earlier = number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2026' AND a.code = '15'");
        caller.actAs("lanhdao.tinh");
        long over = asking.ask(about(result, "SHR.1", null));
        take("canbo", over, Deed.ANSWER, "Đã rõ.", null);
        take("lanhdao.tinh", over, Deed.ACCEPT, null, null);
        long open = asking.ask(about(result, "SHR.1", null));
        long restricted = asking.ask(about(result, "SEC.1", null));
        asking.ask(about(result, "SHR.2", null));
        asking.ask(question("P1-08", "15", null));
        entities.flush();
        sql("UPDATE matter SET asked_at = asked_at - INTERVAL 1 YEAR, assessment_id = ?2 WHERE id = ?1", over, earlier);
        assertEquals(Set.of(over, open), ids(Map.of("agency", "15", "criterion", "SHR.1", ALL, "all")));
        assertEquals(Set.of(open), ids(Map.of("criterion", "SHR.1")));
        for (String person : List.of("canbo", "thamdinh", "lanhdao.tinh")) {
            caller.actAs(person);
            assertEquals(List.of(open, over), ofCriteria("15", "SHR.1"), person);
            assertEquals(List.of(restricted), ofCriteria("15", "SEC.1"), person);
        }
        assertEquals(List.of(restricted, open, over), ofCriteria("15", "SHR.1", "SEC.1"));
        assertEquals(List.of(), ofCriteria("BTP", "SHR.1"));
        for (String person : List.of("lanhdao", "kiemtoan")) {
            caller.actAs(person);
            assertEquals(List.of(open, over), ofCriteria("15", "SHR.1", "SEC.1"), person);
        }
        caller.actAs("canbo.bo");
        assertEquals(List.of(), ofCriteria("15", "SHR.1"));
        caller.actAs("phoihop");
        forbidden(() -> register.ofCriteria("15", List.of("SHR.1")));
    }

    /** The page of a question is used under rush: what stands beside it costs one statement, by an index. */
    @Test
    void whatStandsBesideAQuestionCostsOneStatement() {
        caller.actAs("lanhdao.tinh");
        asking.ask(about(result, "SHR.1", null));
        ofCriteria("15", "SHR.1");
        assertEquals(1, used(() -> ofCriteria("15", "SHR.1")));
        assertEquals(1, used(() -> ofCriteria("15", "SHR.1", "SHR.2", "STR.1")));
    }

    private List<Long> ofCriteria(String agency, String... criteria) {
        return register.ofCriteria(agency, List.of(criteria)).stream().map(MatterLine::id).toList();
    }

    @Test
    void theListHasEveryOrderAndCostsTheSameHoweverLong() {
        caller.actAs("lanhdao");
        asking.ask(question("P1-08", "15", null));
        register.page(MatterFilter.of(Map.of()), NEXT);
        long first = used(() -> register.page(MatterFilter.of(Map.of()), NEXT));
        for (int i = 0; i < 60; i++) {
            asking.ask(new Asking.Question(Matter.Kind.QUESTION, AskedFigure.ofAgency(), "15", null, "Câu " + i,
                    today.plusDays(i)));
        }
        assertEquals(first, used(() -> register.page(MatterFilter.of(Map.of()), NEXT)));
        assertTrue(first <= 4, () -> "statements: " + first);
        for (MatterOrder order : MatterOrder.values()) {
            for (boolean descending : new boolean[]{false, true}) {
                List<Long> all = new ArrayList<>();
                for (int page = 1; page <= 3; page++) {
                    register.page(MatterFilter.of(Map.of()), new Cut<>(order, descending, page, 25)).rows()
                            .forEach(line -> all.add(line.id()));
                }
                assertEquals(61, all.size(), order::name);
                assertEquals(61, Set.copyOf(all).size(), order::name);
            }
        }
    }

    @Test
    void whatIsAskedOfAnAgencyThatIsMergedGoesOnWithWhoeverGoesOn() {
        anAgency("XM1").named("Xã Một").below("15").answeredBy("phoihop");
        anAgency("XM2").named("Xã Hai").below("15").answeredBy("canbo.bo");
        caller.actAs("lanhdao");
        long open = asking.ask(question(null, "XM2", person("canbo.bo")));
        long over = asking.ask(question(null, "XM2", null));
        take("canbo.bo", over, Deed.ANSWER, "Đã rõ.", null);
        take("lanhdao", over, Deed.ACCEPT, null, null);
        rearrange(new AgencyChange.Merge("XM1", today.plusDays(1), "12/NQ", List.of("XM2"), null, false));
        caller.actAs("lanhdao");
        assertEquals("XM2", course.view(open).line().agencyCode(), "the agency is there until that day");
        sql("UPDATE agency SET valid_to = ?1 WHERE code = 'XM2'", today.minusDays(1));
        caller.actAsSystem();
        ended.follow();
        ended.follow();
        caller.actAs("lanhdao");
        MatterCourse.View view = course.view(open);
        assertEquals("XM1", view.line().agencyCode());
        assertEquals(List.of("ASKED", "SUCCEEDED"), view.steps().stream().map(step -> step.step().name()).toList());
        assertEquals("Xã Hai", view.steps().get(1).words());
        assertEquals(List.of("lanhdao", "phoihop"), told("MATTER_SUCCEEDED", open));
        assertEquals("XM2", course.view(over).line().agencyCode(), "what is over stays where it was");
        take("phoihop", open, Deed.ANSWER, "Nhận từ xã cũ.", null);
        assertEquals(Matter.State.ANSWERED, course.view(open).line().state());
    }

    @Test
    void whoAskedAnAgencyForWhichNoneGoesOnIsToldOnce() {
        anAgency("XM2").named("Xã Hai").below("15").answeredBy("canbo.bo");
        caller.actAs("lanhdao");
        long open = asking.ask(question(null, "XM2", null));
        rearrange(new AgencyChange.Close("XM2", today, "12/NQ"));
        ended.follow();
        assertEquals(List.of("lanhdao"), told("MATTER_ORPHANED", open));
        caller.actAs("lanhdao");
        assertEquals(List.of("ASKED", "ORPHANED"),
                course.view(open).steps().stream().map(step -> step.step().name()).toList());
        take("lanhdao", open, Deed.DROP, "Cơ quan đã giải thể.", null);
    }

    private void rearrange(AgencyChange change) {
        caller.actAs("quantri");
        changing.make(change, changing.foresee(change).standing());
        entities.flush();
        entities.clear();
    }

    private Asking.Question question(String target, String agency, Long person) {
        return new Asking.Question(Matter.Kind.QUESTION, AskedFigure.ofTarget(target), agency, person, "Vì sao?",
                today.plusDays(7));
    }

    private Asking.Question about(long assessment, String criterion, Long person) {
        return new Asking.Question(Matter.Kind.QUESTION, AskedFigure.ofResult(assessment, criterion), null, person,
                "Vì sao?", today.plusDays(7));
    }

    private void take(String username, long id, Deed deed, String words, LocalDate day) {
        caller.actAs(username);
        course.take(id, deed, words, day, seen(id));
        entities.flush();
    }

    private int seen(long id) {
        return course.view(id).line().version();
    }

    private long person(String username) {
        return number("SELECT id FROM person WHERE username = ?1", username);
    }

    private Set<Long> ids(Map<String, String> asked) {
        return register.page(MatterFilter.of(asked), NEXT).rows().stream().map(MatterLine::id)
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private List<String> told(String kind, long id) {
        return entities.createNativeQuery("SELECT p.username FROM notice n JOIN person p ON p.id = n.person_id"
                + " WHERE n.kind = ?1 AND n.subject = 'matter' AND n.subject_id = ?2 ORDER BY 1").setParameter(1, kind)
                .setParameter(2, id).getResultList();
    }
}
