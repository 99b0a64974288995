package vn.thang.organisation.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.organisation.people.administration.PersonDetail;
import vn.thang.organisation.people.granting.RoleAgreement;
import vn.thang.platform.BusinessException;
import vn.thang.security.Role;
import vn.thang.security.SignedIn;

/** Whose account at a provider it is, what follows from its groups, and who is refused. */
class OpenIdIT extends ContainerFixture {

    private static final String ISSUER = "https://dinh-danh.example.vn";

    @Inject
    private OpenIdSignIn signIn;

    @Inject
    private OwnIdentities own;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private PasswordLinks links;

    @Inject
    private RoleAgreement agreement;

    @Inject
    private ProviderLogout logout;

    @Inject
    private Clock clock;

    private String name;
    private long person;

    @BeforeEach
    void invited() {
        caller.actAs("quantri");
        name = "oi" + Long.toString(System.nanoTime(), 36);
        person = administration.invite(new NewPerson(name, "Người thử", name + "@example.vn", "vi", "15", Role.HEAD));
    }

    @Test
    void theInvitationConnectsOnce() {
        String secret = secret();
        assertEquals(name, signIn.invited(secret).orElseThrow());
        assertEquals(person, signIn.accept(secret, proven("Ma-1")).personId());
        assertEquals(person, signIn.signIn(proven("Ma-1")).personId());
        refused("password.over", () -> signIn.accept(secret, proven("Ma-2")));
    }

    @Test
    void nothingButIssuerAndSubjectSaysWhoItIs() throws Exception {
        signIn.accept(secret(), proven("Ma-1"));
        refused("openid.unknown", () -> signIn.signIn(proven("ma-1")));
        again();
        invited();
        signIn.accept(secret(), proven("Ma-1"));
        refused("openid.unknown",
                () -> signIn.signIn(new Proven("thu", "https://khac.example.vn", "Ma-1", name, List.of(), null)));
        again();
        invited();
        refused("openid.unknown",
                () -> signIn.signIn(new Proven("thu", ISSUER, "x", name + "@example.vn", List.of(), null)));
    }

    @Test
    void whoseAccountIsClosedStaysOutside() {
        signIn.accept(secret(), proven("Ma-1"));
        sql("UPDATE person SET active = FALSE WHERE id = ?1", person);
        refused("openid.closed", () -> signIn.signIn(proven("Ma-1")));
    }

    @Test
    void anAccountIsOnePersons() {
        signIn.accept(secret(), proven("Ma-1"));
        invited();
        String second = secret();
        refused("openid.taken", () -> signIn.accept(second, proven("Ma-1")));
    }

    @Test
    void rolesFollowGroupsAndThoseGivenHereStay() {
        signIn.accept(secret(), proven("Ma-1"));
        assertEquals(List.of(Role.HEAD), roles(signIn.signIn(proven("Ma-1", "nhom-la"))));
        assertEquals(List.of(Role.HEAD, Role.LEADER), roles(signIn.signIn(proven("Ma-1", "nhom-lanh-dao"))));
        assertEquals(List.of(Role.HEAD, Role.LEADER), roles(signIn.signIn(proven("Ma-1", "nhom-lanh-dao"))));
        assertEquals(List.of(Role.HEAD), roles(signIn.signIn(proven("Ma-1"))));
        assertEquals(0,
                number("SELECT COUNT(*) FROM membership WHERE person_id = ?1 AND role = 'LEADER' AND valid_to IS NULL",
                        person));
    }

    @Test
    void whatTakesTwoIsProposedByAGroupAndNotGiven() {
        caller.actAs("quantri");
        sql("UPDATE membership SET role = 'LEADER' WHERE person_id = ?1", person);
        signIn.accept(secret(), proven("Ma-1"));
        assertEquals(List.of(Role.LEADER), roles(signIn.signIn(proven("Ma-1", "nhom-tham-dinh"))));
        assertEquals(1, proposals());
        signIn.signIn(proven("Ma-1", "nhom-tham-dinh"));
        assertEquals(1, proposals(), "it is proposed once");
    }

    @Test
    void whatAnAdministratorDroppedIsNotProposedAgainWhileThePersonStaysInTheGroup() {
        caller.actAs("quantri");
        sql("UPDATE membership SET role = 'LEADER' WHERE person_id = ?1", person);
        signIn.accept(secret(), proven("Ma-1", "nhom-tham-dinh"));
        caller.actAs("quantri.hai");
        agreement.drop(number("SELECT id FROM role_proposal WHERE person_id = ?1", person));
        signIn.signIn(proven("Ma-1", "nhom-tham-dinh"));
        assertEquals(0, proposals(), "the group is the same, and so is the answer");
        signIn.signIn(proven("Ma-1"));
        signIn.signIn(proven("Ma-1", "nhom-tham-dinh"));
        assertEquals(1, proposals(), "who left the group and came back is a new question");
    }

