package vn.thang.indicator.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.it.ContainerFixture;

/** Who is silent about what holds levels down, of the province of the demonstration from which nothing ever came; everything is undone. */
class SilenceIT extends ContainerFixture {

    private static final String CONNECTED = "systems_connected";

    @Inject
    private MeasuredLevels levels;

    @Inject
    private ReadingIntake intake;

    @Inject
    private Catalog catalog;

    @Inject
    private AssessmentScores assessments;

    private AssessmentHead head;
    private Period ended;
    /** The newest period whose level is held down no more. */
    private Period lapsed;

    @BeforeEach
    void begin() {
        caller.actAs("quantri");
        head = assessments.head("2026", "15");
        ended = Period.endedBy(LocalDate.now(clock), Indicator.Period.QUARTER);
        lapsed = Period.oldestFresh(Indicator.Period.QUARTER, catalog.indicator(CONNECTED).orElseThrow().maxAge(),
                LocalDate.now(clock)).back().back().back();
        nothingReported(head.agencyId());
    }

    @Test
    void whoNeverReportedIsNotMeasuredUntilAFirstReadingComes() {
        MeasuredLevels.Measured silent = known().get("SHR.1");
        assertEquals(List.of(true, true, false, List.of()),
                List.of(silent.unknown(), silent.lapsed(), silent.used(), silent.readings()));
        assertEquals(firstOfProvinces(), silent.period(), "since the source reached provinces");
        assertEquals(silent, levels.shown(head.modelRef(), LocalDate.now(clock), head.agencyId(), null, "SHR.1")
                .orElseThrow());
        assertEquals(List.of("DIG.1", "OPN.2", "SEC.1", "SHR.1"), known().keySet().stream().sorted().toList(),
                "whatever holds a level down, and nothing else");
        assertEquals(known(), amongAll());
        take("data-exchange", share(ended, "61", "100"));
        assertEquals(3, known().get("SHR.1").level());
        assertFalse(known().get("SHR.1").lapsed());
        assertTrue(known().get("DIG.1").unknown());
    }

    private Period firstOfProvinces() {
        return new Period(Indicator.Period.QUARTER, ((java.sql.Date) entities.createNativeQuery(
                "SELECT MIN(period) FROM reading_sum WHERE indicator = ?1 AND type = 'province' AND readings > 0")
                .setParameter(1, CONNECTED).getSingleResult()).toLocalDate());
    }

