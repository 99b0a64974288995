package vn.thang.indicator.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.intake.FaultOrder;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** Readings, looked into by whoever may. */
class ReadingLookupIT extends IndicatorFixture {

    private static final String CONNECTED = "systems_connected";
    private static final String DOSSIERS = "security_dossiers";

    @Inject
    private Catalog catalog;

    @Inject
    private ReadingLookup lookup;

    @Inject
    private IndicatorDirectory directory;

    @Test
    void correctionsStandBesideWhatHoldsAndThePastIsShownAsItWasKnown() {
        take(connected("15", "2021-Q1", "3", "4"));
        entities.createNativeQuery(
                "UPDATE reading SET arrived_at = '2021-05-01 03:00:00' WHERE indicator = ?1 AND period = '2021-01-01'")
                .setParameter(1, CONNECTED).executeUpdate();
        take(connected("15", "2021-Q1", "2", "4"));
        ReadingHistory.OfPeriod now = of(lookup.history("15", CONNECTED, null), "2021-Q1");
        assertEquals(List.of("50", "75"), List.of(value(now.holding()), value(now.corrections().get(0))));
        assertTrue(now.corrections().get(0).replaced());
        assertEquals(64, now.holding().hash().length());
        ReadingHistory then = lookup.history("15", CONNECTED, LocalDate.of(2021, 5, 1));
        assertEquals(1, then.periods().size());
        assertEquals("75", value(then.periods().get(0).holding()));
        assertFalse(then.periods().get(0).holding().replaced(), "nobody knew better then");
        assertEquals(List.of(), lookup.history("15", CONNECTED, LocalDate.of(2021, 4, 30)).periods());
    }

    @Test
    void staleIsTheNewestOfAnAgencyWhenItIsTooOld() {
        take(connected("10105", "2021-Q1", "3", "4"),
                new ReadingRow(1, "15", CONNECTED, "2021-Q2", "3", "4", null, null));
        Slice<ReadingLine> stale = lookup.list(new ReadingFilter(CONNECTED, null, null, null, null, true, false),
                Cut.by(ReadingOrder.NEWEST));
        assertTrue(stale.rows().stream().allMatch(ReadingLine::stale));
        assertTrue(stale.rows().stream().noneMatch(line -> line.agency().equals("15")), "there are newer ones for it");
        ReadingLine newest = lookup.history("15", CONNECTED, null).periods().get(0).holding();
        assertFalse(newest.stale());
        String code = (String) entities.createNativeQuery(
                "SELECT a.code FROM agency a WHERE a.type = 'province' AND a.valid_to IS NULL AND a.code <> '15' LIMIT 1")
                .getSingleResult();
        entities.createNativeQuery(
                "DELETE FROM reading WHERE indicator = ?1 AND agency_id = (SELECT id FROM agency WHERE code = ?2)")
                .setParameter(1, CONNECTED).setParameter(2, code)
                .executeUpdate();
        take(connected(code, "2021-Q1", "3", "4"), connected(code, "2021-Q2", "3", "4"));
        List<ReadingLine> found = lookup
                .list(new ReadingFilter(CONNECTED, code, null, null, null, true, false), Cut.by(ReadingOrder.NEWEST))
                .rows();
        assertEquals(List.of("2021-Q2"), found.stream().map(line -> line.period().toString()).toList());
        assertTrue(lookup.history(code, CONNECTED, null).periods().get(0).holding().stale());
        assertFalse(lookup.history(code, CONNECTED, LocalDate.now(clock)).periods().get(1).holding().stale(),
                "a newer period follows it");
    }

    @Test
    void filtersNarrowTheList() {
        take(connected("15", "2021-Q1", "3", "4"), connected("79", "2021-Q1", "3", "4"),
                connected("15", "2021-Q2", "3", "4"));
        assertEquals(2, list(CONNECTED, null, "Quý I/2021", null, null).total());
        assertEquals(1, list(CONNECTED, "lào", "2021-Q1", null, null).total());
        assertEquals(1, list(CONNECTED, "LAO CAI", "Q1/2021", "data-exchange", "SHEET").total());
        assertEquals(0, list(CONNECTED, "lao cai", "2021-Q1", "data-exchange", "DEMO").total());
        assertEquals(0, list("papers_once_only", "lao cai", "2021-Q1", null, null).total());
        assertEquals(0, list(CONNECTED, null, "hôm qua", null, null).total());
        assertEquals(0, list(CONNECTED, "100%_!", null, null, null).total());
        assertEquals(0, list(null, null, "2021-01", null, null).total(), "a month is no quarter");
        assertEquals("2021-Q2", list(CONNECTED, "15", null, null, null).rows().get(0).period().toString(),
                "what came last stands first");
    }

