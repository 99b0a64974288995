package vn.thang.indicator.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Measure;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.indicator.reading.ReadingsArrived;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;

/** What stands beside an answer of the province of the demonstration; everything is undone. */
class MeasuredLevelsIT extends ContainerFixture {

    @Inject
    private MeasuredLevels levels;

    @Inject
    private MeasuringReadings readings;

    @Inject
    private ReadingIntake intake;

    @Inject
    private Catalog catalog;

    @Inject
    private AssessmentScores assessments;

    private static final String CONNECTED = "systems_connected";

    private AssessmentHead head;
    private Period ended;

    @BeforeEach
    void begin() throws Exception {
        caller.actAs("quantri");
        head = assessments.head("2026", "15");
        ended = Period.endedBy(LocalDate.now(clock), Indicator.Period.QUARTER);
        nothingReported(head.agencyId());
    }

    @Test
    void theNewestReadingOfTheNewestPeriodGivesTheLevelOfItsBounds() {
        assertTrue(shown("SHR.1").orElseThrow().unknown());
        take("data-exchange", row("systems_connected", ended.back(), "35"), row("systems_connected", ended, "50"));
        take("data-exchange", row("systems_connected", ended, "61"));
        MeasuredLevels.Measured measured = shown("SHR.1").orElseThrow();
        assertEquals(3, measured.level());
        assertEquals(0, new BigDecimal(61).compareTo(measured.value()));
        assertEquals(ended, measured.period());
        assertEquals(1, measured.readings().size());
        assertTrue(measured.fresh());
        assertFalse(measured.demonstration());
        assertEquals(measured, used().get("SHR.1"));
        assertEquals(Optional.empty(), shown("STR.1"), "nothing measures it");
    }

    /** The period that runs does not count, nor does one that ended after the last day of the round. */
    @Test
    void aPeriodCountsOnceItIsOver() {
        Period running = Period.endedBy(LocalDate.now(clock).plusMonths(3), Indicator.Period.QUARTER);
        take("data-exchange", row("systems_connected", running, "95"), row("systems_connected", ended, "61"),
                row("systems_connected", ended.back(), "31"));
        assertEquals(3, shown("SHR.1").orElseThrow().level());
        MeasuredLevels.Known earlier = MeasuredLevels.Known.of(ended.end().minusDays(1), head.agencyId(), null);
        assertEquals(2, levels.of(head.modelRef(), earlier).get(head.agencyId()).get("SHR.1").level());
    }

    @Test
    void anOldReadingIsShownAsStaleAndNotUsed() {
        take("data-exchange", new ReadingRow(1, "15", "systems_connected", "2023-Q1", "1", "10", null, null));
        assertFalse(shown("SHR.1").orElseThrow().fresh());
        assertEquals(Map.of(), used());
    }

    /** What holds a level down does so for two more periods after it is stale, so that silence does not pay. */
    @Test
    void aCapHoldsForTwoMorePeriodsAndThenLapses() {
        Period fresh = Period.oldestFresh(Indicator.Period.QUARTER, shownMaxAge(), LocalDate.now(clock));
        Period held = fresh.back().back();
        take("data-exchange", row("systems_connected", held.back(), "50"));
        assertEquals(MeasuredLevels.Age.STALE, known().get("SHR.1").age());
        assertTrue(known().get("SHR.1").lapsed());
        take("data-exchange", row("systems_connected", held, "31"));
        assertEquals(List.of(MeasuredLevels.Age.HELD, 2), List.of(used().get("SHR.1").age(),
                used().get("SHR.1").level()));
        take("data-exchange", row("systems_connected", fresh, "61"));
        assertEquals(List.of(MeasuredLevels.Age.FRESH, 3), List.of(used().get("SHR.1").age(),
                used().get("SHR.1").level()));
        take("public-service-portal", row("papers_once_only", held, "31"));
        assertFalse(known().containsKey("DIG.2"), "what only informs holds nothing down");
    }

