package vn.thang.organisation.people.granting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.platform.Time;
import vn.thang.security.Role;
import vn.thang.security.SignIns;

/** Roles that take two: who proposes, who agrees, and who does neither. */
class RoleAgreementIT extends ContainerFixture {

    @Inject
    private RoleAgreement agreement;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private SignIns signIns;

    private String name;
    private long person;

    /** Somebody without anything to do with what is judged. */
    @BeforeEach
    void somebody() {
        caller.actAs("quantri");
        name = "vt" + Long.toString(System.nanoTime(), 36);
        person = administration.invite(new NewPerson(name, "Người thử", name + "@example.vn", "vi", "15", Role.LEADER));
    }

    @Test
    void oneProposesAndAnotherAgrees() throws Exception {
        assertFalse(grant(Role.AUDITOR, "VN"));
        assertEquals(List.of(Role.LEADER), roles());
        assertFalse(grant(Role.AUDITOR, "VN"), "it is proposed once");
        RoleProposal proposal = proposal();
        assertTrue(agreement.mine().stream().noneMatch(one -> one.id() == proposal.id()));
        caller.actAs("quantri.hai");
        assertTrue(agreement.mine().stream().anyMatch(one -> one.id() == proposal.id()));
        agreement.agree(proposal.id());
        assertEquals(List.of(Role.LEADER, Role.AUDITOR), roles());
        assertEquals(1, trail("propose-role", "quantri"));
        assertEquals(1, trail("agree-role", "quantri.hai"));
        refused("organisation.role-decided", () -> agreement.agree(proposal.id()));
    }

    @Test
    void whatJudgesTakesTwoWhereverItIs() {
        assertFalse(grant(Role.REVIEWER, "48"));
        assertFalse(grant(Role.PANELLIST, "VN"));
        assertTrue(grant(Role.AUDITOR, "48"));
        assertEquals(List.of(Role.LEADER, Role.AUDITOR), roles());
    }

    @Test
    void whoProposedDoesNotAgree() {
        grant(Role.LEADER, "VN");
        long id = proposal().id();
        refused("organisation.role-second", () -> agreement.agree(id));
    }

    @Test
    void whomItIsForDoesNotAgree() {
        role("quantri.hai", "VN", "ADMINISTRATOR");
        role(name, "VN", "ADMINISTRATOR");
        grant(Role.AUDITOR, "VN");
        long id = proposal().id();
        caller.actAs(name);
        refused("organisation.role-second", () -> agreement.agree(id));
    }

    @Test
    void whoAdministersLessThanTheNationSeesNothingOfIt() {
        grant(Role.AUDITOR, "VN");
        long id = proposal().id();
        role("canbo", "15", "ADMINISTRATOR");
        caller.actAs("canbo");
        assertTrue(agreement.mine().isEmpty());
        forbidden(agreement::list);
        forbidden(() -> agreement.agree(id));
        forbidden(() -> agreement.drop(id));
        caller.actAs("kiemtoan");
        forbidden(() -> agreement.agree(id));
    }

    @Test
    void whoAnswersMeanwhileDoesNotJudge() {
        grant(Role.REVIEWER, "VN");
        long id = proposal().id();
        role(name, "92", "OFFICER");
        caller.actAs("quantri.hai");
        refused("organisation.role-judges", () -> agreement.agree(id));
    }

    /** Whoever answers for a province has to do with what lies below it as well. */
    @Test
    void whoAnswersAboveDoesNotJudgeBelow() {
        sql("UPDATE agency SET path = CONCAT((SELECT q.path FROM (SELECT path FROM agency WHERE code = '15') q), id, '/')"
                + " WHERE code = '48'");
        role(name, "15", "OFFICER");
        refused("organisation.role-judges", () -> grant(Role.REVIEWER, "48"));
    }

    @Test
    void whoseAccountIsClosedGetsNothing() {
        grant(Role.AUDITOR, "VN");
        long id = proposal().id();
        sql("UPDATE person SET active = FALSE WHERE id = ?1", person);
        caller.actAs("quantri.hai");
        refused("organisation.role-closed", () -> agreement.agree(id));
    }

    @Test
    void whatIsDroppedIsNotGiven() {
        grant(Role.AUDITOR, "VN");
        long id = proposal().id();
        caller.actAs("quantri.hai");
        agreement.drop(id);
        assertEquals(List.of(Role.LEADER), roles());
        refused("organisation.role-decided", () -> agreement.agree(id));
    }

    @Test
    void whoIsInvitedToSuchARoleHasNoneYet() {
        String wanted = "mo" + Long.toString(System.nanoTime(), 36);
        long id = administration.invite(
                new NewPerson(wanted, "Người thử", wanted + "@example.vn", "vi", "VN", Role.LEADER));
        assertTrue(signIns.find(id).orElseThrow().grants().isEmpty());
        caller.actAs("quantri.hai");
        agreement.agree(agreement.list().stream().filter(one -> one.personId() == id).findFirst().orElseThrow().id());
        assertEquals(1, signIns.find(id).orElseThrow().grants().size());
    }

    @Test
    void aSingleAdministratorMakesTheSecondAlone() {
        sql("UPDATE person SET active = FALSE WHERE username = 'quantri.hai'");
        sql("DELETE FROM membership WHERE role = 'ADMINISTRATOR' AND agency_id = (SELECT id FROM agency WHERE code = 'VN')"
                + " AND person_id <> (SELECT id FROM person WHERE username = 'quantri')");
        assertFalse(grant(Role.LEADER, "VN"));
        assertTrue(grant(Role.ADMINISTRATOR, "VN"));
        assertFalse(grant(Role.PANELLIST, "VN"));
    }

    private boolean grant(Role role, String agency) {
        return administration.grant(person, administration.get(person).version(), role, agency,
                LocalDate.now(Time.ZONE));
    }

    private RoleProposal proposal() {
        return agreement.list().stream().filter(one -> one.personId() == person).findFirst().orElseThrow();
    }

    private List<Role> roles() {
        return signIns.find(person).orElseThrow().grants().stream().map(grant -> grant.role()).sorted().toList();
    }

    private long trail(String action, String by) {
        return number("""
                SELECT COUNT(*) FROM change_log c JOIN person p ON p.id = c.person_id
                WHERE c.action = ?1 AND c.subject_id = ?2 AND p.username = ?3""", action, person, by);
    }
}