    @Test
    void officersSeeTheOwnAgencyAndOthersSeeTheCountry() {
        take(connected("15", "2021-Q1", "3", "4"), connected("79", "2021-Q1", "3", "4"));
        for (String person : List.of("canbo", "lanhdao.tinh")) {
            caller.actAs(person);
            assertEquals(List.of("15"),
                    list(CONNECTED, null, "2021-Q1", null, null).rows().stream().map(ReadingLine::agency).toList(),
                    person);
            assertEquals(1, of(lookup.history("15", CONNECTED, null), "2021-Q1").corrections().size() + 1);
            assertThrows(BusinessException.Forbidden.class, () -> lookup.history("79", CONNECTED, null), person);
            assertThrows(BusinessException.Forbidden.class, () -> lookup.history("VN", CONNECTED, null), person);
        }
        for (String person : List.of("thamdinh", "hoidong", "lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertEquals(2, list(CONNECTED, null, "2021-Q1", null, null).total(), person);
        }
        caller.actAs("phoihop");
        assertThrows(BusinessException.Forbidden.class, () -> list(null, null, null, null, null));
        assertThrows(BusinessException.Forbidden.class, () -> lookup.history("15", CONNECTED, null));
        assertEquals(catalog.indicators(), directory.list());
    }

    /** A reading that measures a restricted criterion says what the restricted answer says. */
    @Test
    void whatMeasuresTheRestrictedIsSeenByTheAgencyAndReviewersOnly() {
        assertEquals(Set.of(DOSSIERS, "security_inspected"), catalog.restrictedIndicators());
        take("security-register", new ReadingRow(1, "15", DOSSIERS, "2021-Q1", "3", "4", null, null),
                new ReadingRow(2, "79", DOSSIERS, "2021-Q1", "3", "4", null, null));
        for (String person : List.of("canbo", "lanhdao.tinh")) {
            caller.actAs(person);
            assertEquals(List.of("15"), agencies(DOSSIERS), person);
            assertEquals(1, lookup.history("15", DOSSIERS, null).periods().stream()
                    .filter(one -> one.holding().period().toString().equals("2021-Q1")).count());
        }
        for (String person : List.of("thamdinh", "hoidong")) {
            caller.actAs(person);
            assertEquals(List.of("15", "79"), agencies(DOSSIERS), person);
        }
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertEquals(List.of(), agencies(DOSSIERS), person);
            assertEquals(List.of(), agencies(null), person);
            assertThrows(BusinessException.Forbidden.class, () -> lookup.history("15", DOSSIERS, null), person);
        }
    }

