package vn.thang.organisation.passkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.platform.BusinessException;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;
import vn.thang.security.session.OpenSessions;

/**
 * Shows by a passkey who somebody is. It needs no permission: the device answers to a challenge of this session alone, after it
 * has recognised its owner, so that a passkey takes the place of password and second factor.
 */
@ApplicationScoped
@Transactional
public class PasskeyProof {

    @Inject
    private Passkeys passkeys;

    @Inject
    private PasskeyCheck check;

    @Inject
    private PasswordLinks links;

    @Inject
    private People people;

    @Inject
    private SignIns signIns;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountEvent> events;

    /** Whether the person has one. */
    public boolean isHeld(long person) {
        return !passkeys.credentials(person).isEmpty();
    }

    /** Lists by what the devices of a person find their keys. */
    public List<byte[]> credentials(long person) {
        return passkeys.credentials(person);
    }

    /** Returns by what the devices of a person know them, which is the same for all; empty before the first passkey. */
    public Optional<byte[]> handle(long person) {
        return passkeys.handle(person);
    }

    /** Finds whose passkey has answered. */
    public SignedIn signIn(PasskeyAnswer answer) {
        return signIns.find(used(answer).personId()).orElseThrow(() -> new BusinessException("passkey.closed"));
    }

    /** @throws BusinessException when it is none of this person that has answered */
    public void prove(long person, PasskeyAnswer answer) {
        if (used(answer).personId() != person) {
            throw new BusinessException("passkey.foreign");
        }
    }

    private Passkeys.Stored used(PasskeyAnswer answer) {
        Passkeys.Stored stored = passkeys.lock(check.credential(answer))
                .orElseThrow(() -> new BusinessException("passkey.unknown"));
        passkeys.used(stored.id(), check.shown(answer, stored), now());
        return stored;
    }

    /**
     * Returns the person of an invitation who may make a passkey in place of a password; empty when it is over, and for whoever
     * has a second factor, which a letter alone does not get round.
     */
    public Optional<Named> invited(String invitation) {
        return links.person(invitation).filter(one -> signIns.find(one.id()).filter(signIns::asksForFactor).isEmpty())
                .map(one -> new Named(one.id(), one.username(), one.fullName()));
    }

    /** Somebody for whom a passkey is made. */
    public record Named(long id, String username, String fullName) {
    }

    /** Makes the passkey of the person of an invitation, which is over then, and lets them in. */
    public SignedIn accept(String invitation, byte[] handle, PasskeyAnswer answer, String name) {
        Person person = people.get(links.spend(invitation));
        if (signIns.asksForFactor(signedIn(person))) {
            throw new BusinessException("passkey.factor");
        }
        add(person, handle, answer, name);
        sessions.endAll(person.id());
        return signedIn(person); // who they are since they took the account up
    }

    private SignedIn signedIn(Person person) {
        return signIns.find(person.id()).orElseThrow(() -> new BusinessException("passkey.closed"));
    }

    /** Stores a passkey that was made for this person. */
    void add(Person person, byte[] handle, PasskeyAnswer answer, String name) {
        MadePasskey made = check.made(answer);
        if (passkeys.lock(made.credential()).isPresent()) {
            throw new BusinessException("passkey.taken");
        }
        person.takeUp(now());
        people.flush();
        passkeys.add(person.id(), passkeys.handle(person.id()).orElse(handle), made, name, now());
        events.fire(new AccountEvent.PasskeyAdded(person.id(), name));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
