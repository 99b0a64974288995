package vn.thang.organisation.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.Role;
import vn.thang.security.Whence;

@ExtendWith(ArquillianExtension.class)
class FactorIT {

    private static final String PASSWORD = "một mật khẩu đủ dài";

    @Inject
    private FactorEnrolment enrolment;

    @Inject
    private FactorProof proof;

    @Inject
    private FactorReset reset;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private PasswordLinks links;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Jdbi jdbi;

    private final Whence here = new Whence("20." + System.nanoTime(), null);
    private String name;
    private long person;
    private byte[] secret;
    private List<String> codes;

    /** A head who has set up a second factor. */
    @BeforeEach
    void enrolled() {
        name = "hai" + Long.toString(System.nanoTime(), 36);
        caller.actAs("quantri");
        person = administration.invite(new NewPerson(name, "Người thử", name + "@example.vn", "vi", "15", Role.HEAD));
        links.set(links.issue(person).orElseThrow().secret(), PASSWORD);
        caller.actAs(name);
        assertFalse(proof.isHeld(person));
        enrolment.begin(PASSWORD);
        secret = new Base32().decode(enrolment.secret().orElseThrow().letters());
        assertFalse(proof.isHeld(person), "it is asked for only when a code was shown");
        codes = enrolment.confirm(code(0));
    }

    private String code(int later) {
        return Totp.code(secret, Totp.step(clock.instant()) + later);
    }

