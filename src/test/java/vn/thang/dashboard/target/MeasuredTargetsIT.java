package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.PeriodFigure;
import vn.thang.core.target.Status;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.intake.ReadingRebuild;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingRow;

/**
 * Targets of a year before those of the demonstration, as readings arrive; everything is undone. They come as invented ones, which
 * may move as far as they like.
 */
class MeasuredTargetsIT extends IndicatorFixture {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 31);
    private static final String SOURCE = "data-exchange";

    @Inject
    private MeasuredTargets measured;

    @Inject
    private Catalog catalog;

    @Inject
    private ReadingRebuild rebuild;

    /** What was made for another state of the readings is never found again. */
    private static long state = -1_000;

    @BeforeEach
    void begin() {
        assertEquals(0,
                number("SELECT COUNT(*) FROM reading WHERE period < '2024-01-01' AND indicator = ?1", CONNECTED));
    }

    @Test
    void anEarlyReadingIsNewsAndNeverTheValue() {
        everybody("2023-Q3", "2023-09-30", 4, 10);
        long due = due("2023-12-31");
        push("15", "2023-Q4", 3, 3, "79", "2023-Q4", 3, 3, "01", "2023-Q4", 3, 3);
        for (LocalDate day : List.of(LocalDate.of(2023, 11, 28), LocalDate.of(2024, 1, 20))) {
            TargetLine line = line("P2-08", day);
            assertEquals(Fraction.of(40), line.trend().get(0).value());
            assertEquals(1, line.trend().size());
            assertEquals("Q3/2023", line.measured().period());
            assertNotEquals(Status.ACHIEVED, line.outlook().status());
            assertEquals("Q4/2023", line.news().value().label());
            assertEquals(List.of(3L, due),
                    List.of(line.news().coverage().reported(), line.news().coverage().due()));
            assertEquals(due, line.measured().missing().size(), "the same that the status is made of");
            assertEquals(6 * due, line.gap());
        }
    }

    @Test
    void whatFewerThanFiveReportedIsNoFigureForOthers() {
        everybody("2023-Q3", "2023-09-30", 4, 10);
        List<String> early = codes("2023-12-31").subList(0, 5);
        early.subList(0, 4).forEach(code -> push(code, "2023-Q4", 3, 3));
        TargetLine four = line("P2-08", DAY, TargetSight.GROUPS);
        assertEquals(List.of(), four.partial());
        assertEquals(List.of("Q4/2023", 4L),
                List.of(four.untoldNews().label(), four.untoldNews().coverage().reported()));
        assertEquals(4L, line("P2-08", DAY).news().coverage().reported(), "who sees every agency sees these too");
        push(early.get(4), "2023-Q4", 3, 3);
        TargetLine five = line("P2-08", DAY, TargetSight.GROUPS);
        assertEquals(5L, five.news().coverage().reported());
        assertNull(five.untoldNews());
        assertEquals(List.of(), five.measured().missing());
    }

    /** One after the other reports: whoever wrote down every state knows no more of a single agency than its direction. */
    @Test
    void whatIsRestrictedIsToldOfCoveredPeriodsInWholePercentAndNothingCanBeTakenOff() {
        everybody("2023-Q2", "2023-06-30", 1, 7);
        List<String> codes = codes("2023-09-30");
        codes.subList(3, codes.size()).forEach(code -> push(code, "2023-Q3", 3, 7));
        TargetLine exact = line("P2-08", DAY);
        TargetLine told = line("P2-08", DAY, TargetSight.KEPT);
        assertEquals(List.of(Fraction.of(14), Fraction.of(43)),
                told.trend().stream().map(TargetValue::value).toList());
        assertTrue(told.trend().stream().allMatch(value -> value.attainment() == null));
        assertEquals(0, told.gap());
        assertFalse(told.bounded());
        assertTrue(told.measured().figure().coverage().weight().isEmpty());
        assertEquals(exact.outlook().status(), told.outlook().status());
        assertEquals(exact.quality().confidence(), told.quality().confidence());
        assertEquals(Optional.empty(), told.quality().parts(), "shares of denominators tell these");
        told.outlook().steps().forEach(step -> List.of(step.low(), step.middle(), step.high())
                .forEach(one -> assertEquals(Math.rint(one), one, 1e-9)));
        told.outlook().trajectory().orElseThrow().corners()
                .forEach(point -> assertEquals(point.value().toDecimal(0),
                        point.value().toDecimal(6).stripTrailingZeros()
                                .setScale(0)));
        push(codes.get(0), "2023-Q3", 7, 7);
        assertNotEquals(exact.trend().get(1), line("P2-08", DAY).trend().get(1));
        push(codes.get(0), "2023-Q4", 3, 3);
        codes.subList(1, 9).forEach(code -> push(code, "2023-Q4", 3, 3));
        TargetLine later = line("P2-08", DAY, TargetSight.KEPT);
        assertEquals(List.of(), later.partial());
        assertEquals(9L, later.untoldNews().coverage().reported());
    }

    @Test
    void whereNoPeriodIsCoveredThereIsNotEnoughData() {
        push("15", "2023-Q1", 3, 3);
        TargetLine line = line("P2-08", DAY);
        assertEquals(Status.NOT_ENOUGH_DATA, line.outlook().status());
        assertEquals("few", line.status());
        assertFalse(line.known());
        assertNull(line.today());
        assertEquals("Q1/2023", line.news().value().label());
        assertEquals(Confidence.WEAK, line.quality().confidence());
        Confidence.Parts parts = line.quality().parts().orElseThrow();
        assertEquals(Fraction.ONE, parts.share(parts.measured()), "a register sent what came");
        assertEquals(Confidence.WEAK, line.news().value().confidence());
    }

    /** Fewer than four in five of one type are too few, however many the others are. */
    @Test
    void fewOfOneTypeDoNotHideBehindManyOfAnother() {
        long provinces = number("SELECT COUNT(*) FROM agency WHERE type = 'province'");
        List<String> some = codes("2023-03-31").stream().filter(code -> type(code).equals("province"))
                .limit(provinces * 7 / 10).toList();
        codes("2023-03-31").stream().filter(code -> !type(code).equals("province") || some.contains(code))
                .forEach(code -> push(code, "2023-Q1", 10, 10));
        assertEquals(Status.NOT_ENOUGH_DATA, line("P2-08", DAY).outlook().status());
    }

    @Test
    void whatEverybodyButOneReachesIsNotAchieved() {
        everybody("2023-Q3", "2023-09-30", 10, 10);
        assertEquals(Status.ACHIEVED, line("P2-08", DAY).outlook().status());
        assertEquals(List.of(), line("P2-08", DAY).measured().missing());
        everybodyBut("79", "2023-Q4", "2023-12-31", 10, 10);
        TargetLine line = line("P2-08", DAY.plusDays(1));
        assertEquals(Fraction.of(100), line.trend().get(1).value());
        assertNotEquals(Status.ACHIEVED, line.outlook().status());
        assertEquals(10, line.gap(), "its last denominator");
        assertEquals(List.of("79"),
                line.measured().missing().stream().map(MeasuredValue.AgencyValue::code).toList());
        assertTrue(line.bounded());
        push("79", "2023-Q4", 20, 20);
        line = line("P2-08", DAY.plusDays(1));
        assertEquals(Status.ACHIEVED, line.outlook().status());
        assertEquals(0, line.gap());
        assertEquals(List.of(), line.measured().missing());
        assertEquals(Confidence.SUPPORTED, line.quality().confidence());
        assertEquals(List.of("null", "SUPPORTED"),
                line.trend().stream().map(value -> String.valueOf(value.confidence())).toList());
    }

    /** One large agency is missing: four in five of the weight are not there, though nearly all agencies are. */
    @Test
    void theWeightOfWhoIsMissingCounts() {
        everybody("2023-Q3", "2023-09-30", 10, 10);
        push("79", "2023-Q3", 1_000_000, 1_000_000);
        everybodyBut("79", "2023-Q4", "2023-12-31", 10, 10);
        TargetLine line = line("P2-08", DAY.plusDays(1));
        assertEquals("Q3/2023", line.measured().period());
        assertEquals("Q4/2023", line.news().value().label());
    }

    /** Whoever never reported is weighed as the middle of its type. */
    @Test
    void whoNeverReportedWeighsAsTheMedianOfItsType() {
        everybodyBut("79", "2023-Q3", "2023-09-30", 6, 12);
        assertEquals(new BigDecimal("12.000000"), line("P2-08", DAY).measured().figure().missing());
    }

    @Test
    void predecessorsAndSuccessorCountEachForThemselvesUntilTheMerger() {
        change("INSERT INTO agency (id, code, name, type, parent_id, path, version) SELECT 990000002, 'CU', 'Tỉnh cũ', 'province', id,"
                + " CONCAT(path, '990000002/'), 0 FROM agency WHERE code = 'VN'",
                "UPDATE agency SET valid_to = '2023-06-30' WHERE code = 'CU'",
                "INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT id, 990000002 FROM agency WHERE code = '15'");
        long before = due("2023-06-30");
        everybody("2023-Q1", "2023-03-31", 4, 10);
        everybody("2023-Q2", "2023-06-30", 4, 10);
        everybody("2023-Q3", "2023-09-30", 5, 10);
        assertEquals(before - 1, due("2023-09-30"));
        assertEquals(List.of(List.of(4 * before, 10 * before), List.of(4 * before, 10 * before),
                List.of(5 * (before - 1), 10 * (before - 1))), parts("P2-08"));
        TargetLine line = line("P2-08", DAY);
        assertEquals(1, line.quality().mergers().get(LocalDate.of(2023, 7, 1)));
        assertEquals(List.of("Từ 01/07/2023, 1 cơ quan đã sáp nhập vào cơ quan khác."),
                SeriesMark.of(line, catalog, Locale.of("vi")).stream().filter(mark -> mark.on().getYear() == 2023)
                        .map(SeriesMark::text).toList());
        push("15", "2023-Q1", 6, 30);
        assertEquals(List.of(4 * before + 2, 10 * before + 20), parts("P2-08").get(0),
                "the successor kept its code and corrects what it reported for itself");
        assertEquals(1, refused("CU", "2023-Q3").rejected());
        push("CU", "2023-Q2", 10, 10);
        assertEquals(List.of(4 * before + 6, 10 * before), parts("P2-08").get(1), "a late correction");
        IntakeReport ofSuccessor = intake.push(tokens.renew(SOURCE, "15"), null,
                List.of(connected("CU", "2023-Q2", "5", "10"), connected("79", "2023-Q2", "5", "10")).iterator());
        assertEquals(List.of(1, 1), List.of(ofSuccessor.corrected(), ofSuccessor.rejected()),
                "the successor reports in its name, and for nobody else");
    }

    /** Two went into the province that kept its code; it is silent since, and weighs what the three weighed. */
    @Test
    void whoTookInOthersIsMissingWithTheWeightOfAll() {
        change("INSERT INTO agency (id, code, name, type, parent_id, path, version) SELECT 990000002, 'CU', 'Tỉnh cũ', 'province', id,"
                + " CONCAT(path, '990000002/'), 0 FROM agency WHERE code = 'VN'",
                "INSERT INTO agency (id, code, name, type, parent_id, path, version) SELECT 990000003, 'CU2', 'Tỉnh cũ hai', 'province',"
                        + " id, CONCAT(path, '990000003/'), 0 FROM agency WHERE code = 'VN'",
                "UPDATE agency SET valid_to = '2023-03-31' WHERE code = 'CU2'",
                "UPDATE agency SET valid_to = '2023-06-30' WHERE code = 'CU'",
                "INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT id, 990000002 FROM agency WHERE code = '15'",
                "INSERT INTO agency_predecessor (agency_id, predecessor_id) VALUES (990000002, 990000003)");
        everybody("2023-Q1", "2023-03-31", 1_000, 1_000);
        everybodyBut("CU", "2023-Q2", "2023-06-30", 1_000, 1_000);
        push("CU2", "2023-Q1", 500, 500, "CU", "2023-Q1", 400, 400, "15", "2023-Q2", 100, 100);
        assertEquals(new BigDecimal("900.000000"), figure("Q2/2023", "2023-07-15").missing(),
                "until it is merged itself it weighs with the other one");
        everybodyBut("15", "2023-Q3", "2023-09-30", 1_000, 1_000);
        assertEquals(new BigDecimal("1000.000000"), figure("Q3/2023", "2023-10-15").missing());
        assertEquals(1, intake.push(tokens.renew(SOURCE, "15"), null,
                List.of(connected("CU2", "2023-Q1", "5", "10")).iterator()).corrected(), "it reports for both");
    }

    private PeriodFigure figure(String period, String day) {
        TargetLine line = line("P2-08", LocalDate.parse(day));
        assertEquals(period, line.measured().period());
        return line.measured().figure();
    }

    /** A merger that is decided and lies ahead changes nothing yet. */
    @Test
    void whoWillBeMergedIsThereStill() {
        change("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT s.id, p.id FROM agency s, agency p"
                + " WHERE s.code = '15' AND p.code = '79'");
        sql("UPDATE agency SET valid_to = ?1 WHERE code = '79'", LocalDate.now(clock).plusDays(20));
        everybody("2023-Q3", "2023-09-30", 4, 10);
        LocalDate from = LocalDate.now(clock).plusDays(21);
        assertNull(line("P2-08", LocalDate.now(clock)).quality().mergers().get(from));
        String token = tokens.renew(SOURCE, "15");
        assertEquals(1, intake.push(token, null, List.of(connected("79", "2023-Q3", "5", "10")).iterator()).rejected(),
                "nobody else speaks for it");
        sql("UPDATE agency SET valid_to = ?1 WHERE code = '79'", LocalDate.now(clock).minusDays(1));
        assertEquals(1, line("P2-08", LocalDate.now(clock)).quality().mergers().get(LocalDate.now(clock)));
        assertEquals(1,
                intake.push(token, null, List.of(connected("79", "2023-Q3", "6", "10")).iterator()).corrected());
    }

    /** It reports on its last days; that counts only where nobody is due for it. */
    @Test
    void whoClosedWithinThePeriodIsNotDue() {
        everybody("2023-Q3", "2023-09-30", 4, 10);
        change("UPDATE agency SET valid_to = '2023-08-15' WHERE code = '79'");
        long due = due("2023-09-30");
        TargetLine line = line("P2-08", DAY);
        assertEquals(List.of(List.of(4 * (due + 1), 10 * (due + 1))), parts("P2-08"));
        assertEquals(List.of(due, due), List.of(line.measured().figure().coverage().reported(),
                line.measured().figure().coverage().due()));
        Confidence.Parts parts = line("P2-08", DAY).quality().parts().orElseThrow();
        assertEquals(new BigDecimal(10 * (due + 1)), parts.weight().stripTrailingZeros().setScale(0));
        change("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT s.id, p.id FROM agency s, agency p"
                + " WHERE s.code = '15' AND p.code = '79'");
        assertEquals(List.of(List.of(4 * due, 10 * due)), parts("P2-08"));
        assertEquals(new BigDecimal(10 * due), line("P2-08", DAY).quality().parts().orElseThrow().weight().setScale(0),
                "it is as reliable as what it is made of");
    }

    /** The share of agencies is never more than all, and past periods stay as they were. */
    @Test
    void closingAgenciesChangeNoPeriodBefore() {
        count("2023-Q1", "2023-03-31", 1);
        count("2023-Q2", "2023-06-30", 0);
        List<List<Long>> before = parts("P2-09");
        assertEquals(List.of(List.of(due("2023-03-31"), due("2023-03-31")), List.of(0L, due("2023-06-30"))), before);
        change("UPDATE agency SET valid_to = '2023-08-31' WHERE type = 'province' AND valid_to > '2023-01-01' OR type ="
                + " 'province' AND valid_to IS NULL AND code > '30'");
        assertEquals(before, parts("P2-09"));
        assertTrue(due("2023-09-30") < due("2023-06-30"));
        count("2023-Q3", "2023-09-30", 1);
        assertEquals(List.of(due("2023-09-30"), due("2023-09-30")), parts("P2-09").get(2));
        assertEquals(Status.ACHIEVED, line("P2-09", DAY).outlook().status());
    }

    /** Of agencies that are counted, those that did not report are a part of their own: in the table, in the bar and in the file. */
    @Test
    void whoDidNotReportIsAThirdPartWhereAgenciesAreCounted() {
        List<String> codes = codes("2023-03-31");
        count(codes.subList(2, codes.size()), "2023-Q1", 1);
        everybodyBut("79", "2023-Q1", "2023-03-31", 3, 3);
        long due = codes.size();
        TargetLine line = line("P2-09", DAY);
        Attainment attainment = line.attainment();
        assertEquals(List.of(due - 2, 0L, 2L, due), List.of(attainment.reached(), attainment.notReached(),
                attainment.missing(), attainment.inScope()));
        assertEquals(200d / due, line.missing(), 1e-9);
        assertTrue(line.countsAgencies());
        String csv = new String(new TrajectoryFigure(line, "", List.of(), List.of(), Locale.ROOT).csv(),
                StandardCharsets.UTF_8);
        assertTrue(csv.contains("," + (due - 2) + ",0,2\r\n"), csv);
        TargetLine things = line("P2-08", DAY);
        assertEquals(List.of(0d, false, true), List.of(things.missing(), things.countsAgencies(), things.bounded()),
                "things are no agencies");
    }

    @Test
    void nothingToReportCountsAsReportedAndCarriesNoWeight() {
        everybody("2023-Q3", "2023-09-30", 10, 10);
        change("UPDATE reading r JOIN agency a ON a.id = r.agency_id SET r.numerator = 0, r.denominator = 0, r.value = 0"
                + " WHERE a.code = '79' AND r.indicator = 'systems_connected' AND r.period = '2023-07-01'");
        rebuild.rebuild();
        long due = due("2023-09-30");
        TargetLine line = line("P2-08", DAY);
        assertEquals(List.of(List.of(10 * (due - 1), 10 * (due - 1))), parts("P2-08"));
        assertEquals(due, line.measured().figure().coverage().reported());
        assertEquals(Status.ACHIEVED, line.outlook().status());
        assertEquals(List.of(), line.measured().missing());
    }

    @Test
    void whatMissesEverythingIsNeverShownAsEverything() {
        everybody("2023-Q3", "2023-09-30", 10_000, 10_000);
        push("79", "2023-Q3", 9_999, 10_000);
        TargetLine line = line("P2-08", DAY);
        assertEquals(new BigDecimal("99.9"), line.today());
        assertNotEquals(Status.ACHIEVED, line.outlook().status());
        assertEquals(1, line.gap());
        assertEquals(List.of("79"),
                line.measured().missing().stream().map(MeasuredValue.AgencyValue::code).toList());
    }

    /** Of what came by sheet: evidence and verdicts on the answer that it measures say how far it can be relied on. */
    @Test
    void evidenceAndVerdictsMakeFiguresReliable() {
        everybody("2023-Q3", "2023-09-30", 4, 10);
        assertEquals(List.of(Fraction.ONE, Fraction.ZERO, Fraction.ZERO), shares());
        change("UPDATE reading_batch SET way = 'SHEET' WHERE id IN (SELECT batch_id FROM reading WHERE period ="
                + " '2023-07-01' AND indicator = 'systems_connected')",
                "UPDATE evidence SET removed_at = NOW(6) WHERE criterion = 'SHR.1'",
                "UPDATE verdict SET replaced_at = NOW(6) WHERE criterion = 'SHR.1'");
        assertEquals(List.of(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO), shares());
        assertEquals(Confidence.DECLARED, line("P2-08", DAY).quality().confidence());
        change("INSERT INTO evidence (id, assessment_id, criterion, level, kind, title, url, attached_at) SELECT NEXTVAL"
                + "(evidence_seq), s.id, 'SHR.1', 2, 'LINK', 'x', 'https://example.vn', NOW(6) FROM assessment s"
                + " JOIN assessment_round o ON o.id = s.round_id AND o.code = '2026'");
        assertEquals(Confidence.SUPPORTED, line("P2-08", DAY).quality().confidence());
        Fraction assessed = Fraction.of(number("SELECT COUNT(*) FROM reading r JOIN assessment s ON s.agency_id ="
                + " r.agency_id JOIN assessment_round o ON o.id = s.round_id AND o.code = '2026' WHERE r.period ="
                + " '2023-07-01' AND r.indicator = 'systems_connected'"), due("2023-09-30"));
        assertEquals(assessed, shares().get(1));
        change("INSERT INTO verdict (id, assessment_id, criterion, kind, value, given_by, given_at) SELECT NEXTVAL"
                + "(verdict_seq), s.id, 'SHR.1', 'CONFIRMED', '2', (SELECT MIN(id) FROM person), NOW(6) + INTERVAL 1 DAY"
                + " FROM assessment s JOIN assessment_round o ON o.id = s.round_id AND o.code = '2026'");
        assertEquals(assessed, shares().get(2));
        assertEquals(Confidence.VERIFIED, line("P2-08", DAY).quality().confidence());
        change("UPDATE verdict SET given_at = '2020-01-01' WHERE criterion = 'SHR.1'");
        assertEquals(Fraction.ZERO, shares().get(2), "whoever judged before the reading came did not confirm it");
    }

    /** What is measured, has evidence and is confirmed. */
    private List<Fraction> shares() {
        Confidence.Parts parts = line("P2-08", DAY).quality().parts().orElseThrow();
        return List.of(parts.share(parts.measured()), parts.share(parts.evidenced()), parts.share(parts.confirmed()));
    }

    /** An old value stays the value and says that it is old. */
    @Test
    void aStaleValueSaysSo() {
        everybody("2023-Q3", "2023-09-30", 10, 10);
        TargetLine line = line("P2-08", LocalDate.of(2024, 6, 1));
        assertFalse(line.measured().fresh());
        assertTrue(line.stale());
        assertFalse(line("P2-08", DAY).stale());
        assertEquals(Confidence.WEAK, line.quality().confidence());
        assertEquals(new BigDecimal("100.0"), line.today());
    }

    /** Each value says how many it is of, and between what it lies; the few who are missing of something restricted are not weighed aloud. */
    @Test
    void everyValueSaysOfHowManyItIsAndBetweenWhatItLies() {
        everybody("2023-Q2", "2023-06-30", 4, 10);
        everybodyBut("79", "2023-Q3", "2023-09-30", 5, 10);
        long due = due("2023-09-30");
        TargetLine line = line("P2-08", DAY);
        assertEquals(List.of(List.of(due("2023-06-30"), due("2023-06-30")), List.of(due - 1, due)),
                line.trend().stream()
                        .map(value -> List.of(value.reported(), value.due())).toList());
        Bounds bounds = line.apart().orElseThrow();
        assertEquals(Fraction.of(5 * (due - 1) * 100, 10 * due), bounds.low());
        assertEquals(Fraction.of((5 * (due - 1) + 10) * 100, 10 * due), bounds.high());
        secured(List.of("79"));
        assertTrue(line("P2-12", DAY, TargetSight.KEPT).known());
        assertEquals(Optional.empty(), line("P2-12", DAY, TargetSight.KEPT).bounds(),
                "what one agency holds would follow");
        assertFalse(line("P2-12", DAY, TargetSight.KEPT).bounded());
        assertTrue(line("P2-12", DAY).bounded(), "who sees each agency sees between what it lies");
    }

    private void secured(List<String> silent) {
        List<ReadingRow> rows = codes("2023-09-30").stream().filter(code -> !silent.contains(code))
                .map(code -> new ReadingRow(1, code, "security_dossiers", "2023-Q3", "5", "10", null, null)).toList();
        assertEquals(0, intake.take("security-register", ReadingIntake.Way.DEMO, rows.iterator()).rejected());
    }

    private List<List<Long>> parts(String target) {
        return line(target, DAY).trend().stream().map(TargetValue::attainment)
                .map((Attainment one) -> List.of(one.reached(), one.inScope())).toList();
    }

    private TargetLine line(String target, LocalDate day) {
        return line(target, day, TargetSight.WHOLE);
    }

    private TargetLine line(String target, LocalDate day, TargetSight sight) {
        return measured.of(catalog.edition(), catalog.programme().target(target),
                new MeasuredTargets.AsOf(day, --state), sight);
    }

    private List<String> codes(String end) {
        List<String> codes = new ArrayList<>();
        for (Object code : entities
                .createNativeQuery("SELECT code FROM agency WHERE parent_id IS NOT NULL AND type <> 'commune'"
                        + " AND (valid_from IS NULL OR valid_from <= ?1) AND (valid_to IS NULL OR valid_to >= ?1) ORDER BY code")
                .setParameter(1, end).getResultList()) {
            codes.add((String) code);
        }
        return codes;
    }

    /** The demand of an agency of the first level is met without the unit that has moved away, and only from then on. */
    @Test
    void whoMovedIsSummedWhereItStoodThen() throws Exception {
        anAgency("XM1").named("Sở chuyển đi").ofType("ministry").below("15");
        everybody("2023-Q2", "2023-06-30", 9, 10);
        push("15", "2023-Q2", 10, 10, "79", "2023-Q2", 10, 10, "XM1", "2023-Q2", 4, 10);
        assertEquals("14/20", sum("15"));
        sql("INSERT INTO agency_place (agency_id, until, parent_id, first_level) SELECT a.id, '2023-07-01', f.id, f.id"
                + " FROM agency a, agency f WHERE a.code = 'XM1' AND f.code = '15'");
        change("UPDATE agency SET parent_id = (SELECT b.id FROM (SELECT id FROM agency WHERE code = '79') b),"
                + " path = CONCAT((SELECT b.path FROM (SELECT path FROM agency WHERE code = '79') b), id, '/')"
                + " WHERE code = 'XM1'");
        rebuild.rebuild();
        assertEquals(List.of("14/20", "none"), List.of(sum("15"), sum("79")), "it belongs to where it stood then");
        everybodyBut("XM1", "2023-Q3", "2023-09-30", 10, 10);
        assertEquals(List.of("none", "10/10 and 1 missing"), List.of(sum("15"), sum("79")),
                "and who is silent is missing where it stands in the period");
        push("XM1", "2023-Q3", 4, 10);
        assertEquals(List.of("none", "14/20"), List.of(sum("15"), sum("79")));
    }

    /** Whoever stood directly below the country is one of its agencies in the periods of then. */
    @Test
    void whoStoodDirectlyBelowTheCountryIsAmongItsAgenciesOfThen() throws Exception {
        anAgency("XM2").named("Bộ chuyển đi").ofType("ministry").below("VN");
        everybody("2023-Q2", "2023-06-30", 9, 10);
        push("15", "2023-Q2", 10, 10, "XM2", "2023-Q2", 4, 10);
        assertEquals("4/10", sum("XM2"));
        sql("INSERT INTO agency_place (agency_id, until, parent_id, first_level) SELECT a.id, '2023-07-01', c.id, a.id"
                + " FROM agency a, agency c WHERE a.code = 'XM2' AND c.code = 'VN'");
        change("UPDATE agency SET parent_id = (SELECT b.id FROM (SELECT id FROM agency WHERE code = '15') b),"
                + " path = CONCAT((SELECT b.path FROM (SELECT path FROM agency WHERE code = '15') b), id, '/')"
                + " WHERE code = 'XM2'");
        rebuild.rebuild();
        assertEquals(List.of("4/10", "none"), List.of(sum("XM2"), sum("15")));
    }

    /** What is said of an agency of the first level that does not reach the demand in the newest period; none where it does. */
    private String sum(String first) {
        return line("P2-08", DAY).measured().missing().stream().filter(one -> one.code().equals(first))
                .map(one -> one.numerator().stripTrailingZeros().toPlainString() + "/"
                        + one.denominator().stripTrailingZeros().toPlainString()
                        + (one.silent() == 0 ? "" : " and " + one.silent() + " missing"))
                .findFirst().orElse("none");
    }

    private String type(String code) {
        return (String) entities.createNativeQuery("SELECT type FROM agency WHERE code = ?1").setParameter(1, code)
                .getSingleResult();
    }

    private long due(String end) {
        return codes(end).size();
    }

    private void everybody(String period, String end, int numerator, int denominator) {
        everybodyBut("", period, end, numerator, denominator);
    }

    private void everybodyBut(String silent, String period, String end, int numerator, int denominator) {
        List<Object> parts = new ArrayList<>();
        codes(end).stream().filter(code -> !code.equals(silent))
                .forEach(code -> parts.addAll(List.of(code, period, numerator, denominator)));
        push(parts.toArray());
    }

    private void count(String period, String end, int applications) {
        count(codes(end), period, applications);
    }

    private void count(List<String> codes, String period, int applications) {
        List<ReadingRow> rows = codes.stream().map(code -> new ReadingRow(1, code, "ai_applications", period, null,
                null, String.valueOf(applications), null)).toList();
        assertEquals(0, intake.take("platform-register", ReadingIntake.Way.DEMO, rows.iterator()).rejected());
    }

    private void push(Object... parts) {
        List<ReadingRow> rows = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 4) {
            rows.add(connected((String) parts[i], (String) parts[i + 1], parts[i + 2].toString(),
                    parts[i + 3].toString()));
        }
        assertEquals(0, intake.take(SOURCE, ReadingIntake.Way.DEMO, rows.iterator()).rejected());
    }

    private IntakeReport refused(String agency, String period) {
        return intake.take(SOURCE, ReadingIntake.Way.DEMO, List.of(connected(agency, period, "1", "1")).iterator());
    }

    private void change(String... statements) {
        for (String sql : statements) {
            sql(sql);
        }
    }
}
