package vn.thang.organisation.factor;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.session.OpenSessions;

/**
 * Takes the second factor from somebody who lost it. The person is told by a letter, all of their sessions end, and the
 * administrator does not do so for themselves.
 */
@ApplicationScoped
@Transactional
@Requires(ADMINISTER)
public class FactorReset {

    @Inject
    private SecondFactors factors;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Caller caller;

    @Inject
    private Event<AccountEvent> events;

    /** Whether there is something to take away. */
    @Requires(ADMINISTER)
    public boolean isHeld(long person) {
        return factors.find(administration.get(person).id()).filter(SecondFactors.Stored::confirmed).isPresent();
    }

    @Requires(ADMINISTER)
    public void reset(long person) {
        long id = administration.get(person).id();
        if (Long.valueOf(id).equals(caller.personId())) {
            throw new BusinessException.Forbidden("factor.reset-own");
        }
        if (factors.lock(id).isEmpty()) {
            throw new BusinessException("factor.none");
        }
        factors.remove(id);
        sessions.endAll(id);
        events.fire(new AccountEvent.FactorReset(id));
    }
}
