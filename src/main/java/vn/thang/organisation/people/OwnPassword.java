package vn.thang.organisation.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import vn.thang.organisation.guess.Counted;
import vn.thang.organisation.guess.Guesses;
import vn.thang.platform.Faults;
import vn.thang.security.entrance.PasswordHash;

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

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private OwnPassword transaction;

    /** @throws Faults.Refused when it is not the password of the person; the fault is of the field that gave it */
    @Transactional(TxType.NEVER)
    public void require(long person, String password, String field) {
        Faults faults = new Faults();
        check(faults, person, password, field);
        faults.refuse();
    }

    /** Takes up what is wrong with the password that was given. */
    @Transactional(TxType.NEVER)
    public void check(Faults faults, long person, String password, String field) {
        Known known = transaction.known(person);
        Counted attempt = Counted.own(known.username());
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