    /** Years of history cost nothing: of what holds a level down one period is read beside those that count. */
    @Test
    void onlyWhatCountsNowIsRead() {
        Period fresh = Period.oldestFresh(Indicator.Period.QUARTER, shownMaxAge(), LocalDate.now(clock));
        Period older = fresh.back().back().back();
        for (Period period : List.of(older.back().back(), older.back(), older)) {
            take("data-exchange", row("systems_connected", period, "50"));
        }
        Measure measure = catalog.measures(head.modelRef()).get("SHR.1");
        Map<String, Set<LocalDate>> counting = Map.of(CONNECTED, Set.of(ended.begin()));
        MeasuringReadings.Asked asked = MeasuringReadings.Asked.of(counting,
                Map.of(measure, fresh.back().back().begin()));
        assertEquals(Set.of(older.begin()), read(asked).get(CONNECTED).keySet());
        take("data-exchange", row("systems_connected", ended, "50"));
        assertEquals(Set.of(older.begin(), ended.begin()), read(asked).get(CONNECTED).keySet());
        assertEquals(Set.of(ended.begin()),
                read(MeasuringReadings.Asked.of(counting, Map.of())).get(CONNECTED).keySet());
    }

    private Map<String, TreeMap<LocalDate, FoundReading>> read(MeasuringReadings.Asked asked) {
        return readings.of(MeasuredLevels.Known.of(LocalDate.now(clock), head.agencyId(), null), LocalDate.now(clock),
                asked, "").get(head.agencyId());
    }

    /** A part that came last is of no use while the others of its period are older. */
    @Test
    void anOlderPeriodIsOneOfWhichAllPartsAreKnown() {
        int maxAge = catalog.indicator("open_datasets").orElseThrow().maxAge();
        Period older = Period.oldestFresh(Indicator.Period.QUARTER, maxAge, LocalDate.now(clock)).back().back().back();
        take("open-data-portal", count("open_datasets", older, "40"), count("open_datasets", older.back(), "50"),
                count("open_datasets_good", older.back(), "40"));
        assertEquals(List.of(older.back(), true),
                List.of(known().get("OPN.2").period(), known().get("OPN.2").lapsed()));
    }

    /** What came before the merger is the sum of both; what the other one reported of its last days is not. */
    @Test
    void afterAMergerTheHistoryIsTheSum() {
        entities.createNativeQuery("DELETE FROM reading WHERE agency_id = (SELECT id FROM agency WHERE code = '48')")
                .executeUpdate();
        take("data-exchange", row("systems_connected", ended, "61"),
                new ReadingRow(1, "48", "systems_connected", ended.toString(), "20", "100", null, null));
        take("open-data-portal", count("open_datasets", ended, "40"), count("open_datasets_good", ended, "40"),
                new ReadingRow(1, "48", "open_datasets", ended.toString(), null, null, "60", null),
                new ReadingRow(1, "48", "open_datasets_good", ended.toString(), null, null, "30", null));
        assertEquals(List.of(3, 0),
                List.of(shown("SHR.1").orElseThrow().level(), shown("SHR.1").orElseThrow().merged()));
        entities.createNativeQuery("UPDATE agency SET valid_to = ?1 WHERE code = '48'").setParameter(1, ended.end())
                .executeUpdate();
        entities.createNativeQuery("INSERT INTO agency_predecessor (agency_id, predecessor_id)"
                + " SELECT ?1, id FROM agency WHERE code = '48'").setParameter(1, head.agencyId()).executeUpdate();
        MeasuredLevels.Measured joined = shown("SHR.1").orElseThrow();
        assertEquals(List.of(new BigDecimal("40.5"), 2, 1, 2),
                List.of(joined.value(), joined.level(), joined.merged(), joined.readings().size()));
        assertEquals(new BigDecimal(81), joined.numerator().stripTrailingZeros());
        assertEquals(joined, used().get("SHR.1"));
        assertEquals(joined, amongAll().get("SHR.1"), "of many agencies it is what it is of one");
        assertEquals(new BigDecimal(70), shown("OPN.2").orElseThrow().value().setScale(0));
        assertEquals(3, levels.of(head.modelRef(), MeasuredLevels.Known.of(ended.end(), head.agencyId(), null))
                .get(head.agencyId()).get("SHR.1").level(), "before the merger nothing is joined");
        entities.createNativeQuery("UPDATE agency SET valid_to = ?1 WHERE code = '48'")
                .setParameter(1, ended.end().minusDays(1)).executeUpdate();
        assertEquals(List.of(3, 0),
                List.of(shown("SHR.1").orElseThrow().level(), shown("SHR.1").orElseThrow().merged()));
    }

