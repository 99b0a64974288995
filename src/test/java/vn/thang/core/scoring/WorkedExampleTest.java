package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;

/** The worked example of the specification, digit by digit. */
class WorkedExampleTest {

    private static final Comparison AT = Comparison.moreThan(50);
    private static final Comparison BELOW = Comparison.moreThan(85);

    private final MaturityModel model = Models.model(Models.dimension("D", 1, Models.gate(">50", ">85"),
            Models.core("D.1", 3), Models.criterion("D.2", 2), Models.criterion("D.3", 2), Models.criterion("D.4", 1)));

    @Test
    void lowerLevelNotFullyAndCoreBelow() {
        Answers answers = answers(3, 3, 2, 2);
        score(answers, "[1, 1, 5/8, 0, 0]", 3, "21/8", "2.63");
        path(answers, 3, "D.1 3-4", "D.3 2-4");
        asGood(answers, 3, answers(4, 4, 3, 2));
        assertEquals(List.of(
                new Unmet.ShareShort(3, true, 5, 8, BELOW, List.of("D.3", "D.4")),
                new Unmet.ShareShort(4, false, 0, 8, AT, List.of("D.1", "D.2", "D.3", "D.4")),
                new Unmet.CoreBelow(4, "D.1", 3)), unmet(answers));
        assertEquals(List.of(Rating.L, Rating.F, Rating.N, Rating.L), ratings(answers));
        assertEquals(List.of(2L, 5L), unmet(answers).stream().filter(Unmet.ShareShort.class::isInstance)
                .map(share -> ((Unmet.ShareShort) share).missing()).toList());
    }

    @Test
    void onlyTheCoreCriterionIsBelow() {
        Answers answers = answers(2, 5, 5, 5);
        score(answers, "[1, 1, 5/8, 5/8, 5/8]", 2, "31/8", "3.88");
        path(answers, 1, "D.1 2-3");
        assertEquals(List.of(new Unmet.CoreBelow(3, "D.1", 2)), unmet(answers));
    }

    @Test
    void oneLevelShortOfTheTop() {
        Answers answers = answers(4, 4, 3, 1);
        score(answers, "[1, 7/8, 7/8, 5/8, 0]", 4, "27/8", "3.38");
        path(answers, 3, "D.1 4-5", "D.3 3-5");
        asGood(answers, 3, answers(5, 5, 4, 1));
        assertEquals(List.of(
                new Unmet.ShareShort(4, true, 5, 8, BELOW, List.of("D.3", "D.4")),
                new Unmet.ShareShort(5, false, 0, 8, AT, List.of("D.1", "D.2", "D.3", "D.4")),
                new Unmet.CoreBelow(5, "D.1", 4)), unmet(answers));
        assertEquals(List.of(Rating.L, Rating.F, Rating.N, Rating.L), ratings(answers));
    }

    @Test
    void exemptCriterionLeavesTheSum() {
        Answers answers = answers(4, -1, 3, 3);
        score(answers, "[1, 1, 1, 1/2, 0]", 3, "7/2", "3.50");
        path(answers, 1, "D.3 3-4");
        assertEquals(List.of(new Unmet.ShareShort(4, false, 3, 6, AT, List.of("D.3", "D.4"))), unmet(answers));
        assertEquals(List.of(Rating.P, Rating.L), ratings(answers));
        assertEquals(Fraction.ZERO, ((Unmet.ShareShort) unmet(answers).get(0)).shortBy());
        assertEquals(1, ((Unmet.ShareShort) unmet(answers).get(0)).missing());
        assertTrue(Scoring.score(model, answers).node("D.2").exempt());
    }

    @Test
    void unansweredCriterionCountsAsZero() {
        Answers answers = answers(3, 0, 3, 3);
        score(answers, "[3/4, 3/4, 3/4, 0, 0]", 1, "9/4", "2.25");
        path(answers, 1, "D.2 0-1");
        assertEquals(List.of(new Unmet.ShareShort(1, true, 6, 8, BELOW, List.of("D.2"))), unmet(answers));
        assertEquals(List.of(Rating.L, Rating.F), ratings(answers));
    }

    private void score(Answers answers, String shares, int level, String index, String shown) {
        NodeScore score = Scoring.score(model, answers).node("D");
        assertEquals(shares, score.shares().toString());
        assertEquals(level, score.level());
        assertEquals(index, score.index().toString());
        assertEquals(new BigDecimal(shown), score.index().toDecimal(2));
    }

    /** The path to the next level. The whole has one dimension, so it has that dimension's level. */
    private void path(Answers answers, int effort, String... raises) {
        int next = Scoring.score(model, answers).whole().level() + 1;
        Path path = Path.toLevel(model, answers, next).orElseThrow();
        assertEquals(effort, path.effort());
        assertEquals(List.of(raises), path.raises().stream()
                .map(raise -> raise.code() + " " + raise.from().map(WorkedExampleTest::level).orElse(0) + "-"
                        + level(raise.to()))
                .toList());
        assertEquals(next, Scoring.score(model, path.applyTo(answers)).whole().level());
    }

    /**
     * The raises that the table names reach the next level by as many steps; the path is preferred to them because it
     * touches fewer criteria.
     */
    private void asGood(Answers answers, int steps, Answers raised) {
        int next = Scoring.score(model, answers).whole().level() + 1;
        assertEquals(next, Scoring.score(model, raised).whole().level());
        assertEquals(steps, sum(raised) - sum(answers));
        assertTrue(Path.toLevel(model, answers, next).orElseThrow().raises().size() < 3);
    }

    private static int sum(Answers answers) {
        return answers.byCriterion().values().stream().mapToInt(WorkedExampleTest::level).sum();
    }

    private static int level(Answer answer) {
        return ((Answer.Level) answer).level();
    }

    private List<Unmet> unmet(Answers answers) {
        return Scoring.score(model, answers).node("D").unmet();
    }

    /** The rating reached and the rating required of every share that is short. */
    private List<Rating> ratings(Answers answers) {
        return unmet(answers).stream().filter(Unmet.ShareShort.class::isInstance).map(Unmet.ShareShort.class::cast)
                .flatMap(share -> List.of(share.rating(), share.requiredRating()).stream()).toList();
    }

    private static Answers answers(int... levels) {
        return Models.answers("D.", levels);
    }
}
