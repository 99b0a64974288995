package vn.thang.security;

import java.util.Optional;

/** What signing in asks of whoever keeps the accounts. It stands here so that security needs to know no other feature. */
public interface SignIns {

    /** Says whether the password is right and the account active and open, and counts failures. */
    boolean verify(String username, String password);

    /** Finds the person with today's roles; empty when the name is unknown or the account no longer active. */
    Optional<SignedIn> find(String username);

    /** Finds the person with this id likewise. */
    Optional<SignedIn> find(long personId);
}
