package vn.thang.indicator.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.coverage.Covered;
import vn.thang.indicator.coverage.CoveredPeriods;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;

/** A reading of the province of the demonstration moves too far from the last covered quarter; everything is undone. */
class JumpConfirmationIT extends IndicatorFixture {

    private static final String SOURCE = "data-exchange";
    private static final String OTHER = "canbo.bo";

    @Inject
    private JumpConfirmation confirmation;

    @Inject
    private MeasuredLevels levels;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private ReadingRebuild rebuild;

    @Inject
    private CoveredPeriods covered;

    @Inject
    private Catalog catalog;

    /** The newest quarter of the demonstration, and the one before it. */
    private Period last;
    private Period before;
    private long numerator;
    private long denominator;

    @BeforeEach
    void begin() {
        last = Period.endedBy(LocalDate.now(clock), Indicator.Period.QUARTER);
        before = last.back();
        numerator = demonstrated("numerator");
        denominator = demonstrated("denominator");
        role(OTHER, "BKHCN", "ADMINISTRATOR");
        caller.actAs("quantri");
    }

    @Test
    void aJumpIsKeptAndCountsOnlyOnceAnotherPersonConfirmsIt() {
        long counted = counted();
        IntakeReport report = take(SOURCE, connected("15", last.toString(), "1", String.valueOf(denominator * 3)));
        assertEquals(List.of(1, 0), List.of(report.corrected(), report.rejected()));
        assertEquals(List.of("reading.note.jump-denominator"), report.notes().stream().map(ReadingFault::key).toList());
        assertEquals(before.toString(), report.notes().get(0).arguments().get(4));
        assertEquals(counted - 1, counted(), "the agency counts as missing");
        rebuild.rebuild();
        assertEquals(counted - 1, counted(), "also when the sums are made anew");
        long reading = newest();
        assertTrue(confirmation.get(reading).waiting());
        assertEquals("reading.jump.own", assertThrows(BusinessException.Forbidden.class,
                () -> confirmation.confirm(reading, "đã kiểm tra")).key());
        caller.actAs(OTHER);
        assertEquals(1, confirmation.count());
        assertEquals("reading.jump.reason-needed", assertThrows(BusinessException.class,
                () -> confirmation.confirm(reading, "  ")).key());
        assertEquals(counted - 1, counted());
        confirmation.confirm(reading, "Sáp nhập ba đơn vị");
        assertEquals(counted, counted());
        assertEquals(denominator * 3,
                number("SELECT CAST(SUM(denominator) AS INT) FROM reading_sum s JOIN agency a ON a.code = '15'"
                        + " WHERE s.indicator = 'systems_connected' AND s.period = ?1 AND s.type = a.type AND s.first_level = a.id",
                        last.begin()));
        assertFalse(confirmation.get(reading).waiting());
        assertEquals(0, confirmation.count());
        assertEquals("reading.jump.settled", assertThrows(BusinessException.Conflict.class,
                () -> confirmation.confirm(reading, "một lần nữa")).key());
    }

    @Test
    void whatStandsInItsPlaceNeedsNoConfirmation() {
        long counted = counted();
        take(SOURCE, connected("15", last.toString(), "1", String.valueOf(denominator * 3)));
        long reading = newest();
        IntakeReport right = take(SOURCE,
                connected("15", last.toString(), String.valueOf(numerator - 1), String.valueOf(denominator)));
        assertEquals(List.of(), right.notes());
        assertEquals(counted, counted());
        caller.actAs(OTHER);
        assertThrows(BusinessException.Conflict.class, () -> confirmation.confirm(reading, "muộn"));
    }

    @Test
    void nothingToReportWhereSomethingWasWaitsToo() {
        long counted = counted();
        IntakeReport report = take(SOURCE, connected("15", last.toString(), "0", "0"));
        assertEquals(List.of("reading.note.jump-nothing"), report.notes().stream().map(ReadingFault::key).toList());
        assertEquals(counted - 1, counted());
        caller.actAs(OTHER);
        confirmation.confirm(newest(), "Cơ quan không còn hệ thống nào");
        assertEquals(counted, counted(), "it counts as reported");
    }

    @Test
    void onlyWhoAnswersForTheIndicatorConfirms() {
        take(SOURCE, connected("15", last.toString(), "1", String.valueOf(denominator * 3)));
        long reading = newest();
        for (String person : List.of("canbo", "lanhdao.tinh", "phoihop", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> confirmation.get(reading), person);
            assertThrows(BusinessException.Forbidden.class, () -> confirmation.confirm(reading, "x"), person);
        }
        role("canbo", "15", "ADMINISTRATOR");
        caller.actAs("canbo");
        assertThrows(BusinessException.Forbidden.class, () -> confirmation.confirm(reading, "của tỉnh tôi"));
        assertEquals(0, confirmation.count());
        caller.actAs("quantri");
        assertThrows(BusinessException.NotFound.class, () -> confirmation.get(0));
    }

