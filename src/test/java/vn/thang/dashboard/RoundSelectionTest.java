package vn.thang.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which round speaks for the country, and which one is only news. */
class RoundSelectionTest {

    private static final RoundChoice FIRST = round("2024", 2024, "PUBLISHED", 1);
    private static final RoundChoice LAST = round("2025", 2025, "PUBLISHED", 0.8);
    private static final RoundChoice TRIAL = round("T1", 2026, "PUBLISHED", 0.79);
    private static final RoundChoice OPEN = round("2027", 2027, "OPEN", 0);
    private static final List<RoundChoice> ALL = List.of(OPEN, TRIAL, LAST, FIRST);

    private static RoundChoice round(String code, int year, String state, double thinnest) {
        return new RoundChoice(year, code, "Đợt " + code, "vn-dgm/1.0", LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31), state, 56, Math.round(56 * thinnest), Instant.EPOCH, 0, 0, thinnest);
    }

    @Test
    void theOpeningOfARoundLeavesTheLastNationalOneOnThePages() {
        assertEquals(LAST, RoundSelection.current(ALL));
        RoundSelection shown = new RoundSelection(ALL, LAST);
        assertTrue(shown.present());
        assertEquals(Optional.of(OPEN), shown.running());
        assertEquals(List.of(FIRST, LAST), shown.figures());
        assertEquals(LAST, shown.basis());
        assertEquals(Optional.of(FIRST), shown.before());
    }

    /** A published round in which too few of one type of agency took part says nothing of the country. */
    @Test
    void neitherAThinNorARunningRoundMakesAFigureOfTheCountry() {
        for (RoundChoice shown : List.of(TRIAL, OPEN)) {
            RoundSelection selection = new RoundSelection(ALL, shown);
            assertEquals(List.of(FIRST, LAST), selection.figures());
            assertTrue(selection.present());
        }
    }

    @Test
    void anEarlierRoundShowsWhatWasKnownThen() {
        RoundSelection selection = new RoundSelection(ALL, FIRST);
        assertFalse(selection.present());
        assertEquals(List.of(FIRST), selection.figures());
        assertEquals(Optional.empty(), selection.before());
    }

    @Test
    void theFirstRoundOfAllIsShownAsPreliminary() {
        RoundSelection selection = new RoundSelection(List.of(OPEN), RoundSelection.current(List.of(OPEN)));
        assertEquals(OPEN, selection.basis());
        assertFalse(selection.basis().published());
    }
}
