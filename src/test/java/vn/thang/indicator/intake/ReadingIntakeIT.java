package vn.thang.indicator.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;
import vn.thang.table.WrittenNumber;

/** A source pushes readings of a year before those of the demonstration; everything is undone. */
class ReadingIntakeIT extends IndicatorFixture {

    private static final String SOURCE = "data-exchange";

    @Inject
    private Readings readings;

    private String token;

    @BeforeEach
    void begin() throws Exception {
        token = tokens.renew(SOURCE);
    }

    @Test
    void whatIsNewIsAcceptedAndWhatIsKnownChangesNothing() {
        IntakeReport first = push(connected("15", "2023-Q1", "3", "4"), connected("79", "2023-Q1", "9", "10"));
        assertEquals(List.of(2, 2, 0, 0, 0), counts(first));
        IntakeReport again = push(connected("15", "2023-Q1", "3", "4"), connected("79", "2023-Q1", "9.0", "10"));
        assertEquals(List.of(2, 0, 0, 2, 0), counts(again));
        assertEquals(0, new BigDecimal("75").compareTo(value("15", Instant.MAX)));
    }

    @Test
    void aLateCorrectionIsAnotherReadingAndThePastStaysAsItWasKnown() throws Exception {
        push(connected("15", "2023-Q1", "3", "4"));
        Instant then = clock.instant();
        IntakeReport corrected = push(connected("15", "2023-Q1", "2", "4"));
        assertEquals(List.of(1, 0, 1, 0, 0), counts(corrected));
        assertEquals(0, new BigDecimal("50").compareTo(value("15", clock.instant())));
        assertEquals(0, new BigDecimal("75").compareTo(value("15", then)));
        assertEquals(List.of(1, 0, 0, 1, 0), counts(push(connected("15", "2023-Q1", "3", "4"))),
                "a replay does not bring the old value back");
        assertEquals(0, new BigDecimal("50").compareTo(value("15", clock.instant())));
        assertEquals(2L,
                ((Number) entities.createNativeQuery(
                        "SELECT COUNT(*) FROM reading WHERE indicator = 'systems_connected' AND period = '2023-01-01'")
                        .getSingleResult()).longValue());
    }

    @Test
    void theSameKeyAndBodyAnswerTheFirstReport() {
        IntakeReport first = intake.push(token, key("lan-1", 1),
                List.of(connected("15", "2023-Q1", "3", "4"), connected("XX", "2023-Q1", "3", "4")).iterator());
        IntakeReport again = intake.push(token, key("lan-1", 1),
                List.of(connected("79", "2023-Q1", "3", "4")).iterator());
        assertEquals(first, again);
        assertEquals(1, again.faults().size());
    }

    @Test
    void keysAreComparedByteByByte() {
        List<String> keys = List.of("4qD329Bz36dAo1uY", "4qd329bz36dao1Uy", "Batch-A", "batch-a", "Đợt", "dot");
        for (int i = 0; i < keys.size(); i++) {
            assertEquals(1,
                    intake.push(token, key(keys.get(i), i),
                            List.of(connected("15", "2023-Q1", "3", String.valueOf(4 + i))).iterator()).taken(),
                    keys.get(i));
        }
        assertEquals((long) keys.size(),
                ((Number) entities.createNativeQuery("SELECT COUNT(DISTINCT denominator) FROM reading"
                        + " WHERE indicator = 'systems_connected' AND period = '2023-01-01'").getSingleResult())
                        .longValue());
    }

    /** A code in other capitals or with a mark is that of nobody, though no second agency may have it. */
    @Test
    void codesOfAgenciesAreComparedByteByByte() {
        IntakeReport report = push(connected("BKHCN", "2023-Q1", "3", "4"), connected("bkhcn", "2023-Q1", "3", "4"),
                connected("Bkhcn", "2023-Q1", "3", "4"), connected("BKHCŃ", "2023-Q1", "3", "4"));
        assertEquals(List.of(4, 1, 0, 0, 3), counts(report));
        assertEquals(Collections.nCopies(3, "reading.fault.agency"),
                report.faults().stream().map(ReadingFault::key).toList());
    }

    @Test
    void theSameKeyForAnotherBodyIsRefused() {
        IntakeReport first = intake.push(token, key("lan-1", 1),
                List.of(connected("15", "2023-Q1", "3", "4")).iterator());
        ReadingIntake.KeyTaken refused = assertThrows(ReadingIntake.KeyTaken.class,
                () -> intake.push(token, key("lan-1", 2), List.of(connected("79", "2023-Q1", "3", "4")).iterator()));
        assertEquals(List.of("lan-1", String.valueOf(first.batch())), List.of(refused.arguments()));
    }

    private static ReadingIntake.Key key(String name, int body) {
        return new ReadingIntake.Key(name, () -> ByteBuffer.allocate(32).putInt(body).array());
    }

