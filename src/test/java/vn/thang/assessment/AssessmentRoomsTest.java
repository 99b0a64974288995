package vn.thang.assessment;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows between the rooms of the assessments: a room uses what its line says, and nothing else of the feature. */
class AssessmentRoomsTest {

    private static final String FEATURE = "vn.thang.assessment";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(FEATURE);

    /** The rooms from the ground up, each with those that it may use: a room can only name what stands above it here. */
    enum Room {
        ROUND,
        COURSE(ROUND),
        SECTION(COURSE, ROUND),
        ANSWER(COURSE, ROUND),
        RULING(ANSWER, COURSE, ROUND, SECTION),
        SCORE(ANSWER, COURSE, ROUND, RULING),
        FORM(ANSWER, COURSE, RULING, SCORE, SECTION),
        FILLING(ANSWER, COURSE, FORM, ROUND, RULING, SCORE, SECTION),
        WORKBOOK(ANSWER, COURSE, FILLING, FORM, SCORE),
        DISCREPANCY(COURSE, FILLING, FORM, ROUND, RULING, SCORE, SECTION),
        SIGNING(ANSWER, COURSE, DISCREPANCY, FILLING, FORM, RULING, SCORE, SECTION),
        REVIEW(ANSWER, COURSE, DISCREPANCY, FILLING, FORM, ROUND, RULING, SCORE, SECTION, SIGNING),
        REPLY(ANSWER, COURSE, FILLING, FORM, ROUND, RULING, SCORE, SECTION),
        RESULT(ANSWER, COURSE, FORM, ROUND, SCORE),
        CONDUCT(COURSE, RESULT, ROUND, SCORE),
        HOME(COURSE, FILLING, FORM, REPLY, RULING, SECTION, SIGNING);

        private final Set<Room> used;

        Room(Room... used) {
            this.used = Set.of(used);
        }

        private String packageName() {
            return this == HOME ? FEATURE : FEATURE + "." + name().toLowerCase(Locale.ROOT);
        }

        private boolean holds(JavaClass type) {
            return type.getPackageName().equals(packageName());
        }

        private ArchRule usesOnly(Set<Room> rooms) {
            return noClasses().that(describe("in " + this, this::holds)).should().dependOnClassesThat(
                    resideInAPackage(FEATURE + "..").and(describe("in a room other than " + rooms,
                            type -> !holds(type) && rooms.stream().noneMatch(room -> room.holds(type)))));
        }
    }

    @ParameterizedTest
    @EnumSource(Room.class)
    void aRoomUsesWhatItsLineSays(Room room) {
        room.usesOnly(room.used).check(CLASSES);
    }

    /** A line that says more than is needed lets in what nobody decided on. */
    @ParameterizedTest
    @EnumSource(Room.class)
    void everyWordOfALineIsNeeded(Room room) {
        for (Room used : room.used) {
            Set<Room> others = new HashSet<>(room.used);
            others.remove(used);
            assertTrue(room.usesOnly(others).evaluate(CLASSES).hasViolation(), () -> room + " needs no " + used);
        }
    }

    @Test
    void roomsStandInNoCircle() {
        slices().matching(FEATURE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyClassIsInARoom() {
        Set<String> rooms = Set.of(Room.values()).stream().map(Room::packageName).collect(Collectors.toSet());
        assertEquals(Set.of(), CLASSES.stream().map(JavaClass::getPackageName).filter(name -> !rooms.contains(name))
                .collect(Collectors.toSet()));
    }

    /** A rule that cannot fail proves nothing: a room without its line reaches for what it may not use. */
    @Test
    void anArrowThatIsNotListedIsFound() {
        assertTrue(Room.COURSE.usesOnly(Set.of()).evaluate(CLASSES).hasViolation());
    }
}
