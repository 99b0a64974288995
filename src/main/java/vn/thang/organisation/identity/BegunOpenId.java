package vn.thang.organisation.identity;

import java.io.Serializable;
import java.net.URI;
import java.time.Instant;

/**
 * A way to a provider and back that somebody has begun in this session, and that nobody else can end.
 *
 * @param address    where the browser goes
 * @param invitation link by which the account is connected; null where there is none
 * @param own        whether the account is connected to the person who is signed in
 */
record BegunOpenId(String provider, URI address, URI back, String state, String nonce, String verifier,
        String invitation,
        boolean own, Instant at) implements Serializable {

    /** Without what proves that the session began it. */
    @Override
    public String toString() {
        return provider + " at " + at;
    }
}
