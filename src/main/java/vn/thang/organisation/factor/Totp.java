package vn.thang.organisation.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that follow from a secret and the time (RFC 6238), as the applications on telephones make them: six digits, thirty
 * seconds, SHA-1. A code of the step before or after is taken too, since clocks differ; none is taken twice.
 */
final class Totp {

    static final int DIGITS = 6;
    static final int SECONDS = 30;
    private static final int CLOCKS_DIFFER_BY = 1;
    private static final int SIGN = 0x7fffffff;

    private Totp() {
    }

    /** Returns in which step a moment lies. */
    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    /** Returns the code of a step. */
    static String code(byte[] secret, long step) {
        return code("HmacSHA1", secret, step, DIGITS);
    }

    static String code(String algorithm, byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & SIGN;
            return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Finds the step to which a code belongs that is shown now.
     *
     * @param last the step of the code that was taken last: neither that code nor an earlier one is taken any more
     */
    static OptionalLong stepOf(byte[] secret, String code, Instant now, long last) {
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - CLOCKS_DIFFER_BY; step <= step(now) + CLOCKS_DIFFER_BY; step++) {
            boolean same = MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.US_ASCII),
                    code.getBytes(StandardCharsets.UTF_8));
            if (same && step > last && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** Finds the earliest step whose code would be taken now; empty where all of them were used. */
    static OptionalLong usable(Instant now, long last) {
        long step = Math.max(step(now), last + 1);
        return step <= step(now) + CLOCKS_DIFFER_BY ? OptionalLong.of(step) : OptionalLong.empty();
    }
}
