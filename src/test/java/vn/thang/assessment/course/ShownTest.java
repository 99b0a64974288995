package vn.thang.assessment.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.course.Shown.Reader;
import vn.thang.audit.reading.TrailSight;
import vn.thang.security.Reach;

/** What of an assessment is shown to whom in which state. */
class ShownTest {

    private static final Path DOCUMENTED = Path.of("src/site/security.md");
    private static final String AGENCY = "/1/2/";
    private static final Reach COUNTRY = new Reach(List.of(), List.of("/1/"));

    /** The documentation shows the table that the code follows, row by row. */
    @Test
    void theDocumentedTableIsTheTable() throws IOException {
        Set<String> names = Arrays.stream(Shown.values()).map(Shown::name).collect(Collectors.toSet());
        List<String> documented = Files.readAllLines(DOCUMENTED).stream()
                .filter(line -> line.startsWith("| ") && names.contains(line.split(" ")[1])).toList();
        assertEquals(Arrays.stream(Shown.values()).map(ShownTest::row).toList(), documented);
    }

    private static String row(Shown what) {
        return Arrays.stream(Reader.values()).map(reader -> what.to(reader).stream().findFirst().map(Enum::name)
                .orElse("–")).collect(Collectors.joining(" | ", "| " + what + " | ", " |"));
    }

    /** The trail knows no other feature, and names the states by itself. */
    @Test
    void theTrailShowsWhatTheTableShowsToThoseWhoControl() {
        assertEquals(Arrays.stream(AssessmentState.values())
                .filter(state -> !Shown.ANSWERS.to(Reader.CONTROL).contains(state)).map(Enum::name).toList(),
                TrailSight.WAITING);
        for (Shown judged : List.of(Shown.VERDICTS, Shown.NAMES)) {
            assertEquals(judged.to(Reader.CONTROL).stream().map(Enum::name).toList(), TrailSight.ISSUED);
        }
        assertEquals(Step.OBJECT.name(), TrailSight.OBJECTED);
    }

    private static CourseSight sight(Reach answering, Reach reviewing, Reach controlling, Long... blind) {
        return new CourseSight(false, answering, reviewing, Reach.NOWHERE, controlling, Set.of(blind));
    }

    private static List<AssessmentState> shown(CourseSight sight, Shown what) {
        return Arrays.stream(AssessmentState.values()).filter(state -> sight.shows(what, 7, state, AGENCY)).toList();
    }

    private static List<AssessmentState> since(AssessmentState first) {
        return Arrays.stream(AssessmentState.values()).filter(state -> state.compareTo(first) >= 0).toList();
    }

    @Test
    void theAgencySeesItsDraftAndNoVerdictBeforeItIsIssued() {
        CourseSight officer = sight(new Reach(List.of(AGENCY), List.of()), Reach.NOWHERE, Reach.NOWHERE);
        assertEquals(since(AssessmentState.NOT_STARTED), shown(officer, Shown.ANSWERS));
        assertEquals(since(AssessmentState.PROVISIONAL), shown(officer, Shown.VERDICTS));
        assertEquals(List.of(), shown(officer, Shown.NAMES));
    }

    @Test
    void whoeverBelongsToTheAgencyIsNoReviewerOfIt() {
        CourseSight both = sight(new Reach(List.of(AGENCY), List.of()), COUNTRY, Reach.NOWHERE);
        assertEquals(since(AssessmentState.PROVISIONAL), shown(both, Shown.VERDICTS));
        assertTrue(both.shows(Shown.VERDICTS, 7, AssessmentState.UNDER_REVIEW, "/1/3/"));
    }

    @Test
    void aSecondReviewerIsBlindToTheFirstUntilEverybodySeesIt() {
        CourseSight second = sight(Reach.NOWHERE, COUNTRY, Reach.NOWHERE, 7L);
        assertEquals(since(AssessmentState.HANDED_IN), shown(second, Shown.ANSWERS));
        assertEquals(since(AssessmentState.PROVISIONAL), shown(second, Shown.VERDICTS));
        assertEquals(since(AssessmentState.HANDED_IN),
                shown(sight(Reach.NOWHERE, COUNTRY, Reach.NOWHERE, 8L), Shown.VERDICTS));
    }

    @Test
    void othersSeeWhatIsHandedInAndObjectionsThatWereSent() {
        CourseSight auditor = sight(Reach.NOWHERE, Reach.NOWHERE, COUNTRY);
        assertEquals(since(AssessmentState.HANDED_IN), shown(auditor, Shown.ANSWERS));
        assertEquals(since(AssessmentState.PROVISIONAL), shown(auditor, Shown.NAMES));
        assertFalse(auditor.showsObjection(false, AGENCY));
        assertTrue(auditor.showsObjection(true, AGENCY));
    }
}
