package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Forecast;
import vn.thang.core.target.Status;
import vn.thang.data.target.TargetData;
import vn.thang.data.target.TargetStepRow;

/** The figures of a line as pages and files show them: no rounding makes them say what they do not. */
class TargetLineTest {

    private static final LocalDate ON = LocalDate.of(2025, 12, 31);
    private final Catalog catalog = new Catalog(Optional.empty());

    private TargetLine line(String code, Fraction value, Fraction expected, Status status, Confidence.Parts parts) {
        ProgrammeTarget target = catalog.programme().target(code);
        Outlook outlook = new Outlook(Optional.empty(), Optional.of(expected), Optional.empty(), List.of(), "too-few",
                1,
                8, status);
        return new TargetLine(target, 0, List.of(new TargetValue("2025", ON, value, null)), List.of(), outlook,
                new TargetQuality(parts, Collections.emptySortedMap(), Optional.empty(), false));
    }

    private static Confidence.Parts parts(boolean stale, boolean covered) {
        return new Confidence.Parts(stale, covered, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO,
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"99.97,99.9", "99.5,99.5", "100,100.0", "0.04,0.0"})
    void aForecastThatMissesEverythingIsNeverShownAsEverything(double middle, String shown) {
        TargetLine line = line("P1-01", Fraction.of(50), Fraction.of(60), Status.OFF_TRACK, parts(false, true));
        assertEquals(shown, line.shown(middle).toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"6446,6452,64.6", "6452,6446,64.4", "6450,6450,64.5", "6000,7000,70.0"})
    void whatTheWayExpectsIsShownOnTheSideOfTheValueOnWhichItIs(long value, long expected, String shown) {
        TargetLine line = line("P1-01", Fraction.of(value, 100), Fraction.of(expected, 100), Status.OFF_TRACK,
                parts(false, true));
        assertEquals(shown, line.expected().toPlainString());
    }

    /** Two of three centres, where the way expects two and four tenths. */
    @Test
    void ofThingsThatAreCountedThePartIsToldThatIsExpected() {
        TargetLine line = line("INF-01", Fraction.of(2), Fraction.of(12, 5), Status.AT_RISK, parts(false, true));
        assertEquals("2.4", line.expected().toPlainString());
    }

    @Test
    void aFigureOfRoundsIsStaleAfterAYearAndSaysUntilWhenItWasNot() {
        TargetLine line = line("P1-08", Fraction.of(50), Fraction.of(60), Status.OFF_TRACK, parts(true, true));
        assertTrue(line.stale());
        assertEquals(LocalDate.of(2026, 12, 31), line.freshUntil());
        assertEquals("2025", line.period());
        assertFalse(line("P1-08", Fraction.of(50), Fraction.of(60), Status.OFF_TRACK, parts(false, true)).stale());
    }

    /** 40 % under the old definition is no value from which 85 % under the new one rose. */
    @Test
    void noChangeIsReadOverABreak(@TempDir Path folder) throws IOException {
        Catalog broken = BrokenSeries.catalog(folder, "P1-01", "2026-07-01", "Đếm theo định nghĩa mới.");
        TargetLine over = BrokenSeries.line(broken, "P1-01", Map.of("Q2/2026", 40, "Q3/2026", 85));
        assertEquals(Optional.empty(), over.series().earlier(broken.breaks()));
        assertEquals("2026-07-01",
                over.series().brokenSince(LocalDate.of(2026, 6, 30), broken.breaks()).orElseThrow().on()
                        .toString());
        assertEquals(Optional.empty(), over.series().brokenSince(LocalDate.of(2026, 9, 30), broken.breaks()));
        assertEquals("Q2/2026", over.series().earlier(catalog.breaks()).orElseThrow().label(),
                "the programme has no break");
        TargetLine after = BrokenSeries.line(broken, "P1-01", Map.of("Q3/2026", 85, "Q4/2026", 86));
        assertEquals("Q3/2026", after.series().earlier(broken.breaks()).orElseThrow().label());
        assertEquals(Optional.empty(), BrokenSeries.line(broken, "P1-01", Map.of()).series().earlier(broken.breaks()));
    }

