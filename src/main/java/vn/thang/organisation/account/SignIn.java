package vn.thang.organisation.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.thang.organisation.factor.FactorProof;
import vn.thang.organisation.guess.GuessCount;
import vn.thang.organisation.guess.Guesses;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.OwnPassword;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;
import vn.thang.security.Whence;
import vn.thang.security.entrance.KnownDevices;
import vn.thang.security.entrance.PasswordHash;

/**
 * Lets people in: the one use case that needs no permission. Whoever guesses waits: five failures at a name from one place, a
 * hundred from one address, fifty at one name from wherever its holder never signed in. A browser in which the holder did is
 * counted by itself, so that nobody shuts them out. Names that nobody has are counted and answered as those that somebody has. What was not looked at
 * guessed nothing, and is counted for its own place only: one address alone closes no name.
 */
@ApplicationScoped
@Transactional
public class SignIn implements SignIns {

    /** Checked in place of a missing hash, so that an unknown name takes as long as a wrong password. */
    private static final String NOBODY = PasswordHash.of("nobody");

    @Inject
    private People people;

    @Inject
    private FactorProof factor;

    @Inject
    private OwnPassword own;

    @Inject
    private Guesses guesses;

    @Inject
    private KnownDevices devices;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private SignIn transaction;

    /** What an attempt is compared with. */
    public record Known(long id, String username, String hash) {
    }

    /**
     * {@inheritDoc} The password is hashed between short transactions, because hashing takes long: whoever waits for it holds
     * no connection that others wait for.
     */
    @Override
    @Transactional(TxType.NEVER)
    public boolean verify(String username, String password, Whence whence) {
        Optional<Known> known = transaction.known(username);
        String name = known.map(Known::username).orElse(username.toLowerCase(Locale.ROOT));
        Optional<String> device = known.flatMap(person -> devices.find(whence.devices(), person.id()));
        GuessCount attempt = device.map(one -> GuessCount.known(one, name))
                .orElseGet(() -> GuessCount.from(whence.address(), name));
        List<GuessCount> watched = device.isPresent() ? List.of()
                : List.of(GuessCount.address(whence.address()), GuessCount.name(name));
        boolean admitted = guesses.admits(attempt, watched);
        boolean right = PasswordHash.matches(password, known.map(Known::hash).orElse(NOBODY));
        if (admitted && right && known.isPresent() && transaction.isStill(known.get())) {
            guesses.right(attempt);
            return true;
        }
        boolean closed = admitted && guesses.failed(watched).contains(GuessCount.name(name));
        if (closed && known.isPresent()) {
            transaction.tellClosed(known.get().id());
        }
        return false;
    }

    /** Finds the hash of the password of an active account: the first half of verifying. */
    public Optional<Known> known(String username) {
        return people.find(username).filter(person -> person.active() && person.passwordHash() != null)
                .map(person -> new Known(person.id(), person.username(), person.passwordHash()));
    }

    /** Whether the account is open and its password the same as before it was hashed. */
    public boolean isStill(Known known) {
        return people.find(known.username()).filter(Person::active).map(Person::passwordHash)
                .filter(known.hash()::equals).isPresent();
    }

    /** Tells the trail that nothing more is looked at for a while. */
    public void tellClosed(long person) {
        events.fire(new AccountEvent.AccountLocked(person));
    }

    /** {@inheritDoc} One statement needs no transaction of its own, which would cost three more. */
    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<SignedIn> find(String username) {
        return people.signedIn(username, LocalDate.now(clock));
    }

    @Override
    @Transactional(TxType.NEVER)
    public void confirm(String password, String field) {
        own.confirm(password, field);
    }

    @Override
    public void alone(long personId) {
        people.lock(personId);
    }

    @Override
    public boolean asksForFactor(SignedIn person) {
        return factor.isHeld(person.personId());
    }

    @Override
    public void proveFactor(SignedIn person, String code, Whence whence) {
        factor.prove(person.personId(), person.username(), code, whence);
    }

    @Override
    public Optional<String> codeOfDemonstration(SignedIn person) {
        return factor.ofDemonstration(person.personId());
    }

    @Override
    public boolean isOfDemonstration(SignedIn person) {
        return factor.isOfDemonstration(person.personId());
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<SignedIn> find(long personId) {
        return people.signedIn(personId, LocalDate.now(clock));
    }
}
