package vn.thang.organisation.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.Progress;
import vn.thang.security.Caller;
import vn.thang.security.Role;

@ExtendWith(ArquillianExtension.class)
class RosterImportIT {

    private static final String HEADING = "name;mail;agency;roles;from;to\n";

    @Inject
    private RosterImport rosterImport;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private Caller caller;

    @Inject
    private Jdbi jdbi;

    private String mark;
    private String local;

    /** An administrator of Lào Cai. */
    @BeforeEach
    void administrator() {
        mark = "rs" + Long.toString(System.nanoTime(), 36);
        local = "qt" + mark;
        caller.actAs("quantri");
        administration.invite(new NewPerson(local, "Quản trị " + mark, local + "@example.vn", "vi", "15",
                Role.ADMINISTRATOR));
    }

    /** Others count agencies without people. */
    @AfterEach
    void nobodyStays() {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE person SET active = FALSE WHERE email LIKE CONCAT('%', :mark, '@example.vn')""")
                .bind("mark", mark).execute());
        jdbi.useHandle(sql -> sql.createUpdate("""
                DELETE m FROM membership m JOIN person p ON p.id = m.person_id
                WHERE p.email LIKE CONCAT('%', :mark, '@example.vn')""").bind("mark", mark).execute());
    }

    private byte[] file(String... rows) {
        return (HEADING + String.join("\n", rows).replace("$", mark + "@example.vn") + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void peopleAreMadeInBatchesInvitedAndTakenOnce() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add("Người " + i + ";n" + i + "$;15;OFFICER;;");
        }
        rows.add("Người 0;n0$;15;HEAD;2026-01-01;2030-12-31");
        byte[] content = file(rows.toArray(String[]::new));
        RosterReport report = rosterImport.check(content);
        assertEquals(List.of(), report.faults());
        assertEquals(120, report.accounts());
        assertEquals(0, count("SELECT COUNT(*) FROM person WHERE email LIKE CONCAT('n%', :mark, '@example.vn')"),
                "a check changes nothing");
        List<Long> seen = new ArrayList<>();
        Progress progress = (done, total, doing) -> {
            assertEquals(120, total);
            seen.add(done);
        };
        rosterImport.apply(content, false, progress);
        assertEquals(List.of(0L, 50L, 100L), seen);
        assertEquals(120, count("SELECT COUNT(*) FROM person WHERE email LIKE CONCAT('n%', :mark, '@example.vn')"));
        assertEquals(121, count("""
                SELECT COUNT(*) FROM membership m JOIN person p ON p.id = m.person_id
                WHERE p.email LIKE CONCAT('n%', :mark, '@example.vn')"""));
        assertEquals(120, count("""
                SELECT COUNT(*) FROM mail l JOIN person p ON p.id = l.person_id
                WHERE l.password_link = TRUE AND p.email LIKE CONCAT('n%', :mark, '@example.vn')"""));
        assertEquals(0, count("""
                SELECT COUNT(*) FROM person WHERE password_hash IS NOT NULL
                AND email LIKE CONCAT('n%', :mark, '@example.vn')"""));
        RosterReport again = rosterImport.check(content);
        assertTrue(again.changesNothing());
        assertEquals(121, again.unchanged());
        assertEquals(1,
                count("""
                SELECT COUNT(*) FROM membership m JOIN person p ON p.id = m.person_id
                WHERE p.email = CONCAT('n0', :mark, '@example.vn') AND m.role = 'HEAD' AND m.valid_to = '2030-12-31'"""));
    }

    @Test
    void oneFaultRefusesTheFileUnlessOnlyRightRowsAreWanted() {
        byte[] content = file("An;an$;15;OFFICER;;", "Bình;binh$;không có;OFFICER;;");
        assertEquals("organisation.import.faults", assertThrows(BusinessException.class,
                () -> rosterImport.apply(content, false, Progress.UNSEEN)).key());
        assertEquals("organisation.import.faults",
                assertThrows(BusinessException.class, () -> rosterImport.start("x.csv", content, false)).key());
        assertEquals(0, count("SELECT COUNT(*) FROM person WHERE email = CONCAT('an', :mark, '@example.vn')"));
        rosterImport.apply(content, true, Progress.UNSEEN);
        assertEquals(1, count("SELECT COUNT(*) FROM person WHERE email = CONCAT('an', :mark, '@example.vn')"));
        assertEquals(0, count("SELECT COUNT(*) FROM person WHERE email = CONCAT('binh', :mark, '@example.vn')"));
    }

    /** What an administrator may not give by hand, they give by no file either. */
    @Test
    void aFileGivesNothingThatTheAdministratorMayNotGive() {
        rosterImport.apply(file("Cũ;cu$;BTP;OFFICER;;", "Trả lời;tl$;15;OFFICER;;"), false, Progress.UNSEEN);
        reasons(List.of("role-judges"), "Trả lời;tl$;VN;REVIEWER;;");
        reasons(List.of("role-own"), "Hoàng Minh Đức;quantri" + mark + "@example.vn;VN;REVIEWER;;");
        caller.actAs(local);
        reasons(List.of("agency-foreign"), "Mới;moi$;BTP;OFFICER;;");
        reasons(List.of("role-ministry"), "Mới;moi$;15;REVIEWER;;");
        reasons(List.of("person-foreign"), "Cũ;cu$;15;OFFICER;;");
        reasons(List.of("role-own"), "Quản trị " + mark + ";" + local + "@example.vn;15;HEAD;;");
        reasons(List.of(), "Mới;moi$;15;OFFICER;;");
    }

    private void reasons(List<String> wanted, String row) {
        if (row.contains("quantri" + mark)) {
            jdbi.useHandle(sql -> sql.createUpdate("UPDATE person SET email = :mail WHERE username = 'quantri'")
                    .bind("mail", "quantri" + mark + "@example.vn").execute());
        }
        try {
            assertEquals(wanted, rosterImport.check(file(row)).faults().stream().map(RosterFault::reason).toList());
        } finally {
            jdbi.useHandle(
                    sql -> sql.createUpdate("UPDATE person SET email = NULL WHERE username = 'quantri'").execute());
        }
    }

    @Test
    void nobodyElseTakesPeopleFromAFile() {
        byte[] content = file("An;an$;15;OFFICER;;");
        for (String person : List.of("canbo", "lanhdao.tinh", "phoihop", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, rosterImport::open, person);
            assertThrows(BusinessException.Forbidden.class, () -> rosterImport.check(content), person);
            assertThrows(BusinessException.Forbidden.class, () -> rosterImport.start("x", content, true), person);
            assertThrows(BusinessException.Forbidden.class, () -> rosterImport.apply(content, true, Progress.UNSEEN),
                    person);
            assertThrows(BusinessException.Forbidden.class, () -> rosterImport.take(List.of()), person);
        }
    }

    private long count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("mark", mark).mapTo(Long.class).one());
    }
}
