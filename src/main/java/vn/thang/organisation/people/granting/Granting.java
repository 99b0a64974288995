package vn.thang.organisation.people.granting;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.people.Membership;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.RoleEvent;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Role;

/**
 * Says which roles an administrator may give to whom: at the own agency and below it, never to themselves; roles that judge
 * only from the ministry, and never to somebody who answers, or has answered since the running round began, for an agency
 * that would be judged, or for one above it, nor the other way round. What reaches the whole country, and what judges, takes
 * a second administrator.
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
    private RoleProposals proposals;

    @Inject
    private Event<RoleEvent> events;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Lists the roles that the caller may give to somebody. */
    public List<Role> roles() {
        return Stream.of(Role.values()).filter(role -> !role.judges() || national()).toList();
    }

    /** @throws BusinessException when the caller may not give anybody the role */
    public void check(Role role) {
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
        if (isOpposed(role, agency, person)) {
            throw new BusinessException.Forbidden("organisation.role-judges");
        }
    }

    /** Whether the person would judge what they answer for, or have answered for since the running round began. */
    boolean isOpposed(Role role, Agency agency, Person person) {
        return holds(person, other -> opposed(role, agency.path(), other.role(), other.agency().path()));
    }

    /** Returns whether one of two roles judges what the other answers for: at the same agency, above it or below it. */
    public static boolean opposed(Role one, String path, Role other, String otherPath) {
        return (one.judges() && other.answers() || one.answers() && other.judges())
                && (path.startsWith(otherPath) || otherPath.startsWith(path));
    }

    /**
     * Whether the role is given by two: one that reaches the whole country, and one that judges. A single national administrator
     * makes the second one alone, since nobody else can agree; the application itself begins alone.
     */
    boolean needsTwo(Role role, Agency agency) {
        return role.judges() || agency.path().equals(agencies.rootPath())
                && (!role.administers() || people.administrators(agency, LocalDate.now(clock)) > 1);
    }

    /** Whether the caller may give the role there without a last day alone, since a second administrator has to agree. */
    public boolean refusesLastDay(Role role, Agency agency) {
        return caller.personId() != null && needsTwo(role, agency);
    }

    /**
     * Gives the role, or proposes it where that takes two.
     *
     * @return whether it is given
     */
    public boolean give(Person person, Agency agency, Role role, LocalDate from, LocalDate to) {
        if (!refusesLastDay(role, agency)) {
            people.add(Membership.lasting(person, agency, role, from, to));
            return true;
        }
        if (to != null) {
            throw new BusinessException("organisation.role-second-lasting");
        }
        if (proposals.add(person.id(), agency.id(), role, from, caller.personId(), null,
                clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            events.fire(new RoleEvent.RoleProposed(person.id(), agency.id(), role));
        }
        return false;
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
