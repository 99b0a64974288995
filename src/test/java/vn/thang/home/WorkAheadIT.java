package vn.thang.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.conduct.calendar.ComingRound;
import vn.thang.assessment.course.AssessmentLine;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.discrepancy.Discrepancy;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.assessment.discrepancy.DiscrepancyRegister;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.reply.ObjectionFilter;
import vn.thang.assessment.reply.ObjectionOrder;
import vn.thang.assessment.reply.PanelDecision;
import vn.thang.assessment.review.AssessmentReview;
import vn.thang.assessment.review.QueueFilter;
import vn.thang.assessment.review.QueueLine;
import vn.thang.assessment.review.QueueMark;
import vn.thang.assessment.review.QueueOrder;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.indicator.source.ReadingSources;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.AgencyOrder;
import vn.thang.organisation.agency.directory.DirectoryFilter;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.organisation.people.administration.PeopleFilter;
import vn.thang.organisation.people.administration.PeopleOrder;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.report.room.ReportRoom;
import vn.thang.sampling.AuditSampling;
import vn.thang.sampling.Division;
import vn.thang.sampling.SampleJudging;

/** The figures of the first page are those of the pages to which they lead, and cost so many statements; everything is undone. */
class WorkAheadIT extends ProvinceFixture {

    @Inject
    private WorkAhead ahead;

    @Inject
    private AssessmentReview review;

    @Inject
    private PanelDecision panel;

    @Inject
    private AuditSampling sampling;

    @Inject
    private SampleJudging samples;

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private ReadingSources sources;

    @Inject
    private PeopleAdministration people;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private ReportRoom reports;

    @Test
    void theReviewersNumbersAreThoseOfTheFilteredQueue() {
        caller.actAs("thamdinh");
        long one = queued(null).rows().get(0).assessment();
        long other = queued(null).rows().get(1).assessment();
        sql("UPDATE assessment SET state = 'ADMITTED', handed_in_at = '2026-01-02 03:00:00' WHERE id = " + one);
        sql("INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at) SELECT NEXTVAL(assessment_step_seq), "
                + one + ", 'GIVE_BACK', id, NOW(6) FROM person WHERE username = 'thamdinh'");
        sql("INSERT IGNORE INTO second_review (assessment_id) VALUES (" + other + ")");
        sql("UPDATE second_review SET done_at = NULL, begun_at = NOW(6), reviewer_id = " + person("thamdinh")
                + " WHERE assessment_id = " + other);
        sql("INSERT INTO stage_extension (id, assessment_id, stage, due_on, reason, given_by, given_at) SELECT"
                + " NEXTVAL(stage_extension_seq), " + one
                + ", 'REVIEW', '2026-02-03', '–', id, NOW(6) FROM person WHERE username = 'quantri'");
        Desk desk = desk("review");
        Map<String, WaitingFigure> figures = byText(desk);
        assertEquals(queued(null).total(), figures.get("review.waiting").count());
        assertEquals(LocalDate.of(2026, 1, 2), figures.get("review.waiting").since());
        assertEquals(queued(QueueMark.AGAIN).total(), figures.get("review.again").count());
        assertTrue(queued(QueueMark.AGAIN).rows().stream().anyMatch(line -> line.assessment() == one));
        assertEquals(queued(QueueMark.SECOND).total(), figures.get("review.second").count());
        assertTrue(queued(QueueMark.SECOND).rows().stream().anyMatch(line -> line.assessment() == other));
        assertEquals(queued(QueueMark.LATE).total(), figures.get("review.late").count());
        assertEquals(LocalDate.of(2026, 2, 3), desk.urgent());
        assertEquals("assessment/judge.xhtml?assessment=" + one, desk.deed().address());
    }

    @Test
    void anotherPersonsSecondReviewIsNotMine() {
        caller.actAs("thamdinh");
        long one = queued(null).rows().get(0).assessment();
        sql("INSERT IGNORE INTO second_review (assessment_id) VALUES (" + one + ")");
        sql("UPDATE second_review SET done_at = NULL, reviewer_id = " + person("hoidong") + " WHERE assessment_id = "
                + one);
        assertTrue(queued(QueueMark.SECOND).rows().stream().noneMatch(line -> line.assessment() == one));
    }

    /** Of one sample the figure leads to its answers, those first that nobody has judged; of several to their list. */
    @Test
    void theReviewersAnswersOfSamplesAreThoseThatTheyMayJudge() {
        sql("DELETE FROM verdict");
        caller.actAs("thamdinh");
        long before = samples.waiting().size();
        assertEquals(before > 0, byText(desk("review")).containsKey("review.sample"));
        caller.actAs("kiemtoan");
        long one = draw();
        caller.actAs("thamdinh");
        WaitingFigure figure = byText(desk("review")).get("review.sample");
        assertEquals(samples.waiting().stream().mapToLong(SampleJudging.Waiting::cases).sum(), figure.count());
        assertNotNull(figure.since());
        assertEquals(before > 0 ? "sampling/index.xhtml" : "sampling/sample.xhtml?sort=judged&id=" + one,
                figure.address());
        caller.actAs("kiemtoan");
        draw();
        caller.actAs("thamdinh");
        assertEquals("sampling/index.xhtml", byText(desk("review")).get("review.sample").address());
    }

