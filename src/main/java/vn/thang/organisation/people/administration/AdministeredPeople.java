package vn.thang.organisation.people.administration;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;

/** The people whom the caller administers, as they are taken hold of to be changed. */
@ApplicationScoped
@Transactional
class AdministeredPeople {

    @Inject
    private People people;

    @Inject
    private PersonLines lines;

    @Inject
    private Agencies agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Two administrators who remove each other at once wait for one another at the root, before either holds a person. */
    Person leaving(long id, int version) {
        agencies.lockedRoot();
        return get(id, version);
    }

    /** Makes a change that may leave the country without an administrator, and refuses it then; the root is locked by now. */
    void keepAnAdministrator(Runnable change) {
        Agency root = agencies.root();
        boolean before = people.hasAdministrator(root, LocalDate.now(clock));
        change.run();
        people.flush();
        if (before && !people.hasAdministrator(root, LocalDate.now(clock))) {
            throw new BusinessException("organisation.last-administrator");
        }
    }

    /** Two administrators of one person wait for each other, and the second one sees that it was changed. */
    Person get(long id, int version) {
        people.lock(id);
        Person person = get(id);
        if (person.version() != version) {
            throw new BusinessException.Conflict("organisation.person-changed");
        }
        return person;
    }

    /** Returns somebody whom the caller administers. */
    Person get(long id) {
        Person person = people.get(id);
        if (!lines.isWithin(scope(), person)) {
            throw new BusinessException.Forbidden("security.forbidden");
        }
        return person;
    }

    /** Where the caller administers people. */
    PeopleScope scope() {
        return new PeopleScope(caller.subtrees(ADMINISTER), agencies.rootPath(), LocalDate.now(clock));
    }
}
