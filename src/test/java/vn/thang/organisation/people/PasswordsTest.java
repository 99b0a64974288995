package vn.thang.organisation.people;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.platform.BusinessException;

class PasswordsTest {

    @ParameterizedTest
    @CsvSource({"mười một ký,short", "xin CanBo chào bạn,name", "aaaaaaaaaaaaaa,same", "abababababab,same"})
    void refusesWeakOnes(String password, String reason) {
        assertEquals("organisation.password." + reason,
                assertThrows(BusinessException.class, () -> Passwords.check("canbo", password)).key());
    }

    @Test
    void acceptsLongOnesUpToALimit() {
        assertDoesNotThrow(() -> Passwords.check("canbo", "mật khẩu dài"));
        assertEquals("organisation.password.long",
                assertThrows(BusinessException.class, () -> Passwords.check("canbo", "abcdefgh".repeat(26))).key());
    }
}
