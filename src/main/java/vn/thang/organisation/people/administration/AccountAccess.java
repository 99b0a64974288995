package vn.thang.organisation.people.administration;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import vn.thang.organisation.guess.Guesses;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.Person;
import vn.thang.platform.BusinessException;
import vn.thang.platform.DomainEvent;
import vn.thang.security.Requires;
import vn.thang.security.session.OpenSessions;

/** Lets people in again who lack a password or guessed too often, and ends the sessions of others. */
@ApplicationScoped
@Transactional
public class AccountAccess {

    @Inject
    private AdministeredPeople administered;

    @Inject
    private Guesses guesses;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Event<DomainEvent> events;

    /** Ends all sessions of somebody, who signs in again. */
    @Requires(ADMINISTER)
    public void endSessions(long person) {
        long id = administered.get(person).id();
        sessions.endAll(id);
        events.fire(new AccountEvent.SessionsOfPersonEnded(id));
    }

    /** Lets a letter go out with a new link for the password; the one before ends as soon as the letter is written. */
    @Requires(ADMINISTER)
    public void sendLink(long id) {
        Person person = administered.get(id);
        if (person.email() == null || !person.active()) {
            throw new BusinessException("organisation.person.no-letter");
        }
        events.fire(new AccountEvent.PasswordLinkSent(id));
    }

    /** Lets each of them have a new link: all of them, or none where one cannot be written to. */
    @Requires(ADMINISTER)
    public void sendLinks(Set<Long> ids) {
        if (ids.isEmpty()) {
            throw new BusinessException("list.none-chosen");
        }
        for (long id : ids) {
            Person person = administered.get(id);
            if (person.email() == null || !person.active()) {
                throw new BusinessException("organisation.people.no-letter", person.fullName());
            }
            sendLink(id);
        }
    }

    @Requires(ADMINISTER)
    public void unlock(long id) {
        Person person = administered.get(id);
        guesses.forget(person.username());
        events.fire(new AccountEvent.AccountUnlocked(person.id()));
    }
}
