package vn.thang.organisation.passkey;

import static vn.thang.security.Permission.CONTRIBUTE;
import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.OwnPassword;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.WaysIn;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.SignIns;
import vn.thang.security.session.SessionKeeping;

/** The passkeys of people who are signed in: they make one with the password, call it something, and take it away. */
@ApplicationScoped
@Transactional
public class OwnPasskeys {

    private static final int LONGEST_NAME = 80;
    private static final int MOST = 10;

    @Inject
    private Passkeys passkeys;

    @Inject
    private PasskeyProof proof;

    @Inject
    private OwnPassword password;

    @Inject
    private WaysIn ways;

    @Inject
    private People people;

    @Inject
    private SessionKeeping sessions;

    @Inject
    private SignIns signIns;

    @Inject
    private Caller caller;

    @Inject
    private Event<AccountEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private OwnPasskeys transaction;

    @Requires({VIEW, CONTRIBUTE})
    public List<PasskeyLine> list() {
        return passkeys.list(caller.me());
    }

    /** Returns for whom a passkey would be made. */
    @Requires({VIEW, CONTRIBUTE})
    public PasskeyProof.Named named() {
        Person person = people.get(caller.me());
        return new PasskeyProof.Named(person.id(), person.username(), person.fullName());
    }

    /** The password is hashed between transactions. All other sessions of the person end. */
    @Requires({VIEW, CONTRIBUTE})
    @Transactional(TxType.NEVER)
    public void add(byte[] handle, PasskeyAnswer answer, String name, String present) {
        String called = GivenText.required(name, LONGEST_NAME, "passkey.name-missing");
        password.confirm(present, "passkeyPassword");
        transaction.put(handle, answer, called);
    }

    /** Stores it: the second half of making one. */
    @Requires({VIEW, CONTRIBUTE})
    public void put(byte[] handle, PasskeyAnswer answer, String name) {
        signIns.alone(caller.me());
        if (passkeys.count(caller.me()) >= MOST) {
            throw new BusinessException("passkey.many", MOST);
        }
        proof.add(people.get(caller.me()), handle, answer, name);
        sessions.endOthers();
    }

    /** All other sessions of the person end. The last way in stays. */
    @Requires({VIEW, CONTRIBUTE})
    public void remove(long id) {
        Person person = people.get(caller.me());
        List<PasskeyLine> held = passkeys.list(person.id());
        PasskeyLine one = held.stream().filter(passkey -> passkey.id() == id).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("passkey.not-yours"));
        ways.keepOne(person.id());
        passkeys.remove(person.id(), id);
        sessions.endOthers();
        events.fire(new AccountEvent.PasskeyRemoved(person.id(), one.name()));
    }
}
