package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.MaturityModel;

class ScoringTest {

    @Test
    void aGapAndACoreChildHoldTheWholeBack() {
        MaturityModel model = Models.model(Models.gate(">50", ">50", 1), Models.core("C1", 1),
                Models.criterion("C2", 9),
                Models.criterion("C3", 1));
        NodeScore whole = Scoring.score(model, Models.answers("C", 2, 4, 1)).whole();
        assertEquals(2, whole.level());
        assertEquals(11, whole.weight());
        assertEquals(10, whole.reached(2));
        assertEquals(9, whole.reached(4));
        assertEquals(List.of(new Unmet.CoreBelow(3, "C1", 2), new Unmet.GapTooWide(3, "C3", 1, 2)), whole.unmet());
        assertEquals(Fraction.of(39, 11), whole.index());
    }

    @Test
    void theDefaultsAreThoseOfTheSpecification() {
        assertEquals(new Gate(Models.comparison(">50"), Models.comparison(">85"), OptionalInt.empty()),
                Gate.OF_DIMENSION);
        assertEquals(Models.gate(">85", ">85", 1), Gate.OF_WHOLE);
    }

    @Test
    void stagedMinimum() {
        MaturityModel model = Models.model(Models.gate(">=100", ">=100"), Models.criterion("C1", 5),
                Models.criterion("C2", 1));
        assertEquals(1, Scoring.score(model, Models.answers("C", 5, 1)).whole().level());
        assertEquals(5, Scoring.score(model, Models.answers("C", 5, 5)).whole().level());
        assertEquals(0, Scoring.score(model, Models.answers("C", 5, 0)).whole().level());
    }

    @Test
    void bandsGiveTheLevelOfTheIndex() {
        MaturityModel model = Models.model(Models.bands(25, 125, 250, 400, 475), Models.criterion("C1", 1),
                Models.criterion("C2", 1));
        NodeScore between = Scoring.score(model, Models.answers("C", 2, 2)).whole();
        assertEquals(2, between.level());
        assertEquals(List.of(new Unmet.IndexShort(3, Fraction.of(2), Fraction.of(5, 2))), between.unmet());
        assertEquals(Fraction.of(1, 2), ((Unmet.IndexShort) between.unmet().get(0)).shortBy());
        assertEquals(3, Scoring.score(model, Models.answers("C", 2, 3)).whole().level());
        assertEquals(4, Scoring.score(model, Models.answers("C", 5, 4)).whole().level());
        NodeScore top = Scoring.score(model, Models.answers("C", 5, 5)).whole();
        assertEquals(5, top.level());
        assertEquals(List.of(), top.unmet());
        assertEquals(0, Scoring.score(model, Answers.NONE).whole().level());
    }

    @Test
    void pointsUseTheBandsInForce() {
        var points = Models.points("P", 10, "full", 10, "partly", 5, "none", 0);
        MaturityModel plain = Models.model(Models.dimension("D", 1, Gate.OF_DIMENSION, points));
        Answers partly = new Answers(Map.of("P", Answer.option("partly")));
        assertEquals(Fraction.of(5, 2), Scoring.score(plain, partly).node("P").index());
        assertEquals(2, Scoring.score(plain, partly).node("P").level());
        MaturityModel banded = Models.model(Models.bands(25, 50, 75, 250, 500),
                Models.dimension("D", 1, Gate.OF_DIMENSION, points));
        assertEquals(4, Scoring.score(banded, partly).node("P").level());
        assertEquals(4, Scoring.score(banded, partly).node("D").level());
        assertEquals(5, Scoring.score(banded, new Answers(Map.of("P", Answer.option("full")))).node("P").level());
        assertEquals(0, Scoring.score(banded, new Answers(Map.of("P", Answer.option("none")))).node("P").level());
    }

    @Test
    void aPointsScaleOfWholeLevelsScoresLikeLevels() {
        for (int level = 1; level <= 5; level++) {
            assertEquals(level, Bands.wholeLevels(5).level(Fraction.of(level)));
            assertEquals(level - 1, Bands.wholeLevels(5).level(Fraction.of(100L * level - 1, 100)));
        }
    }

