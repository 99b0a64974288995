package vn.thang.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fingerprints of contents by SHA-256, which every Java has. */
public final class Sha256 {

    private Sha256() {
    }

    /** Begins a fingerprint of several parts. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] of(byte[] content) {
        return begin().digest(content);
    }

    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a secret has this fingerprint; how long the answer takes tells nobody how near they are. */
    public static boolean isOf(String fingerprint, String secret) {
        return MessageDigest.isEqual(fingerprint.getBytes(StandardCharsets.US_ASCII),
                hex(secret).getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns the fingerprint in 64 small letters and digits. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }

    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
