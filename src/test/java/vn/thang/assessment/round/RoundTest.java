package vn.thang.assessment.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.platform.BusinessException;

class RoundTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

    /** Every step from every state: where it leads, or which state it needs. */
    @ParameterizedTest
    @CsvSource({
            "'', change, PLANNED", "'', open, OPEN", "'', extend, not-open", "'', close, not-open",
            "'', reopen, not-closed", "'', publish, not-closed",
            "open, change, not-planned", "open, open, not-planned", "open, extend, OPEN", "open, close, CLOSED",
            "open, reopen, not-closed", "open, publish, not-closed",
            "open close, change, not-planned", "open close, open, not-planned", "open close, extend, not-open",
            "open close, close, not-open",
            "open close, reopen, OPEN", "open close, publish, PUBLISHED",
            "open close publish, change, not-planned", "open close publish, open, not-planned",
            "open close publish, extend, not-open",
            "open close publish, close, not-open", "open close publish, reopen, not-closed",
            "open close publish, publish, not-closed"})
    void stepsFollowOneAnother(String before, String step, String outcome) {
        Round round = new Round(plan());
        Arrays.stream(before.split(" ")).filter(one -> !one.isEmpty()).forEach(one -> step(one).accept(round));
        if (outcome.startsWith("not-")) {
            RoundState state = round.state();
            assertEquals("round." + outcome,
                    assertThrows(BusinessException.class, () -> step(step).accept(round)).key());
            assertEquals(state, round.state());
        } else {
            step(step).accept(round);
            assertEquals(outcome, round.state().name());
        }
    }

    @Test
    void aNewDueDateLiesNeitherInThePastNorBeforeTheOpening() {
        Round round = new Round(plan());
        round.open();
        for (LocalDate day : List.of(TODAY.minusDays(1), LocalDate.of(2025, 12, 31))) {
            assertEquals("round.due", assertThrows(BusinessException.class, () -> round.extend(day, TODAY)).key());
        }
        round.extend(TODAY, TODAY);
        assertEquals(TODAY, round.dueOn());
    }

    private static RoundPlan plan() {
        return new RoundPlan("2026", "Đợt 2026", "vn-dgm/1.0", LocalDate.of(2026, 1, 1), DUE, Set.of("province"));
    }

    private static Consumer<Round> step(String name) {
        return switch (name) {
            case "change" -> round -> round.change(plan());
            case "open" -> Round::open;
            case "extend" -> round -> round.extend(DUE, TODAY);
            case "close" -> Round::close;
            case "reopen" -> round -> round.reopen(DUE, TODAY);
            default -> Round::publish;
        };
    }
}
