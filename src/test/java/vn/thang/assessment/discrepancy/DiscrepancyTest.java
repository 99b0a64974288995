package vn.thang.assessment.discrepancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thang.assessment.discrepancy.Discrepancy.State;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Measure;
import vn.thang.core.model.IndicatorLink;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.indicator.period.Period;
import vn.thang.platform.BusinessException;

/** What may become of an entry in each of its states, and what is refused. */
class DiscrepancyTest {

    private static final long OFFICER = 7;
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final Gap GAP = gap(4, 2, 31);
    private static final Gap OTHER_DECLARED = gap(5, 2, 31);
    private static final Gap OTHER_MEASURED = gap(4, 1, 12);
    private static final Gap OTHER_READING = gap(4, 2, 33);
    private static final Gap LAPSED = gap(4, 2, 31, MeasuredLevels.Age.STALE);
    private static final Gap NEVER = gap(4, 0, null, MeasuredLevels.Age.STALE);

    @ParameterizedTest(name = "{0} is explained: {1}")
    @CsvSource({"OPEN, EXPLAINED, ", "EXPLAINED, EXPLAINED, ", "ACCEPTED, ACCEPTED, discrepancy.decided",
            "REJECTED, REJECTED, discrepancy.decided", "SETTLED, SETTLED, discrepancy.none-here"})
    void anExplanationIsGivenUntilAReviewerHasDecided(State before, State after, String refused) {
        Discrepancy entry = in(before);
        if (refused == null) {
            assertEquals(DiscrepancyStep.Kind.EXPLAINED,
                    entry.explain("Other words", OFFICER, NOW).orElseThrow().kind());
        } else {
            BusinessException refusal = assertThrows(BusinessException.class,
                    () -> entry.explain("Other words", OFFICER, NOW));
            assertEquals(refused, refusal.key());
            assertEquals(before == State.SETTLED ? 404 : 409, refusal.status());
        }
        assertEquals(after, entry.state());
    }

    @Test
    void theSameWordsAreNoStep() {
        Discrepancy entry = in(State.OPEN);
        assertTrue(entry.explain("Words", OFFICER, NOW).isPresent());
        assertEquals(Optional.empty(), entry.explain("Words", OFFICER, NOW));
        assertTrue(entry.explain("Better words", OFFICER, NOW).isPresent());
    }

    @ParameterizedTest(name = "{0} is decided, accepted {1}: {2}")
    @CsvSource({"OPEN, true, OPEN, discrepancy.not-explained", "OPEN, false, OPEN, discrepancy.not-explained",
            "EXPLAINED, true, ACCEPTED, ", "EXPLAINED, false, REJECTED, ",
            "ACCEPTED, true, ACCEPTED, discrepancy.decided", "ACCEPTED, false, ACCEPTED, discrepancy.decided",
            "REJECTED, true, REJECTED, discrepancy.decided", "REJECTED, false, REJECTED, discrepancy.decided",
            "SETTLED, true, SETTLED, discrepancy.none-here", "SETTLED, false, SETTLED, discrepancy.none-here"})
    void anExplanationIsDecidedOnOnce(State before, boolean accept, State after, String refused) {
        Discrepancy entry = in(before);
        if (refused == null) {
            assertEquals(after.name(), entry.decide(accept, "Reason", OFFICER, NOW).kind().name());
        } else {
            assertEquals(refused, assertThrows(BusinessException.class,
                    () -> entry.decide(accept, "Reason", OFFICER, NOW)).key());
        }
        assertEquals(after, entry.state());
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = "SETTLED", mode = EnumSource.Mode.EXCLUDE)
    void withoutAGapEveryEntryIsSettled(State before) {
        Discrepancy entry = in(before);
        assertEquals(Optional.of(DiscrepancyStep.Kind.SETTLED), followed(entry, null));
        assertEquals(List.of(State.SETTLED, false), List.of(entry.state(), entry.stands()));
        assertEquals(Optional.empty(), followed(entry, null), "it is settled once");
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = "SETTLED", mode = EnumSource.Mode.EXCLUDE)
    void anotherReadingOfTheSameLevelIsTakenOverWithoutAStep(State before) {
        Discrepancy entry = in(before);
        assertFalse(entry.agrees(OTHER_READING));
        assertEquals(Optional.empty(), followed(entry, OTHER_READING));
        assertTrue(entry.agrees(OTHER_READING));
        assertEquals(before, entry.state());
    }

