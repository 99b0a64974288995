package vn.thang.indicator.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.intake.FaultOrder;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.lookup.ReadingLookup;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;

/** Sheets of readings of a year before those of the demonstration: shown, confirmed, refused; everything is undone. */
class SheetIntakeIT extends IndicatorFixture {

    private static final String SOURCE = "data-exchange";
    private static final String HEADING = "Mã cơ quan;Mã chỉ tiêu;Kỳ số liệu;Tử số;Mẫu số\n";

    @Inject
    private SheetIntake sheets;

    @Inject
    private ReadingLookup lookup;

    @Test
    void theDryRunSaysWhatWouldBecomeOfEveryLineAndWritesNothing() {
        take(SOURCE, connected("15", "2023-Q1", "3", "4"), connected("79", "2023-Q1", "5", "10"));
        long before = readings();
        SheetReport report = check("15;systems_connected;Q1/2023;3,0;4\n", "79;systems_connected;quý I/2023;6;10\n",
                "01;systems_connected;2023-Q1;7;8\n",
                "XX;systems_connected;2023-Q1;7;8\n", "04;systems_connected;2023-01;7;8\n",
                "08;systems_connected;2023-Q1;1.234;2.000\n", "01;systems_connected;Q1-2023;9;9\n",
                "11;security_dossiers;2023-Q1;1;2\n", "12;systems_connected;2023-Q1;;5\n",
                "14;systems_connected;2023-Q1;9;8\n");
        assertEquals(before, readings());
        assertEquals(List.of(0, 1, 1, 1),
                List.of(report.added().size(), report.corrected().size(), report.unchanged(), report.blank()));
        SheetReport.Line corrected = report.corrected().get(0);
        assertEquals(List.of(3, "79", "2023-Q1"), List.of(corrected.number(), corrected.agency(), corrected.period()));
        assertEquals(0, new BigDecimal(50).compareTo(corrected.before().value()));
        assertEquals(0, new BigDecimal(60).compareTo(corrected.after().value()));
        assertEquals(
                List.of("B4 twice", "A5 agency", "C6 period.QUARTER", "D7 ambiguous", "E7 ambiguous", "B8 twice",
                        "B9 foreign-indicator", "D11 ratio"),
                report.faults().stream()
                        .map(fault -> fault.place() + " " + fault.fault().key().substring("reading.fault.".length()))
                        .toList());
        report.faults()
                .forEach(fault -> Texts.LANGUAGES.forEach(locale -> assertTrue(fault.text(locale).length() > 10)));
        assertEquals("4", report.faults().get(5).fault().arguments().get(3), "the line that it repeats");
        assertEquals("8", report.faults().get(0).fault().arguments().get(3), "which is not taken either");
    }

    @Test
    void whatWasShownIsWrittenWithItsFaultsAndASecondTimeNothing() {
        byte[] sheet = sheet("15;systems_connected;2023-Q1;3;4\n", "79;systems_connected;2023-Q1;ba;10\n",
                "XX;systems_connected;2023-Q1;1;2\n");
        SheetReport shown = sheets.check(SOURCE, sheet);
        assertEquals("reading.sheet.faults",
                assertThrows(BusinessException.class, () -> sheets.confirm(SOURCE, sheet, shown.fingerprint(), false))
                        .key());
        IntakeReport taken = sheets.confirm(SOURCE, sheet, shown.fingerprint(), true);
        assertEquals(List.of(3, 1, 0, 0, 2),
                List.of(taken.taken(), taken.accepted(), taken.corrected(), taken.unchanged(), taken.rejected()));
        assertEquals("SHEET", lookup.batch(taken.batch()).way());
        assertEquals(List.of(3, 4), lookup.faults(taken.batch(), null, Cut.by(FaultOrder.LINES)).rows().stream()
                .map(ReadingFault::line).toList());
        SheetReport again = sheets.check(SOURCE, sheet);
        assertTrue(again.changesNothing());
        assertEquals(1, again.unchanged());
        assertEquals(1, sheets.confirm(SOURCE, sheet, again.fingerprint(), true).unchanged());
    }

    @Test
    void whatChangedSinceIsShownAgainAndNothingIsWritten() {
        byte[] sheet = sheet("15;systems_connected;2023-Q1;3;4\n", "79;systems_connected;2023-Q1;9;10\n");
        SheetReport shown = sheets.check(SOURCE, sheet);
        intake.take(SOURCE, ReadingIntake.Way.PUSH, List.of(connected("15", "2023-Q1", "2", "4")).iterator());
        long before = readings();
        assertEquals("reading.sheet.changed", assertThrows(BusinessException.Conflict.class,
                () -> sheets.confirm(SOURCE, sheet, shown.fingerprint(), true)).key());
        assertEquals(before, readings());
        SheetReport now = sheets.check(SOURCE, sheet);
        assertEquals(List.of(1, 1), List.of(now.added().size(), now.corrected().size()));
        assertEquals(1, sheets.confirm(SOURCE, sheet, now.fingerprint(), false).corrected());
    }

