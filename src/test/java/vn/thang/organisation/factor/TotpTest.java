package vn.thang.organisation.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** Appendix B of RFC 6238. */
    @ParameterizedTest
    @CsvSource({"59,94287082,46119246,90693936", "1111111109,07081804,68084774,25091201",
            "1111111111,14050471,67062674,99943326", "1234567890,89005924,91819424,93441116",
            "2000000000,69279037,90698825,38618901", "20000000000,65353130,77737706,47863826"})
    void codesAreThoseOfTheStandard(long second, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(second));
        assertEquals(sha1, Totp.code("HmacSHA1", SECRET, step, 8));
        assertEquals(sha256, Totp.code("HmacSHA256", repeated(32), step, 8));
        assertEquals(sha512, Totp.code("HmacSHA512", repeated(64), step, 8));
        assertEquals(sha1.substring(2), Totp.code(SECRET, step));
    }

    @Test
    void aClockMayBeOneStepWrongAndNotTwo() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.step(now);
        for (long other = step - 3; other <= step + 3; other++) {
            OptionalLong wanted = Math.abs(other - step) <= 1 ? OptionalLong.of(other) : OptionalLong.empty();
            assertEquals(wanted, Totp.stepOf(SECRET, Totp.code(SECRET, other), now, 0), "step " + (other - step));
        }
    }

    @Test
    void aCodeIsTakenOnceAndNoneBeforeIt() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.step(now);
        assertEquals(OptionalLong.of(step), Totp.stepOf(SECRET, Totp.code(SECRET, step), now, step - 1));
        assertEquals(OptionalLong.empty(), Totp.stepOf(SECRET, Totp.code(SECRET, step), now, step));
        assertEquals(OptionalLong.empty(), Totp.stepOf(SECRET, Totp.code(SECRET, step - 1), now, step));
        assertEquals(OptionalLong.of(step + 1), Totp.stepOf(SECRET, Totp.code(SECRET, step + 1), now, step));
    }

    @Test
    void whatWouldBeTakenNextIsKnown() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.step(now);
        assertEquals(OptionalLong.of(step), Totp.usable(now, 0));
        assertEquals(OptionalLong.of(step + 1), Totp.usable(now, step));
        assertEquals(OptionalLong.empty(), Totp.usable(now, step + 1));
    }

    private static byte[] repeated(int length) {
        byte[] long64 = "12345678901234567890".repeat(4).getBytes(StandardCharsets.US_ASCII);
        return java.util.Arrays.copyOf(long64, length);
    }
}
