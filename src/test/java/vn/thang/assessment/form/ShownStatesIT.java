package vn.thang.assessment.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.course.Shown.Reader;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.assessment.discrepancy.DiscrepancyOrder;
import vn.thang.assessment.discrepancy.DiscrepancyRegister;
import vn.thang.assessment.filling.EvidenceFinding;
import vn.thang.assessment.reply.RightOfReply;
import vn.thang.assessment.score.ScoreRebuild;
import vn.thang.core.model.Dimension;
import vn.thang.it.ContainerFixture;
import vn.thang.it.GivenMarks;
import vn.thang.platform.list.Cut;

/** The use cases behind pages and search: what they show of an assessment in each state to each reader. */
class ShownStatesIT extends ContainerFixture {

    private static final String CRITERION = "STR.1";
    private static final Map<String, Reader> READERS = Map.of("canbo", Reader.AGENCY, "lanhdao.tinh", Reader.AGENCY,
            "thamdinh", Reader.REVIEWER, "hoidong", Reader.PANEL, "lanhdao", Reader.OTHERS, "kiemtoan", Reader.CONTROL,
            "quantri", Reader.CONTROL);

    @Inject
    private AssessmentScores assessments;

    @Inject
    private EvidenceFinding documents;

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private RightOfReply reply;

    @Inject
    private ScoreRebuild scores;

    private GivenMarks marks() {
        return new GivenMarks(this::number, this::sql, "15", "2026");
    }

    @Test
    void aUseCaseShowsWhatTheTableSays() {
        Map<String, Set<String>> expected = new TreeMap<>();
        Map<String, Set<String>> found = new TreeMap<>();
        for (AssessmentState state : List.of(AssessmentState.IN_PROGRESS, AssessmentState.READY,
                AssessmentState.HANDED_IN, AssessmentState.UNDER_REVIEW, AssessmentState.REVIEWED,
                AssessmentState.PROVISIONAL)) {
            marks().in(state);
            READERS.forEach((person, reader) -> {
                expected.put(person + " " + state, expected(reader, state));
                found.put(person + " " + state, found(person));
            });
        }
        assertEquals(expected, found);
    }

    private static Set<String> expected(Reader reader, AssessmentState state) {
        Set<String> expected = new TreeSet<>();
        if (!Shown.ANSWERS.to(reader).contains(state)) {
            return expected;
        }
        GivenMarks.ALL.forEach((mark, what) -> {
            if (what.to(reader).contains(state)) {
                expected.add(mark);
            }
        });
        if (reader == Reader.AGENCY) {
            expected.add(GivenMarks.OBJECTION);
        }
        if (Shown.VERDICTS.to(reader).contains(state)) {
            expected.add("counts 1");
        }
        return expected;
    }

    private Set<String> found(String person) {
        caller.actAs(person);
        long id = marks().assessment();
        AssessmentHead head = assessments.head(id);
        StringBuilder all = new StringBuilder();
        documents.readable(ids(id)).forEach(all::append);
        if (assessments.isShown(head)) {
            AssessmentView view = assessments.view(id);
            all.append(view.answers()).append(view.evidence()).append(view.verdicts()).append(view.exemptions());
            all.append(assessments.history(id, CRITERION)).append(assessments.verdicts(id, CRITERION));
            all.append(reply.objections(id));
            if (view.scored().answers().of(CRITERION).orElseThrow().written().equals("1")) {
                all.append("counts 1");
            }
        }
        register.page(DiscrepancyFilter.of("2026", null, null, "Lào Cai", null, null), Cut.by(DiscrepancyOrder.STATE))
                .rows().stream().filter(line -> line.entry().criterion().equals(CRITERION)).forEach(all::append);
        String text = all.toString();
        Set<String> found = new TreeSet<>();
        Stream.concat(GivenMarks.ALL.keySet().stream(), Stream.of(GivenMarks.OBJECTION, "counts 1"))
                .filter(text::contains).forEach(found::add);
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<Long> ids(long assessment) {
        return ((List<Number>) entities.createNativeQuery("SELECT id FROM evidence WHERE assessment_id = ?1")
                .setParameter(1, assessment).getResultList()).stream().map(Number::longValue).toList();
    }

    /** The state of an entry cannot be found out by asking for it either. */
    @Test
    void theRegisterIsFilteredByWhatItShows() {
        marks().in(AssessmentState.UNDER_REVIEW);
        DiscrepancyFilter rejected = DiscrepancyFilter.of("2026", "REJECTED", null, "Lào Cai", null, null);
        caller.actAs("kiemtoan");
        assertEquals(0, register.page(rejected, Cut.by(DiscrepancyOrder.GAP)).total());
        caller.actAs("thamdinh");
        assertEquals(1, register.page(rejected, Cut.by(DiscrepancyOrder.GAP)).total());
        marks().reviewedAgainBy("thamdinh");
        assertEquals(0, register.page(rejected, Cut.by(DiscrepancyOrder.GAP)).total());
    }

    @Test
    void whoIsNotOfTheAgencyOpensNoDraft() throws Exception {
        marks().in(AssessmentState.IN_PROGRESS);
        caller.actAs("kiemtoan");
        forbidden(() -> assessments.view(marks().assessment()));
        again();
        marks().in(AssessmentState.READY);
        caller.actAs("thamdinh");
        forbidden(() -> assessments.history(marks().assessment(), CRITERION));
    }

    /** What came back is told with its reason before anything else of the review is, and without the name. */
    @Test
    void theAgencySeesWhatCameBack() {
        marks().in(AssessmentState.RETURNED);
        sql("UPDATE verdict SET kind = 'RETURNED', value = NULL WHERE assessment_id = ?1 AND criterion = ?2",
                marks().assessment(), CRITERION);
        caller.actAs("canbo");
        AssessmentView view = assessments.view(marks().assessment());
        assertEquals("dấu-kết-luận.", view.verdicts().get(CRITERION).reason());
        assertNull(view.verdicts().get(CRITERION).givenBy());
        caller.actAs("kiemtoan");
        assertEquals(Map.of(), assessments.view(marks().assessment()).verdicts());
    }

    /** The index of the whole has one decimal for whoever may not read all that counts in it. */
    @Test
    void anIndexIsRoundedForWhomAnswersAreKeptFrom() {
        marks().in(AssessmentState.PROVISIONAL);
        for (Map.Entry<String, Integer> digits : Map.of("kiemtoan", 1, "lanhdao", 1, "thamdinh", 2, "canbo", 2)
                .entrySet()) {
            caller.actAs(digits.getKey());
            AssessmentView view = assessments.view(marks().assessment());
            Dimension whole = view.scored().model().whole();
            assertEquals(digits.getValue(), view.index(view.scored().official().whole(), whole).scale(),
                    digits.getKey());
        }
    }

    /** Lists and dashboards count what reviewers set once it is issued. */
    @Test
    void storedScoresFollowWhatReviewersSetOnceItIsIssued() {
        marks().in(AssessmentState.UNDER_REVIEW);
        long round = number("SELECT id FROM assessment_round WHERE code = '2026'");
        caller.actAsSystem();
        scores.rebuild(round, "vn-dgm/1.0");
        String confirmed = "SELECT confirmed > 0 FROM assessment_score WHERE assessment_id = ?1";
        assertEquals(0, number(confirmed, marks().assessment()));
        sql("UPDATE assessment SET state = 'PROVISIONAL' WHERE id = ?1", marks().assessment());
        scores.rebuild(round, "vn-dgm/1.0");
        assertEquals(1, number(confirmed, marks().assessment()));
    }
}
