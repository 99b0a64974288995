package vn.thang.organisation.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.organisation.agency.AgencyType;

class ImportPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final String HEADING = "code,parent,name,type,valid_from,valid_to,predecessors\n";
    private static final List<AgencySheetRow> PRESENT = List.of(
            row("VN", null, "Toàn quốc", AgencyType.COUNTRY, null, null),
            row("10", "VN", "Tỉnh Lào Cai", AgencyType.PROVINCE, null, LocalDate.of(2025, 6, 30)),
            row("15", "VN", "Tỉnh Yên Bái", AgencyType.PROVINCE, null, null),
            row("00004", "15", "Xã Một", AgencyType.COMMUNE, null, null));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "20,99,Tỉnh Hai Mươi,province,,, | PARENT | parent-unknown",
            "20,,Tỉnh Hai Mươi,province,,, | PARENT | parent-missing",
            "XX,,Nước khác,country,,, | PARENT | root-second",
            "VN,15,Toàn quốc,country,,, | PARENT | root-parent",
            "20,VN,Tỉnh Hai Mươi,province,,,98 | PREDECESSORS | predecessor-unknown",
            "20,VN,Tỉnh Hai Mươi,province,,,20 | PREDECESSORS | own-predecessor",
            "20,VN,Tỉnh Hai Mươi,province,2025-07-01,2025-06-30, | VALID_TO | dates",
            "10,VN,Tỉnh Mới,province,,, | CODE | code-closed",
            "10,VN,Tỉnh Lào Cai,commune,,, | CODE | code-closed",
            "10,VN,Tỉnh Lào Cai,province,2026-01-01,, | CODE | code-closed",
            "vn,,Toàn quốc,country,,, | CODE | code-case",
            "15,00004,Tỉnh Yên Bái,province,,, | PARENT | parent-cycle",
            "15,15,Tỉnh Yên Bái,province,,, | PARENT | parent-cycle",
    })
    void refusesARowThatDoesNotFit(String row, AgencyColumn column, String reason) {
        ImportPlan plan = plan(HEADING + row + "\n");
        assertEquals(1, plan.faults().size(), plan.faults()::toString);
        RowFault fault = plan.faults().get(0);
        assertEquals(column + " " + reason, fault.column() + " " + fault.reason());
        assertEquals(2, fault.line());
        assertEquals(0, plan.created().size() + plan.changed().size() + plan.unchanged());
    }

    @Test
    void createsParentsBeforeChildrenWhateverTheOrder() {
        ImportPlan plan = plan(HEADING + "c,b,C,commune,,,\nb,a,B,province,,,c\na,VN,A,ministry,,,\n");
        assertEquals(List.of(), plan.faults());
        assertEquals(List.of("a", "b", "c"), plan.created().stream().map(AgencySheetRow::code).toList());
    }

    @Test
    void aFaultyRowTakesThoseThatNeedItWithIt() {
        ImportPlan plan = plan(HEADING
                + "c,b,C,commune,,,\nb,a,B,province,,,\na,VN,A,?,,,\nd,VN,D,ministry,,,c\ne,VN,E,ministry,,,\n");
        assertEquals("2 parent-faulty, 3 parent-faulty, 4 type, 5 predecessor-faulty", reasons(plan));
        assertEquals(List.of("e"), plan.created().stream().map(AgencySheetRow::code).toList());
    }

    @Test
    void allRowsOfACircleAndAllRowsOfTheSameCodeAreFaulty() {
        assertEquals("2 parent-cycle, 3 parent-cycle, 4 parent-cycle",
                reasons(plan(HEADING + "a,c,A,ministry,,,\nb,a,B,ministry,,,\nc,b,C,ministry,,,\n")));
        assertEquals("2 code-twice, 3 code-twice, 4 parent-faulty",
                reasons(plan(HEADING + "aa,VN,A,ministry,,,\nAA,VN,B,ministry,,,\nd,aa,D,province,,,\n")));
    }

    @Test
    void showsOldAndNewValuesAndLeavesOutWhatIsTheSame() {
        ImportPlan plan = plan(HEADING + "15,VN,Tỉnh Lào Cai,province,2025-07-01,,10\n00004,15,Xã Một,commune,,,\n");
        assertEquals(1, plan.unchanged());
        AgencySheetRow row = plan.changed().get(0);
        assertEquals("[Difference[column=NAME, before=Tỉnh Yên Bái, after=Tỉnh Lào Cai], "
                + "Difference[column=VALID_FROM, before=, after=2025-07-01], "
                + "Difference[column=PREDECESSORS, before=, after=10]]", plan.differences(row).toString());
    }

    @Test
    void aMissingColumnLeavesItsValuesAndAClosedAgencyMayBeCorrected() {
        assertEquals(1, plan("code,parent,name,type\n10,VN,Tỉnh Lào Cai,province\n").unchanged());
        ImportPlan reopened = plan(HEADING + "10,VN,Tỉnh Lào Cai,province,,,\n");
        assertEquals("", reasons(reopened));
        assertEquals(1, reopened.changed().size());
    }

    @Test
    void theAgenciesOfTheFirstLevelFitAnEmptyDatabase() throws Exception {
        AgencyFile file = AgencyFile.read(Files.readAllBytes(Path.of("maturity-model/programme/agencies.csv")));
        ImportPlan plan = ImportPlan.of(file, List.of(), TODAY);
        assertEquals("", reasons(plan));
        assertEquals("VN", plan.created().get(0).code());
        assertTrue(plan.created().size() > 56);
        ImportPlan again = ImportPlan.of(file, plan.created(), TODAY);
        assertEquals(0, again.created().size() + again.changed().size());
        assertEquals(plan.created().size(), again.unchanged());
    }

    /** The list of the statistics office, where it lies beside the project. */
    @Test
    void theCommunesOfTheCountryFitBelowItsProvinces() throws Exception {
        Path list = Path.of(System.getProperty("communes", "../shared/data/communes.csv"));
        assumeTrue(Files.exists(list), "the list of communes is not there");
        String communes = Files.readAllLines(list).stream().skip(1).map(line -> line.split(","))
                .map(cell -> "%s,%s,%s,%s,commune%n".formatted(cell[0], cell[1], cell[2], cell[3]))
                .collect(Collectors.joining("", "code,parent,name,name_en,type\n", ""));
        List<AgencySheetRow> first = ImportPlan.of(AgencyFile.read(
                Files.readAllBytes(Path.of("maturity-model/programme/agencies.csv"))), List.of(), TODAY).created();
        ImportPlan plan = ImportPlan.of(AgencyFileTest.read(communes), first, TODAY);
        assertEquals("", reasons(plan));
        assertEquals(3_321, plan.created().size());
    }

    private static ImportPlan plan(String text) {
        return ImportPlan.of(AgencyFileTest.read(text), PRESENT, TODAY);
    }

    private static String reasons(ImportPlan plan) {
        return plan.faults().stream().map(fault -> fault.line() + " " + fault.reason())
                .collect(Collectors.joining(", "));
    }

    private static AgencySheetRow row(String code, String parent, String name, AgencyType type, LocalDate from,
            LocalDate to) {
        return new AgencySheetRow(0, code, parent, name, null, type, from, to, new TreeSet<>());
    }
}
