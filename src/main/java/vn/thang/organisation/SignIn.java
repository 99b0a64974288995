package vn.thang.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.thang.security.PasswordHash;
import vn.thang.security.SignedIn;

/** Lets people in: the one use case that needs no permission. Five failures close an account for a quarter of an hour. */
@ApplicationScoped
@Transactional
public class SignIn {

    /** Checked in place of a missing hash, so that an unknown name takes as long as a wrong password. */
    private static final String NOBODY = PasswordHash.of("nobody");

    @Inject
    private People people;

    @Inject
    private Clock clock;

    /** Whether the password is right and the account active and open; counts failures. */
    public boolean verify(String username, String password) {
        Optional<Person> known = people.find(username).filter(Person::active);
        boolean right = PasswordHash.matches(password, known.map(Person::passwordHash).orElse(NOBODY));
        if (known.isEmpty()) {
            return false;
        }
        Person person = people.findLocked(username).orElseThrow();
        if (person.isLocked(clock.instant())) {
            return false;
        }
        if (!right) {
            person.failed(clock.instant());
            return false;
        }
        if (person.failedSignIns() > 0) {
            person.succeeded();
        }
        return true;
    }

    public boolean isLocked(String username) {
        return people.find(username).filter(person -> person.isLocked(clock.instant())).isPresent();
    }

    /** The person with today's roles; empty when unknown or no longer active. */
    public Optional<SignedIn> find(String username) {
        return people.find(username).filter(Person::active).map(person -> new SignedIn(person.id(), person.username(),
                person.fullName(), person.language(), people.grants(person.id(), LocalDate.now(clock))));
    }
}
