package vn.thang.security.session;

import java.io.Serializable;

/**
 * By which way other than the password somebody came in.
 *
 * @param name    of a provider of identities, or of a passkey
 * @param issuer  what the provider calls itself; null where there is none
 * @param subject by which the issuer knows the person; null likewise
 * @param session what the issuer calls its own session, by which it can end this one; null where it does not say
 */
public record Way(String name, String issuer, String subject, String session) implements Serializable {

    public static Way of(String name) {
        return new Way(name, null, null, null);
    }
}
