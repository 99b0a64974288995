package vn.thang.organisation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.TransactionFixture;
import vn.thang.organisation.guess.GuessCount;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.security.Whence;
import vn.thang.security.entrance.KnownDevices;
import vn.thang.security.entrance.PasswordHash;

@ExtendWith(ArquillianExtension.class)
class SignInIT {

    @Inject
    private SignIn signIn;

    @Inject
    private People people;

    private final TransactionFixture transaction = new TransactionFixture();

    /** Of this test alone: failures from one address count together. */
    private final Whence here = new Whence("10." + System.nanoTime(), null);

    @Inject
    private KnownDevices devices;

    @Inject
    private Jdbi jdbi;

    private String name;

    @BeforeEach
    void person() throws Exception {
        name = "dang.nhap." + System.nanoTime();
        transaction.begin();
        Person person = new Person(name, PasswordHash.of("Mật khẩu rất dài"));
        person.describe("Đặng Nhập", null, "vi", true);
        people.add(person);
        transaction.commit();
    }

    @Test
    void takesTheRightPasswordHoweverItsMarksAreComposed() {
        assertTrue(signIn.verify(name, "Mật khẩu rất dài", here));
        assertTrue(
                signIn.verify(name, java.text.Normalizer.normalize("Mật khẩu rất dài", java.text.Normalizer.Form.NFD),
                        here));
        assertFalse(signIn.verify(name, "Mat khau rat dai", here));
        assertFalse(signIn.verify("khong.co", "Mật khẩu rất dài", here));
    }

    /** Also the right password is not looked at then; from elsewhere it is. */
    @Test
    void whoGuessesWaitsAndNobodyElse() {
        for (int i = 0; i < 5; i++) {
            assertFalse(signIn.verify(name, "sai", here));
        }
        assertFalse(signIn.verify(name, "Mật khẩu rất dài", here));
        assertTrue(signIn.verify(name, "Mật khẩu rất dài", new Whence("198.51.100.8", null)));
    }

    /** However many strangers guess, the browser in which the person signed in before is let in. */
    @Test
    void nobodyIsShutOutOfTheBrowserInWhichTheySignedIn() {
        long person = signIn.find(name).orElseThrow().personId();
        String known = devices.with(null, person);
        for (int i = 0; i < GuessCount.OF_A_NAME; i++) {
            signIn.verify(name, "sai", new Whence("2001:db8::" + name.hashCode() + ":" + i, null));
        }
        Whence unknown = new Whence("203.0.113." + name.length(), null);
        assertFalse(signIn.verify(name, "Mật khẩu rất dài", unknown));
        assertFalse(signIn.verify(name, "Mật khẩu rất dài", new Whence("203.0.113.99", known + "x")));
        assertFalse(
                signIn.verify(name, "Mật khẩu rất dài", new Whence("203.0.113.98", devices.with(null, person + 1))));
        assertTrue(signIn.verify(name, "Mật khẩu rất dài", new Whence("203.0.113.97", known)));
    }

    /** What is not looked at guesses nothing: one address alone closes a name for its own place and for nobody else. */
    @Test
    void oneAddressClosesNoName() {
        for (int i = 0; i < GuessCount.OF_A_NAME + 5; i++) {
            signIn.verify(name, "sai", here);
        }
        assertTrue(signIn.verify(name, "Mật khẩu rất dài", new Whence("198.51.100.9", null)));
    }

    /** What is counted does not tell who there is. */
    @Test
    void aNameThatNobodyHasIsCountedLikeOneThatSomebodyHas() {
        String nobody = "khong.co" + name;
        long before = rows();
        signIn.verify(name, "sai", here);
        long ofSomebody = rows() - before;
        signIn.verify(nobody, "sai", here);
        assertEquals(ofSomebody, rows() - before - ofSomebody + 1, "the address is counted once");
    }

    private long rows() {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT COUNT(*) FROM sign_in_failure").mapTo(Long.class).one());
    }

    @Test
    void successForgetsEarlierFailures() {
        for (int i = 0; i < 4; i++) {
            signIn.verify(name, "sai", here);
        }
        assertTrue(signIn.verify(name, "Mật khẩu rất dài", here));
        for (int i = 0; i < 4; i++) {
            assertFalse(signIn.verify(name, "sai", here));
        }
        assertTrue(signIn.verify(name, "Mật khẩu rất dài", here));
        assertEquals("Đặng Nhập", signIn.find(name).orElseThrow().fullName());
    }
}