    /** Two rounds by versions of the model whose levels do not compare: the first is no value from which the second rose. */
    @Test
    void noChangeIsReadOverVersionsThatDoNotCompare() {
        for (boolean joined : List.of(true, false)) {
            VersionStep step = new VersionStep("vn-dgm/1.1", "vn-dgm/2.0", joined);
            TargetLine line = new TargetLine(catalog.programme().target("P1-08"), 0,
                    List.of(new TargetValue("2024", ON.minusYears(1), Fraction.of(30), null),
                            new TargetValue("2025", ON, Fraction.of(40), null)),
                    List.of(), Outlook.UNKNOWN, new TargetQuality(parts(false, true), Collections.emptySortedMap(),
                            Optional.empty(), false, new TreeMap<>(Map.of(ON, step))));
            assertEquals(joined, line.series().earlier(catalog.breaks()).isPresent());
            assertEquals(List.of(joined, true),
                    TargetData.steps(line, catalog.breaks()).stream().filter(row -> row.kind().equals("value"))
                            .map(TargetStepRow::comparable).skip(line.trend().size() - 2).toList());
            assertEquals(joined ? Optional.empty() : Optional.of(ON), line.series().apartSince(ON.minusDays(1)));
            assertEquals(Optional.empty(), line.series().apartSince(ON));
            SeriesMark mark = SeriesMark.of(line, catalog, Locale.ENGLISH).get(0);
            assertEquals("2025: " + step.words(Locale.ENGLISH), mark.text());
            assertEquals(ON, mark.on());
            assertEquals(!joined, mark.apart());
            assertEquals(joined ? 1 : 2, TrendChart.of(line, List.of(mark), String::valueOf).getLines().size());
        }
    }

    /** Nothing has come since: the day is told, and what was known before carries no status. */
    @Test
    void aBreakAfterTheLastValueIsToldToo(@TempDir Path folder) throws IOException {
        Catalog broken = BrokenSeries.catalog(folder, "P1-01", "2026-07-01", "Đếm theo định nghĩa mới.");
        TargetLine line = BrokenSeries.line(broken, "P1-01", Map.of("Q1/2026", 40, "Q2/2026", 85));
        assertEquals(Optional.empty(), line.series().brokenSince(LocalDate.MIN, broken.breaks()),
                "between the values lies none");
        assertEquals(Optional.empty(), line.series().broken(LocalDate.of(2026, 6, 30), broken.breaks()));
        assertEquals(LocalDate.of(2026, 7, 1),
                line.series().broken(LocalDate.of(2026, 7, 1), broken.breaks()).orElseThrow().on());
        assertFalse(line.outdated());
        Outlook.Made made = new Outlook.Made(Optional.empty(), List.of(), "too-few", 0, 3);
        TargetLine outdated = new TargetLine(line.target(), 0, line.trend(), List.of(), Outlook.broken(made),
                TargetQuality.UNKNOWN);
        assertTrue(outdated.outdated());
        assertEquals(List.of("few", "85.0"), List.of(outdated.status(), outdated.today().toPlainString()));
        assertEquals(null, outdated.expected());
        assertEquals(Optional.empty(), outdated.forecast());
    }

    /** Of ten agencies four reached it and two are missing: four are sure, six are possible. */
    @Test
    void aFigureOfRoundsLiesBetweenTwoBounds() {
        TargetLine line = new TargetLine(catalog.programme().target("P1-08"), 2,
                List.of(new TargetValue("2025", ON, Fraction.of(40),
                        new Attainment(4, 10, 2, Comparison.atLeast(100)))),
                List.of(), Outlook.UNKNOWN, TargetQuality.UNKNOWN);
        assertEquals(Optional.of(new Bounds(Fraction.of(40), Fraction.of(60))), line.bounds());
        assertEquals(line.bounds(), line.apart());
        assertEquals(List.of(8L, 10L), List.of(line.trend().get(0).reported(), line.trend().get(0).due()));
        TargetLine whole = new TargetLine(catalog.programme().target("P1-08"), 0,
                List.of(new TargetValue("2025", ON, Fraction.of(40),
                        new Attainment(4, 10, 0, Comparison.atLeast(100)))),
                List.of(), Outlook.UNKNOWN, TargetQuality.UNKNOWN);
        assertEquals(Optional.of(new Bounds(Fraction.of(40), Fraction.of(40))), whole.bounds());
        assertEquals(Optional.empty(), whole.apart());
        assertEquals(Optional.empty(), TargetLine.withoutData(catalog.programme().target("P1-08")).bounds());
    }

