package vn.thang.organisation;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Change;
import vn.thang.platform.Texts;
import vn.thang.security.Caller;
import vn.thang.security.PasswordHash;
import vn.thang.security.Requires;

/** What people change about their own account. */
@ApplicationScoped
@Transactional
public class Account {

    @Inject
    private People people;

    @Inject
    private SignIn signIn;

    @Inject
    private Caller caller;

    @Inject
    private Event<Change> changes;

    /** The present password is asked for and counted like a sign-in: a refusal must not undo that count. */
    @Requires(VIEW)
    @Transactional(dontRollbackOn = BusinessException.class)
    public void changePassword(String present, String wanted) {
        Person person = own();
        Passwords.check(person.username(), wanted);
        if (present == null || !signIn.verify(person.username(), present)) {
            throw new BusinessException(signIn.isLocked(person.username())
                    ? "login.locked" : "organisation.password.present");
        }
        person.changePassword(PasswordHash.of(wanted));
        people.flush();
        changes.fire(new Change("change-password", "person", person.id(), null, null));
    }

    @Requires(VIEW)
    public void changeLanguage(String language) {
        Person person = own();
        person.describe(person.fullName(), person.email(), Texts.language(language).getLanguage(), person.active());
        people.flush();
    }

    @Requires(VIEW)
    public PersonDetail get() {
        Person person = own();
        return new PersonDetail(person.id(), person.username(), person.fullName(), person.email(), person.language(),
                person.active(), false, person.version(), people.memberships(person).stream().map(MembershipLine::of).toList());
    }

    private Person own() {
        if (caller.personId() == null) {
            throw new BusinessException.Forbidden("security.sign-in");
        }
        return people.get(caller.personId());
    }
}
