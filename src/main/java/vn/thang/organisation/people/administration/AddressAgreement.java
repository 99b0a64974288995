package vn.thang.organisation.people.administration;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.AddressChange;
import vn.thang.organisation.people.AddressChanges;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.session.OpenSessions;

/**
 * How a second administrator agrees to the new address of a person, where the person cannot. Until then letters, and with them
 * links for the password, go to the address before.
 */
@ApplicationScoped
@Transactional
@Requires(ADMINISTER)
public class AddressAgreement {

    @Inject
    private AddressChanges changes;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private People people;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Caller caller;

    @Inject
    private Event<AccountEvent> events;

    /** Returns what waits for somebody to agree. */
    @Requires(ADMINISTER)
    public Optional<AddressChange> find(long person) {
        return changes.find(administration.get(person).id());
    }

    /** Whether the caller may agree: neither who wrote the address down nor the person themselves here. */
    @Requires(ADMINISTER)
    public boolean isMine(long person) {
        return find(person).filter(change -> !Long.valueOf(change.askedBy()).equals(caller.personId())
                && !Long.valueOf(person).equals(caller.personId())).isPresent();
    }

    /**
     * The letters of the person go there from now on.
     *
     * @param wanted the address that was agreed to, in whose place another one may have been written down since
     */
    @Requires(ADMINISTER)
    public void agree(long id, String wanted) {
        AddressChange change = find(id).filter(one -> one.wanted().equals(wanted))
                .orElseThrow(() -> new BusinessException("organisation.address.none"));
        if (!isMine(id)) {
            throw new BusinessException.Forbidden("organisation.address.second");
        }
        Person person = people.get(id);
        String before = person.email();
        person.describe(person.fullName(), change.wanted(), person.language(), person.active());
        people.flush();
        changes.drop(id);
        sessions.endAll(id);
        events.fire(new AccountEvent.AddressChanged(id, before));
    }

    /** Lets the address stay as it is. */
    @Requires(ADMINISTER)
    public void drop(long id) {
        find(id).orElseThrow(() -> new BusinessException("organisation.address.none"));
        changes.drop(id);
        events.fire(new AccountEvent.AddressKept(id));
    }
}
