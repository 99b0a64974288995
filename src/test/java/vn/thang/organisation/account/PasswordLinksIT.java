package vn.thang.organisation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.administration.AccountAccess;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.Role;
import vn.thang.security.Whence;

@ExtendWith(ArquillianExtension.class)
class PasswordLinksIT {

    private static final String PASSWORD = "một mật khẩu đủ dài";

    @Inject
    private PeopleAdministration administration;

    @Inject
    private AccountAccess access;

    @Inject
    private PasswordLinks links;

    @Inject
    private SignIn signIn;

    @Inject
    private Caller caller;

    @Inject
    private Jdbi jdbi;

    private final Whence here = new Whence("11." + System.nanoTime(), null);

    private String name;
    private long person;

    /** A person who was invited and has set no password yet. */
    @BeforeEach
    void invite() {
        name = "lk" + Long.toString(System.nanoTime(), 36);
        caller.actAs("quantri");
        person = administration.invite(new NewPerson(name, "Người thử", name + "@example.vn", "vi", "15", Role.HEAD));
    }

    @Test
    void whoIsOnlyInvitedHasNoPasswordAndALetterWaits() {
        assertFalse(signIn.verify(name, PASSWORD, here));
        assertEquals(1, letters());
        access.sendLink(person);
        assertEquals(1, letters(), "one letter that was not tried is enough");
    }

    @Test
    void aLinkWorksOnce() {
        String secret = secret();
        assertEquals(name, links.holder(secret).orElseThrow());
        links.set(secret, PASSWORD);
        assertTrue(signIn.verify(name, PASSWORD, here));
        over(secret);
    }

    @Test
    void aNewerLinkEndsTheOneBefore() {
        String older = secret();
        String newer = secret();
        assertNotEquals(older, newer);
        over(older);
        links.set(newer, PASSWORD);
    }

    @Test
    void aLinkEndsWithItsTime() {
        String secret = secret();
        sql("UPDATE password_link SET valid_until = '2020-01-01' Where person_id = :person");
        over(secret);
    }

    @Test
    void aLinkEndsWithTheAccount() {
        String secret = secret();
        administration.describe(person, administration.get(person).version(), "Người thử", name + "@example.vn", "vi",
                false);
        over(secret);
        assertTrue(links.issue(person).isEmpty());
    }

    /** A password that is refused leaves the link as it is. */
    @Test
    void aPasswordThatIsRefusedEndsNoLink() {
        String secret = secret();
        assertThrows(BusinessException.class, () -> links.set(secret, "ngắn"));
        links.set(secret, PASSWORD);
    }

    @Test
    void onlyTheHashIsStored() {
        String secret = secret();
        assertEquals(43, secret.length(), "256 bits");
        assertEquals(List.of(Sha256.hex(secret)), jdbi.withHandle(sql -> sql
                .createQuery("SELECT token_hash FROM password_link Where person_id = :person").bind("person", person)
                .mapTo(String.class).list()));
        assertFalse(links.issue(person).toString().contains(secret()));
    }

    /** The trail says that it was asked for either way, and a letter goes only to those whom there are. */
    @Test
    void aForgottenPasswordIsAskedForWithoutTellingWhoThereIs() {
        sql("UPDATE mail SET state = 'SENT' Where person_id = :person");
        long lines = lines();
        links.forgotten("khong.co." + name, name);
        assertEquals(lines + 1, lines());
        links.forgotten(" " + name.toUpperCase(java.util.Locale.ROOT) + " ", name);
        assertEquals(lines + 2, lines());
        assertEquals(1, letters());
    }

    @Test
    void anAccountGetsFewLettersAndAnAddressAsksForFew() {
        long lines = lines();
        for (int i = 0; i < PasswordLinks.REQUESTS_AN_HOUR; i++) {
            links.forgotten(name, name);
        }
        assertEquals(lines + PasswordLinks.LETTERS_AN_HOUR, lines());
        assertEquals("password.too-many",
                assertThrows(BusinessException.class, () -> links.forgotten("khac" + name, name)).key());
        links.forgotten("khac" + name, "another " + name);
        assertEquals(lines + PasswordLinks.LETTERS_AN_HOUR + 1, lines());
    }

    private String secret() {
        return links.issue(person).orElseThrow().secret();
    }

    private void over(String secret) {
        assertTrue(links.holder(secret).isEmpty());
        assertEquals("password.over", assertThrows(BusinessException.class, () -> links.set(secret, PASSWORD)).key());
    }

    private void sql(String statement) {
        jdbi.useHandle(sql -> sql.createUpdate(statement).bind("person", person).execute());
    }

    private long letters() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM mail Where person_id = :person AND state = 'WAITING' AND password_link = TRUE""")
                .bind("person", person).mapTo(Long.class).one());
    }

    private long lines() {
        return jdbi
                .withHandle(sql -> sql.createQuery("SELECT COUNT(*) FROM change_log Where action = 'forgot-password'")
                        .mapTo(Long.class).one());
    }
}
