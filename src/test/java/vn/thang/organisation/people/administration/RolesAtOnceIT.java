package vn.thang.organisation.people.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.calendar.OwnCalendar;
import vn.thang.it.AtOnceFixture;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.granting.RoleAgreement;
import vn.thang.security.Role;

/** Two administrators at the same moment at one person, and one person twice; whom they meet is gone afterwards. */
class RolesAtOnceIT extends AtOnceFixture {

    private static final String FIRST = "quantri";
    private static final String SECOND = "quantri.hai";

    @Inject
    private RoleAgreement agreement;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private OwnCalendar calendar;

    private String name;
    private long person;
    private int version;
    private String held;

    @BeforeEach
    void somebody() throws Exception {
        name = "cl" + Long.toString(System.nanoTime(), 36);
        person = committed(() -> {
            caller.actAs(FIRST);
            return administration.invite(new NewPerson(name, "Người cùng lúc", name + "@example.vn", "vi", "15",
                    Role.LEADER));
        });
        held = "SELECT id FROM person WHERE id = " + person + " FOR UPDATE";
        see();
    }

    @AfterEach
    void remove() throws Exception {
        committed(() -> {
            sql("SET FOREIGN_KEY_CHECKS = 0");
            for (Object table : entities.createNativeQuery("SELECT c.table_name FROM information_schema.columns c"
                    + " JOIN information_schema.tables t ON t.table_schema = c.table_schema"
                    + " AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'"
                    + " WHERE c.table_schema = DATABASE() AND c.column_name = 'person_id'"
                    + " AND c.table_name NOT LIKE 'change%'").getResultList()) {
                sql("DELETE FROM " + table + " WHERE person_id = ?1", person);
            }
            sql("UPDATE person SET active = FALSE WHERE id = ?1", person);
            return sql("SET FOREIGN_KEY_CHECKS = 1");
        });
    }

    @Test
    void aRoleIsGivenOnce() throws Exception {
        assertEquals(List.of(DONE, "organisation.person-changed"),
                atOnce(held, gives(FIRST, Role.OFFICER, "15"), gives(SECOND, Role.OFFICER, "15")));
        assertEquals(1, roles(Role.OFFICER));
    }

    @Test
    void aRoleThatTakesTwoIsProposedOnceAndAgreedToOnce() throws Exception {
        assertEquals(List.of(DONE, "organisation.person-changed"),
                atOnce(held, gives(FIRST, Role.REVIEWER, "VN"), gives(SECOND, Role.REVIEWER, "VN")));
        long proposal = number("SELECT id FROM role_proposal WHERE person_id = ?1", person);
        String other = number("SELECT COUNT(*) FROM role_proposal q JOIN person p ON p.id = q.proposed_by"
                + " WHERE q.id = ?1 AND p.username = ?2", proposal, FIRST) == 1 ? SECOND : FIRST;
        Deed agrees = new Deed(other, () -> agreement.agree(proposal));
        assertEquals(List.of(DONE, "organisation.role-decided"),
                atOnce("SELECT id FROM role_proposal WHERE id = " + proposal + " FOR UPDATE", agrees, agrees));
        assertEquals(1, roles(Role.REVIEWER));
        assertEquals(0, number("SELECT COUNT(*) FROM role_proposal WHERE person_id = ?1", person));
    }

    /** Who opens the page twice makes no more than is allowed. */
    @Test
    void whoMakesTwoAtOnceMakesNoMoreThanTheMost() throws Exception {
        committed(() -> {
            caller.actAs(name);
            while (calendar.list().size() < 4) {
                calendar.make();
            }
            return null;
        });
        Deed makes = new Deed(name, calendar::make);
        assertEquals(List.of(DONE, "calendar.most"), atOnce(held, makes, makes));
        assertEquals(5, number("SELECT COUNT(*) FROM calendar_address WHERE person_id = ?1", person));
    }

    private Deed gives(String administrator, Role role, String agency) {
        return new Deed(administrator, () -> administration.grant(person, version, role, agency, null));
    }

    private void see() {
        caller.actAs(FIRST);
        version = administration.get(person).version();
    }

    private long roles(Role role) {
        return number("SELECT COUNT(*) FROM membership WHERE person_id = ?1 AND role = ?2", person, role.name());
    }
}