    /** Who never reported since it took in others is not measured any more by what they last reported. */
    @Test
    void whatWasMergedLapsesInTheOneThatCameOfIt() {
        entities.createNativeQuery(
                "DELETE FROM reading WHERE agency_id IN (SELECT id FROM agency WHERE code IN ('48', '79'))")
                .executeUpdate();
        Period lapsed = Period.oldestFresh(Indicator.Period.QUARTER, shownMaxAge(), LocalDate.now(clock)).back().back()
                .back();
        take("data-exchange", row("48", "systems_connected", lapsed.back(), "40"),
                row("48", "systems_connected", lapsed, "20"), row("79", "systems_connected", lapsed, "40"));
        assertTrue(known().get("SHR.1").unknown());
        merge("79", "48", lapsed.end().plusDays(20));
        merge("48", "15", lapsed.end().plusDays(40));
        MeasuredLevels.Measured measured = known().get("SHR.1");
        assertEquals(List.of(true, lapsed, 2, new BigDecimal(60)), List.of(measured.lapsed(), measured.period(),
                measured.merged(), measured.numerator().stripTrailingZeros().setScale(0)));
        assertEquals(measured, amongAll().get("SHR.1"));
        merge("48", "15", lapsed.end().minusDays(1));
        assertEquals(lapsed.back(), known().get("SHR.1").period(), "its last days are no whole period");
        ReadingsArrived arrived = ReadingsArrived.of(CONNECTED, ended.begin(), agency("79"));
        assertEquals(Set.of(agency("79"), agency("48"), head.agencyId()),
                levels.concerned(head.modelRef(), LocalDate.now(clock), arrived),
                "what is corrected of the first concerns what came of it over others");
    }

    /** Nothing is gained by sending what has to be confirmed: what was known of the period holds the level down. */
    @Test
    void whatWasKnownBeforeAJumpHoldsTheLevelDown() {
        take("data-exchange", row("systems_connected", ended.back(), "65"), row("systems_connected", ended, "40"));
        assertEquals(2, used().get("SHR.1").level());
        take("data-exchange", row("systems_connected", ended, "98"));
        assertEquals(List.of(2, ended), List.of(used().get("SHR.1").level(), used().get("SHR.1").period()));
        take("data-exchange", row("systems_connected", ended, "20"));
        assertEquals(List.of(2, ended), List.of(used().get("SHR.1").level(), used().get("SHR.1").period()),
                "nor is anything lost: what waits as well says less");
    }

    @Test
    void aCapDoesNotEndEarlierByAJump() {
        Period held = Period.oldestFresh(Indicator.Period.QUARTER, shownMaxAge(), LocalDate.now(clock)).back().back();
        take("data-exchange", row("systems_connected", held.back(), "50"), row("systems_connected", held, "31"));
        assertEquals(List.of(MeasuredLevels.Age.HELD, 2),
                List.of(used().get("SHR.1").age(), used().get("SHR.1").level()));
        take("data-exchange", row("systems_connected", held, "95"));
        assertEquals(List.of(MeasuredLevels.Age.HELD, 2),
                List.of(used().get("SHR.1").age(), used().get("SHR.1").level()));
    }

