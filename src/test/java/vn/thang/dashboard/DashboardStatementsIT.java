package vn.thang.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.catalog.Catalog;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.dashboard.target.MeasuredTargets;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TargetSight;
import vn.thang.it.ContainerFixture;

/** What the dashboard shows costs so many statements, however many agencies there are, when nothing was made before. */
class DashboardStatementsIT extends ContainerFixture {

    private static final AgencyFilter BY_DIMENSION = new AgencyFilter("a", null, null, null, null, null, "STR", true);

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private MeasuredTargets measured;

    @Inject
    private Catalog catalog;

    private PlainCount plain;

    /** What is asked in one click. */
    private interface Question {
        Object ask();
    }

    @BeforeEach
    void begin() throws Exception {
        plain = new PlainCount(entities);
    }

    @Test
    void aThousandAgenciesMoreCostNoStatementMore() {
        caller.actAs("lanhdao");
        long rounds = nationalRounds.rounds("2026").orElseThrow().national().size();
        AssessmentHead head = assessments.head("2025", "15");
        Map<String, Long> expected = new HashMap<>(
                Map.of("rounds", 2L, "groups", 2L, "targets", 2 * rounds + 2, "tiles", 1L, "weakest", 2L,
                        "map", 3L, "parents", 1L, "count", 1L, "group of", 1L + 2, "trend", 1L));
        int before = plain.agencies("2026").size();
        assertEquals(expected, statements(head));
        plain.addCommunes();
        assertTrue(plain.agencies("2026").size() >= before + 1_000);
        expected.put("parents", 2L); // where there are communes, their provinces are asked for
        assertEquals(expected, statements(head));
    }

    /** On days that nobody has asked for before; the smallest count, since the pool looks now and then whether its connection lives. */
    @Test
    void allMeasuredTargetsTogetherCostNineStatements() {
        caller.actAs("lanhdao");
        assertEquals(9, IntStream.rangeClosed(3, 5).mapToLong(day -> used(() -> measured(LocalDate.of(2026, 10, day))))
                .min().orElseThrow());
    }

    private List<TargetLine> measured(LocalDate day) {
        return catalog.programme().targets().stream().filter(target -> target.level().isEmpty())
                .map(target -> measured.of(catalog.edition(), target, new MeasuredTargets.AsOf(day, -1),
                        TargetSight.WHOLE))
                .toList();
    }

    /** What was asked a moment ago costs nothing but the state of the rounds. */
    @Test
    void whatWasAskedAMomentAgoCostsNoStatement() {
        caller.actAs("lanhdao");
        plain.forgetRecentFigures();
        RoundSelection rounds = nationalRounds.rounds("2026").orElseThrow();
        ask(rounds).values().forEach(Question::ask);
        ask(rounds).forEach((name, question) -> assertEquals(0, Math.min(used(question), used(question)), name));
    }

    private Map<String, Long> statements(AssessmentHead head) {
        Map<String, Long> statements = new HashMap<>();
        plain.forgetRecentFigures();
        nationalRounds.seesAll();
        statements.put("rounds", used(() -> nationalRounds.rounds("2026")));
        ask(null).keySet().forEach(name -> statements.put(name, used(rounds -> ask(rounds).get(name))));
        statements.put("group of", used(rounds -> () -> nationalRounds.groupOf(head)));
        statements.put("trend", used(rounds -> () -> nationalRounds.trend(head)));
        return statements;
    }

    /** The smaller of two counts: now and then the path of the root, which is kept for a minute, is read anew in between. */
    private long used(Function<RoundSelection, Question> question) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            plain.forgetRecentFigures();
            nationalRounds.seesAll();
            least = Math.min(least, used(question.apply(nationalRounds.rounds("2026").orElseThrow())));
        }
        return least;
    }

    private Map<String, Question> ask(RoundSelection rounds) {
        RoundChoice round = rounds == null ? null : rounds.shown();
        AgencyFilter weakest = AgencyFilter.of(AgencyFilter.Standing.HANDED_IN, "index", false);
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put("groups", () -> nationalRounds.groups(round));
        questions.put("targets", () -> nationalTargets.targets(rounds));
        questions.put("tiles", () -> nationalStandings.tiles(round));
        questions.put("weakest", () -> nationalStandings.first(8, round, weakest, true));
        questions.put("map", () -> nationalStandings.map(round, BY_DIMENSION, 1, 100));
        questions.put("parents", () -> nationalStandings.parents(round));
        questions.put("count", () -> nationalStandings.count(round, AgencyFilter.Standing.WAITING));
        return questions;
    }

    /** Statements of this connection for the question; the one that counts them is not among them. */
    private long used(Question question) {
        long before = statements();
        question.ask();
        return statements() - before - 1;
    }
}
