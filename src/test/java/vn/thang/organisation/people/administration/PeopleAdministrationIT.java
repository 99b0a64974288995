package vn.thang.organisation.people.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thang.organisation.account.Account;
import vn.thang.organisation.account.AddressLinks;
import vn.thang.organisation.account.OwnAddress;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.organisation.account.SignIn;
import vn.thang.organisation.factor.FactorEnrolment;
import vn.thang.organisation.guess.GuessCount;
import vn.thang.organisation.identity.OwnIdentities;
import vn.thang.organisation.passkey.OwnPasskeys;
import vn.thang.organisation.people.MembershipLine;
import vn.thang.organisation.people.NewPerson;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;
import vn.thang.security.Caller;
import vn.thang.security.Role;
import vn.thang.security.Whence;
import vn.thang.security.entrance.PasswordHash;

@ExtendWith(ArquillianExtension.class)
class PeopleAdministrationIT {

    private static final String PASSWORD = "một mật khẩu đủ dài";

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private AccountAccess access;

    @Inject
    private Account account;

    @Inject
    private PasswordLinks links;

    @Inject
    private SignIn signIn;

    @Inject
    private OwnPasskeys passkeys;

    @Inject
    private OwnIdentities identities;

    @Inject
    private FactorEnrolment factors;

    @Inject
    private OwnAddress own;

    @Inject
    private AddressLinks addressLinks;

    @Inject
    private AddressAgreement agreement;

    @Inject
    private Caller caller;

    @Inject
    private Jdbi jdbi;

    private final Whence here = new Whence("12." + System.nanoTime(), null);

    private String suffix;
    private long officer;
    private String local;

    /** An officer of Lào Cai and an administrator there; only one of the country, of the two of the demonstration. */
    @BeforeEach
    void people() {
        suffix = Long.toString(System.nanoTime(), 36);
        caller.actAs("quantri");
        second(false);
        officer = create("cb" + suffix, "15", Role.OFFICER);
        local = "qt" + suffix;
        create(local, "15", Role.ADMINISTRATOR);
    }

    /** Nobody who was made here may do anything any more, and both national administrators may: others count them. */
    @AfterEach
    void both() {
        caller.actAsSystem();
        administration.list(new PeopleFilter(suffix, false), Cut.by(PeopleOrder.NAME)).rows().forEach(person -> {
            PersonDetail detail = administration.get(person.id());
            administration.describe(detail.id(), detail.version(), detail.fullName(), detail.email(), "vi", false);
        });
        second(true);
    }

    private void second(boolean active) {
        PersonDetail second = administration.list(new PeopleFilter("quantri.hai", false), Cut.by(PeopleOrder.NAME))
                .rows().stream().map(person -> administration.get(person.id())).findFirst().orElseThrow();
        administration.describe(second.id(), second.version(), second.fullName(), null, "vi", active);
    }

    @Test
    void anAdministratorOfAnAgencyAdministersThereAndNowhereElse() {
        long elsewhere = create("bo" + suffix, "BTP", Role.OFFICER);
        caller.actAs(local);
        assertEquals(officer, administration.get(officer).id());
        assertTrue(administration.list(new PeopleFilter(suffix, false), Cut.by(PeopleOrder.NAME)).rows().stream()
                .anyMatch(person -> person.id() == officer));
        assertTrue(administration.list(new PeopleFilter(suffix, false), Cut.by(PeopleOrder.NAME)).rows().stream()
                .noneMatch(person -> person.id() == elsewhere));
        long own = create("moi" + suffix, "15", Role.HEAD);
        administration.grant(own, administration.get(own).version(), Role.OFFICER, "15", null);
        forbidden(
                x -> administration.get(elsewhere),
                x -> administration.describe(elsewhere, 1, "Tên", null, "vi", true),
                x -> access.sendLink(elsewhere),
                x -> access.unlock(elsewhere),
                x -> administration.grant(elsewhere, 1, Role.OFFICER, "15", null),
                x -> administration.end(elsewhere, 1, 1, LocalDate.now(Time.ZONE)),
                x -> administration.listAt("BTP"),
                x -> administration.grant(officer, administration.get(officer).version(), Role.LEADER, "VN", null),
                x -> create("leo" + suffix, "VN", Role.ADMINISTRATOR));
    }