    /** Nor is what lapsed settled by what nobody has confirmed: by a jump, or by saying that there was nothing. */
    @Test
    void whatLapsedStaysSoWhileAJumpWaits() {
        Period lapsed = Period.oldestFresh(Indicator.Period.QUARTER, shownMaxAge(), LocalDate.now(clock)).back().back()
                .back();
        take("data-exchange", row("systems_connected", lapsed.back(), "50"), row("systems_connected", lapsed, "31"));
        MeasuredLevels.Measured known = known().get("SHR.1");
        assertTrue(known.lapsed());
        take("data-exchange", row("systems_connected", lapsed, "95"));
        assertEquals(known, known().get("SHR.1"));
        assertEquals(known, amongAll().get("SHR.1"));
        take("data-exchange", new ReadingRow(1, "15", "systems_connected", lapsed.toString(), "0", "0", null, null));
        assertEquals(known, known().get("SHR.1"));
    }

    private void merge(String predecessor, String successor, LocalDate ended) {
        entities.createNativeQuery("UPDATE agency SET valid_to = ?1 WHERE code = ?2").setParameter(1, ended)
                .setParameter(2, predecessor).executeUpdate();
        entities.createNativeQuery("INSERT IGNORE INTO agency_predecessor (agency_id, predecessor_id) VALUES (?1, ?2)")
                .setParameter(1, agency(successor)).setParameter(2, agency(predecessor)).executeUpdate();
    }

    private long agency(String code) {
        return number("SELECT id FROM agency WHERE code = ?1", code);
    }

    /** What is used of the agency where all are asked for at once. */
    private Map<String, MeasuredLevels.Measured> amongAll() {
        Map<Long, Instant> all = new HashMap<>();
        entities.createQuery("SELECT a.id FROM Agency a", Long.class).getResultList().forEach(id -> all.put(id, null));
        Map<Long, Map<String, MeasuredLevels.Measured>> found = levels.of(head.modelRef(),
                new MeasuredLevels.Known(LocalDate.now(clock), all));
        assertEquals(found.get(head.agencyId()), levels.ofCurrent(head.modelRef(),
                new MeasuredLevels.Known(LocalDate.now(clock), all)).get(head.agencyId()));
        return found.get(head.agencyId());
    }

    /** A share is compared as it is: six decimals of it would reach what it does not. */
    @Test
    void aShareIsComparedExactly() {
        take("data-exchange", new ReadingRow(1, "15", "systems_connected", ended.toString(), "599999999", "1000000000",
                null, null));
        assertEquals(2, shown("SHR.1").orElseThrow().level());
        take("data-exchange", new ReadingRow(1, "15", "systems_connected", ended.toString(), "600000000", "1000000000",
                null, null));
        assertEquals(3, shown("SHR.1").orElseThrow().level());
    }

    private int shownMaxAge() {
        return catalog.indicator("systems_connected").orElseThrow().maxAge();
    }

    @Test
    void whatArrivedAfterThePublicationIsNotKnown() {
        take("data-exchange", row("systems_connected", ended, "61"));
        Instant before = clock.instant().minusSeconds(60);
        assertEquals(Optional.empty(), levels.shown(head.modelRef(), LocalDate.now(clock), head.agencyId(), before,
                "SHR.1").filter(measured -> !measured.unknown()));
        assertTrue(levels.of(head.modelRef(), MeasuredLevels.Known.of(LocalDate.now(clock), head.agencyId(), before))
                .get(head.agencyId()).values().stream().noneMatch(MeasuredLevels.Measured::used));
    }

    @Test
    void aComputedIndicatorNeedsAllItsPartsOfTheSamePeriod() {
        take("open-data-portal", count("open_datasets", ended, "40"), count("open_datasets_good", ended.back(), "37"));
        assertTrue(shown("OPN.2").orElseThrow().unknown());
        take("open-data-portal", count("open_datasets_good", ended, "37"));
        MeasuredLevels.Measured measured = shown("OPN.2").orElseThrow();
        assertEquals(new BigDecimal("92.5"), measured.value());
        assertEquals(4, measured.level());
        assertEquals(2, measured.readings().size());
        assertEquals(measured, used().get("OPN.2"));
    }