    private long draw() {
        return sampling.draw(new AuditSampling.Wanted("2025", "15", "Kiểm toán đợt 2025", 95, 50, 0, Division.WHOLE,
                null));
    }

    @Test
    void thePanelSeesWhatWaitsWithItsLastDay() {
        sql("UPDATE assessment SET state = 'OBJECTION', replied_at = '2026-03-04 05:00:00' WHERE id = " + mine);
        sql("INSERT INTO stage_extension (id, assessment_id, stage, due_on, reason, given_by, given_at) SELECT"
                + " NEXTVAL(stage_extension_seq), " + mine
                + ", 'DECISION', '2026-04-05', '–', id, NOW(6) FROM person WHERE username = 'quantri'");
        caller.actAs("hoidong");
        Desk desk = desk("panel");
        assertEquals(panel.waiting(ObjectionFilter.NONE, Cut.by(ObjectionOrder.LONGEST)).total(),
                byText(desk).get("panel.waiting").count());
        assertEquals(LocalDate.of(2026, 4, 5), byText(desk).get("panel.waiting").until());
        assertEquals(1, byText(desk).get("panel.late").count());
        assertEquals("assessment/decide.xhtml?assessment=" + mine, desk.deed().address());
    }

    @Test
    void theAdministratorsNumbersAreThoseOfTheFilteredPages() {
        caller.actAs("quantri");
        sql("INSERT INTO person (id, username, full_name, password_hash) SELECT"
                + " NEXTVAL(person_seq), 'khong.vai.tro', 'Người chưa có vai trò', password_hash"
                + " FROM person WHERE username = 'quantri'");
        sql("UPDATE reading_sum SET readings = 0 WHERE indicator = 'ai_applications'");
        Map<String, WaitingFigure> figures = byText(desk("admin"));
        assertEquals(people.list(new PeopleFilter(null, true), Cut.by(PeopleOrder.NAME)).total(),
                figures.get("admin.people").count());
        assertTrue(people.list(new PeopleFilter(null, true), Cut.by(PeopleOrder.NAME)).rows().stream()
                .anyMatch(line -> line.username().equals("khong.vai.tro")));
        assertTrue(people.list(new PeopleFilter(null, true), Cut.by(PeopleOrder.NAME)).rows().stream()
                .noneMatch(line -> line.username().equals("canbo")));
        assertEquals(sources.list().stream().filter(ReadingSources.Source::needy).count(),
                figures.get("admin.sources").count());
        assertEquals(
                agencies.list(new DirectoryFilter(null, null, null, today, today), Cut.by(AgencyOrder.NAME)).total(),
                figures.get("admin.agencies").count());
        assertEquals(0, agencies
                .list(new DirectoryFilter("Lào Cai", "province", null, today, today), Cut.by(AgencyOrder.NAME))
                .total());
        assertEquals(1, agencies
                .list(new DirectoryFilter("Lạng Sơn", "province", null, today, today), Cut.by(AgencyOrder.NAME))
                .total());
    }

    /** An administrator below the country is told of people alone: sources, work and letters are a national matter. */
    @Test
    void anAdministratorOfAProvinceSeesWhatIsTheirs() {
        sql("UPDATE membership SET agency_id = (SELECT id FROM agency WHERE code = '15') WHERE role = 'ADMINISTRATOR'"
                + " AND person_id = " + person("quantri"));
        caller.actAs("quantri");
        assertTrue(desk("admin").figures().stream().allMatch(figure -> figure.text().equals("admin.people")));
    }

