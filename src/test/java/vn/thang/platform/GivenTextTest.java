package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTextTest {

    private static final String KEY = "stage.reason";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n", "sáu ký"})
    void aTextThatIsNotGivenOrTooLongIsRefusedWithTheNumber(String text) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> GivenText.required(text, 5, KEY));
        assertTrue(Texts.text(Locale.ENGLISH, refusal.key(), refusal.arguments()).contains("5"));
    }

    @Test
    void theSpaceAroundATextDoesNotCount() {
        assertEquals("năm k", GivenText.required("  năm k \n", 5, KEY));
        assertEquals("năm k", GivenText.optional("  năm k \n", 5, KEY));
    }

    @Test
    void whatMayBeLeftOutIsNothingWhereItIsBlank() {
        assertNull(GivenText.optional(null, 5, KEY));
        assertNull(GivenText.optional(" \t", 5, KEY));
        assertThrows(BusinessException.class, () -> GivenText.optional("sáu ký", 5, KEY));
    }
}
