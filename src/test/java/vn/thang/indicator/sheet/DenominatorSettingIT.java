package vn.thang.indicator.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.denominator.DenominatorFilter;
import vn.thang.indicator.denominator.DenominatorLine;
import vn.thang.indicator.denominator.DenominatorOrder;
import vn.thang.indicator.denominator.DenominatorSetting;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** Denominators of rounds of years before all others: set, frozen, held to; everything is undone. */
class DenominatorSettingIT extends IndicatorFixture {

    private static final String CONNECTED = "systems_connected";
    private static final String FIRST = "T2022";
    private static final String LATER = "T2023";

    @Inject
    private DenominatorSetting setting;

    @Inject
    private DenominatorSheet sheets;

    @BeforeEach
    void begin() throws Exception {
        round(FIRST, LocalDate.of(2022, 3, 31));
        round(LATER, LocalDate.of(2023, 4, 1));
    }

    @Test
    void whatIsFrozenHoldsForReadingsOfTheirRoundAndNoOther() {
        assertEquals(1, set(FIRST, "15", "", "40"));
        assertEquals(1, setting.freeze(FIRST, CONNECTED));
        assertEquals(1, set(LATER, "15", "", "50"));
        assertTaken(4,
                push(connected("15", "2022-Q1", "30", "40"), connected("15", "2022-Q2", "30", null),
                        connected("15", "2023-Q4", "30", "40"),
                        connected("15", "2021-Q4", "30", "39")));
        assertEquals("40", denominator("2022-04-01"));
        setting.freeze(LATER, CONNECTED);
        IntakeReport report = push(connected("15", "2023-Q1", "31", "40"), connected("15", "2023-Q2", "31", "40"),
                connected("15", "2023-Q3", "31", null), connected("15", "2022-Q1", "31", "50"),
                connected("15", "2021-Q4", "31", null));
        assertEquals(List.of(2, 3), List.of(report.accepted(), report.rejected()));
        assertEquals(List.of("frozen [40, 50]", "frozen [50, 40]", "parts [systems_connected]"),
                report.faults().stream()
                        .map(fault -> fault.key().substring("reading.fault.".length()) + " " + fault.arguments())
                        .toList());
        assertEquals("50", denominator("2023-07-01"));
        assertTrue(report.faults().get(0).text(Texts.LANGUAGES.get(0)).contains("50"));
    }

    @Test
    void whoHasNoFrozenOneBringsTheOwn() {
        set(FIRST, "15", "", "40");
        setting.freeze(FIRST, CONNECTED);
        assertTaken(1, push(new ReadingRow(1, "79", CONNECTED, "2022-Q2", "3", "4", null, null)));
    }

    @Test
    void whatIsFrozenNeverChangesAndWhoFrozeItIsKnown() {
        set(FIRST, "15", "", "40");
        setting.freeze(FIRST, CONNECTED);
        DenominatorSetting.Standing standing = standing(FIRST);
        assertEquals("Hoàng Minh Đức", standing.frozenBy());
        assertNotNull(standing.frozenAt());
        refused("reading.fault.frozen-already", () -> set(FIRST, "15", "40", "41"));
        refused("reading.fault.frozen-already", () -> setting.freeze(FIRST, CONNECTED));
        SheetReport report = sheets.check(FIRST, sheet("15;systems_connected;41\n"));
        assertEquals("reading.fault.frozen-already", report.faults().get(0).fault().key());
        assertTrue(report.changesNothing());
    }

    @Test
    void nothingIsFrozenWhereNothingIsSetAndNothingSetInAPublishedRound() {
        refused("denominator.none", () -> setting.freeze(FIRST, CONNECTED));
        entities.createNativeQuery("UPDATE assessment_round SET state = 'PUBLISHED' WHERE code = ?1")
                .setParameter(1, FIRST).executeUpdate();
        refused("denominator.published", () -> set(FIRST, "15", "", "40"));
        refused("denominator.published", () -> sheets.check(FIRST, sheet("15;systems_connected;41\n")));
    }

