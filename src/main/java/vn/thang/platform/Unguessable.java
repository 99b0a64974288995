package vn.thang.platform;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody can guess, written so that addresses, cookies and headers take it as it is. */
public final class Unguessable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Unguessable() {
    }

    /** @param bytes how many random bytes stand behind it */
    public static String text(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