    @Test
    void aProviderEndsWhatBeganByIt() {
        signIn.accept(secret(), proven("Ma-1"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        session("một", "Ma-1", "phiên-1", now);
        session("hai", "Ma-1", "phiên-2", now);
        session("ba", "Ma-1", null, now);
        session("mật khẩu", null, null, now);
        session("người khác", "Ma-2", "phiên-3", now);
        session("mới", "Ma-1", "phiên-1", now.plusSeconds(61));
        logout.endAll(new OpenIdLogout.Ended("https://khac.example.vn", "Ma-1", null, now));
        assertEquals(6, open(), "another provider");
        logout.endAll(new OpenIdLogout.Ended(ISSUER, "Ma-1", "phiên-1", now.plusSeconds(60)));
        assertEquals(4, open(), "the one session, and the one of which the provider gave no name");
        logout.endAll(new OpenIdLogout.Ended(ISSUER, "Ma-1", null, now.plusSeconds(60)));
        assertEquals(3, open(), "all of the account, but for what began later");
        logout.endAll(new OpenIdLogout.Ended(ISSUER, null, "phiên-3", now.plusSeconds(60)));
        assertEquals(2, open());
        assertEquals(3, number(
                "SELECT COUNT(*) FROM change_log WHERE action = 'provider-end-sessions' AND subject_id = ?1", person));
    }

    private void session(String id, String subject, String providers, Instant at) {
        sql("INSERT INTO open_session (id, person_id, began_at, last_used_at, address, browser, issuer, subject,"
                + " provider_session) VALUES (SHA2(?1, 256), ?2, ?3, ?3, '127.0.0.1', 'x', ?4, ?5, ?6)", id, person, at,
                subject == null ? null : ISSUER, subject, providers);
    }

    private long open() {
        return number("SELECT COUNT(*) FROM open_session WHERE person_id = ?1 AND ended_at IS NULL", person);
    }

    @Test
    void whoAnswersJudgesByNoGroup() {
        signIn.accept(secret(), proven("Ma-1", "nhom-tham-dinh"));
        assertEquals(0, proposals());
        assertEquals(1,
                number("SELECT COUNT(*) FROM change_log WHERE action = 'refuse-role-of-group' AND subject_id = ?1",
                        person));
    }

    @Test
    void theLastWayInStaysAndNobodyTakesAwayAnothers() throws Exception {
        signIn.accept(secret(), proven("Ma-1"));
        caller.actAs(name);
        long id = own.list().get(0).id();
        refused("openid.last", () -> own.remove(id));
        again();
        invited();
        signIn.accept(secret(), proven("Ma-1"));
        caller.actAs(name);
        own.put(proven("Ma-2"));
        own.remove(own.list().get(0).id());
        assertEquals(1, own.list().size());
        long mine = own.list().get(0).id();
        caller.actAs("canbo");
        assertThrows(BusinessException.NotFound.class, () -> own.remove(mine));
    }

    @Test
    void whoIsNotSignedInConnectsNothing() {
        caller.actAsSystem();
        forbidden(() -> own.put(proven("Ma-1")));
    }

    /** Otherwise a new link for the password at an address of the administrator would open the account. */
    @Test
    void anAccountThatIsTakenUpSoIsSomebodysToo() {
        assertNull(signIn.accept(secret(), proven("Ma-1")).grants().stream().filter(grant -> grant.role() != Role.HEAD)
                .findFirst().orElse(null));
        caller.actAs("quantri");
        PersonDetail detail = administration.get(person);
        administration.describe(person, detail.version(), detail.fullName(), "ke.gian@example.vn", "vi", true);
        assertEquals(name + "@example.vn", administration.get(person).email());
        assertFalse(links.issue(person).orElseThrow().invitation());
        assertTrue(number("SELECT COUNT(*) FROM address_change WHERE person_id = ?1", person) == 1);
    }

    private String secret() {
        return links.issue(person).orElseThrow().secret();
    }

    private long proposals() {
        return number("SELECT COUNT(*) FROM role_proposal WHERE person_id = ?1", person);
    }

    private static List<Role> roles(SignedIn person) {
        return person.grants().stream().map(grant -> grant.role()).sorted().toList();
    }

    private Proven proven(String subject, String... groups) {
        return new Proven("thu", ISSUER, subject, name, List.of(groups), null);
    }
}