    @Test
    void anEarlierValueDoesNotComeBackAndThatIsSaid() {
        intake.take(SOURCE, ReadingIntake.Way.PUSH, List.of(connected("15", "2023-Q1", "3", "4")).iterator());
        intake.take(SOURCE, ReadingIntake.Way.PUSH, List.of(connected("15", "2023-Q1", "2", "4")).iterator());
        SheetReport report = check("15;systems_connected;2023-Q1;3;4\n");
        assertEquals(List.of(1, 1), List.of(report.unchanged(), report.earlier()));
        assertTrue(report.changesNothing());
    }

    @Test
    void whoAnswersForAnIndicatorMaySendItsReadingsAndNoOthers() {
        entities.createNativeQuery(
                "INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXT VALUE FOR membership_seq, p.id, a.id, 'ADMINISTRATOR',"
                        + " '2020-01-01' FROM person p, agency a WHERE p.username = 'canbo.bo' AND a.code = 'BKHCN'")
                .executeUpdate();
        caller.actAs("canbo.bo");
        assertTrue(sheets.sources().containsAll(List.of(SOURCE, "platform-register")));
        assertTrue(sheets.sources().stream().noneMatch(source -> source.equals("public-service-portal")));
        byte[] sheet = sheet("15;systems_connected;2023-Q1;3;4\n");
        assertEquals(1, sheets.confirm(SOURCE, sheet, sheets.check(SOURCE, sheet).fingerprint(), false).accepted());
        assertThrows(BusinessException.Forbidden.class, () -> sheets.check("public-service-portal", sheet));
        assertThrows(BusinessException.Forbidden.class, () -> sheets.confirm("security-register", sheet, "", true));
        assertThrows(BusinessException.Forbidden.class,
                () -> sheets.template("training-register", Texts.LANGUAGES.get(0)));
    }

    /** What an agency answered for that is no more, whatever came of it answers for; and nothing while it is there. */
    @Test
    void theSuccessorSendsTheSheetsOfAnAgencyThatIsNoMore() {
        role("canbo.bo", "BTP", "ADMINISTRATOR");
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT s.id, p.id FROM agency s, agency p"
                + " WHERE s.code = 'BTP' AND p.code = 'BKHCN'");
        byte[] sheet = sheet("BKHCN;systems_connected;2023-Q1;3;4\n", "15;systems_connected;2023-Q1;3;4\n");
        caller.actAs("canbo.bo");
        assertThrows(BusinessException.Forbidden.class, () -> sheets.check(SOURCE, sheet));
        sql("UPDATE agency SET valid_to = DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR) - INTERVAL 2 DAY WHERE code = 'BKHCN'");
        assertTrue(sheets.sources().contains(SOURCE));
        assertEquals(2, sheets.confirm(SOURCE, sheet, sheets.check(SOURCE, sheet).fingerprint(), false).accepted());
        assertThrows(BusinessException.Forbidden.class, () -> sheets.check("public-service-portal", sheet));
    }

    @Test
    void nobodyElseSendsSheets() {
        byte[] sheet = sheet("15;systems_connected;2023-Q1;3;4\n");
        for (String person : List.of("canbo", "lanhdao.tinh", "phoihop", "canbo.bo", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, sheets::sources, person);
            assertThrows(BusinessException.Forbidden.class, () -> sheets.check(SOURCE, sheet), person);
            assertThrows(BusinessException.Forbidden.class, () -> sheets.confirm(SOURCE, sheet, "", true), person);
            assertThrows(BusinessException.Forbidden.class, () -> sheets.template(SOURCE, Texts.LANGUAGES.get(0)),
                    person);
        }
    }

    @Test
    void anUnknownSourceIsNotFound() {
        assertThrows(BusinessException.NotFound.class,
                () -> sheets.check("nguon-la", sheet("15;systems_connected;2023-Q1;3;4\n")));
    }

    /** Every line is about another quarter, so that the sheet is long. */
    @Test
    void aLongSheetCostsNoStatementMore() {
        List<String> codes = List.of("01", "04", "08", "11", "12", "14", "15", "19");
        String few = lines(codes.subList(0, 1), 1);
        String many = lines(codes, 12);
        sheets.check(SOURCE, sheet(few));
        assertEquals(used(() -> sheets.check(SOURCE, sheet(few))), used(() -> sheets.check(SOURCE, sheet(many))));
        assertEquals(96, sheets.check(SOURCE, sheet(many)).added().size());
    }

    private static String lines(List<String> codes, int quarters) {
        return codes.stream()
                .flatMap(code -> IntStream.range(0, quarters)
                        .mapToObj(i -> code + ";systems_connected;" + (2020 + i / 4) + "-Q" + (i % 4 + 1) + ";3;4\n"))
                .collect(Collectors.joining());
    }

    private SheetReport check(String... lines) {
        return sheets.check(SOURCE, sheet(lines));
    }

    private static byte[] sheet(String... lines) {
        return (HEADING + String.join("", lines)).getBytes(StandardCharsets.UTF_8);
    }

    private long readings() {
        return number("SELECT COUNT(*) FROM reading");
    }
}