    @Test
    void theAuditorIsLedToWhatIsPublished() {
        caller.actAs("kiemtoan");
        Map<String, WaitingFigure> figures = byText(desk("audit"));
        assertEquals("dashboard/heatmap.xhtml?round=2025", figures.get("audit.results").address());
        assertEquals(number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE r.code = '2025' AND s.state = 'PUBLISHED'"), figures.get("audit.results").count());
        assertNotNull(figures.get("audit.workbook").since());
        assertEquals(register.count(new DiscrepancyFilter("2026", null, null, null, null, null)),
                figures.get("audit.register").count());
        assertEquals(register.count(new DiscrepancyFilter("2026", Discrepancy.State.OPEN, null, null, null, null)),
                figures.get("audit.open").count());
        assertEquals(reports.shelves().stream().mapToLong(shelf -> shelf.entries().size()).sum(),
                figures.get("audit.reports").count());
        assertEquals("report/index.xhtml", desk("audit").deed().address());
    }

    @Test
    void theLeadersFiguresAddUpToAllTargets() {
        caller.actAs("lanhdao");
        assertEquals(24, desk("leader").figures().stream().mapToLong(WaitingFigure::count).sum());
    }

    @Test
    void deskAfterDeskTheMostUrgentComesFirst() {
        role("thamdinh", "VN", "ADMINISTRATOR");
        role("thamdinh", "VN", "LEADER");
        caller.actAs("thamdinh");
        List<Desk> desks = ahead.desks(ahead.coming());
        assertEquals(List.of("admin", "leader", "review"), desks.stream().map(Desk::role).sorted().toList());
        assertEquals(desks.stream().sorted(Desk.MOST_URGENT_FIRST).toList(), desks);
        assertEquals("leader", desks.get(2).role());
    }

    @Test
    void whoHasNoRoleHasNoDesk() {
        sql("DELETE FROM membership WHERE person_id = " + person("kiemtoan"));
        caller.actAs("kiemtoan");
        assertThrows(BusinessException.Forbidden.class, () -> ahead.desks(ahead.coming()));
        caller.actAs("canbo");
        assertEquals(List.of("matter"), ahead.desks(ahead.coming()).stream().map(Desk::role).toList(),
                "only what is asked of anybody or offered");
        assertThrows(BusinessException.Forbidden.class, () -> review.figures());
        assertThrows(BusinessException.Forbidden.class, () -> panel.figures());
        assertThrows(BusinessException.Forbidden.class, () -> sources.attention());
    }

    @Test
    void theNextDayOfARoundIsThatOfItsNextStage() {
        ComingRound round = ahead.coming().stream().filter(one -> one.code().equals("2026")).findFirst().orElseThrow();
        assertTrue(!round.nextOn().isBefore(today));
        assertEquals(number("SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE r.code = '2026'"), round.agencies());
        assertEquals(round.agencies(), List.of(Stage.values()).stream().mapToLong(round::in).sum());
        sql("UPDATE assessment_round SET state = 'PLANNED', opens_on = ?1 WHERE code = '2026'", today.plusDays(33));
        entities.clear();
        assertTrue(ahead.coming().stream().anyMatch(ComingRound::planned));
    }

    /** What came back is due on the first day that a reviewer set: for the first page, the form and the notices alike. */
    @Test
    void whatCameBackHasOneDayAndItsReasons() {
        sql("UPDATE assessment SET state = 'RETURNED', handed_in_at = NOW(6) WHERE id = " + mine);
        for (String[] one : new String[][]{{"STR.1", today.plusDays(12).toString(), "Thiếu văn bản"},
                {"STR.2", today.plusDays(20).toString(), "Sai kỳ"}}) {
            sql("INSERT INTO verdict (id, assessment_id, criterion, kind, reason, due_on, given_by, given_at) SELECT"
                    + " NEXTVAL(verdict_seq), " + mine + ", '" + one[0] + "', 'RETURNED', '" + one[2] + "', '" + one[1]
                    + "', id, NOW(6) FROM person WHERE username = 'thamdinh'");
        }
        AssessmentLine line = assessments.mine().stream().filter(one -> one.head().id() == mine).findFirst()
                .orElseThrow();
        assertEquals(today.plusDays(12), line.dueOn());
        assertEquals(line.dueOn(), assessments.head(mine).toDoBy());
        assertEquals(today.plusDays(12).toString(), entities.createNativeQuery(
                "SELECT CAST(due_on AS CHAR) FROM assessment_due WHERE assessment_id = " + mine).getSingleResult());
        assertEquals(List.of("Thiếu văn bản", "Sai kỳ"), assessments.returned(List.of(line.head())).get(mine).stream()
                .map(Verdicts.Returned::reason).toList());
        caller.actAs("canbo.bo");
        assertEquals(Map.of(), assessments.returned(List.of(line.head())));
    }

    @Test
    void aDeskCostsSoManyStatementsHoweverMuchWaits() {
        Map<String, Long> few = costs();
        sql("UPDATE assessment SET state = 'HANDED_IN', handed_in_at = NOW(6) WHERE state = 'NOT_STARTED'");
        assertTrue(queuedAs("thamdinh") > 20);
        assertEquals(few, costs());
        // one for the desk of the role, one for the matters, and of reviewers one for their samples
        assertEquals(Map.of("thamdinh", 3L, "hoidong", 2L), Map.of("thamdinh", few.get("thamdinh"), "hoidong",
                few.get("hoidong")));
    }

    private Map<String, Long> costs() {
        Map<String, Long> costs = new HashMap<>();
        for (String person : List.of("thamdinh", "hoidong", "kiemtoan", "quantri")) {
            caller.actAs(person);
            List<ComingRound> coming = ahead.coming();
            ahead.desks(coming);
            long before = statements();
            ahead.desks(coming);
            costs.put(person, statements() - before - 1);
        }
        return costs;
    }

    private long queuedAs(String person) {
        caller.actAs(person);
        return queued(null).total();
    }

    private Slice<QueueLine> queued(QueueMark mark) {
        return review.queue(new QueueFilter(null, (AssessmentState) null, mark, review.seen()),
                Cut.by(QueueOrder.RISK));
    }

    private Desk desk(String role) {
        return ahead.desks(ahead.coming()).stream().filter(desk -> desk.role().equals(role)).findFirst().orElseThrow();
    }

    private static Map<String, WaitingFigure> byText(Desk desk) {
        return desk.figures().stream().collect(Collectors.toMap(WaitingFigure::text, figure -> figure));
    }
}
