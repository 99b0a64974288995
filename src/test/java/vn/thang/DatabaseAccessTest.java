package vn.thang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.CommonDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** There is one way to the database: collections ask it, by entities or by Jdbi, and nobody else does. */
@AnalyzeClasses(packages = "vn.thang", importOptions = ImportOption.DoNotIncludeTests.class)
class DatabaseAccessTest {

    /**
     * Who sends what EclipseLink still holds, each for its reason; everybody else leaves it to {@link Flushed}, which does so
     * before a statement, or to the end of the transaction.
     */
    private static final Map<String, String> FLUSHES = Map.of("Flushed", "a statement by Jdbi follows",
            "Rounds", "it refuses what somebody else has changed", "Agencies",
            "it refuses what somebody else has changed",
            "People", "it refuses what somebody else has changed", "Connectors",
            "it refuses what somebody else has changed",
            "Evidences", "a content refers to its evidence by the id alone",
            "Discrepancies", "what is settled leaves its place to what opens");
    /** Who reads and writes assessments past what EclipseLink holds: whole rounds, in which no entity changes. */
    private static final Set<String> WHOLE_ROUNDS = Set.of("CauseInputs", "MissingResults", "PresentAnswers",
            "PresentScores", "PublishedResults", "RankSpreads", "ResultCheck", "RoundInputs", "SignedContents",
            "ToldAnswers",
            "VerifyRounds");

    private static final DescribedPredicate<JavaClass> JDBC = describe("JDBC",
            type -> type.isAssignableTo(Connection.class)
                    || type.isAssignableTo(Statement.class) || type.isAssignableTo(ResultSet.class)
                    || type.isAssignableTo(CommonDataSource.class));
    private static final DescribedPredicate<JavaClass> DATABASE = describe("the database", type -> JDBC.test(type)
            || type.isAssignableTo(EntityManager.class) || type.getPackageName().startsWith("org.jdbi."));

    /** The server refuses it on threads that live longer than a request, once use cases have run on others beside them. */
    @ArchTest
    static final ArchRule TRANSACTIONS_ARE_OPENED_BY_THEIR_ANNOTATION = noClasses().should().dependOnClassesThat()
            .areAssignableTo(UserTransaction.class);

    @ArchTest
    static final ArchRule NO_JDBC_OUTSIDE_OF_THE_PLATFORM = noClasses()
            .that(not(resideInAPackage("vn.thang.platform.."))).should().dependOnClassesThat(JDBC);

    @ArchTest
    static final ArchRule STATEMENTS_ABOUT_ASSESSMENTS_SEE_WHAT_ENTITIES_CHANGED = noClasses()
            .that().resideInAPackage("vn.thang.assessment..").and(not(among(WHOLE_ROUNDS)))
            .should().dependOnClassesThat().areAssignableTo(Jdbi.class);

    @ArchTest
    static final ArchRule NO_ROWS_BY_POSITION = noClasses().should()
            .callMethodWhere(describe("createNativeQuery", call -> call.getName().equals("createNativeQuery")));

    @ArchTest
    static final ArchRule DOORS_AND_USE_CASES_LEAVE_THE_DATABASE_ALONE = noClasses().that(doorsOrUseCases())
            .should().dependOnClassesThat(DATABASE);

    @ArchTest
    static final ArchRule THE_CORE_AND_THE_CATALOG_KNOW_NO_DATABASE = noClasses()
            .that(resideInAnyPackage("vn.thang.core..", "vn.thang.catalog..", "vn.thang.table..")).should()
            .dependOnClassesThat(DATABASE);

    @ArchTest
    static void everyFlushHasItsReason(JavaClasses classes) {
        assertEquals(new TreeSet<>(FLUSHES.keySet()), named(classes, DatabaseAccessTest::flushes));
    }

    @ArchTest
    static void theListNamesOnlyWhoeverStillNeedsIt(JavaClasses classes) {
        assertEquals(new TreeSet<>(WHOLE_ROUNDS),
                named(classes, type -> type.getPackageName().startsWith("vn.thang.assessment")
                        && type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass().isEquivalentTo(Jdbi.class))));
    }

    private static boolean flushes(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().anyMatch(call -> call.getName().equals("flush")
                && call.getTargetOwner().isAssignableTo(EntityManager.class));
    }

    private static Set<String> named(JavaClasses classes, Predicate<JavaClass> which) {
        return classes.stream().filter(which).map(DatabaseAccessTest::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static DescribedPredicate<JavaClass> among(Set<String> names) {
        return describe("named in the list", type -> names.contains(outermost(type)));
    }

    /** A use case says which permission it requires. */
    private static DescribedPredicate<JavaClass> doorsOrUseCases() {
        return describe("doors or use cases", type -> outermost(type).matches(".*(Page|Resource|Filter)")
                || type.isAnnotatedWith(Requires.class)
                || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Requires.class)));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(DatabaseAccessTest::outermost).orElse(type.getSimpleName());
    }

    /** Rules that cannot fail prove nothing: they are shown classes that break them. */
    @Test
    void violationsAreFound() {
        assertTrue(NO_JDBC_OUTSIDE_OF_THE_PLATFORM.evaluate(imported(ByHand.class)).hasViolation());
        assertTrue(NO_ROWS_BY_POSITION.evaluate(imported(ByPosition.class)).hasViolation());
        assertTrue(DOORS_AND_USE_CASES_LEAVE_THE_DATABASE_ALONE.evaluate(imported(Deed.class)).hasViolation());
        assertTrue(flushes(imported(Sender.class).get(Sender.class)));
        assertFalse(flushes(imported(ByPosition.class).get(ByPosition.class)));
        assertFalse(NO_JDBC_OUTSIDE_OF_THE_PLATFORM.evaluate(imported(Deed.class)).hasViolation());
    }

    private static JavaClasses imported(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }

    /** Speaks JDBC. */
    private static final class ByHand {
        Connection connection;
    }

    /** Sends SQL by the entity manager. */
    private static final class ByPosition {
        Object row(EntityManager entities) {
            return entities.createNativeQuery("SELECT 1").getSingleResult();
        }
    }

    /** Sends what EclipseLink holds. */
    private static final class Sender {
        void send(EntityManager entities) {
            entities.flush();
        }
    }

    /** A use case that asks the database itself. */
    private static final class Deed {
        Jdbi jdbi;

        @Requires(Permission.VIEW)
        void happen() {
            jdbi.open().close();
        }
    }
}
