package vn.thang.organisation.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import vn.thang.organisation.guess.GuessCount;
import vn.thang.organisation.guess.Guesses;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.security.Caller;
import vn.thang.security.entrance.PasswordHash;
import vn.thang.security.session.SessionKeeping;

/**
 * Asks a person who is signed in for the password before what could shut them out. Guesses are counted, and close nothing but
 * this. It needs no permission: use cases say who asks. Hashing is done between transactions.
 */
@ApplicationScoped
@Transactional
public class OwnPassword {

    @Inject
    private People people;

    @Inject
    private Guesses guesses;

    @Inject
    private SessionKeeping sessions;

    @Inject
    private Caller caller;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private OwnPassword transaction;

    /** Whether the person who is signed in has a password, which is asked for then. */
    public boolean isAsked() {
        return people.get(caller.me()).passwordHash() != null;
    }

    /**
     * Asks for the password before something that outlives the session; who has none has to have signed in a short while ago.
     *
     * @throws Faults.Refused    when it is not the password; the fault is of the field that gave it
     * @throws BusinessException when there is none, and the person signed in longer ago
     */
    @Transactional(TxType.NEVER)
    public void confirm(String password, String field) {
        Faults faults = new Faults();
        confirm(faults, password, field);
        faults.refuse();
    }

    /** Takes up likewise what is wrong with the password that was given. */
    @Transactional(TxType.NEVER)
    public void confirm(Faults faults, String password, String field) {
        if (transaction.isAsked()) {
            check(faults, caller.me(), password, field);
        } else {
            sessions.requireFresh();
        }
    }

    /** Takes up what is wrong with the password that was given. */
    @Transactional(TxType.NEVER)
    public void check(Faults faults, long person, String password, String field) {
        Known known = transaction.known(person);
        GuessCount attempt = GuessCount.own(known.username());
        boolean admitted = guesses.admits(attempt, List.of());
        boolean right = known.hash() != null && password != null && PasswordHash.matches(password, known.hash());
        if (!admitted) {
            faults.require(false, field, "login.wait", Guesses.TIME.toMinutes());
        } else if (right) {
            guesses.right(attempt);
        } else {
            faults.require(false, field, "organisation.password.present");
        }
    }

    /** What an attempt is compared with. */
    public record Known(String username, String hash) {
    }

    public Known known(long person) {
        Person one = people.get(person);
        return new Known(one.username(), one.passwordHash());
    }
}