    @Test
    void manyJumpsComeInOneBatch() {
        long counted = counted();
        IntakeReport report = take(SOURCE, connected("15", last.toString(), "1", String.valueOf(denominator * 3)),
                connected("79", last.toString(), "0", "0"), connected("04", last.toString(), "0", "0"));
        assertEquals(0, report.rejected());
        assertEquals(3, report.notes().size());
        assertEquals(counted - 3, counted());
        caller.actAs(OTHER);
        assertEquals(3, confirmation.count());
    }

    /** Where several periods come at once, the later ones are compared with the earlier ones. */
    @Test
    void aJumpWithinOneBatchIsFound() {
        sql("DELETE FROM reading WHERE agency_id = ?1", agency("15"));
        IntakeReport report = take(SOURCE, connected("15", last.toString(), "95", "100"),
                connected("15", before.toString(), "31", "100"));
        assertEquals(List.of("jump-share " + last + " 95/100 " + before + " 31/100"), report.notes().stream()
                .map(note -> note.key().substring("reading.note.".length()) + " "
                        + String.join(" ", note.arguments().subList(2, 6)))
                .toList());
    }

    /** A part that reported is no measure for the others: where no period is covered there is nothing to compare with. */
    @Test
    void withoutACoveredPeriodNothingIsAJump() {
        sql("DELETE FROM reading WHERE indicator = ?1", CONNECTED);
        rebuild.rebuild();
        assertEquals(List.of(), take(SOURCE, connected("15", before.toString(), "31", "100"),
                connected("15", last.toString(), "95", "400")).notes());
        assertEquals(2, number("SELECT CAST(SUM(readings) AS INT) FROM reading_sum WHERE indicator = ?1", CONNECTED));
    }

    /** Who closed within the period reported on it, and stands for nobody who is due. */
    @Test
    void onlyWhoIsDueCoversAPeriod() {
        Indicator indicator = catalog.indicator(CONNECTED).orElseThrow();
        assertTrue(covered.of(List.of(indicator)).get(CONNECTED).isCovered(before.begin()));
        sql("UPDATE agency SET valid_to = ?1 WHERE type = 'province' AND valid_to IS NULL AND code > '20'",
                before.end().minusDays(5));
        assertTrue(covered.of(List.of(indicator)).get(CONNECTED).isCovered(before.begin()));
        sql("DELETE r FROM reading r JOIN agency a ON a.id = r.agency_id WHERE a.type = 'province' AND a.valid_to IS NULL"
                + " AND a.code <> '15' AND r.period = ?1", before.begin());
        rebuild.rebuild();
        assertFalse(covered.of(List.of(indicator)).get(CONNECTED).isCovered(before.begin()));
    }

    /** Nearly all reported for the quarter before, and they are not four fifths of the weight: what lies before it is what counts. */
    @Test
    void aQuarterThatIsNotCoveredByWeightHidesNoJump() {
        Period covering = before.back();
        reported("15", covering, 20, 100);
        reported("79", covering, 500_000, 1_000_000);
        reported("15", before, 45, 100);
        reported("79", before, 500_000, 1_000_000);
        rebuild.rebuild();
        assertEquals(List.of(), keys(connected("15", last.toString(), "70", "100")), "the quarter before is covered");
        sql("DELETE FROM reading WHERE agency_id = ?1 AND indicator = ?2 AND period = ?3", agency("79"), CONNECTED,
                before.begin());
        rebuild.rebuild();
        Covered periods = covered.of(List.of(catalog.indicator(CONNECTED).orElseThrow())).get(CONNECTED);
        assertEquals(before.begin(), periods.countedBefore(last.begin()).findFirst().orElseThrow());
        assertEquals(List.of(true, false),
                List.of(periods.isCovered(covering.begin()), periods.isCovered(before.begin())));
        assertEquals(List.of("reading.note.jump-share " + covering + " 20/100"),
                take(SOURCE, connected("15", last.toString(), "71", "100")).notes().stream()
                        .map(note -> note.key() + " " + String.join(" ", note.arguments().subList(4, 6))).toList());
    }

    /** Changes what the demonstration says of a quarter. */
    private void reported(String code, Period period, int numerator, int denominator) {
        sql("UPDATE reading SET numerator = ?1, denominator = ?2, value = 100 * ?1 / ?2 WHERE agency_id = ?3"
                + " AND indicator = ?4 AND period = ?5", numerator, denominator, agency(code), CONNECTED,
                period.begin());
    }