    @Test
    void everyFaultIsNamedWithItsLineAndTheRestIsTaken() {
        IntakeReport report = push(connected("15", "2023-Q1", "3", "4"), connected("KHONG-CO", "2023-Q1", "3", "4"),
                connected("15", "2023-01", "3", "4"),
                connected("15", "2023-Q9", "3", "4"), connected("15", "2123-Q1", "3", "4"),
                connected("15", "2023-Q1", "5", "4"),
                connected("15", "2023-Q1", "3", "0"),
                connected("15", "2023-Q1", null, "4"), connected("15", "2023-Q1", "ba", "4"),
                connected("VN", "2023-Q1", "3", "4"),
                new ReadingRow(11, "15", "nothing", "2023-Q1", "3", "4", null, null),
                new ReadingRow(12, "15", "open_data_quality", "2023-Q1", null, null, "3", null),
                new ReadingRow(13, "15", "security_dossiers", "2023-Q1", "3", "4", null, null),
                connected("15", "2023-Q2", "3,0", "4"));
        assertEquals(List.of(14, 2, 0, 0, 12), counts(report));
        assertEquals(
                List.of("agency", "period.QUARTER", "period.QUARTER", "future", "ratio", "ratio", "parts", "number",
                        "scope", "indicator", "computed",
                        "foreign-indicator"),
                report.faults().stream().map(fault -> fault.key().substring("reading.fault.".length())).toList());
    }

    @Test
    void numbersThatCanBeReadInTwoWaysAreRefusedWithBoth() {
        IntakeReport report = push(connected("15", "2023-Q1", "1,000", "20"), connected("15", "2023-Q1", "1.000", "20"),
                connected("15", "2023-Q1", "900", "1,234"));
        assertEquals(List.of(3, 0, 0, 0, 3), counts(report));
        assertEquals(List.of("1,000", "1000", "1,0000"), report.faults().get(0).arguments());
        assertEquals(List.of("reading.fault.ambiguous"),
                report.faults().stream().map(ReadingFault::key).distinct().toList());
        IntakeReport exact = push(new ReadingRow(1, "15", "systems_connected", "2023-Q1", WrittenNumber.exact("11.0"),
                WrittenNumber.exact("1E+2"), null, null));
        assertEquals(List.of(1, 1, 0, 0, 0), counts(exact));
        assertEquals(0, new BigDecimal("11").compareTo(value("15", Instant.MAX)));
    }

    @Test
    void aTokenReachesItsOwnAgenciesOnly() {
        token = tokens.renew(SOURCE, "15");
        IntakeReport report = push(connected("15", "2023-Q1", "3", "4"), connected("79", "2023-Q1", "3", "4"));
        assertEquals(List.of(2, 1, 0, 0, 1), counts(report));
        assertEquals(new ReadingFault(1, "reading.fault.agency", List.of("79")), report.faults().get(0));
        assertEquals("organisation.unknown-agency",
                assertThrows(BusinessException.class, () -> tokens.renew(SOURCE, "KHONG-CO")).key());
        token = tokens.renew(SOURCE);
        assertEquals(List.of(2, 1, 0, 0, 1),
                counts(push(connected("15", "2023-Q2", "3", "4"), connected("79", "2023-Q2", "3", "4"))),
                "renewed, it reaches no farther");
        token = tokens.renew(SOURCE, "VN");
        assertEquals(List.of(1, 1, 0, 0, 0), counts(push(connected("79", "2023-Q2", "3", "4"))));
    }

    @Test
    void wrongAndEndedTokensAreRefused() {
        assertThrows(BusinessException.Forbidden.class, () -> intake.push("sai", null, Collections.emptyIterator()));
        assertThrows(BusinessException.Forbidden.class, () -> intake.push(null, null, Collections.emptyIterator()));
        tokens.renew(SOURCE);
        assertThrows(BusinessException.Forbidden.class, () -> intake.push(token, null, Collections.emptyIterator()));
    }

    @Test
    void tooManyRowsAreRefusedAsAWhole() {
        assertThrows(BusinessException.class,
                () -> intake.push(token, null, IntStream.rangeClosed(0, ReadingIntake.MOST_ROWS)
                        .mapToObj(i -> connected("XX", "2023-Q1", "1", "1")).iterator()));
    }

    @Test
    void onlyAdministratorsMakeTokensAndTakeInTheNameOfASource() {
        for (String person : List.of("canbo", "lanhdao.tinh", "phoihop", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> tokens.renew(SOURCE), person);
            assertThrows(BusinessException.Forbidden.class,
                    () -> intake.take(SOURCE, ReadingIntake.Way.SHEET, Collections.emptyIterator()), person);
        }
    }

    private IntakeReport push(ReadingRow... rows) {
        return intake.push(token, null, Arrays.asList(rows).iterator());
    }

    private static List<Integer> counts(IntakeReport report) {
        return List.of(report.taken(), report.accepted(), report.corrected(), report.unchanged(), report.rejected());
    }

    private BigDecimal value(String agency, Instant asOf) {
        return readings.value(agency(agency), "systems_connected", LocalDate.of(2023, 1, 1),
                asOf.equals(Instant.MAX) ? clock.instant() : asOf).orElseThrow();
    }
}