    @Test
    void singleEditsKeepTheirHistoryAndNoticeEachOther() {
        set(FIRST, "15", "", "40");
        assertEquals(0, set(FIRST, "15", "40", "40,0"));
        assertEquals(1, set(FIRST, "15", "40", "1 234,0"));
        refused("denominator.changed", () -> set(FIRST, "15", "40", "42"));
        for (String part : List.of("1234,5", "1235,00000049")) {
            refused("denominator.part", () -> set(FIRST, "15", "1234", part));
        }
        assertEquals(1, set(FIRST, "15", "1234", ""));
        assertEquals(0, standing(FIRST).set());
        assertEquals(3L, ((Number) entities.createNativeQuery(
                "SELECT COUNT(*) FROM denominator d JOIN assessment_round r ON r.id = d.round_id WHERE r.code = ?1")
                .setParameter(1, FIRST).getSingleResult()).longValue());
        for (String wrong : List.of("0", "-3", "ba", "0,0000001", "1234567890123")) {
            refused("denominator.refused", () -> set(FIRST, "15", "", wrong));
        }
        refused("denominator.ambiguous", () -> set(FIRST, "15", "", "1.234"));
        refused("reading.fault.scope", () -> set(FIRST, "VN", "", "5"));
        refused("reading.fault.no-ministry",
                () -> setting.set(FIRST, "papers_once_only", Map.of(), Map.of("15", "5")));
    }

    @Test
    void aSheetIsShownAndConfirmed() {
        set(FIRST, "15", "", "40");
        byte[] sheet = sheet("15;systems_connected;41\n", "79;Cán bộ được bồi dưỡng kỹ năng số;1.234,0\n",
                "XX;systems_connected;5\n", "01;papers_once_only;5\n", "04;systems_connected;0\n",
                "08;systems_connected;\n", "VN;systems_connected;5\n", "15;systems_connected;42\n",
                "01;systems_connected;2,5\n");
        SheetReport report = sheets.check(FIRST, sheet);
        assertEquals(List.of(1, 1, 1), List.of(report.added().size(), report.corrected().size(), report.blank()));
        assertEquals(
                List.of("A4 agency", "B5 no-ministry", "C6 denominator", "A8 scope", "B9 twice",
                        "C10 denominator.part"),
                report.faults().stream()
                        .map(fault -> fault.place() + " " + fault.fault().key().substring("reading.fault.".length()))
                        .toList());
        assertEquals(1, standing(FIRST).set());
        refused("reading.sheet.faults", () -> sheets.confirm(FIRST, sheet, report.fingerprint(), false));
        refused("reading.sheet.faults", () -> sheets.start(FIRST, sheet, report.fingerprint(), false));
        refused("reading.sheet.changed", () -> sheets.start(FIRST, sheet, "another", true));
        assertTrue(sheets.start(FIRST, sheet, report.fingerprint(), true) > 0);
        assertEquals(1, standing(FIRST).set(), "nothing is taken before the work runs");
        assertEquals(2, sheets.confirm(FIRST, sheet, report.fingerprint(), true));
        refused("reading.sheet.changed", () -> sheets.confirm(FIRST, sheet, report.fingerprint(), true));
        assertEquals(2, sheets.check(FIRST, sheet).unchanged());
        assertEquals("41", listed(FIRST).orElseThrow().amount().stripTrailingZeros()
                .toPlainString());
    }

