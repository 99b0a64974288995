package vn.thang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.answer.Evidence;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.StoredAnswers;
import vn.thang.assessment.ruling.Exemption;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Events are types: the trail words them, and scores and notices follow from them. */
@AnalyzeClasses(packages = "vn.thang", importOptions = ImportOption.DoNotIncludeTests.class)
class EventsTest {

    /** A switch over a sealed type names each of its records, or it does not compile. */
    @ArchTest
    static final ArchRule AN_EVENT_IS_A_RECORD_OF_THE_SEALED_TYPE_OF_ITS_ROOM = classes().that()
            .areAssignableTo(DomainEvent.class).and().doNotBelongToAnyOf(DomainEvent.class)
            .should(be(describe("a sealed type or a record of one", EventsTest::isSealed)));

    /** Evidence of an objection counts for nothing until the panel has decided. */
    @ArchTest
    static final ArchRule WHO_CHANGES_WHAT_COUNTS_SAYS_SO = classes()
            .that(describe("change what counts in an assessment", type -> type.getMethodCallsFromSelf().stream()
                    .anyMatch(EventsTest::changesWhatCounts)))
            .and().doNotHaveSimpleName("ObjectionEvidence").and().resideOutsideOfPackages("..answer", "..ruling")
            .should().callConstructorWhere(target(owner(describe("events by which scores follow",
                    type -> type.isAssignableTo(ScoringEvent.class)))));

    @ArchTest
    static void noticesDecideOnEveryEventOfAssessmentsDraftsMattersAndSamples(JavaClasses classes) {
        Set<String> observed = classes.stream().filter(type -> type.getPackageName().startsWith("vn.thang.notice"))
                .flatMap(type -> type.getMethods().stream()).flatMap(method -> method.getParameters().stream())
                .filter(parameter -> parameter.isAnnotatedWith(Observes.class))
                .map(parameter -> parameter.getRawType().getSimpleName()).collect(Collectors.toSet());
        Set<String> fired = classes.stream()
                .filter(type -> type.getPackageName().matches("vn\\.thang\\.(assessment|drafting|matter|sampling).*")
                        && type.isInterface()
                        && type.isAssignableTo(DomainEvent.class))
                .map(JavaClass::getSimpleName).collect(Collectors.toSet());
        assertTrue(fired.contains("ReviewEvent"));
        fired.removeAll(observed);
        assertEquals(Set.of(), fired);
    }

    private static boolean isSealed(JavaClass type) {
        Class<?> event = type.reflect();
        return event.isSealed() || event.isRecord() && event.getInterfaces()[0].isSealed();
    }

    private static boolean changesWhatCounts(JavaCall<?> call) {
        JavaClass of = call.getTargetOwner();
        return switch (call.getName()) {
            case "store" -> of.isEquivalentTo(StoredAnswers.class);
            case "attach", "renew", "addAll" -> of.isEquivalentTo(Evidences.class);
            case "remove", "holds" -> of.isEquivalentTo(Evidence.class);
            case "replace" -> of.isEquivalentTo(Verdicts.class);
            case "decide" -> of.isEquivalentTo(Exemption.class);
            default -> false;
        };
    }

    /** Rules that cannot fail prove nothing: they are shown classes that break them. */
    @Test
    void violationsAreFound() {
        JavaClasses breaking = new ClassFileImporter().importClasses(Silent.class, Loose.class);
        assertTrue(WHO_CHANGES_WHAT_COUNTS_SAYS_SO.evaluate(breaking).hasViolation());
        assertTrue(AN_EVENT_IS_A_RECORD_OF_THE_SEALED_TYPE_OF_ITS_ROOM.evaluate(breaking).hasViolation());
    }

    /** Changes what counts and tells nobody. */
    private static final class Silent {
        void forget(Evidence evidence) {
            evidence.holds(null, null);
        }
    }

    /** An event that no switch has to name. */
    private record Loose() implements DomainEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of();
        }
    }
}