    @ParameterizedTest
    @CsvSource({"OPEN, CHANGED, OPEN", "EXPLAINED, SETTLED, SETTLED", "ACCEPTED, SETTLED, SETTLED",
            "REJECTED, SETTLED, SETTLED"})
    void otherLevelsChangeWhatNobodyHasExplainedAndSettleTheRest(State before, DiscrepancyStep.Kind step,
            State after) {
        for (Gap other : List.of(OTHER_DECLARED, OTHER_MEASURED, LAPSED)) {
            Discrepancy entry = in(before);
            assertEquals(Optional.of(step), followed(entry, other));
            assertEquals(after, entry.state());
            assertEquals(after == State.OPEN, entry.agrees(other));
        }
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = "SETTLED", mode = EnumSource.Mode.EXCLUDE)
    void theSameGapChangesNothing(State before) {
        Discrepancy entry = in(before);
        assertTrue(entry.agrees(GAP));
        assertEquals(Optional.empty(), followed(entry, GAP));
        assertEquals(before, entry.state());
    }

    @Test
    void whatWasSettledUnexplainedOpensAgain() {
        Discrepancy entry = in(State.SETTLED);
        assertEquals(Optional.of(DiscrepancyStep.Kind.OPENED), followed(entry, OTHER_DECLARED));
        assertEquals(List.of(State.OPEN, true, 5), List.of(entry.state(), entry.stands(), entry.declared()));
    }

    @Test
    void whatWasSettledAfterItsExplanationStaysSettled() {
        Discrepancy entry = in(State.EXPLAINED);
        followed(entry, null);
        assertEquals(Optional.empty(), followed(entry, GAP));
        assertEquals(State.SETTLED, entry.state());
    }

    @Test
    void eachStateSaysWhatItAllows() {
        assertEquals(Set.of(State.OPEN, State.EXPLAINED, State.ACCEPTED, State.REJECTED), State.standing());
        assertEquals(Set.of(State.OPEN, State.EXPLAINED, State.REJECTED), State.unaccepted());
    }

    @Test
    void whatWasNeverMeasuredHasNoLevel() {
        Discrepancy entry = new Discrepancy(1, NEVER, false, NOW);
        assertNull(entry.measured());
        assertTrue(entry.agrees(NEVER));
        assertEquals(Optional.empty(), followed(entry, NEVER));
        assertEquals(Optional.of(DiscrepancyStep.Kind.CHANGED), followed(entry, GAP));
        assertEquals(2, entry.measured());
        assertEquals(Optional.of(DiscrepancyStep.Kind.CHANGED), followed(entry, NEVER));
        entry.explain("Words", OFFICER, NOW);
        assertEquals(Optional.empty(), followed(entry, NEVER));
        assertEquals(Optional.of(DiscrepancyStep.Kind.SETTLED), followed(entry, LAPSED));
    }

    private static Optional<DiscrepancyStep.Kind> followed(Discrepancy entry, Gap gap) {
        return entry.follow(gap, false, OFFICER, NOW).map(DiscrepancyStep::kind);
    }

    private static Discrepancy in(State state) {
        Discrepancy entry = new Discrepancy(1, GAP, false, NOW);
        if (state == State.SETTLED) {
            entry.follow(null, false, OFFICER, NOW);
        } else if (state != State.OPEN) {
            entry.explain("Words", OFFICER, NOW);
            if (state != State.EXPLAINED) {
                entry.decide(state == State.ACCEPTED, "Reason", OFFICER, NOW);
            }
        }
        assertEquals(state, entry.state());
        return entry;
    }

    private static Gap gap(int declared, int level, Integer value) {
        return gap(declared, level, value, MeasuredLevels.Age.FRESH);
    }

    private static Gap gap(int declared, int level, Integer value, MeasuredLevels.Age age) {
        Indicator indicator = new Indicator("systems_connected", Set.of(), Optional.empty(), Indicator.Shape.COUNT,
                "systems", null, Indicator.Period.QUARTER, "data-exchange", "owner", 12, Set.of(), Optional.empty(),
                false, Indicator.Jump.USUAL);
        return new Gap("SHR.1", "SHR", false, declared,
                new MeasuredLevels.Measured(
                        new Measure(indicator,
                                new IndicatorLink("systems_connected", IndicatorLink.Mode.CAP, Map.of())),
                        new Period(Indicator.Period.QUARTER, LocalDate.of(2026, 7, 1)),
                        value == null ? null : BigDecimal.valueOf(value), null,
                        null, level, age, false, 0, List.of()));
    }
}