    @Test
    void whoHasARoleElsewhereTooBelongsToBothAndSoToTheNation() {
        administration.grant(officer, administration.get(officer).version(), Role.OFFICER, "BTP", null);
        caller.actAs(local);
        assertThrows(BusinessException.Forbidden.class, () -> administration.get(officer));
        caller.actAs("quantri");
        MembershipLine other = administration.get(officer).memberships().stream()
                .filter(role -> role.agencyCode().equals("BTP")).findFirst().orElseThrow();
        administration.end(officer, administration.get(officer).version(), other.id(),
                LocalDate.now(Time.ZONE).minusDays(1));
        caller.actAs(local);
        assertEquals(2, administration.get(officer).memberships().size());
    }

    @Test
    void otherRolesAdministerNobody() {
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            forbidden(
                    x -> administration.isEmpty(),
                    x -> administration.list(new PeopleFilter("", false), Cut.by(PeopleOrder.NAME)),
                    x -> administration.listAt("15"),
                    x -> administration.get(officer),
                    x -> administration.describe(officer, 1, "Tên", null, "vi", true),
                    x -> access.sendLink(officer),
                    x -> access.unlock(officer),
                    x -> administration.grant(officer, 1, Role.ADMINISTRATOR, "15", null),
                    x -> administration.end(officer, 1, 1, LocalDate.now(Time.ZONE)),
                    x -> create("x" + suffix, "15", Role.OFFICER));
        }
    }

    /** Who may give a role to whom, for all roles: another person, at the own agency, below it and above it, and oneself. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleIsGivenByThoseWhoMayGiveItAndNeverToOneself(Role role) {
        boolean judges = Set.of(Role.REVIEWER, Role.PANELLIST).contains(role);
        boolean answers = Set.of(Role.OFFICER, Role.HEAD, Role.CONTRIBUTOR).contains(role);
        long national = create("qg" + suffix, "VN", Role.ADMINISTRATOR);
        long own = self(local);
        for (String agency : List.of("15", "VN")) {
            allowed(null, "dn" + suffix + agency.toLowerCase(Locale.ROOT), role, agency);
        }
        allowed("organisation.role-own", national, role, "15", "qg" + suffix);
        allowed("organisation.role-own", national, role, "VN", "qg" + suffix);
        allowed(judges ? "organisation.role-ministry" : "organisation.role-own", own, role, "15", local);
        allowed("security.forbidden", own, role, "VN", local);
        caller.actAs(local);
        allowed(judges ? "organisation.role-ministry" : null, "dc" + suffix, role, "15");
        allowed("security.forbidden", "dv" + suffix, role, "VN");
        allowed("security.forbidden", "db" + suffix, role, "BTP");
        assertEquals(!judges, administration.roles().contains(role));
        caller.actAs("quantri");
        assertTrue(administration.roles().contains(role));
        assertEquals(judges, role.judges());
        assertEquals(answers, role.answers());
    }

    /** The officer of an agency does not become its judge, nor its judge its officer, also when they have left meanwhile. */
    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"REVIEWER", "PANELLIST"})
    void nobodyAnswersAndJudges(Role judge) {
        allowed("organisation.role-judges", officer, judge, "VN", "quantri");
        allowed("organisation.role-judges", officer, judge, "15", "quantri");
        allowed(null, officer, judge, "BTP", "quantri");
        MembershipLine role = administration.get(officer).memberships().stream()
                .filter(one -> one.agencyCode().equals("15")).findFirst().orElseThrow();
        LocalDate yesterday = LocalDate.now(Time.ZONE).minusDays(1);
        refused("organisation.membership.end", () -> administration.end(officer,
                administration.get(officer).version(), role.id(), yesterday.minusDays(1)));
        administration.end(officer, administration.get(officer).version(), role.id(), yesterday);
        allowed("organisation.role-judges", officer, judge, "VN", "quantri");

        caller.actAsSystem(); // alone, what two have to agree to otherwise
        long judging = create("td" + suffix, "VN", judge);
        allowed("organisation.role-judges", judging, Role.OFFICER, "15", "quantri");
        allowed("organisation.role-judges", judging, Role.CONTRIBUTOR, "BTP", "quantri");
        allowed(null, judging, Role.AUDITOR, "VN", "quantri");
    }

    private long self(String username) {
        return administration.list(new PeopleFilter(username, false), Cut.by(PeopleOrder.NAME)).rows().stream()
                .filter(person -> person.username().equals(username)).findFirst().orElseThrow().id();
    }

    /** Whether the caller may make somebody with the role, or why not. */
    private void allowed(String refusal, String username, Role role, String agency) {
        told(refusal, () -> create(username, agency, role));
    }

    /** Whether the caller may give the role to somebody, or why not. */
    private void allowed(String refusal, long person, Role role, String agency, String granter) {
        caller.actAs("quantri");
        int version = administration.get(person).version();
        caller.actAs(granter);
        told(refusal, () -> administration.grant(person, version, role, agency, LocalDate.now(Time.ZONE)));
        caller.actAs("quantri");
    }

    private static void told(String refusal, Runnable deed) {
        if (refusal == null) {
            deed.run();
        } else {
            refused(refusal, deed::run);
        }
    }

    @Test
    void theLastNationalAdministratorStays() {
        PersonDetail last = administration.list(new PeopleFilter("quantri", false), Cut.by(PeopleOrder.NAME)).rows()
                .stream()
                .filter(person -> person.username().equals("quantri")).map(person -> administration.get(person.id()))
                .findFirst().orElseThrow();
        MembershipLine role = last.memberships().get(0);
        refused("organisation.last-administrator",
                () -> administration.end(last.id(), last.version(), role.id(), LocalDate.now(Time.ZONE).plusDays(30)));
        refused("organisation.last-administrator",
                () -> administration.describe(last.id(), last.version(), last.fullName(), null, "vi", false));
        assertTrue(administration.get(last.id()).active());

        long second = create("hai" + suffix, "VN", Role.ADMINISTRATOR);
        PersonDetail other = administration.get(second);
        administration.describe(second, other.version(), "Người thứ hai", null, "vi", false);
        assertFalse(administration.get(second).active());
    }

    @Test
    void twoAdministratorsWhoRemoveEachOtherAtOnceDoNotBothSucceed() throws Exception {
        long second = create("dong" + suffix, "VN", Role.ADMINISTRATOR);
        long first = administration.list(new PeopleFilter("quantri", false), Cut.by(PeopleOrder.NAME)).rows().stream()
                .filter(person -> person.username().equals("quantri")).findFirst().orElseThrow().id();
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            Future<Boolean> one = executor.submit(() -> removes("quantri", second, together));
            Future<Boolean> other = executor.submit(() -> removes("dong" + suffix, first, together));
            assertNotEquals(one.get(30, TimeUnit.SECONDS), other.get(30, TimeUnit.SECONDS));
        } finally {
            caller.actAsSystem();
            PersonDetail quantri = administration.get(first);
            if (quantri.memberships().stream().allMatch(role -> role.isOver(LocalDate.now(Time.ZONE)))) {
                administration.grant(first, quantri.version(), Role.ADMINISTRATOR, "VN", null);
            }
            administration.describe(second, administration.get(second).version(), "Người thử", null, "vi", false);
        }
    }

    private boolean removes(String administrator, long person, CyclicBarrier together) throws Exception {
        RequestContextController request = CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            caller.actAs(administrator);
            PersonDetail detail = administration.get(person);
            together.await(20, TimeUnit.SECONDS);
            administration.end(person, detail.version(), detail.memberships().get(0).id(),
                    LocalDate.now(Time.ZONE).minusDays(1));
            return true;
        } catch (BusinessException e) {
            assertEquals("organisation.last-administrator", e.key());
            return false;
        } finally {
            request.deactivate();
        }
    }

    @Test
    void whoComesSecondIsToldThatSomebodyElseWasFirst() {
        int version = administration.get(officer).version();
        administration.describe(officer, version, "Tên mới", "a@b.vn", "en", true);
        assertThrows(BusinessException.Conflict.class,
                () -> administration.describe(officer, version, "Tên khác", null, "vi", true));
        assertEquals("Tên mới", administration.get(officer).fullName());
        int afterwards = administration.get(officer).version();
        administration.grant(officer, afterwards, Role.HEAD, "15", null);
        assertThrows(BusinessException.Conflict.class,
                () -> administration.grant(officer, afterwards, Role.LEADER, "15", null));
    }

    @Test
    void aNewPasswordOpensALockedAccountAndTheOwnPasswordNeedsThePresentOne() {
        links.set(links.issue(officer).orElseThrow().secret(), PASSWORD);
        for (int i = 0; i < GuessCount.OF_A_NAME; i++) {
            signIn.verify("cb" + suffix, "sai", new Whence("13." + i + "." + suffix, null));
        }
        assertTrue(administration.get(officer).locked());
        assertFalse(signIn.verify("cb" + suffix, PASSWORD, here));
        access.unlock(officer);
        assertFalse(administration.get(officer).locked());
        assertTrue(signIn.verify("cb" + suffix, PASSWORD, here));
        for (int i = 0; i < 5; i++) {
            signIn.verify("cb" + suffix, "sai", here);
        }
        String made = "một mật khẩu mới tinh";
        links.set(links.issue(officer).orElseThrow().secret(), made);
        assertTrue(signIn.verify("cb" + suffix, made, here));
        caller.actAs("cb" + suffix);
        refused("organisation.password.present",
                () -> account.changePassword("sai", "một mật khẩu khác hẳn", "một mật khẩu khác hẳn"));
        refused("organisation.password.short", () -> account.changePassword(made, "ngắn", "ngắn"));
        account.changePassword(made, "một mật khẩu khác hẳn", "một mật khẩu khác hẳn");
        assertTrue(signIn.verify("cb" + suffix, "một mật khẩu khác hẳn", here));
        for (int i = 0; i < 5; i++) {
            assertThrows(BusinessException.class, () -> account.changePassword("sai", PASSWORD, PASSWORD));
        }
        refused("login.wait", () -> account.changePassword("một mật khẩu khác hẳn", PASSWORD, PASSWORD));
        account.changeLanguage("de");
        assertEquals("de", account.get().language());
    }

    /** An administrator changes the address, and the link still comes to the person: nobody takes an account over by a letter. */
    @Test
    void anotherAddressCountsWhenThePersonOrASecondAdministratorAgrees() {
        String old = administration.get(officer).email();
        links.set(links.issue(officer).orElseThrow().secret(), PASSWORD);
        moves("ke.gian@example.vn");
        assertEquals(old, administration.get(officer).email());
        assertEquals("ke.gian@example.vn", agreement.find(officer).orElseThrow().wanted());
        assertFalse(agreement.isMine(officer));
        refused("organisation.address.second", () -> agreement.agree(officer, "ke.gian@example.vn"));
        caller.actAs("cb" + suffix);
        refused("organisation.address.none", () -> own.agree("khac@example.vn"));
        own.keep();
        assertTrue(own.asked().isEmpty());
        refused("organisation.address.none", () -> own.agree("ke.gian@example.vn"));
        caller.actAs("quantri");
        moves("moi@example.vn");
        caller.actAs("canbo");
        assertThrows(BusinessException.Forbidden.class, () -> agreement.agree(officer, "moi@example.vn"));
        caller.actAs(local);
        assertTrue(agreement.isMine(officer));
        refused("organisation.address.none", () -> agreement.agree(officer, "ke.gian@example.vn"));
        agreement.agree(officer, "moi@example.vn");
        assertEquals("moi@example.vn", administration.get(officer).email());
        caller.actAs("quantri");
        moves("tu.dong.y@example.vn");
        caller.actAs("cb" + suffix);
        own.agree("tu.dong.y@example.vn");
        assertEquals("tu.dong.y@example.vn", account.get().email());
        refused("organisation.password.present", () -> own.change("sai", "tu.minh@example.vn"));
        refused("organisation.email", () -> own.change(PASSWORD, "không phải"));
        own.change(PASSWORD, "tu.minh@example.vn");
        assertEquals("tu.dong.y@example.vn", account.get().email(), "it counts when a letter there was opened");
        assertEquals("tu.minh@example.vn", own.unconfirmed().orElseThrow());
        assertTrue(addressLinks.issue(officer, "khac@example.vn").isEmpty());
        String secret = addressLinks.issue(officer, "tu.minh@example.vn").orElseThrow();
        refused("address.over", () -> addressLinks.confirm(secret + "x"));
        String newer = addressLinks.issue(officer, "tu.minh@example.vn").orElseThrow();
        refused("address.over", () -> addressLinks.confirm(secret));
        addressLinks.confirm(newer);
        refused("address.over", () -> addressLinks.confirm(newer));
        assertEquals("tu.minh@example.vn", account.get().email());
        assertTrue(own.unconfirmed().isEmpty());
        refused("organisation.address.same", () -> own.change(PASSWORD, "tu.minh@example.vn"));
        own.change(PASSWORD, "ke.gian@example.vn");
        String stolen = addressLinks.issue(officer, "ke.gian@example.vn").orElseThrow();
        account.replacePassword(PasswordHash.of("một câu dài khác hẳn"));
        refused("address.over", () -> addressLinks.confirm(stolen));
    }

    /** Whoever has never been in is invited to the right address, which may have been written wrongly. */
    @Test
    void theAddressOfWhoWasOnlyInvitedIsCorrectedAtOnce() {
        moves("dung@example.vn");
        assertEquals("dung@example.vn", administration.get(officer).email());
    }

    @Test
    void anAdministratorEndsAllSessionsOfSomebodyThere() {
        jdbi.useHandle(sql -> sql.execute("INSERT INTO open_session (id, person_id, began_at, last_used_at, address,"
                + " browser) VALUES (SHA2(?, 256), ?, NOW(6), NOW(6), '127.0.0.1', 'x')", suffix, officer));
        for (String other : List.of("canbo.bo", "lanhdao.tinh", "thamdinh", "kiemtoan")) {
            caller.actAs(other);
            forbidden(none -> access.endSessions(officer));
        }
        assertEquals(1, sessions());
        caller.actAs(local);
        access.endSessions(officer);
        assertEquals(0, sessions());
        caller.actAs("quantri");
    }

    private long sessions() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM open_session WHERE person_id = :person AND ended_at IS NULL""")
                .bind("person", officer).mapTo(Long.class).one());
    }

    /** What a thief finds open is not enough: the person has to have signed in a short while ago. */
    @Test
    void whoHasNoPasswordChangesTheAddressSoonAfterSigningInAndNotLater() {
        jdbi.useHandle(sql -> sql.execute("UPDATE person SET password_hash = NULL WHERE id = ?", officer));
        caller.actAs("cb" + suffix);
        for (Executable deed : List.<Executable>of(() -> passkeys.add(new byte[32], null, "Máy lạ", null),
                () -> identities.connect(null, null), () -> factors.begin(null),
                () -> own.change(null, "moi." + suffix + "@example.vn"))) {
            assertEquals("security.sign-in-again", assertThrows(BusinessException.class, deed).key(),
                    "nothing that outlives the session");
        }
        assertTrue(own.unconfirmed().isEmpty());
        caller.actAs("quantri");
    }

    private long invitations() {
        return jdbi.withHandle(sql -> sql.createQuery(
                "SELECT COUNT(*) FROM change_log WHERE action = 'send-password-link' AND subject_id IN (SELECT id FROM person"
                        + " WHERE username LIKE :ours)")
                .bind("ours", "%" + suffix).mapTo(Long.class).one());
    }

    private void moves(String address) {
        PersonDetail person = administration.get(officer);
        administration.describe(officer, person.version(), person.fullName(), address, "vi", true);
    }

    /** Whoever makes an account neither chooses nor sees its password, not even the highest administrator. */
    @Test
    void nobodyMakesAnAccountWithAPassword() {
        NewPerson wanted = new NewPerson("mk" + suffix, "Người thử", "thu@example.vn", "vi", "15", Role.OFFICER);
        forbidden(x -> administration.create(wanted, PASSWORD));
        refused("organisation.email-missing", () -> administration.invite(
                new NewPerson("mk" + suffix, "Người thử", " ", "vi", "15", Role.OFFICER)));
        administration.describe(officer, administration.get(officer).version(), "Tên", null, "vi", true);
        refused("organisation.person.no-letter", () -> access.sendLink(officer));
    }

    /** Whom the list chooses is invited together; one who cannot be written to is named, and nobody is chosen by chance. */
    @Test
    void chosenPeopleAreInvitedTogether() {
        long other = create("moi" + suffix, "15", Role.HEAD);
        moves("moi@example.vn");
        administration.describe(other, administration.get(other).version(), "Người thứ hai", "hai@example.vn", "vi",
                true);
        long sent = invitations();
        access.sendLinks(Set.of(officer, other));
        assertEquals(sent + 2, invitations());
        refused("list.none-chosen", () -> access.sendLinks(Set.of()));
        administration.describe(other, administration.get(other).version(), "Người thứ hai", null, "vi", true);
        refused("organisation.people.no-letter", () -> access.sendLinks(Set.of(other)));
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            forbidden(x -> access.sendLinks(Set.of(officer)));
        }
    }

    @Test
    void refusesWhatIsNoAccount() {
        refused("organisation.username.form", () -> create("Có Dấu", "15", Role.OFFICER));
        refused("organisation.username.taken", () -> create("cb" + suffix, "15", Role.OFFICER));
        refused("organisation.unknown-agency", () -> create("x" + suffix, "không có", Role.OFFICER));
        refused("organisation.role-missing", () -> create("x" + suffix, "15", null));
        refused("organisation.membership.held",
                () -> administration.grant(officer, administration.get(officer).version(), Role.OFFICER, "15", null));
        refused("organisation.email",
                () -> administration.describe(officer, administration.get(officer).version(), "Tên", "không phải", "vi",
                        true));
    }

    private long create(String username, String agency, Role role) {
        return administration.invite(
                new NewPerson(username, "Người thử", "thu@example.vn", "vi", agency, role));
    }

    @SafeVarargs
    private void forbidden(Consumer<Void>... methods) {
        for (Consumer<Void> method : methods) {
            assertThrows(BusinessException.Forbidden.class, () -> method.accept(null));
        }
    }

    private static void refused(String key, org.junit.jupiter.api.function.Executable deed) {
        assertEquals(key, assertThrows(BusinessException.class, deed).key());
    }
}
