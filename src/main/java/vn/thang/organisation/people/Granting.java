package vn.thang.organisation.people;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Role;

/**
 * Says which roles an administrator may give to whom: at the own agency and below it, never to themselves; roles that judge
 * only from the ministry, and never to somebody who answers, or has answered since the running round began, for an agency
 * that would be judged, nor the other way round.
 */
@ApplicationScoped
public class Granting {

    @Inject
    private People people;

    @Inject
    private Agencies agencies;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Lists the roles that the caller may give to somebody. */
    public List<Role> roles() {
        return Stream.of(Role.values()).filter(role -> !role.judges() || national()).toList();
    }

    /** @throws BusinessException when the caller may not give anybody the role */
    void check(Role role) {
        if (!roles().contains(role)) {
            throw new BusinessException.Forbidden("organisation.role-ministry");
        }
    }

    /** @throws BusinessException when the caller may not give this person the role there */
    public void check(Role role, Agency agency, Person person) {
        check(role);
        if (person.id().equals(caller.personId())) {
            throw new BusinessException.Forbidden("organisation.role-own");
        }
        if (role.judges() && holds(person, other -> other.role().answers()
                && other.agency().path().startsWith(agency.path()))) {
            throw new BusinessException.Forbidden("organisation.role-judges");
        }
        if (role.answers() && holds(person, other -> other.role().judges()
                && agency.path().startsWith(other.agency().path()))) {
            throw new BusinessException.Forbidden("organisation.role-judges");
        }
    }

    private boolean holds(Person person, Predicate<Membership> opposed) {
        LocalDate since = since();
        return people.memberships(person).stream()
                .filter(held -> held.validTo() == null || !held.validTo().isBefore(since)).anyMatch(opposed);
    }

    /** The first day of the rounds whose results are not published; today where there is none. */
    private LocalDate since() {
        LocalDate today = LocalDate.now(clock);
        LocalDate began = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT MIN(opens_on) FROM assessment_round WHERE rehearsal = FALSE AND state IN ('OPEN', 'CLOSED')""")
                .mapTo(LocalDate.class).findFirst().orElse(null));
        return began == null || began.isAfter(today) ? today : began;
    }

    private boolean national() {
        return caller.can(ADMINISTER, agencies.rootPath());
    }
}
