package vn.thang.indicator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rooms of the feature, each with the rooms that it may use. */
@AnalyzeClasses(packages = "vn.thang", importOptions = ImportOption.DoNotIncludeTests.class)
class IndicatorRoomsTest {

    private static final String FEATURE = "vn.thang.indicator";

    @ArchTest
    static final ArchRule PERIOD = room("period").uses();
    @ArchTest
    static final ArchRule READING = room("reading").uses("period");
    @ArchTest
    static final ArchRule LOOKUP = room("lookup").uses("reading", "period");
    @ArchTest
    static final ArchRule FETCHING = room("fetching").uses("reading");
    @ArchTest
    static final ArchRule SHEET = room("sheet").uses("lookup", "reading", "period");
    @ArchTest
    static final ArchRule CATALOGUE = room("catalogue").uses("fetching");
    @ArchTest
    static final ArchRule CONNECTOR = room("connector").uses("catalogue", "fetching", "reading", "period");
    @ArchTest
    static final ArchRule SOURCE = room("source").uses("connector", "fetching", "reading", "period");

    @ArchTest
    static final ArchRule NO_CIRCLE_BETWEEN_ROOMS = slices().matching(FEATURE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static void everyClassStandsInARoomThatHasARule(JavaClasses classes) {
        Set<String> rooms = classes.stream().map(type -> type.getPackageName())
                .filter(name -> (name + ".").startsWith(FEATURE + "."))
                .map(name -> name.substring(Math.min(name.length(), FEATURE.length() + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
        rooms.remove(""); // package-info alone, see below
        assertEquals(new TreeSet<>(
                List.of("period", "reading", "lookup", "fetching", "sheet", "catalogue", "connector", "source")),
                rooms);
        assertEquals(List.of(), classes.stream()
                .filter(type -> type.getPackageName().equals(FEATURE) && !type.getSimpleName().equals("package-info"))
                .map(type -> type.getName()).toList());
    }

    /** Rules that cannot fail prove nothing: an arrow that is there, left out of its rule, is found. */
    @ArchTest
    static void anArrowThatIsNotAllowedIsFound(JavaClasses classes) {
        assertTrue(room("fetching").uses().evaluate(classes).hasViolation());
        assertTrue(room("source").uses("connector", "fetching", "reading").evaluate(classes).hasViolation());
        assertFalse(FETCHING.evaluate(classes).hasViolation());
    }

    private static Room room(String name) {
        return new Room(name);
    }

    private record Room(String name) {

        ArchRule uses(String... others) {
            String[] allowed = Stream.concat(Stream.of(name), Stream.of(others))
                    .map(room -> FEATURE + "." + room + "..").toArray(String[]::new);
            return noClasses().that().resideInAPackage(FEATURE + "." + name + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(FEATURE + "..").and(not(resideInAnyPackage(allowed))));
        }
    }
}
