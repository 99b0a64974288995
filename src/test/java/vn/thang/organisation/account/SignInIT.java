package vn.thang.organisation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.TransactionFixture;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.security.PasswordHash;

@ExtendWith(ArquillianExtension.class)
class SignInIT {

    @Inject
    private SignIn signIn;

    @Inject
    private People people;

    private final TransactionFixture transaction = new TransactionFixture();

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
        assertTrue(signIn.verify(name, "Mật khẩu rất dài"));
        assertTrue(
                signIn.verify(name, java.text.Normalizer.normalize("Mật khẩu rất dài", java.text.Normalizer.Form.NFD)));
        assertFalse(signIn.verify(name, "Mat khau rat dai"));
        assertFalse(signIn.verify("khong.co", "Mật khẩu rất dài"));
    }

    @Test
    void locksAfterFiveFailuresEvenForTheRightPassword() {
        for (int i = 0; i < Person.FAILURES_BEFORE_LOCK; i++) {
            assertFalse(signIn.isLocked(name));
            assertFalse(signIn.verify(name, "sai"));
        }
        assertTrue(signIn.isLocked(name));
        assertFalse(signIn.verify(name, "Mật khẩu rất dài"));
    }

    @Test
    void successForgetsEarlierFailures() {
        for (int i = 0; i < Person.FAILURES_BEFORE_LOCK - 1; i++) {
            signIn.verify(name, "sai");
        }
        assertTrue(signIn.verify(name, "Mật khẩu rất dài"));
        assertFalse(signIn.verify(name, "sai"));
        assertFalse(signIn.isLocked(name));
        assertEquals("Đặng Nhập", signIn.find(name).orElseThrow().fullName());
    }
}
