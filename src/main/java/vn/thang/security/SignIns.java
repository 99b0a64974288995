package vn.thang.security;

import java.util.Optional;

/** What signing in asks of whoever keeps the accounts. It stands here so that security needs to know no other feature. */
public interface SignIns {

    /** Says whether the password is right and the account active, and counts failures by where they come from. */
    boolean verify(String username, String password, Whence whence);

    /** Finds the person with today's roles; empty when the name is unknown or the account no longer active. */
    Optional<SignedIn> find(String username);

    /** Whether the person has a second factor, which is asked for after the password. */
    boolean asksForFactor(SignedIn person);

    /** @throws vn.thang.platform.BusinessException when this is no code that the person has now */
    void proveFactor(SignedIn person, String code, Whence whence);

    /** Returns the code that the demonstration shows in place of a telephone; empty everywhere else. */
    Optional<String> codeOfDemonstration(SignedIn person);

    /** Whether the demonstration shows the codes of the person. */
    boolean isOfDemonstration(SignedIn person);

    /** Lets nobody else make something for this person until the end of the transaction. */
    void alone(long personId);

    /**
     * Asks the person who is signed in for the password before something that outlives the session; who has none has to have
     * signed in a short while ago. Hashing is done between transactions.
     *
     * @throws vn.thang.platform.BusinessException when it is not the password, with a fault of the field that gave it
     */
    void confirm(String password, String field);

    /** Finds the person with this id likewise. */
    Optional<SignedIn> find(long personId);
}
