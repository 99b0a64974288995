package vn.thang.organisation.account;

import static vn.thang.security.Permission.CONTRIBUTE;
import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.MembershipLine;
import vn.thang.organisation.people.OwnPassword;
import vn.thang.organisation.people.Passwords;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.administration.PersonDetail;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.Texts;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.entrance.PasswordHash;
import vn.thang.security.session.SessionKeeping;

/** What people change about their own account. */
@ApplicationScoped
@Transactional
public class Account {

    @Inject
    private People people;

    @Inject
    private OwnPassword password;

    @Inject
    private SessionKeeping sessions;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Event<AccountEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private Account transaction;

    /**
     * The present password is asked for, and guesses at it are counted. Hashing is done between transactions. Every other session
     * of the account, and every token of its programs, is over then.
     *
     * @return when the password was changed, by which the present session goes on
     */
    @Requires({VIEW, CONTRIBUTE})
    @Transactional(TxType.NEVER)
    public Instant changePassword(String present, String wanted, String repeated) {
        PersonDetail person = transaction.get();
        Faults faults = new Faults();
        password.check(faults, person.id(), present, "present");
        faults.check("wanted", () -> Passwords.check(person.username(), wanted, person.words()));
        faults.require(wanted != null && wanted.equals(repeated), "repeated", "organisation.password.repeat");
        faults.refuse();
        return transaction.replacePassword(PasswordHash.of(wanted));
    }

    /** Stores the hash of a password that was checked: the second half of changing it. */
    @Requires({VIEW, CONTRIBUTE})
    public Instant replacePassword(String hash) {
        Person person = own();
        person.changePassword(hash, clock.instant());
        people.flush();
        sessions.endAllElse();
        sessions.goOn(person.credentialsAt());
        events.fire(new AccountEvent.PasswordChanged(person.id()));
        return person.credentialsAt();
    }

    @Requires({VIEW, CONTRIBUTE})
    public void changeLanguage(String language) {
        Person person = own();
        person.describe(person.fullName(), person.email(), Texts.language(language).getLanguage(), person.active());
        people.flush();
    }

    @Requires({VIEW, CONTRIBUTE})
    public PersonDetail get() {
        Person person = own();
        return new PersonDetail(person.id(), person.username(), person.fullName(), person.email(), person.language(),
                person.active(), false, person.version(),
                people.memberships(person).stream().map(MembershipLine::of).toList());
    }

    private Person own() {
        if (caller.personId() == null) {
            throw new BusinessException.Forbidden("security.sign-in");
        }
        return people.get(caller.personId());
    }
}
