package vn.thang.organisation;

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
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Cut;
import vn.thang.platform.Time;
import vn.thang.security.Caller;
import vn.thang.security.Role;

@ExtendWith(ArquillianExtension.class)
class PeopleAdministrationIT {

    private static final String PASSWORD = "một mật khẩu đủ dài";

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private Account account;

    @Inject
    private SignIn signIn;

    @Inject
    private Caller caller;

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

    @AfterEach
    void both() {
        caller.actAsSystem();
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
                x -> administration.resetPassword(elsewhere, 1),
                x -> administration.setPassword(elsewhere, 1, PASSWORD),
                x -> administration.unlock(elsewhere),
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
                    x -> administration.resetPassword(officer, 1),
                    x -> administration.setPassword(officer, 1, PASSWORD),
                    x -> administration.unlock(officer),
                    x -> administration.grant(officer, 1, Role.ADMINISTRATOR, "15", null),
                    x -> administration.end(officer, 1, 1, LocalDate.now(Time.ZONE)),
                    x -> create("x" + suffix, "15", Role.OFFICER));
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
        for (int i = 0; i < Person.FAILURES_BEFORE_LOCK; i++) {
            signIn.verify("cb" + suffix, "sai");
        }
        assertTrue(administration.get(officer).locked());
        administration.unlock(officer);
        assertTrue(signIn.verify("cb" + suffix, PASSWORD));
        String made = administration.resetPassword(officer, administration.get(officer).version());
        assertTrue(signIn.verify("cb" + suffix, made));

        caller.actAs("cb" + suffix);
        refused("organisation.password.present",
                () -> account.changePassword("sai", "một mật khẩu khác hẳn", "một mật khẩu khác hẳn"));
        refused("organisation.password.short", () -> account.changePassword(made, "ngắn", "ngắn"));
        account.changePassword(made, "một mật khẩu khác hẳn", "một mật khẩu khác hẳn");
        assertTrue(signIn.verify("cb" + suffix, "một mật khẩu khác hẳn"));
        for (int i = 0; i < Person.FAILURES_BEFORE_LOCK; i++) {
            assertThrows(BusinessException.class, () -> account.changePassword("sai", PASSWORD, PASSWORD));
        }
        refused("login.locked", () -> account.changePassword("một mật khẩu khác hẳn", PASSWORD, PASSWORD));
        account.changeLanguage("de");
        assertEquals("de", account.get().language());
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
        return administration.create(new NewPerson(username, "Người thử", null, "vi", agency, role), PASSWORD).id();
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
