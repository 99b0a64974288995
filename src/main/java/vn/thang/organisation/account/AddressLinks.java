package vn.thang.organisation.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.AddressChanges;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Unguessable;
import vn.thang.security.session.OpenSessions;

/**
 * Links by which people confirm an address that they gave, from there. A secret is made in the moment in which its letter goes
 * out. These use cases need no permission: who has the secret reads what is sent to the address.
 */
@ApplicationScoped
@Transactional
public class AddressLinks {

    static final Duration TIME = Duration.ofDays(1);
    private static final int SECRET_BYTES = 32;

    @Inject
    private AddressConfirmations confirmations;

    @Inject
    private AddressChanges changes;

    @Inject
    private People people;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountEvent> events;

    /** Returns the secret for a letter to this address; empty when the person does not wait for it any more. */
    public Optional<String> issue(long person, String wanted) {
        String secret = Unguessable.text(SECRET_BYTES);
        return confirmations.issue(person, wanted, secret, now()) ? Optional.of(secret) : Optional.empty();
    }

    /** Returns which address a secret confirms; empty when it is over. */
    public Optional<String> wanted(String secret) {
        return secret == null ? Optional.empty()
                : confirmations.find(secret, now()).map(AddressConfirmations.Confirmed::wanted);
    }

    /** Puts the address in the place of the one before, which is told; all sessions of the person end. */
    public void confirm(String secret) {
        AddressConfirmations.Confirmed one = Optional.ofNullable(secret)
                .flatMap(given -> confirmations.find(given, now()))
                .orElseThrow(() -> new BusinessException("address.over"));
        if (!confirmations.drop(one.personId())) {
            throw new BusinessException("address.over");
        }
        Person person = people.get(one.personId());
        String before = person.email();
        person.describe(person.fullName(), one.wanted(), person.language(), person.active());
        people.flush();
        changes.drop(person.id());
        sessions.endAll(person.id());
        events.fire(new AccountEvent.AddressChanged(person.id(), before));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