    /** Pages, files, interfaces and packs tell one forecast: on the side of the demand on which it is, and none where too little is known. */
    @Test
    void oneForecastIsToldEverywhere() {
        Forecast forecast = new Forecast(List.of(new Forecast.Step(0.9421, 0.99981, 0.99999)), 0.4, false,
                Optional.empty());
        assertEquals("Optional[ShownForecast[low=94.2, middle=99.9, high=99.9, chance=40, indicative=false]]",
                ahead(forecast, Status.OFF_TRACK).forecast().toString());
        assertEquals(Optional.empty(), ahead(forecast, Status.NOT_ENOUGH_DATA).forecast());
        TargetLine line = line("P1-01", Fraction.of(99_999_999_9L, 10_000_000), Fraction.of(60), Status.OFF_TRACK,
                parts(false, true));
        assertEquals("99.999999", line.told(Fraction.of(999_999_999_9L, 100_000_000)).toPlainString());
        assertEquals(Optional.empty(), line.forecast());
    }

    private TargetLine ahead(Forecast forecast, Status status) {
        return new TargetLine(catalog.programme().target("P1-01"), 0,
                List.of(new TargetValue("2025", ON, Fraction.of(50), null)), List.of(),
                new Outlook(Optional.empty(), Optional.empty(), Optional.of(forecast), List.of(ON), "pooled", 5, 1,
                        status),
                TargetQuality.UNKNOWN);
    }

    /** It is told by what the figure comes of, and not guessed from the status. */
    @Test
    void whatIsPreliminaryIsKnown() {
        assertFalse(line("P1-08", Fraction.of(50), Fraction.of(60), Status.NOT_ENOUGH_DATA, parts(false, false))
                .preliminary());
        TargetQuality quality = new TargetQuality(parts(false, false), Collections.emptySortedMap(),
                Optional.empty(), true);
        assertTrue(new TargetLine(catalog.programme().target("P1-08"), 0,
                List.of(new TargetValue("2025", ON, Fraction.of(50), null)), List.of(), Outlook.NOT_ENOUGH, quality)
                .preliminary());
    }

    /** Before the first figure of the country everybody may have reached it, and nothing is said of the target. */
    @Test
    void whetherItIsReachedFollowsFromTheStatusAlone() {
        TargetLine line = new TargetLine(catalog.programme().target("P1-08"), 0,
                List.of(new TargetValue("2025", ON, Fraction.of(100),
                        new Attainment(10, 10, 0, Comparison.atLeast(100)))),
                List.of(), Outlook.NOT_ENOUGH, TargetQuality.UNKNOWN);
        assertTrue(line.attainment().achieved());
        assertFalse(line.achieved());
        assertTrue(line("P1-08", Fraction.of(100), Fraction.of(60), Status.ACHIEVED, parts(false, true)).achieved());
    }

    @Test
    void aGreenStatusOnAWeakFigureIsTold() {
        assertTrue(line("P1-08", Fraction.of(50), Fraction.of(60), Status.ACHIEVED, parts(true, true)).weaklyGreen());
        assertTrue(line("P1-08", Fraction.of(50), Fraction.of(60), Status.ON_TRACK, parts(false, false)).weaklyGreen());
        assertFalse(line("P1-08", Fraction.of(50), Fraction.of(60), Status.ACHIEVED, parts(false, true)).weaklyGreen());
        assertFalse(line("P1-08", Fraction.of(50), Fraction.of(60), Status.OFF_TRACK, parts(true, true)).weaklyGreen());
    }
}