    /** It is not silent before it has missed as much as silences anybody; what it came of is asked for as well. */
    @Test
    void aYoungAgencyIsGivenTime() {
        sql("DELETE FROM agency_predecessor WHERE agency_id = ?1", head.agencyId());
        beganOn(lapsed.forward(2).begin());
        assertEquals(Map.of(), known());
        beganOn(lapsed.forward(1).end());
        assertEquals(lapsed.forward(1), known().get("SHR.1").period(), "it is due for what it saw the last day of");
        beganOn(lapsed.forward(1).end().plusDays(1));
        assertEquals(Map.of(), known());
        nothingReported(number("SELECT id FROM agency WHERE code = '48'"));
        sql("UPDATE agency SET valid_from = NULL, valid_to = ?1 WHERE code = '48'", lapsed.forward(1).end());
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT ?1, id FROM agency WHERE code = '48'",
                head.agencyId());
        assertEquals(firstOfProvinces(), known().get("SHR.1").period());
        assertEquals(known(), amongAll());
    }

    private void beganOn(LocalDate day) {
        sql("UPDATE agency SET valid_from = ?1 WHERE id = ?2", day, head.agencyId());
    }

    /** Nobody is silent about what is not asked of their type, or what no source reports of it. */
    @Test
    void onlyWhomASourceReachesIsSilent() {
        long commune = anAgency("15-IM").below("15").id();
        assertEquals(Map.of(), known(commune));
        for (String indicator : List.of("results_digitised", CONNECTED)) {
            sql("INSERT INTO reading_sum (indicator, period, type, first_level, numerator, denominator, value, readings,"
                    + " demonstrations) VALUES (?1, ?2, 'commune', '15', 1, 1, 100, 1, 0)", indicator, lapsed.begin());
        }
        assertEquals(List.of("DIG.1"), List.copyOf(known(commune).keySet()), "systems are not asked of communes");
        sql("UPDATE reading_sum SET period = ?1 WHERE type = 'commune' AND indicator = 'results_digitised'",
                lapsed.forward(2).begin());
        assertEquals(Map.of(), known(commune), "nobody did so long ago");
    }

    /** What is known of a part measures nothing without the other one. */
    @Test
    void whoseOtherPartNeverCameIsSilent() {
        take("open-data-portal", new ReadingRow(1, "15", "open_datasets", ended.toString(), null, null, "40", null));
        assertTrue(known().get("OPN.2").unknown());
        take("open-data-portal",
                new ReadingRow(1, "15", "open_datasets_good", ended.toString(), null, null, "40", null));
        assertFalse(known().get("OPN.2").lapsed());
    }

    /** That there is nothing to report is an answer for as long as any other. */
    @Test
    void nothingToReportHoldsNoLongerThanALevel() {
        take("data-exchange", share(lapsed, "0", "0"));
        assertEquals(List.of(true, lapsed), List.of(known().get("SHR.1").unknown(), known().get("SHR.1").period()));
        take("data-exchange", share(lapsed.forward(1), "0", "0"));
        assertFalse(known().containsKey("SHR.1"));
        take("data-exchange", share(ended, "0", "0"));
        assertFalse(known().containsKey("SHR.1"));
    }

    @Test
    void whatWaitsForItsConfirmationIsNoReport() {
        take("data-exchange", share(ended, "61", "100"));
        assertTrue(known().get("SHR.1").used());
        sql("INSERT INTO reading_jump (reading_id, kind, before_period, before_value) SELECT MAX(id), 'SHARE', ?2, 20"
                + " FROM reading WHERE agency_id = ?1", head.agencyId(), ended.back().begin());
        assertTrue(known().get("SHR.1").unknown());
    }

    /** A published result says what was known by then: a source that reached the type later says nothing about it. */
    @Test
    void whoReportedAfterThePublicationMakesNobodySilentBefore() {
        Instant published = clock.instant().minusSeconds(1);
        sql("UPDATE reading SET arrived_at = ?1 WHERE indicator = ?2", published.minusSeconds(60), CONNECTED);
        assertTrue(known(published).get("SHR.1").unknown());
        sql("UPDATE reading SET arrived_at = ?1 WHERE indicator = ?2", published.plusSeconds(60), CONNECTED);
        assertFalse(known(published).containsKey("SHR.1"));
    }

    /** Nor does one that sends an older period afterwards. */
    @Test
    void anOlderPeriodThatCameAfterThePublicationChangesNothing() {
        Instant published = clock.instant().minusSeconds(1);
        sql("UPDATE reading SET arrived_at = ?1 WHERE indicator = ?2", published.minusSeconds(60), CONNECTED);
        MeasuredLevels.Measured before = known(published).get("SHR.1");
        assertTrue(before.unknown());
        sql("INSERT INTO reading (indicator, period, agency_id, source, numerator, denominator, value, arrived_at, payload,"
                + " batch_id) SELECT ?1, '2015-01-01', (SELECT id FROM agency WHERE code = '79'), 'late', 1, 2, 50, ?2,"
                + " UNHEX(SHA2('late', 256)), MAX(id) FROM reading_batch", CONNECTED, published.plusSeconds(60));
        sql("INSERT INTO reading_sum (indicator, period, type, first_level, numerator, denominator, value, readings,"
                + " demonstrations) VALUES (?1, '2015-01-01', 'province', '79', 1, 2, 50, 1, 0)", CONNECTED);
        assertEquals(before, known(published).get("SHR.1"));
    }

    private Map<String, MeasuredLevels.Measured> known(Instant published) {
        return levels.of(head.modelRef(),
                MeasuredLevels.Known.of(LocalDate.now(clock), head.agencyId(), published)).get(head.agencyId());
    }

    private Map<String, MeasuredLevels.Measured> known() {
        return known(head.agencyId());
    }

    private Map<String, MeasuredLevels.Measured> known(long agency) {
        return levels.of(head.modelRef(), MeasuredLevels.Known.of(LocalDate.now(clock), agency, null)).get(agency);
    }

    private Map<String, MeasuredLevels.Measured> amongAll() {
        Map<Long, Instant> all = new HashMap<>();
        entities.createQuery("SELECT a.id FROM Agency a", Long.class).getResultList().forEach(id -> all.put(id, null));
        return levels.of(head.modelRef(), new MeasuredLevels.Known(LocalDate.now(clock), all)).get(head.agencyId());
    }

    private static ReadingRow share(Period period, String numerator, String denominator) {
        return new ReadingRow(1, "15", CONNECTED, period.toString(), numerator, denominator, null, null);
    }

    private void take(String source, ReadingRow... rows) {
        assertEquals(List.of(), intake.take(source, ReadingIntake.Way.SHEET, List.of(rows).iterator()).faults());
    }
}
