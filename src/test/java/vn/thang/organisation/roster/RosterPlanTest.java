package vn.thang.organisation.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.organisation.roster.RosterPlan.PlannedPerson;
import vn.thang.platform.BusinessException;
import vn.thang.security.Role;

class RosterPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String HEADING = "Họ và tên;Thư điện tử;Mã cơ quan;Vai trò;Từ ngày;Đến ngày\n";
    private static final RosterKnown KNOWN = new RosterKnown(Map.of("VN", "/1/", "15", "/1/15/", "BTP", "/1/20/",
            "XA", "/1/15/3/"),
            Set.of("lan", "cu", "minh"),
            Map.of("cu@x.vn", List.of(somebody(7, "cu", "Nguyễn Văn Cũ", "cu@x.vn", true)), "hai@x.vn",
                    List.of(somebody(8, "a", "A", "hai@x.vn", true), somebody(9, "b", "B", "hai@x.vn", true)),
                    "dong@x.vn", List.of(somebody(10, "dong", "Đóng", "dong@x.vn", false))),
            Set.of(new RosterKnown.Held(7, "15", Role.OFFICER)), EnumSet.complementOf(EnumSet.of(Role.LEADER)), TODAY);

    private static RosterKnown.Somebody somebody(long id, String username, String name, String mail, boolean active) {
        return new RosterKnown.Somebody(id, username, name, mail, active);
    }

    private static RosterPlan plan(String rows) {
        return plan(rows, (person, agency, role, last) -> null);
    }

    private static RosterPlan plan(String rows, RosterKnown.Objection objection) {
        return RosterPlan.of(RosterFile.read((HEADING + rows).getBytes(StandardCharsets.UTF_8)), KNOWN, objection);
    }

    @Test
    void somebodyNewGetsAnAccountWithTheRolesOfAllTheirRows() {
        RosterPlan plan = plan("""
                Trần Thị Lan;Lan@x.vn;15;Cán bộ đầu mối; officer ;;
                Trần Thị Lan;lan@x.vn;BTP;Người đứng đầu cơ quan;01/04/2026;30/06/2026
                """.replace("; officer ;;", ";;"));
        assertEquals(List.of(), plan.faults());
        PlannedPerson lan = plan.people().get(0);
        assertEquals(1, plan.people().size());
        assertEquals("lan2", lan.username(), "the name before the sign, with a number where somebody has it");
        assertEquals(List.of("15 OFFICER 2026-03-02 null", "BTP HEAD 2026-04-01 2026-06-30"), lan.roles().stream()
                .map(role -> role.agency() + " " + role.role() + " " + role.from() + " " + role.to()).toList());
    }

    @Test
    void severalRolesStandInOneCell() {
        PlannedPerson one = plan("An;an.nguyen@x.vn;15;OFFICER; HEAD;\n".replace("OFFICER; HEAD", "\"OFFICER; HEAD\""))
                .people().get(0);
        assertEquals("an.nguyen", one.username());
        assertEquals(List.of(Role.OFFICER, Role.HEAD), one.roles().stream().map(RosterPlan.PlannedRole::role).toList());
    }

    /** The same file a second time changes nothing. */
    @Test
    void whatIsHeldAlreadyIsNotGivenAgain() {
        RosterPlan plan = plan("nguyễn văn cũ;CU@x.vn;15;OFFICER;;\nNguyễn Văn Cũ;cu@x.vn;15;HEAD;;\n");
        assertEquals(List.of(), plan.faults());
        assertEquals(1, plan.unchanged());
        PlannedPerson old = plan.people().get(0);
        assertEquals(7L, old.id());
        assertEquals(List.of(Role.HEAD), old.roles().stream().map(RosterPlan.PlannedRole::role).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"An;an@x.vn;99;OFFICER;;|agency",
            "An;hai@x.vn;15;OFFICER;;|mail-several",
            "Khác;cu@x.vn;15;HEAD;;|name-other", "Đóng;dong@x.vn;15;HEAD;;|closed",
            "An;an@x.vn;15;LEADER;;|role-ministry",
            "An;an@x.vn;15;OFFICER;;01/03/2026|over", "An;an@x.vn;15;OFFICER;05/06/2026;04/06/2026|dates",
            "An;an@x.vn;15;trưởng phòng;;|role", "An;không phải;15;OFFICER;;|mail", ";an@x.vn;15;OFFICER;;|missing",
            "An;;15;OFFICER;;|missing", "An;an@x.vn;15;;;|missing", "An;an@x.vn;15;OFFICER;31/02/2026;|date",
            "An;an@x.vn;15;OFFICER;;;x|cells"})
    void whatIsWrongIsSaidAndNotTaken(String row, String reason) {
        RosterPlan plan = plan(row + "\n");
        assertEquals(List.of(reason), plan.faults().stream().map(RosterFault::reason).toList());
        assertEquals(2, plan.faults().get(0).line());
        assertEquals(List.of(), plan.people());
    }

    @Test
    void rowsOfOneFileAreComparedWithEachOther() {
        assertEquals("name-other", plan("An;an@x.vn;15;OFFICER;;\nBình;an@x.vn;15;HEAD;;\n").faults().get(0).reason());
        assertEquals("twice", plan("An;an@x.vn;15;OFFICER;;\nAn;an@x.vn;15;OFFICER;;\n").faults().get(0).reason());
        assertEquals("role-judges",
                plan("An;an@x.vn;15;OFFICER;;\nAn;an@x.vn;VN;REVIEWER;;\n").faults().get(0).reason());
        assertEquals("role-judges",
                plan("An;an@x.vn;VN;REVIEWER;;\nAn;an@x.vn;15;OFFICER;;\n").faults().get(0).reason());
        assertEquals("role-judges",
                plan("An;an@x.vn;15;OFFICER;;\nAn;an@x.vn;XA;REVIEWER;;\n").faults().get(0).reason());
        assertEquals(List.of(), plan("An;an@x.vn;BTP;REVIEWER;;\nAn;an@x.vn;15;OFFICER;;\n").faults());
    }

    @Test
    void whatTheAdministratorMayNotGiveIsAFault() {
        RosterPlan plan = plan("An;an@x.vn;15;OFFICER;;\nBình;binh@x.vn;BTP;OFFICER;;\n",
                (person, agency, role, last) -> agency.equals("BTP") ? "agency-foreign" : null);
        assertEquals(List.of("agency-foreign"), plan.faults().stream().map(RosterFault::reason).toList());
        assertEquals(List.of("an@x.vn"), plan.people().stream().map(PlannedPerson::mail).toList());
    }

    /** It would be refused when the file is taken, long after it was called right. */
    @Test
    void aLastDayOfARoleThatTakesTwoIsAFaultOfItsCell() {
        RosterPlan plan = plan("An;an@x.vn;VN;REVIEWER;;30/06/2026\nBình;binh@x.vn;VN;REVIEWER;;\n",
                (person, agency, role, last) -> last != null && role.judges() ? "last-day" : null);
        RosterFault fault = plan.faults().get(0);
        assertEquals(List.of("2 TO 2026-06-30 last-day"), List.of(fault.line() + " " + fault.column() + " "
                + fault.value() + " " + fault.reason()));
        assertTrue(fault.text(Locale.ENGLISH).contains("2026-06-30"), fault.text(Locale.ENGLISH));
        assertEquals(List.of("binh@x.vn"), plan.people().stream().map(PlannedPerson::mail).toList());
    }

    @Test
    void aFileWithoutTheColumnsIsNoListOfPeople() {
        assertEquals("roster.heading", assertThrows(BusinessException.class,
                () -> RosterFile.read("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8))).key());
        assertTrue(RosterFile.read("mail;agency;name;role;màu\na@x.vn;15;An;head;đỏ\n".getBytes(StandardCharsets.UTF_8))
                .ignored().contains("màu"));
    }
}
