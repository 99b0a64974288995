package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String SECRET = "Bearer khóa-bí-mật";
    private static final String PLACE = "cong https://data.example.vn";

    private final Sealing sealing = new Sealing(KEY);

    @Test
    void whatIsSealedOpensWithTheSameKeyAndPlaceAlone() throws Exception {
        byte[] sealed = sealing.seal(SECRET, PLACE);
        assertEquals(SECRET, sealing.open(sealed, PLACE));
        assertThrows(GeneralSecurityException.class, () -> sealing.open(sealed, "cong https://elsewhere.example.vn"));
        byte[] other = KEY.clone();
        other[0]++;
        assertThrows(GeneralSecurityException.class, () -> new Sealing(other).open(sealed, PLACE));
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThrows(GeneralSecurityException.class, () -> sealing.open(altered, PLACE));
        }
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertFalse(Arrays.equals(sealing.seal(SECRET, PLACE), sealing.seal(SECRET, PLACE)));
        assertFalse(new String(sealing.seal(SECRET, PLACE), StandardCharsets.ISO_8859_1).contains("Bearer"));
    }

    @Test
    void aNewKeyBeforeTheOldOneSealsAndBothOpen() throws Exception {
        byte[] newer = KEY.clone();
        newer[0]++;
        byte[] before = sealing.seal(SECRET, PLACE);
        Sealing both = new Sealing(newer, KEY);
        assertEquals(SECRET, both.open(before, PLACE));
        byte[] after = both.seal(SECRET, PLACE);
        assertEquals(SECRET, new Sealing(newer).open(after, PLACE));
        assertThrows(GeneralSecurityException.class, () -> sealing.open(after, PLACE));
        assertThrows(GeneralSecurityException.class, () -> both.open(before, "elsewhere"));
    }

    @Test
    void shortKeysAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sealing(new byte[16]));
        assertThrows(IllegalArgumentException.class, () -> new Sealing(KEY, new byte[16]));
        assertThrows(IllegalArgumentException.class, () -> new Sealing(new byte[0][]));
    }
}
