package vn.thang.organisation.identity;

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
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.session.SessionKeeping;

/** The accounts at providers by which people who are signed in sign in: they connect one with the password, and take it off. */
@ApplicationScoped
@Transactional
public class OwnIdentities {

    @Inject
    private Identities identities;

    @Inject
    private OpenIdSignIn signIn;

    @Inject
    private WaysIn ways;

    @Inject
    private OwnPassword password;

    @Inject
    private People people;

    @Inject
    private SessionKeeping sessions;

    @Inject
    private Caller caller;

    @Inject
    private Event<AccountEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private OwnIdentities transaction;

    @Requires({VIEW, CONTRIBUTE})
    public List<OwnIdentity> list() {
        return identities.list(caller.me());
    }

    /** The password is hashed between transactions. */
    @Requires({VIEW, CONTRIBUTE})
    @Transactional(TxType.NEVER)
    public void connect(Proven proven, String present) {
        password.confirm(present, "present");
        transaction.put(proven);
    }

    /** Connects the account: the second half of it. All other sessions of the person end. */
    @Requires({VIEW, CONTRIBUTE})
    public void put(Proven proven) {
        signIn.connect(people.get(caller.me()), proven);
        sessions.endOthers();
    }

    /** All other sessions of the person end. The last way in stays. */
    @Requires({VIEW, CONTRIBUTE})
    public void remove(long id) {
        Person person = people.get(caller.me());
        List<OwnIdentity> held = identities.list(person.id());
        OwnIdentity one = held.stream().filter(identity -> identity.id() == id).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("openid.not-yours"));
        ways.keepOne(person.id());
        identities.remove(person.id(), id);
        sessions.endOthers();
        events.fire(new AccountEvent.IdentityRemoved(person.id(), one.issuer(), one.shown()));
    }
}