    @Test
    void answersOfTheOtherScaleAreRefused() {
        MaturityModel model = Models.model(Models.points("P", 10, "full", 10), Models.criterion("L", 1));
        for (Answers wrong : List.of(new Answers(Map.of("P", Answer.level(3))),
                new Answers(Map.of("P", Answer.option("x"))),
                new Answers(Map.of("L", Answer.option("full"))), new Answers(Map.of("L", Answer.level(0))),
                new Answers(Map.of("L", Answer.level(6))))) {
            assertThrows(IllegalArgumentException.class, () -> Scoring.score(model, wrong));
        }
        assertThrows(IllegalArgumentException.class, () -> Answer.level(-1));
        assertThrows(IllegalArgumentException.class, () -> Answer.level(8));
    }

    @Test
    void aNodeAllOfWhoseChildrenAreExemptIsExempt() {
        MaturityModel model = Models.model(Models.dimension("D", 3, Gate.OF_DIMENSION, Models.core("C1", 1)),
                Models.criterion("C2", 1));
        Scorecard scorecard = Scoring.score(model, Models.answers("C", -1, 4));
        assertTrue(scorecard.node("D").exempt());
        assertTrue(scorecard.node("C1").exempt());
        assertFalse(scorecard.whole().exempt());
        assertEquals(1, scorecard.whole().weight());
        assertEquals(4, scorecard.whole().level());
        Scorecard all = Scoring.score(model, Models.answers("C", -1, -1));
        assertTrue(all.whole().exempt());
        assertEquals(List.of(), all.whole().shares());
        assertTrue(Path.toLevel(model, Models.answers("C", -1, -1), 1).isEmpty());
    }

    @Test
    void theScorecardIsInTreeOrder() {
        MaturityModel model = Models.model(Models.dimension("D", 1, Gate.OF_DIMENSION, Models.criterion("C1", 1)),
                Models.criterion("C2", 1));
        Scorecard scorecard = Scoring.score(model, Models.answers("C", 3, 4));
        assertEquals(List.of("", "D", "C1", "C2"), scorecard.nodes().stream().map(NodeScore::code).toList());
        assertThrows(NoSuchElementException.class, () -> scorecard.node("X"));
        assertEquals(scorecard, Scoring.score(model, Models.answers("C", 3, 4)));
        assertEquals(scorecard.hashCode(), Scoring.score(model, Models.answers("C", 3, 4)).hashCode());
        assertNotEquals(scorecard, Scoring.score(model, Models.answers("C", 3, 5)));
        assertNotEquals(scorecard, new Object());
        assertTrue(scorecard.toString().contains("C2"));
    }

    @Test
    void ratingsChangeAboveFifteenFiftyAndEightyFivePerCent() {
        assertEquals(List.of(Rating.N, Rating.N, Rating.P, Rating.P, Rating.L, Rating.L, Rating.F, Rating.F),
                IntStream.of(0, 1500, 1501, 5000, 5001, 8500, 8501, 10_000)
                        .mapToObj(share -> Rating.of(Fraction.of(share, 10_000))).toList());
        assertEquals(List.of(Rating.P, Rating.L, Rating.F, Rating.N, Rating.P, Rating.L, Rating.F),
                Stream.of(">15", ">50", ">85", ">=15", ">=50", ">=85", ">=100")
                        .map(Models::comparison).map(Rating::required).toList());
    }

    @Test
    void comparisonsAreExactAtTheirBound() {
        Comparison more = Comparison.moreThan(50);
        Comparison atLeast = Comparison.atLeast(50);
        assertFalse(more.holds(4, 8));
        assertTrue(more.holds(5, 8));
        assertTrue(atLeast.holds(4, 8));
        assertFalse(atLeast.holds(3, 7));
        assertEquals(List.of(5L, 4L, 4L, 4L),
                List.of(more.least(8), atLeast.least(8), more.least(7), atLeast.least(7)));
        assertEquals(List.of(">50", ">=33.5", ">=33.25"), List.of(more.toString(),
                Models.comparison(">=33.5").toString(), Models.comparison(">=33.25").toString()));
    }
}
