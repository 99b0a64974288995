package vn.thang;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the rooms of a feature: a room uses what its line says, and nothing else of the feature. */
class RoomsTest {

    /**
     * The rooms of the features that are divided, from the ground up, each with those that it may use: a room can only name
     * what stands above it here. The package of the feature itself is its ground where it stands first, and its entrance hall where
     * it stands last.
     */
    private static final String ROOMS = """
            platform
            platform.sql: platform
            platform.rest: platform
            platform.web: platform rest sql
            platform.list: platform web
            platform.work: list platform sql

            audit
            audit.seal: audit
            audit.anchor: audit seal
            audit.reading: anchor audit seal
            audit.check: anchor audit reading seal

            security
            security.token: security
            security.session: security token
            security.entrance: security session

            catalog.document
            catalog.model: document
            catalog.programme: document model
            catalog.reading: document model programme
            catalog.draft: document model programme reading
            catalog: document draft model programme reading
            catalog.scoring: catalog document model

            organisation.agency
            organisation.agency.kind: agency
            organisation.agency.directory: agency agency.kind
            organisation.view
            organisation.sheet: agency agency.kind
            organisation.guess
            organisation.people: agency guess
            organisation.people.granting: agency people
            organisation.people.administration: agency agency.directory guess people people.granting
            organisation.factor: guess people people.administration
            organisation.account: agency factor guess people people.administration
            organisation.roster: agency people people.administration people.granting sheet
            organisation.change: agency agency.directory agency.kind people.granting sheet
            organisation.passkey: account people people.administration
            organisation.identity: account people people.granting
            organisation: agency people people.administration sheet

            indicator.period
            indicator.reading: period
            indicator.denominator: period reading
            indicator.coverage: denominator period reading
            indicator.intake: coverage denominator period reading
            indicator.measured: intake period reading
            indicator.lookup: intake period reading
            indicator.fetching: intake reading
            indicator.sheet: denominator intake lookup period reading
            indicator.catalogue: fetching
            indicator.connector: catalogue fetching intake period reading
            indicator.source: connector fetching intake period reading

            assessment.round
            assessment.course: round
            assessment.section: course round
            assessment.answer: course round
            assessment.ruling: answer course round section
            assessment.score: answer course round ruling
            assessment.form: answer course ruling score section
            assessment.filling: answer course form round ruling score section
            assessment.workbook: answer course filling form score
            assessment.discrepancy: course filling form round ruling score section
            assessment.signing: answer course discrepancy filling form score section
            assessment.review: answer course discrepancy filling form round ruling score section signing
            assessment.reply: answer course filling form round ruling score section signing
            assessment.result: answer course form round ruling score signing
            assessment.conduct.calendar: course round
            assessment.conduct.ending: course result round score
            assessment.conduct.stage: course round
            assessment.conduct: conduct.ending conduct.stage course round
            assessment: course filling form reply ruling section signing

            matter.help
            matter
            matter.asking: matter
            matter.register: asking matter
            matter.plan: asking matter register
            matter.effect: asking matter plan
            matter.owner: asking matter
            matter.figure: asking matter owner register
            matter.meeting: asking effect matter plan register
            matter.pack: meeting
            matter.sheet: matter pack plan register

            notice
            notice.telling: notice
            notice.list: notice
            notice.mail: notice

            dashboard.round
            dashboard.standing: round
            dashboard.target: round standing
            dashboard.missing: round standing target
            dashboard.agency: round standing target
            dashboard.picture: round standing
            dashboard: round standing target

            report
            report.workbook: report
            report.form
            report.room: form report workbook
            report.list: report room workbook

            data
            data.round: data
            data.catalog: data
            data.target: data
            data.register: catalog data target
            """;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.thang");

    /** A line of the list. */
    record Room(String feature, String name, Set<String> used) {

        static Room of(String line) {
            String[] parts = line.split(": ?");
            String feature = parts[0].split("\\.")[0];
            return new Room(feature, parts[0], parts.length == 1 ? Set.of()
                    : Arrays.stream(parts[1].split(" ")).map(one -> one.equals(feature) ? one : feature + "." + one)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }

        private ArchRule usesOnly(Set<String> rooms) {
            return noClasses().that(describe("in " + name, type -> stands(type, name))).should().dependOnClassesThat(
                    resideInAPackage("vn.thang." + feature + "..").and(describe("in a room other than " + rooms,
                            type -> !stands(type, name) && rooms.stream().noneMatch(room -> stands(type, room)))));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static boolean stands(JavaClass type, String room) {
        return type.getPackageName().equals("vn.thang." + room);
    }

    static List<Room> rooms() {
        return ROOMS.lines().filter(line -> !line.isBlank()).map(Room::of).toList();
    }

    static Stream<String> features() {
        return rooms().stream().map(Room::feature).distinct();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesWhatItsLineSays(Room room) {
        room.usesOnly(room.used).allowEmptyShould(false).check(CLASSES);
    }

    /** A line that says more than is needed lets in what nobody decided on. */
    @ParameterizedTest
    @MethodSource("rooms")
    void everyWordOfALineIsNeeded(Room room) {
        for (String used : room.used) {
            Set<String> others = new LinkedHashSet<>(room.used);
            others.remove(used);
            assertTrue(room.usesOnly(others).evaluate(CLASSES).hasViolation(), () -> room + " needs no " + used);
        }
    }

    @Test
    void aRoomNamesOnlyWhatStandsAboveIt() {
        List<String> above = new ArrayList<>();
        for (Room room : rooms()) {
            assertTrue(above.containsAll(room.used), () -> room + " uses a room that stands below it: " + room.used);
            above.add(room.name);
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void roomsStandInNoCircle(String feature) {
        slices().matching("vn.thang." + feature + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyClassOfADividedFeatureIsInARoom(String feature) {
        Set<String> names = rooms().stream().map(room -> "vn.thang." + room.name).collect(Collectors.toSet());
        assertEquals(Set.of(), CLASSES.stream()
                .filter(type -> (type.getPackageName() + ".").startsWith("vn.thang." + feature + "."))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName).filter(name -> !names.contains(name)).collect(Collectors.toSet()));
    }

    /** Whoever is new finds every room in the map. */
    @ParameterizedTest
    @MethodSource("features")
    void theMapTellsOfEveryRoom(String feature) throws IOException {
        String row = Files.readAllLines(Path.of("CONTRIBUTING.md")).stream()
                .filter(line -> line.startsWith("| `" + feature + "` |")).findFirst().orElse("");
        Set<String> told = new LinkedHashSet<>(Arrays.asList(row.split("[ ,|]+")));
        assertEquals(Set.of(), rooms().stream().filter(room -> room.feature.equals(feature)).map(Room::name)
                .filter(name -> !name.equals(feature)).map(name -> name.substring(feature.length() + 1))
                .filter(name -> !told.contains(name)).collect(Collectors.toSet()));
    }

    /** A rule that cannot fail proves nothing: a room without its line reaches for what it may not use. */
    @ParameterizedTest
    @ValueSource(strings = {"organisation.people", "indicator.source", "assessment.course", "dashboard.target"})
    void anArrowThatIsNotListedIsFound(String name) {
        Room room = rooms().stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
        assertTrue(room.usesOnly(Set.of()).evaluate(CLASSES).hasViolation());
    }
}
