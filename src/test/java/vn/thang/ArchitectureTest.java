package vn.thang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.scoring.Answer;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.SignedIn;
import vn.thang.security.TokenScope;

/** The arrows of the architecture, and the names that say which role a class has. */
@AnalyzeClasses(packages = "vn.thang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_JAVA_ONLY = classes().that().resideInAPackage("vn.thang.core..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java.lang..", "java.math..", "java.util..",
                    "java.time..",
                    "vn.thang.core..");

    @ArchTest
    static final ArchRule THE_CORE_DOES_NO_INPUT_AND_LOGS_NOTHING = noClasses().that()
            .resideInAPackage("vn.thang.core..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "java.util.jar..", "java.util.zip..",
                    "java.util.prefs..")
                    .or(DescribedPredicate.describe("clocks", type -> type.isEquivalentTo(Clock.class))));

    @ArchTest
    static final ArchRule THE_CORE_ASKS_NO_CLOCK = noClasses().that().resideInAPackage("vn.thang.core..")
            .should().callMethodWhere(DescribedPredicate.describe("now() or the time of the system",
                    call -> call.getName().equals("now") || call.getTarget().getOwner().isEquivalentTo(System.class)
                            && call.getName().matches("currentTimeMillis|nanoTime|getenv|getProperty")));

    @ArchTest
    static final ArchRule ONLY_DOORS_KNOW_HTTP_AND_FACES = noClasses()
            .that(not(
                    simpleNameEndingWith("Page").or(simpleNameEndingWith("Resource")).or(simpleNameEndingWith("Filter"))
                            .or(insideADoor()).or(partOfEveryDoor())))
            .should().dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..", "org.primefaces..",
                    "org.omnifaces..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Dto)");

    /** Expression Language 6 reads a record by the names of its methods, and never looks for is... or get... . */
    @ArchTest
    static final ArchRule RECORDS_NAME_DERIVED_VALUES_AS_COMPONENTS = noMethods().that().areDeclaredInClassesThat()
            .areRecords()
            .and().areNotPrivate().and().areNotStatic()
            .and(DescribedPredicate.describe("without parameters", method -> method.getRawParameterTypes().isEmpty()))
            .should().haveNameMatching("(is|get)[A-Z].*").allowEmptyShould(true);

    /** The container leaves interceptors out, and with them the transaction, where a bean calls itself with what is not public. */
    @ArchTest
    static final ArchRule WHAT_GOES_BY_WAY_OF_THE_CONTAINER_IS_PUBLIC = noMethods().that().arePublic()
            .and().areDeclaredInClassesThat(DescribedPredicate.describe("are injected into themselves",
                    type -> type.getFields().stream().anyMatch(
                            field -> field.getRawType().equals(type) && field.isAnnotatedWith(Inject.class))))
            .should().haveRawParameterTypes(DescribedPredicate.describe("of which one is not public",
                    types -> types.stream().anyMatch(ArchitectureTest::isHidden)))
            .orShould().haveRawReturnType(DescribedPredicate.describe("that is not public", ArchitectureTest::isHidden))
            .allowEmptyShould(true);

    private static boolean isHidden(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return !base.isPrimitive() && !base.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /** A list that cuts itself shows a page that does not exist. */
    @ArchTest
    static final ArchRule ONE_PLACE_CUTS_LISTS = noClasses()
            .that(not(DescribedPredicate.describe("the slice itself", type -> type.isEquivalentTo(Slice.class))))
            .should().callConstructor(Slice.class, List.class, long.class, int.class);

    /** Notices ask the database for states, steps and stages by their names, and know nothing else of other features. */
    @ArchTest
    static final ArchRule NOTICES_HEAR_OF_OTHER_FEATURES_BY_EVENTS = noClasses().that()
            .resideInAPackage("vn.thang.notice..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("vn.thang.assessment..", "vn.thang.dashboard..",
                    "vn.thang.matter..", "vn.thang.report..",
                    "vn.thang.audit..", "vn.thang.catalog..", "vn.thang.core..")
                    .and(not(DescribedPredicate.describe("events, states, steps and stages",
                            type -> type.isAssignableTo(DomainEvent.class) || type.isEnum()
                                    && type.getSimpleName().matches("AssessmentState|RoundState|Step|Stage")))));

    /** Whoever could name the caller could be anybody. */
    @ArchTest
    static final ArchRule ONLY_SIGN_IN_SAYS_WHO_CALLS = noClasses().that()
            .resideOutsideOfPackage("vn.thang.security..")
            .should().callMethod(Caller.class, "actsBy", SignedIn.class, TokenScope.class)
            .orShould().callMethod(Caller.class, "isNamed", String.class);

    @ArchTest
    static final ArchRule ENTITIES_STAY_IN_THEIR_FEATURE = classes().that().areAnnotatedWith(Entity.class)
            .should(stayInTheirFeature()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule DOORS_LEAVE_THE_DATABASE_ALONE = noClasses()
            .that(simpleNameEndingWith("Page").or(simpleNameEndingWith("Resource")).or(simpleNameEndingWith("Filter")))
            .should().dependOnClassesThat().areAssignableTo(EntityManager.class).allowEmptyShould(true);

    /** A class inside a door is part of the door. */
    private static DescribedPredicate<JavaClass> insideADoor() {
        return DescribedPredicate.describe("inside a door", type -> type.getEnclosingClass()
                .map(outer -> outer.getSimpleName().matches(".*(Page|Resource|Filter)")).orElse(false));
    }

    /** What all doors have in common: the REST application, the form of its problems and of its files, the mechanism of sign-in. */
    private static DescribedPredicate<JavaClass> partOfEveryDoor() {
        return DescribedPredicate.describe("part of every door",
                type -> type.getPackageName().equals("vn.thang.platform.rest")
                        && type.getSimpleName().matches("RestApplication|Problem|Download|HashedContent")
                        || type.getPackageName().equals("vn.thang.security.entrance")
                                && type.getSimpleName().equals("SecurityConfiguration"));
    }

    private static ArchCondition<JavaClass> stayInTheirFeature() {
        return new ArchCondition<>("be used in their own feature only") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getDirectDependenciesToSelf().stream()
                        .filter(use -> !feature(use.getOriginClass()).equals(feature(entity)))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    /** A new kind of answer is found by the compiler, which looks at switches only; outside the core the answer is asked itself. */
    @ArchTest
    static final ArchRule KINDS_OF_ANSWERS_ARE_TOLD_APART_BY_SWITCHES = noClasses().should(askForAKindOfScale());

    private static ArchCondition<JavaClass> askForAKindOfScale() {
        return new ArchCondition<>("ask whether a scale or an answer is of a kind") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean core = type.getPackageName().startsWith("vn.thang.core");
                type.getInstanceofChecks().stream().filter(asked -> asked.getRawType().isAssignableTo(AnswerScale.class)
                        || !core && asked.getRawType().isAssignableTo(Answer.class))
                        .forEach(asked -> events.add(SimpleConditionEvent.satisfied(asked, asked.toString())));
            }
        };
    }

    /** Returns the name of the feature: the part of the package below vn.thang, whatever room the class is in. */
    private static String feature(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    /** Rules that cannot fail prove nothing: they are shown a class that breaks them. */
    /** Whoever reads a name knows which class it is, whatever room it stands in. */
    @Test
    void noTwoClassesShareAName() throws IOException {
        assertEquals(Set.of(), shared(Path.of("src/main/java")));
    }

    /** Returns the names of source files that stand more than once below a folder; every package may say what it is for. */
    private static Set<String> shared(Path folder) throws IOException {
        Set<String> seen = new HashSet<>();
        try (Stream<Path> sources = Files.walk(folder)) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java") && !seen.add(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void violationsAreFound() {
        JavaClasses broken = new ClassFileImporter().importClasses(BrokenHelper.class);
        for (ArchRule rule : List.of(NAMES_SAY_WHAT_A_CLASS_IS, ONLY_DOORS_KNOW_HTTP_AND_FACES,
                KINDS_OF_ANSWERS_ARE_TOLD_APART_BY_SWITCHES)) {
            assertTrue(rule.evaluate(broken).hasViolation(), rule.getDescription());
        }
        assertTrue(KINDS_OF_ANSWERS_ARE_TOLD_APART_BY_SWITCHES
                .evaluate(new ClassFileImporter().importClasses(BrokenAsking.class)).hasViolation());
        JavaClasses doors = new ClassFileImporter().importClasses(BrokenPage.class);
        assertTrue(DOORS_LEAVE_THE_DATABASE_ALONE.evaluate(doors).hasViolation());
        assertFalse(ONLY_DOORS_KNOW_HTTP_AND_FACES.evaluate(doors).hasViolation());
        JavaClasses records = new ClassFileImporter().importClasses(BrokenRecord.class);
        assertTrue(RECORDS_NAME_DERIVED_VALUES_AS_COMPONENTS.evaluate(records).hasViolation());
        assertTrue(ONE_PLACE_CUTS_LISTS.evaluate(records).hasViolation());
        assertTrue(WHAT_GOES_BY_WAY_OF_THE_CONTAINER_IS_PUBLIC
                .evaluate(new ClassFileImporter().importClasses(BrokenItself.class)).hasViolation());
    }

    /** Calls itself with what the container does not see. */
    private static class BrokenItself {
        @Inject
        BrokenItself itself;

        public void take(BrokenRecord record) {
            itself.take(record);
        }
    }

    /** A record that a page would ask in vain. */
    private record BrokenRecord(int level) {
        boolean isReached() {
            return level > 0;
        }

        static Slice<String> cut(List<String> rows) {
            return new Slice<>(rows, rows.size(), 9_999);
        }
    }

    /** Knows Faces without being a door, and has a name that says nothing. */
    private static final class BrokenHelper {
        FacesContext context;

        static boolean ofPoints(AnswerScale scale) {
            return scale instanceof AnswerScale.Points;
        }
    }

    /** Asks an answer of which kind it is. */
    private static final class BrokenAsking {
        static boolean isLevel(Answer answer) {
            return answer instanceof Answer.Level;
        }
    }

    /** A door that reaches for the database. */
    private static final class BrokenPage {
        FacesContext context;
        EntityManager entities;
    }
}
