package vn.thang.organisation.people;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.platform.BusinessException;

class PasswordsTest {

    @ParameterizedTest
    @CsvSource({"mười một ký,short", "xin CanBo chào bạn,name", "aaaaaaaaaaaaaa,same", "abababababab,same"})
    void refusesWeakOnes(String password, String reason) {
        assertEquals("organisation.password." + reason,
                assertThrows(BusinessException.class, () -> Passwords.check("canbo", password)).key());
    }

    /** What people choose, and how it is found out; with the marks of Vietnamese and without. */
    @ParameterizedTest
    @CsvSource({"123456789012,word", "password1234,word", "mậtkhẩu123456,own", "vietnam123456,own",
            "abcdefghijkl,sequence", "1q2w3e4r5t6y7u,word", "abcdeabcdeabcde,repeat", "mật khẩu dài,own",
            "laocai2026!!,own", "Trịnh Quý 123,own", "Thang2026!!!,own", "lkjhgfdsazxcvb,keys"})
    void refusesWhatIsSoonGuessed(String password, String by) {
        String key = assertThrows(BusinessException.class,
                () -> Passwords.check("canbo", password, "Trịnh Văn Quý", "quy@laocai.gov.vn", "15", "Tỉnh Lào Cai"))
                .key();
        assertEquals("organisation.password.trivial-" + by, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mật khẩu đủ dài rồi", "một câu không ai đoán ra", "ngựa pin kẹp giấy đúng",
            "một mật khẩu mới tinh",
            "Thang-demo-2026"})
    void acceptsWhatIsNotSoonGuessed(String password) {
        assertDoesNotThrow(() -> Passwords.check("canbo", password, "Trịnh Văn Quý", null, "15", "Tỉnh Lào Cai"));
    }

    /** Guessing at a long one takes long, too: only its beginning is looked at. */
    @Test
    void aLongPasswordTakesNoLongTime() {
        String longest = "ab12CD!x9".repeat(22);
        assertTimeout(Duration.ofSeconds(5), () -> Passwords.check("canbo", longest));
    }

    @Test
    void acceptsLongOnesUpToALimit() {
        assertDoesNotThrow(() -> Passwords.check("canbo", "câu dài riêng"));
        assertEquals("organisation.password.long",
                assertThrows(BusinessException.class, () -> Passwords.check("canbo", "abcdefgh".repeat(26))).key());
    }
}