    @Test
    void nothingIsMeasuredByWhatWaits() {
        sql("DELETE FROM reading WHERE agency_id = ?1", agency("15"));
        take(SOURCE, connected("15", before.toString(), "31", "100"));
        take(SOURCE, connected("15", last.toString(), "95", "100"));
        assertEquals(before, shown().orElseThrow().period());
        long reading = newest();
        caller.actAs(OTHER);
        confirmation.confirm(reading, "Đã kết nối cả nền tảng");
        caller.actAs("quantri");
        assertEquals(last, shown().orElseThrow().period());
    }

    @Test
    void nothingToReportMeasuresNothing() {
        sql("DELETE FROM reading WHERE agency_id = ?1 OR agency_id IN ("
                + "SELECT predecessor_id FROM agency_predecessor WHERE agency_id = ?1)", agency("15"));
        assertEquals(List.of(), take(SOURCE, connected("15", last.toString(), "0", "0")).notes());
        assertEquals(Optional.empty(), shown());
    }

    @Test
    void anEarlierValueIsToldWithTheOneInForceAndHowToBringItBack() {
        take(SOURCE, connected("15", "2023-Q1", "3", "4"));
        take(SOURCE, connected("15", "2023-Q1", "2", "4"));
        IntakeReport again = take(SOURCE, connected("15", "2023-Q1", "3", "4"));
        assertEquals(1, again.unchanged());
        assertEquals(
                List.of(new ReadingFault(1, "reading.note.earlier", List.of("15", CONNECTED, "2023-Q1", "3/4", "2/4"))),
                again.notes());
        IntakeReport back = take(SOURCE, new ReadingRow(1, "15", CONNECTED, "2023-Q1", "3", "4", null, "2023-05-01"));
        assertEquals(List.of(1, List.of()), List.of(back.corrected(), back.notes()));
        assertEquals(List.of(), take(SOURCE, connected("79", "2023-Q1", "3", "4")).notes());
        assertEquals(List.of(), take(SOURCE, connected("79", "2023-Q1", "3", "4")).notes(),
                "what is in force is no news");
    }

    /** What came last waits, and says nothing of what is in force. */
    @Test
    void aValueThatWaitsIsNotToldAsInForce() {
        sql("DELETE FROM reading WHERE agency_id = ?1", agency("15"));
        take(SOURCE, connected("15", before.toString(), "10", "100"), connected("15", last.toString(), "10", "100"));
        take(SOURCE, connected("15", last.toString(), "90", "100"));
        IntakeReport again = take(SOURCE, connected("15", last.toString(), "10", "100"));
        assertEquals(List.of(new ReadingFault(1, "reading.note.earlier-waits",
                List.of("15", CONNECTED, last.toString(), "10/100", "90/100"))), again.notes());
        long reading = newest();
        caller.actAs(OTHER);
        confirmation.confirm(reading, "Đã kiểm tra");
        caller.actAs("quantri");
        assertEquals(List.of("reading.note.earlier"),
                take(SOURCE, connected("15", last.toString(), "10", "100")).notes().stream().map(ReadingFault::key)
                        .toList());
    }

    /** Nobody is rid of a low figure by saying that there is nothing, however few report and however long ago it was. */
    @Test
    void nothingToReportWaitsAlsoWhereNoPeriodIsCovered() {
        sql("DELETE FROM reading WHERE indicator = ?1", CONNECTED);
        rebuild.rebuild();
        take(SOURCE, connected("15", before.toString(), "10", "100"));
        assertEquals(List.of("reading.note.jump-nothing"), keys(connected("15", last.toString(), "0", "0")));
        assertEquals(before, shown().orElseThrow().period(), "what is known holds");
        assertEquals(List.of("reading.note.jump-nothing"), keys(connected("15", before.toString(), "0", "0")),
                "nor by correcting it");
        take(SOURCE, connected("79", "2022-Q1", "10", "100"));
        assertEquals(List.of("reading.note.jump-nothing"), keys(connected("79", last.toString(), "0", "0")));
        assertEquals(List.of(),
                keys(connected("04", before.toString(), "0", "0"), connected("04", last.toString(), "0", "0")),
                "there never was anything");
        assertEquals(List.of("reading.note.jump-nothing"),
                keys(connected("01", before.toString(), "3", "4"), connected("01", last.toString(), "0", "0")),
                "in one batch");
    }