    /** What holds the levels of an agency down is known, so that nobody has to ask whether it is silent. */
    @Test
    void whoReportsCostsOneStatement() {
        List<Map.Entry<String, ReadingRow>> all = List.of(
                Map.entry("data-exchange", row(CONNECTED, ended, "50")),
                Map.entry(source("results_digitised"), row("results_digitised", ended, "50")),
                Map.entry(source("security_dossiers"), row("security_dossiers", ended, "50")),
                Map.entry("open-data-portal", count("open_datasets", ended, "40")),
                Map.entry("open-data-portal", count("open_datasets_good", ended, "20")));
        all.forEach(one -> take(one.getKey(), one.getValue()));
        assertEquals(Set.of("DIG.1", "OPN.2", "SEC.1", "SHR.1"), known().keySet());
        assertEquals(1, statementsOf(this::known));
        sql("DELETE FROM reading WHERE agency_id = ?1 AND indicator = ?2", head.agencyId(), CONNECTED);
        assertEquals(2, statementsOf(this::known));
    }

    private String source(String indicator) {
        return catalog.indicator(indicator).orElseThrow().source();
    }

    private long statementsOf(Runnable question) {
        long before = statements();
        question.run();
        return statements() - before - 1;
    }

    /** All agencies of the first level cost what one does. */
    @Test
    void anyNumberOfAgenciesCostsTwoStatements() {
        Map<Long, Instant> agencies = new HashMap<>();
        entities.createNativeQuery("SELECT id FROM agency WHERE valid_to IS NULL").getResultList()
                .forEach(id -> agencies.put(((Number) id).longValue(), null));
        assertTrue(agencies.size() > 50);
        long before = statements();
        Map<Long, Map<String, MeasuredLevels.Measured>> all = levels.of(head.modelRef(),
                new MeasuredLevels.Known(LocalDate.now(clock), agencies));
        assertEquals(2, statements() - before - 1);
        assertTrue(all.size() > 50, () -> String.valueOf(all.size()));
        Long one = all.entrySet().stream().filter(entry -> !entry.getValue().isEmpty()).findFirst().orElseThrow()
                .getKey();
        assertEquals(levels.of(head.modelRef(), MeasuredLevels.Known.of(LocalDate.now(clock), one, null)).get(one),
                all.get(one));
    }

    @Test
    void onlyWhoMayReadTheAnswerSeesIt() {
        sql("UPDATE assessment SET state = 'HANDED_IN' WHERE id = ?1", head.id());
        AssessmentHead handedIn = assessments.head(head.id());
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh")) {
            caller.actAs(person);
            assessments.measured(handedIn, "SEC.1");
        }
        for (String person : List.of("canbo.bo", "phoihop", "lanhdao")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> assessments.measured(head, "SEC.1"), person);
        }
    }

    private Optional<MeasuredLevels.Measured> shown(String criterion) {
        return levels.shown(head.modelRef(), LocalDate.now(clock), head.agencyId(), null, criterion);
    }

    private Map<String, MeasuredLevels.Measured> used() {
        Map<String, MeasuredLevels.Measured> used = new HashMap<>(known());
        used.values().removeIf(measured -> !measured.used());
        return used;
    }

    private Map<String, MeasuredLevels.Measured> known() {
        return levels.of(head.modelRef(), MeasuredLevels.Known.of(LocalDate.now(clock), head.agencyId(), null))
                .getOrDefault(head.agencyId(), Map.of());
    }

    private static ReadingRow row(String indicator, Period period, String percent) {
        return row("15", indicator, period, percent);
    }

    private static ReadingRow row(String agency, String indicator, Period period, String percent) {
        return new ReadingRow(1, agency, indicator, period.toString(), percent, "100", null, null);
    }

    private static ReadingRow count(String indicator, Period period, String value) {
        return new ReadingRow(1, "15", indicator, period.toString(), null, null, value, null);
    }

    private void take(String source, ReadingRow... rows) {
        IntakeReport report = intake.take(source, ReadingIntake.Way.SHEET, List.of(rows).iterator());
        assertEquals(List.of(), report.faults());
    }
}