    /** That another value is in force, or that one moved far, is told with the agency and both values. */
    @Test
    void whatABatchTellsOfRestrictedReadingsIsForThoseWhoReadThem() {
        for (String way : List.of("3", "4")) {
            take("security-register", new ReadingRow(1, "15", DOSSIERS, "2021-Q1", way, "5", null, null));
            take(connected("15", "2021-Q1", way, "5"));
        }
        long restricted = take("security-register", new ReadingRow(1, "15", DOSSIERS, "2021-Q1", "3", "5", null, null))
                .batch();
        long open = take(connected("15", "2021-Q1", "3", "5")).batch();
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertEquals(List.of(), lookup.batch(restricted).notes(), person);
            assertEquals(1, lookup.batch(open).notes().size(), person);
        }
        caller.actAs("thamdinh");
        assertEquals(1, lookup.batch(restricted).notes().size());
    }

    private List<String> agencies(String indicator) {
        return list(indicator, null, "2021-Q1", null, null).rows().stream().map(ReadingLine::agency).sorted().toList();
    }

    @Test
    void allFaultsOfABatchAreKeptAndPaged() {
        long batch = take(IntStream.rangeClosed(1, 1_230)
                .mapToObj(i -> new ReadingRow(i, "XX" + i, CONNECTED, "2021-Q1", "3", "4", null, null))
                .toArray(ReadingRow[]::new)).batch();
        Slice<ReadingFault> second = lookup.faults(batch, null, new Cut<>(FaultOrder.LINES, false, 2, Slice.SIZE));
        assertEquals(List.of(1_230L, 50, 51),
                List.of(second.total(), second.rows().size(), second.rows().get(0).line()));
        assertEquals(List.of("XX51"), second.rows().get(0).arguments());
        assertEquals(List.of(1_229), lookup.faults(batch, "xx1229", Cut.by(FaultOrder.LINE)).rows().stream()
                .map(ReadingFault::line).toList());
        for (FaultOrder order : FaultOrder.values()) {
            assertEquals(1_230, lookup.faults(batch, null, new Cut<>(order, true, 1, Slice.SIZE)).total(),
                    order.name());
        }
        List<Integer> lines = new ArrayList<>();
        lookup.eachFault(batch, fault -> lines.add(fault.line()));
        assertEquals(IntStream.rangeClosed(1, 1_230).boxed().toList(), lines);
        for (String person : List.of("canbo", "lanhdao.tinh", "phoihop")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> lookup.batch(batch), person);
            assertThrows(BusinessException.Forbidden.class, () -> lookup.faults(batch, null, Cut.by(FaultOrder.LINES)),
                    person);
            assertThrows(BusinessException.Forbidden.class, () -> lookup.eachFault(batch, fault -> {}), person);
        }
        caller.actAs("kiemtoan");
        assertEquals(1_230, lookup.batch(batch).rejected());
        assertThrows(BusinessException.NotFound.class, () -> lookup.batch(-1));
    }

    /** One whose code begins like that of another fills more than a page of the list that is searched by code. */
    @Test
    void theNewestOfAnAgencyAreFoundAmongAnyNumberOfOthersWhoseCodesBeginAlike() {
        String longer = "01900";
        anAgency(longer).named("Cục Lưu trữ").ofType("government-agency").below("VN");
        take(connected("01", "2021-Q2", "3", "4"), connected("01", "2021-Q1", "1", "4"));
        List<String> before = newest("01");
        assertTrue(before.contains(CONNECTED), before::toString);
        assertEquals(before.stream().distinct().sorted().toList(), before, "each indicator once, by its code");
        ReadingLine one = lookup.newest("01").stream().filter(line -> line.indicator().equals(CONNECTED)).findFirst()
                .orElseThrow();
        assertEquals(of(lookup.history("01", CONNECTED, null), one.period().toString()).holding().id(), one.id());
        assertFalse(one.period().toString().equals("2021-Q1"), "what came last is of an older period than the newest");
        for (int time = 0; time < 51; time++) {
            take(connected(longer, "2021-Q1", Integer.toString(time), "100"));
        }
        assertEquals(before, newest("01"));
        assertEquals(List.of(CONNECTED), newest(longer));
        assertEquals(List.of(), newest("none"));
        caller.actAs("canbo");
        assertEquals(List.of(), newest("01"), "an officer sees the own agency alone");
        caller.actAs("phoihop");
        assertThrows(BusinessException.Forbidden.class, () -> lookup.newest("15"));
    }

    private List<String> newest(String agency) {
        return lookup.newest(agency).stream().map(ReadingLine::indicator).toList();
    }

    @Test
    void pagesCostAFixedNumberOfStatements() {
        list(null, null, null, null, null);
        long one = used(() -> list(CONNECTED, "lao cai", "2026-Q1", null, null));
        assertEquals(one, used(() -> list(null, null, null, null, null)));
        assertEquals(one, used(() -> lookup.list(new ReadingFilter(null, null, null, null, "DEMO", true, false),
                Cut.by(ReadingOrder.NEWEST))));
        assertEquals(50, list(null, null, null, null, null).rows().size());
        long history = used(() -> lookup.history("15", CONNECTED, LocalDate.of(2020, 1, 1)));
        assertEquals(history, used(() -> lookup.history("15", CONNECTED, null)));
    }

    @Test
    void theListHasEveryOrderBothWaysAndPagesOfTheAskedSize() {
        ReadingFilter all = new ReadingFilter(null, "lao cai", null, null, null, false, false);
        for (ReadingOrder order : ReadingOrder.values()) {
            List<Long> up = ids(all, new Cut<>(order, false, 1, 50));
            assertEquals(up.subList(0, 25), ids(all, new Cut<>(order, false, 1, 25)), order::name);
            assertEquals(up.subList(25, 50), ids(all, new Cut<>(order, false, 2, 25)), order::name);
            assertEquals(25, ids(all, new Cut<>(order, true, 1, 25)).size(), order::name);
        }
        List<BigDecimal> values = lookup.list(all, new Cut<>(ReadingOrder.VALUE, true, 1, 100)).rows().stream()
                .map(line -> line.figure().value()).toList();
        assertEquals(values.stream().sorted(Comparator.reverseOrder()).toList(), values);
    }

    private List<Long> ids(ReadingFilter filter, Cut<ReadingOrder> cut) {
        return lookup.list(filter, cut).rows().stream().map(ReadingLine::id).toList();
    }

    private Slice<ReadingLine> list(String indicator, String words, String period, String source, String way) {
        return lookup.list(new ReadingFilter(indicator, words, period, source, way, false, false),
                Cut.by(ReadingOrder.NEWEST));
    }

    private static ReadingHistory.OfPeriod of(ReadingHistory history, String period) {
        return history.periods().stream().filter(one -> one.holding().period().toString().equals(period)).findFirst()
                .orElseThrow();
    }

    private static String value(ReadingLine line) {
        return line.figure().value().stripTrailingZeros().toPlainString();
    }

    private IntakeReport take(ReadingRow... rows) {
        return take("data-exchange", rows);
    }
}
