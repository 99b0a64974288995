package vn.thang.assessment.score;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scores follow events: nobody stores them by hand. */
@AnalyzeClasses(packages = "vn.thang", importOptions = ImportOption.DoNotIncludeTests.class)
class ScoreFollowingTest {

    /** The observers of events store, and so does what scores whole rounds anew from what is stored. */
    @ArchTest
    static final ArchRule SCORES_ARE_STORED_BY_WHAT_FOLLOWS_EVENTS = noClasses()
            .that().doNotBelongToAnyOf(ScoreFollowing.class, ReadingsScoring.class, ScoreRebuild.class, Scores.class)
            .should().callMethodWhere(describe("to store scores", call -> call.getTargetOwner()
                    .isEquivalentTo(Scores.class) && call.getName().startsWith("store")));

    /** A rule that cannot fail proves nothing: it is shown a class that breaks it. */
    @Test
    void aViolationIsFound() {
        assertTrue(SCORES_ARE_STORED_BY_WHAT_FOLLOWS_EVENTS
                .evaluate(new ClassFileImporter().importClasses(ByHand.class)).hasViolation());
    }

    /** Stores by hand. */
    private static final class ByHand {
        void forget(Scores scores) {
            scores.store(ScoredRows.of(Map.of()));
        }
    }
}
