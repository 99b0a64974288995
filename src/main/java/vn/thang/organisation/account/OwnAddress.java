package vn.thang.organisation.account;

import static vn.thang.security.Permission.CONTRIBUTE;
import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.AddressChange;
import vn.thang.organisation.people.AddressChanges;
import vn.thang.organisation.people.MailAddress;
import vn.thang.organisation.people.OwnPassword;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.session.SessionKeeping;

/**
 * The address to which letters of the own account go: the person changes it with the password and by a letter to the
 * new address, and agrees to what an administrator wrote down or not. Each time the address before is told, and all other sessions end.
 */
@ApplicationScoped
@Transactional
public class OwnAddress {

    @Inject
    private People people;

    @Inject
    private AddressChanges changes;

    @Inject
    private AddressConfirmations confirmations;

    @Inject
    private Clock clock;

    @Inject
    private OwnPassword password;

    @Inject
    private SessionKeeping sessions;

    @Inject
    private Caller caller;

    @Inject
    private Event<AccountEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private OwnAddress transaction;

    /** Returns what an administrator wrote down and the person has not agreed to. */
    @Requires({VIEW, CONTRIBUTE})
    public Optional<AddressChange> asked() {
        return changes.find(caller.me());
    }

    /** The password is hashed between transactions. */
    @Requires({VIEW, CONTRIBUTE})
    @Transactional(TxType.NEVER)
    public void change(String present, String wanted) {
        Faults faults = new Faults();
        String address = faults.take("address", () -> MailAddress.of(wanted));
        faults.require(address != null || wanted != null && !wanted.isBlank(), "address", "organisation.email-missing");
        faults.require(address == null || !address.equals(transaction.present()), "address",
                "organisation.address.same");
        password.confirm(faults, present, "addressPassword");
        faults.refuse();
        transaction.ask(address);
    }

    /** Lets a letter go to the new address, from which it is confirmed: the second half of changing it. */
    @Requires({VIEW, CONTRIBUTE})
    public void ask(String address) {
        confirmations.ask(caller.me(), address, clock.instant().plus(AddressLinks.TIME).truncatedTo(ChronoUnit.MICROS));
        events.fire(new AccountEvent.AddressToConfirm(caller.me(), address));
    }

    /** Returns the address to which letters go; null where there is none. */
    @Requires({VIEW, CONTRIBUTE})
    public String present() {
        return people.get(caller.me()).email();
    }

    /** Returns the address that the person gave and has not confirmed from there. */
    @Requires({VIEW, CONTRIBUTE})
    public Optional<String> unconfirmed() {
        return confirmations.find(caller.me(), clock.instant());
    }

    private void put(String address) {
        Person person = people.get(caller.me());
        String before = person.email();
        if (Objects.equals(before, address)) {
            return;
        }
        person.describe(person.fullName(), address, person.language(), person.active());
        people.flush();
        changes.drop(person.id());
        sessions.endOthers();
        events.fire(new AccountEvent.AddressChanged(person.id(), before));
    }

    /** Agrees to what the administrator wrote down. */
    @Requires({VIEW, CONTRIBUTE})
    public void agree(String wanted) {
        AddressChange change = asked().filter(one -> one.wanted().equals(wanted))
                .orElseThrow(() -> new BusinessException("organisation.address.none"));
        put(change.wanted());
    }

    /** Lets the address stay as it is. */
    @Requires({VIEW, CONTRIBUTE})
    public void keep() {
        asked().orElseThrow(() -> new BusinessException("organisation.address.none"));
        changes.drop(caller.me());
        events.fire(new AccountEvent.AddressKept(caller.me()));
    }
}
