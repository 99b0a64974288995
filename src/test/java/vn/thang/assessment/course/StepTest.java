package vn.thang.assessment.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thang.platform.BusinessException;
import vn.thang.security.Role;

class StepTest {

    private static final Path DOCUMENTED = Path.of("src/site/procedure.md");

    /** The documentation shows the table that the code follows, row by row. */
    @Test
    void theDocumentedTableIsTheTable() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENTED).stream()
                .filter(line -> line.matches("\\| [A-Z_]+ \\|.*")).toList();
        assertEquals(Arrays.stream(Step.values()).map(StepTest::row).toList(), documented);
    }

    private static String row(Step step) {
        String who = Arrays.stream(Role.values()).filter(role -> role.allows(step.permission())).map(Role::name)
                .collect(Collectors.joining(", "));
        String ways = Arrays.stream(AssessmentState.values())
                .flatMap(state -> step.from(state).stream().map(to -> state + " → " + to))
                .collect(Collectors.joining("; "));
        return "| %s | %s | %s |".formatted(step, who, ways);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void everyOtherStateRefuses(Step step) {
        Stream.of(AssessmentState.values()).filter(state -> step.from(state).isEmpty())
                .forEach(state -> assertThrows(BusinessException.class, () -> step.take(state), state::name));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void leadsOnlyToWhereTheTableSays(Step step) {
        for (AssessmentState from : AssessmentState.values()) {
            for (AssessmentState to : AssessmentState.values()) {
                if (step.from(from).contains(to)) {
                    assertEquals(to, step.take(from, to));
                } else {
                    assertThrows(BusinessException.class, () -> step.take(from, to), () -> from + " to " + to);
                }
            }
            assertThrows(BusinessException.class, () -> step.take(from, null), from::name);
        }
    }

    @Test
    void onlyHeadsSign() {
        assertEquals(List.of(Role.HEAD),
                Arrays.stream(Role.values()).filter(role -> role.allows(Step.HAND_IN.permission())).toList());
    }

    @Test
    void nothingLeadsOutOfAPublishedResult() {
        Arrays.stream(Step.values())
                .forEach(step -> assertEquals(true, step.from(AssessmentState.PUBLISHED).isEmpty(), step::name));
    }

    @Test
    void everyStateCanBeReachedAndLeft() {
        for (AssessmentState state : AssessmentState.values()) {
            assertEquals(state != AssessmentState.NOT_STARTED,
                    Arrays.stream(Step.values()).anyMatch(step -> Arrays.stream(
                            AssessmentState.values()).anyMatch(from -> step.from(from).contains(state))),
                    state::name);
            assertEquals(state != AssessmentState.PUBLISHED,
                    Arrays.stream(Step.values()).anyMatch(step -> !step.from(state).isEmpty()), state::name);
        }
    }
}