    @Test
    void theSecretIsShownUntilItIsConfirmedAndStoredSealed() {
        assertTrue(proof.isHeld(person));
        assertTrue(enrolment.secret().isEmpty());
        byte[] stored = jdbi.withHandle(sql -> sql
                .createQuery("SELECT sealed_secret FROM second_factor WHERE person_id = :person").bind("person", person)
                .mapTo(byte[].class).one());
        String letters = new Base32().encodeToString(secret);
        assertEquals(20, secret.length);
        assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains(letters));
        assertEquals("first", jdbi.withHandle(sql -> sql
                .createQuery("SELECT key_id FROM second_factor WHERE person_id = :person").bind("person", person)
                .mapTo(String.class).one()));
        refused("factor.held", () -> enrolment.begin(PASSWORD));
    }

    @Test
    void aSecretIsBoundToItsPerson() {
        long other = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT person_id FROM second_factor WHERE demonstration = TRUE""").mapTo(Long.class).first());
        byte[] before = sealed(other);
        jdbi.useHandle(
                sql -> sql.createUpdate("UPDATE second_factor SET sealed_secret = :sealed WHERE person_id = :other")
                        .bind("sealed", sealed(person)).bind("other", other).execute());
        try {
            assertThrows(IllegalStateException.class, () -> proof.prove(other, "x", code(1), here));
        } finally {
            jdbi.useHandle(sql -> sql
                    .createUpdate("UPDATE second_factor SET sealed_secret = :sealed WHERE person_id = :other")
                    .bind("sealed", before).bind("other", other).execute());
        }
        assertArrayEquals(before, sealed(other));
    }

    private byte[] sealed(long of) {
        return jdbi
                .withHandle(sql -> sql.createQuery("SELECT sealed_secret FROM second_factor WHERE person_id = :person")
                        .bind("person", of).mapTo(byte[].class).one());
    }

    /** The code by which the factor was confirmed is used up too. */
    @Test
    void aCodeIsTakenOnce() {
        refused("factor.code-wrong", () -> proof.prove(person, name, code(0), here));
        assertEquals(FactorShown.CODE, proof.prove(person, name, " " + code(1).substring(0, 3) + " "
                + code(1).substring(3), here));
        refused("factor.code-wrong", () -> proof.prove(person, name, code(1), here));
        refused("factor.code-missing", () -> proof.prove(person, name, " ", here));
    }

    @Test
    void aRecoveryCodeHoldsOnceHoweverItIsWritten() {
        assertEquals(10, codes.size());
        assertEquals(10, codes.stream().distinct().count());
        assertEquals(FactorShown.RECOVERY,
                proof.prove(person, name, codes.get(0).toLowerCase(Locale.ROOT).replace("-", " "), here));
        refused("factor.code-wrong", () -> proof.prove(person, name, codes.get(0), here));
        assertEquals(9, enrolment.state().codesLeft());
        assertEquals(1, (long) jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM recovery_code WHERE person_id = :person AND code_hash = :hash""")
                .bind("person", person).bind("hash", Sha256.hex(codes.get(1).replace("-", ""))).mapTo(Long.class)
                .one()));
        List<String> newer = enrolment.renewCodes(codes.get(1), here);
        assertNotEquals(codes, newer);
        refused("factor.code-wrong", () -> proof.prove(person, name, codes.get(2), here));
        assertEquals(FactorShown.RECOVERY, proof.prove(person, name, newer.get(0), here));
    }

    /** From one place after five, from all together after twenty; the guesses count although each is refused. */
    @Test
    void whoGuessesCodesWaits() {
        for (int i = 0; i < 5; i++) {
            refused("factor.code-wrong", () -> proof.prove(person, name, "00000", here));
        }
        refused("factor.wait", () -> proof.prove(person, name, code(1), here));
        assertEquals(FactorShown.CODE,
                proof.prove(person, name, code(1), new Whence("21." + System.nanoTime(), null)));
        for (int i = 0; i < 15; i++) {
            Whence place = new Whence(i + "." + System.nanoTime(), null);
            refused("factor.code-wrong", () -> proof.prove(person, name, "00000", place));
        }
        refused("factor.wait", () -> proof.prove(person, name, codes.get(0), new Whence("22." + name, null)));
    }

    @Test
    void thePersonTakesItAwayWithTheFactorAndNotWithout() {
        refused("factor.code-wrong", () -> enrolment.remove("000000", here));
        assertTrue(proof.isHeld(person));
        enrolment.remove(codes.get(3), here);
        assertFalse(proof.isHeld(person));
        assertEquals(0, enrolment.state().codesLeft());
        refused("organisation.password.present", () -> enrolment.begin("sai"));
    }

    /** The trail keeps who did so, and the person is told. */
    @Test
    void anAdministratorTakesItAwayAndThePersonIsTold() {
        for (String other : List.of("canbo", "lanhdao.tinh", "thamdinh", "hoidong", "lanhdao", "kiemtoan", "phoihop")) {
            caller.actAs(other);
            assertThrows(BusinessException.Forbidden.class, () -> reset.reset(person), other);
        }
        caller.actAs("quantri");
        long elsewhere = administration.invite(
                new NewPerson("qt" + name, "Quản trị Bộ", "qt@example.vn", "vi", "BTP", Role.ADMINISTRATOR));
        caller.actAs("qt" + name);
        assertThrows(BusinessException.Forbidden.class, () -> reset.reset(person), "of another agency " + elsewhere);
        caller.actAs("quantri");
        assertTrue(reset.isHeld(person));
        reset.reset(person);
        assertFalse(proof.isHeld(person));
        assertEquals(1,
                count("SELECT COUNT(*) FROM change_log WHERE action = 'reset-factor' AND subject_id = :person"));
        assertEquals(1,
                count("""
                SELECT COUNT(*) FROM mail WHERE person_id = :person AND state = 'WAITING' AND about = 'FACTOR_RESET'"""));
        refused("factor.none", () -> reset.reset(person));
    }

    @Test
    void nobodyResetsTheOwnFactor() {
        caller.actAs("quantri");
        long me = caller.personId();
        assertEquals("factor.reset-own", assertThrows(BusinessException.Forbidden.class, () -> reset.reset(me)).key());
    }

    /** The demonstration shows the codes of those whom it gave a factor, and of nobody else. */
    @Test
    void theDemonstrationShowsItsOwnCodesOnly() {
        assertTrue(proof.ofDemonstration(person).isEmpty());
        caller.actAs("lanhdao.tinh");
        long head = caller.personId();
        assertTrue(proof.isOfDemonstration(head));
        caller.actAs("quantri");
        assertThrows(BusinessException.Forbidden.class, () -> enrolment.giveForDemonstration(name));
    }

    private long count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("person", person).mapTo(Long.class).one());
    }

    private static void refused(String key, Runnable deed) {
        assertEquals(key, assertThrows(BusinessException.class, deed::run).key());
    }
}
