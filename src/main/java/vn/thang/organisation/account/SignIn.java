package vn.thang.organisation.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.thang.organisation.agency.OrganisationEvent;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.security.PasswordHash;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;

/** Lets people in: the one use case that needs no permission. Five failures close an account for a quarter of an hour. */
@ApplicationScoped
@Transactional
public class SignIn implements SignIns {

    /** Checked in place of a missing hash, so that an unknown name takes as long as a wrong password. */
    private static final String NOBODY = PasswordHash.of("nobody");

    @Inject
    private People people;

    @Inject
    private Clock clock;

    @Inject
    private Event<OrganisationEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private SignIn transaction;

    /**
     * {@inheritDoc} The password is hashed between two short transactions, because hashing takes long: whoever waits for
     * it holds no connection that others wait for.
     */
    @Override
    @Transactional(TxType.NEVER)
    public boolean verify(String username, String password) {
        Optional<String> hash = transaction.hash(username);
        boolean right = PasswordHash.matches(password, hash.orElse(NOBODY));
        return hash.isPresent() && transaction.count(username, hash.get(), right);
    }

    /** Returns the hash of the password of an active account: the first half of verifying. */
    public Optional<String> hash(String username) {
        return people.find(username).filter(Person::active).map(Person::passwordHash);
    }

    /** Counts an attempt whose password was compared with this hash and says whether it lets the person in. */
    public boolean count(String username, String hash, boolean right) {
        Person person = people.findLocked(username).orElseThrow();
        if (!person.active() || person.isLocked(clock.instant())) {
            return false;
        }
        if (!right) {
            person.failed(clock.instant());
            if (person.isLocked(clock.instant())) {
                events.fire(new OrganisationEvent.AccountLocked(person.id()));
            }
            return false;
        }
        if (!person.passwordHash().equals(hash)) {
            return false; // the password was changed meanwhile
        }
        if (person.failedSignIns() > 0) {
            person.succeeded();
        }
        return true;
    }

    /** Says whether the account is closed for a while after too many failures; nobody is told who is not signed in to it. */
    public boolean isLocked(String username) {
        return people.find(username).filter(person -> person.isLocked(clock.instant())).isPresent();
    }

    /** {@inheritDoc} One statement needs no transaction of its own, which would cost three more. */
    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<SignedIn> find(String username) {
        return people.signedIn(username, LocalDate.now(clock));
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<SignedIn> find(long personId) {
        return people.signedIn(personId, LocalDate.now(clock));
    }
}
