package vn.thang.organisation.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A secret that a telephone takes over, as letters or as a picture. */
public record FactorSecret(String username, String letters) {

    private static final String ISSUER = "Thang";

    /** Returns the letters in groups that can be typed. */
    public String groups() {
        return letters.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** Returns the address that applications on telephones read from the picture. */
    public String address() {
        return "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "?secret="
                + letters + "&issuer=" + ISSUER + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.SECONDS;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "secret of " + username;
    }
}
