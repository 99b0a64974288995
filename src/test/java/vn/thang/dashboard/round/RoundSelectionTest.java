package vn.thang.dashboard.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thang.core.target.NationalFigure;
import vn.thang.core.target.Participation;

/** Which round speaks for the country, and which one is only news. */
class RoundSelectionTest {

    private static final String PROVINCE = "province";
    private static final String MINISTRY = "ministry";
    private static final RoundChoice FIRST = round("2024", 2024, "PUBLISHED", 100);
    private static final RoundChoice LAST = round("2025", 2025, "PUBLISHED", 80);
    private static final RoundChoice TRIAL = round("T1", 2026, "PUBLISHED", 79);
    private static final RoundChoice REHEARSAL = rehearsal("PUBLISHED");
    private static final RoundChoice OPEN = round("2027", 2027, "OPEN", 0);
    private static final List<RoundChoice> ALL = List.of(OPEN, REHEARSAL, TRIAL, LAST, FIRST);

    private static RoundChoice round(String code, int year, String state, long thinnest) {
        return round(code, year, state, false,
                Map.of(MINISTRY, new Participation(100, thinnest), PROVINCE, new Participation(10, 10)));
    }

    private static RoundChoice rehearsal(String state) {
        return round("DT-1", 2026, state, true, Map.of(PROVINCE, new Participation(10, 10)));
    }

    private static RoundChoice round(String code, int year, String state, boolean rehearsal,
            Map<String, Participation> types) {
        return new RoundChoice(code.hashCode(), code, "Đợt " + code, "vn-dgm/1.0", LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31), state, Instant.EPOCH, 0, 0, rehearsal, 80, types);
    }

    @Test
    void theOpeningOfARoundLeavesTheLastNationalOneOnThePages() {
        assertEquals(Optional.of(LAST), RoundSelection.current(ALL));
        RoundSelection shown = new RoundSelection(ALL, LAST);
        assertTrue(shown.present());
        assertEquals(Optional.of(OPEN), shown.running());
        assertEquals(List.of(FIRST, LAST), shown.national());
        assertEquals(LAST, shown.basis());
        assertEquals(Map.of(PROVINCE, new RoundSelection.RoundStep(FIRST, LAST)), shown.steps(Set.of(PROVINCE)));
    }

    /** A published round in which too few of one type of agency took part says nothing of the country, nor does a rehearsal. */
    @Test
    void neitherAThinNorARunningRoundNorARehearsalMakesAFigureOfTheCountry() {
        for (RoundChoice shown : List.of(TRIAL, OPEN, REHEARSAL)) {
            RoundSelection selection = new RoundSelection(ALL, shown);
            assertEquals(List.of(FIRST, LAST), selection.national());
            assertEquals(LAST, selection.basis());
            assertTrue(selection.present());
        }
    }

    /** It does not vanish without a word: beside the figures that stay stands that it is out, and that too few came. */
    @Test
    void aThinRoundIsNamedBesideTheFiguresThatStay() {
        assertEquals(Optional.of(TRIAL), new RoundSelection(ALL, LAST).thin());
        for (RoundChoice shown : List.of(FIRST, TRIAL, OPEN, REHEARSAL)) {
            assertEquals(Optional.empty(), new RoundSelection(ALL, shown).thin(), shown.code());
        }
        assertEquals(Optional.empty(), new RoundSelection(List.of(OPEN, LAST, FIRST), LAST).thin());
    }

    /** What one agency reached is official wherever it took part in a published round, however few did. */
    @Test
    void aSingleAgencyIsLookedAtInEveryPublishedRoundButARehearsal() {
        assertEquals(List.of(FIRST, LAST, TRIAL), new RoundSelection(ALL, LAST).official());
        assertEquals(List.of(FIRST), new RoundSelection(ALL, FIRST).official());
    }

    @Test
    void anEarlierRoundShowsWhatWasKnownThen() {
        RoundSelection selection = new RoundSelection(ALL, FIRST);
        assertFalse(selection.present());
        assertEquals(List.of(FIRST), selection.national());
        assertEquals(Map.of(), selection.steps(Set.of(PROVINCE)));
    }

    @Test
    void theFirstRoundOfAllIsShownAsPreliminary() {
        RoundSelection selection = new RoundSelection(List.of(OPEN),
                RoundSelection.current(List.of(OPEN)).orElseThrow());
        assertEquals(OPEN, selection.basis());
        assertFalse(selection.basis().published());
        assertEquals(List.of(), selection.figures(Set.of(PROVINCE)));
    }

    @Test
    void aRehearsalAloneShowsNothingAndIsNoNews() {
        List<RoundChoice> all = List.of(rehearsal("OPEN"));
        assertEquals(Optional.empty(), RoundSelection.current(all));
        assertEquals(Optional.empty(), RoundSelection.newest(all));
        assertEquals(Optional.empty(), new RoundSelection(all, all.get(0)).running());
    }

    @Test
    void typesThatWereAskedInSeparateRoundsMakeOneFigure() {
        RoundChoice ministries = round("B", 2025, "PUBLISHED", false, Map.of(MINISTRY, new Participation(10, 9)));
        RoundChoice provinces = round("T", 2026, "PUBLISHED", false, Map.of(PROVINCE, new Participation(10, 9)));
        List<NationalFigure<RoundChoice>> figures = new RoundSelection(List.of(provinces, ministries), provinces)
                .figures(Set.of(MINISTRY, PROVINCE));
        assertEquals(
                List.of(new NationalFigure<>(provinces.dueOn(), Map.of(MINISTRY, ministries, PROVINCE, provinces))),
                figures);
        assertEquals(ministries, new RoundSelection(List.of(provinces, ministries), provinces).basis(MINISTRY));
    }
}