    @Test
    void nothingToReportIsComparedWithThoseThatWereMerged() {
        sql("DELETE FROM reading WHERE indicator = ?1", CONNECTED);
        rebuild.rebuild();
        take(SOURCE, connected("48", before.toString(), "10", "100"));
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) VALUES (?1, ?2)", agency("15"), agency("48"));
        assertEquals(List.of(), keys(connected("15", before.toString(), "0", "0")), "they are two still");
        sql("UPDATE agency SET valid_to = ?1 WHERE code = '48'", before.end());
        IntakeReport report = take(SOURCE, connected("15", last.toString(), "0", "0"));
        assertEquals(List.of(before.toString(), "10/100"), report.notes().get(0).arguments().subList(4, 6));
        long reading = newest();
        caller.actAs(OTHER);
        confirmation.confirm(reading, "Không còn hệ thống nào");
        caller.actAs("quantri");
        assertEquals(List.of(), keys(new ReadingRow(1, "15", CONNECTED, last.toString(), "0", "0", null, "2026-01-01")),
                "it has said so since");
    }

    /** What is more than double of the former self alone, and nothing new of those that are one now. */
    @Test
    void afterAMergerTheFirstReadingIsComparedWithTheSumOfTheFormerSelves() {
        List<String> codes = List.of("15", "48", "79");
        codes.forEach(code -> take(SOURCE, connected(code, before.toString(), "50", "100")));
        for (String code : codes) {
            sql("UPDATE reading SET numerator = 50, denominator = 100, value = 50 WHERE agency_id = ?1 AND indicator = ?2"
                    + " AND period = ?3", agency(code), CONNECTED, before.begin());
            sql("DELETE w FROM reading_jump w JOIN reading r ON r.id = w.reading_id WHERE r.agency_id = ?1",
                    agency(code));
        }
        assertEquals(List.of("reading.note.jump-denominator"), keys(connected("15", last.toString(), "150", "300")));
        sql("DELETE FROM reading WHERE agency_id = ?1 AND period = ?2", agency("15"), last.begin());
        List.of("48", "79")
                .forEach(code -> sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) VALUES (?1, ?2)",
                        agency("15"), agency(code)));
        assertEquals(List.of("reading.note.jump-denominator"), keys(connected("15", last.toString(), "151", "300")),
                "they are three still");
        sql("DELETE FROM reading WHERE agency_id = ?1 AND period = ?2", agency("15"), last.begin());
        sql("UPDATE agency SET valid_to = ?1 WHERE code IN ('48', '79')", before.end());
        assertEquals(List.of(), keys(connected("15", last.toString(), "150", "300")));
        assertEquals(List.of(List.of("reading.note.jump-share", "150/300")),
                take(SOURCE, connected("15", last.toString(), "290", "300")).notes().stream()
                        .map(note -> List.of(note.key(), note.arguments().get(5))).toList());
        assertEquals(List.of("reading.note.jump-denominator"), keys(connected("15", last.toString(), "50", "100")),
                "a third of what they were");
    }

    /** Satisfaction is a figure of the country: communes that do not report it leave no period uncovered. */
    @Test
    void aFigureOfTheCountryIsCoveredByTheCountryAlone() {
        sql("DELETE FROM reading WHERE indicator = 'satisfaction'");
        rebuild.rebuild();
        assertEquals(List.of(), satisfied(before, "60").notes());
        assertEquals(List.of("reading.note.jump-share"),
                satisfied(last, "95").notes().stream().map(ReadingFault::key).toList());
    }

    private IntakeReport satisfied(Period period, String value) {
        return take("satisfaction-survey",
                new ReadingRow(1, "VN", "satisfaction", period.toString(), null, null, value, null));
    }

    private List<String> keys(ReadingRow... rows) {
        return take(SOURCE, rows).notes().stream().map(ReadingFault::key).toList();
    }

    private Optional<MeasuredLevels.Measured> shown() {
        return levels.shown(assessments.head("2026", "15").modelRef(), LocalDate.now(clock), agency("15"), null,
                "SHR.1");
    }

    /** A part of what the demonstration says of the quarter before. */
    private long demonstrated(String part) {
        return number("SELECT CAST(r." + part + " AS INT) FROM reading r JOIN agency a ON a.id = r.agency_id WHERE"
                + " a.code = '15' AND r.indicator = 'systems_connected' AND r.period = ?1 ORDER BY r.id DESC LIMIT 1",
                before.begin());
    }

    private long counted() {
        return number(
                "SELECT CAST(SUM(readings) AS INT) FROM reading_sum WHERE indicator = 'systems_connected' AND period = ?1",
                last.begin());
    }

    private long newest() {
        return number(
                "SELECT MAX(r.id) FROM reading r JOIN agency a ON a.id = r.agency_id WHERE a.code = '15' AND r.indicator = 'systems_connected'");
    }
}
