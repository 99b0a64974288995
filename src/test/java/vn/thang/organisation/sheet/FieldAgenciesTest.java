package vn.thang.organisation.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.BusinessException;
import vn.thang.table.FieldFile;

/** Lists of agencies as offices sent them. */
class FieldAgenciesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void daysOfExcelForMacAreThoseThatPeopleSee() {
        assertEquals(LocalDate.of(2025, 7, 1),
                AgencyFile.read(FieldFile.read("agencies-1904.xlsx")).rows().get(0).validFrom());
    }

    /** LibreOffice made numbers of the codes, and days of what looks like days. A number of four digits is no code of a commune. */
    @Test
    void aWorkbookOfLibreOfficeIsReadAndItsLostZerosAreTold() {
        AgencyFile file = AgencyFile.read(FieldFile.read("published/libreoffice-agencies.xlsx"));
        assertEquals(List.of("15 Tỉnh Lào Cai 2025-07-01"), file.rows().stream()
                .map(row -> row.code() + " " + row.name() + " " + row.validFrom()).toList());
        assertEquals(List.of("CODE zeros"),
                file.faults().stream().map(fault -> fault.column() + " " + fault.reason()).toList());
    }

    @Test
    void aWorkbookWithoutStylesIsReadAndItsBareDayIsAFaultOfItsRow() {
        AgencyFile file = AgencyFile.read(FieldFile.read("agencies-no-styles.xlsx"));
        assertEquals(List.of("VALID_FROM date"),
                file.faults().stream().map(fault -> fault.column() + " " + fault.reason()).toList());
        assertEquals(List.of("TEST01"), List.copyOf(file.codes()));
    }

    @ParameterizedTest
    @CsvSource({"agencies-strict.xlsx, table.strict", "agencies-number-comma.xlsx, table.workbook",
            "agencies-html.xls, table.disguise.web-page", "agencies-xml2003.xls, table.disguise.xml-spreadsheet"})
    void whatCannotBeReadIsToldInWords(String name, String key) {
        assertEquals(key, assertThrows(BusinessException.class, () -> AgencyFile.read(FieldFile.read(name))).key());
    }

    @Test
    void aNamedSeparatorAndATitleAboveTheHeadingAreNoHindrance() {
        for (String above : List.of("sep=;\n", "Danh mục, theo Quyết định 19, năm 2025\n",
                "\uFEFFsep=;\r\nDanh mục\r\n\r\n")) {
            byte[] content = (above + "code;parent;name;type\n15;VN;Tỉnh Lào Cai;province\n")
                    .getBytes(StandardCharsets.UTF_8);
            assertEquals(List.of("15"), AgencyFile.read(content).rows().stream().map(AgencySheetRow::code).toList(),
                    above);
        }
    }

    @Test
    void codesThatLostTheirZerosAreToldWithTheCodeMeant() {
        List<AgencySheetRow> present = List.of(row("VN", null, AgencyType.COUNTRY),
                row("01", "VN", AgencyType.PROVINCE),
                row("11", "VN", AgencyType.PROVINCE), row("03127", "11", AgencyType.COMMUNE));
        ImportPlan plan = ImportPlan.of(AgencyFile.read(FieldFile.read("agencies-lost-zeros.csv")), present, TODAY);
        assertEquals(List.of("2 CODE code-zeros 03127", "3 PARENT code-zeros 01"), faults(plan));
        assertEquals(List.of(), plan.created());
        ImportPlan other = ImportPlan.of(AgencyFile.read(("code,parent,name,type,predecessors\n"
                + "00007,01,Phường Bảy,commune,3127\n7,01,Phường Bảy,commune,\n512,01,Phường Mới,commune,\n")
                .getBytes(StandardCharsets.UTF_8)), present, TODAY);
        assertEquals(List.of("2 PREDECESSORS code-zeros 03127", "3 CODE code-zeros 00007"), faults(other));
        assertEquals(List.of("512"), other.created().stream().map(AgencySheetRow::code).toList());
    }

    /** A spreadsheet or a program that takes a code for a number writes it in more ways than without its zeros. */
    @ParameterizedTest
    @ValueSource(strings = {"3127.0", "3127.00", "3.127", "3.127E3"})
    void aCodeThatWasTakenForANumberIsToldWithTheCodeMeant(String written) {
        List<AgencySheetRow> present = List.of(row("VN", null, AgencyType.COUNTRY),
                row("11", "VN", AgencyType.PROVINCE),
                row("03127", "11", AgencyType.COMMUNE));
        ImportPlan plan = ImportPlan.of(AgencyFile.read(("code,parent,name,type\n" + written
                + ",11,Phường Điện Biên Phủ,commune\n").getBytes(StandardCharsets.UTF_8)), present, TODAY);
        assertEquals(List.of("2 CODE code-zeros 03127"), faults(plan));
        assertEquals(List.of(), plan.created());
    }

    private static List<String> faults(ImportPlan plan) {
        return plan.faults().stream()
                .map(fault -> fault.line() + " " + fault.column() + " " + fault.reason() + " " + fault.detail())
                .toList();
    }

    private static AgencySheetRow row(String code, String parent, AgencyType type) {
        return new AgencySheetRow(0, code, parent, code, null, type, null, null, new TreeSet<>());
    }
}