    @Test
    void onlyNationalAdministratorsSetAndOnlyWhoSeesTheCountryReads() {
        set(FIRST, "15", "", "40");
        for (String person : List.of("canbo", "lanhdao.tinh", "phoihop", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            assertForbidden(() -> set(FIRST, "15", "40", "41"), person);
            assertForbidden(() -> setting.freeze(FIRST, CONNECTED), person);
            assertForbidden(() -> sheets.check(FIRST, sheet("15;systems_connected;41\n")), person);
            assertForbidden(() -> sheets.confirm(FIRST, sheet("15;systems_connected;41\n"), "", true), person);
            assertForbidden(() -> sheets.start(FIRST, sheet("15;systems_connected;41\n"), "", true), person);
            assertForbidden(() -> sheets.template(FIRST, Texts.LANGUAGES.get(0)), person);
        }
        caller.actAs("kiemtoan");
        assertEquals(1, standing(FIRST).set());
        caller.actAs("lanhdao.tinh");
        assertForbidden(() -> setting.ofRound(FIRST), "head of a province");
        assertForbidden(() -> list(null, false), "head of a province");
    }

    @Test
    void aPageCostsAFixedNumberOfStatements() {
        list(null, false);
        long one = used(() -> list("lao cai", false));
        assertEquals(one, used(() -> list(null, false)));
        assertEquals(50, list(null, false).rows().size());
        for (DenominatorOrder order : DenominatorOrder.values()) {
            for (boolean descending : new boolean[]{false, true}) {
                assertEquals(50, setting.list(FIRST, CONNECTED, new DenominatorFilter(null, false),
                        new Cut<>(order, descending, 1, Slice.SIZE)).rows().size(), order.name());
            }
        }
        long before = list(null, true).total();
        set(FIRST, "15", "", "40");
        assertEquals(before - 1, list(null, true).total(), "one has less to set");
    }

    private Slice<DenominatorLine> list(String words, boolean unset) {
        return list(FIRST, words, unset);
    }

    private Slice<DenominatorLine> list(String round, String words, boolean unset) {
        return setting.list(round, CONNECTED, new DenominatorFilter(words, unset), Cut.by(DenominatorOrder.CODE));
    }

    /** Periods of the round in which it existed are due from it. */
    @Test
    void whoClosedSinceTheRoundOpenedHasADenominator() {
        sql("UPDATE agency SET valid_to = ?1 WHERE code = '15'", LocalDate.of(2022, 7, 31));
        long all = standing(LATER).inScope();
        assertEquals(all + 1, standing(FIRST).inScope());
        assertEquals(1, set(FIRST, "15", "", "40"));
        assertTrue(listed(FIRST).isPresent());
        assertEquals(1, sheets.check(FIRST, sheet("15;systems_connected;41\n")).corrected().size());
        assertTrue(offered(FIRST).contains("15"));
        refused("reading.fault.scope", () -> set(LATER, "15", "", "40"));
        assertTrue(listed(LATER).isEmpty());
        assertEquals(List.of("reading.fault.agency"), sheets.check(LATER, sheet("15;systems_connected;41\n")).faults()
                .stream().map(fault -> fault.fault().key()).toList());
        assertFalse(offered(LATER).contains("15"));
    }

    private Optional<DenominatorLine> listed(String round) {
        return list(round, "lao cai", false).rows().stream().filter(line -> line.code().equals("15"))
                .findFirst();
    }

    private List<String> offered(String round) {
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(sheets.template(round, Texts.LANGUAGES.get(0))))) {
            return IntStream.rangeClosed(1, book.getSheetAt(0).getLastRowNum())
                    .mapToObj(row -> book.getSheetAt(0).getRow(row).getCell(0).getStringCellValue()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int set(String round, String agency, String shown, String written) {
        return setting.set(round, CONNECTED, Map.of(agency, shown), Map.of(agency, written));
    }

    private DenominatorSetting.Standing standing(String round) {
        return setting.ofRound(round).indicators().stream().filter(one -> one.indicator().equals(CONNECTED)).findFirst()
                .orElseThrow();
    }

    private IntakeReport push(ReadingRow... rows) {
        return intake.push(tokens.renew("data-exchange"), null, List.of(rows).iterator());
    }

    private static void assertTaken(int accepted, IntakeReport report) {
        assertEquals(List.of(accepted, 0), List.of(report.accepted(), report.rejected()),
                () -> report.faults().toString());
    }

    private static void assertForbidden(Executable deed, String who) {
        assertThrows(BusinessException.Forbidden.class, deed, who);
    }

    private String denominator(String period) {
        return ((BigDecimal) entities
                .createNativeQuery(
                        "SELECT denominator FROM reading WHERE indicator = ?1 AND period = ?2 ORDER BY id DESC LIMIT 1")
                .setParameter(1, CONNECTED).setParameter(2, period).getSingleResult()).stripTrailingZeros()
                .toPlainString();
    }

    private void round(String code, LocalDate opensOn) {
        entities.createNativeQuery(
                "INSERT INTO assessment_round (id, code, name, model_id, model_version, opens_on, due_on, state, version) VALUES"
                        + " (NEXT VALUE FOR assessment_round_seq, ?1, ?1, 'vn-dgm', '1.0', ?2, ?3, 'CLOSED', 0)")
                .setParameter(1, code).setParameter(2, opensOn)
                .setParameter(3, opensOn.plusMonths(3)).executeUpdate();
    }

    private static byte[] sheet(String... lines) {
        return ("Mã cơ quan;Mã chỉ tiêu;Mẫu số\n" + String.join("", lines)).getBytes(StandardCharsets.UTF_8);
    }
}
