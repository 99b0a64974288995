package vn.thang.organisation.people.granting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.people.Days;
import vn.thang.organisation.people.Membership;
import vn.thang.organisation.people.People;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/**
 * The roles at agencies that end: they end with them, yesterday at the earliest, and where another agency goes on, officers and
 * contributors may go on there. Whoever signs, judges, leads or administers is appointed anew.
 */
@ApplicationScoped
public class EndedRoles {

    @Inject
    private People people;

    @Inject
    private Granting granting;

    @Inject
    private Clock clock;

    /**
     * How many roles end.
     *
     * @param people     who hold them
     * @param goingOn    those that may go on at another agency
     * @param signing    those of people who sign
     */
    public record Counted(long roles, long people, long goingOn, long signing) {
    }

    /** Counts the roles that end with the agencies, from a day on. */
    public Counted count(Collection<Long> ending, LocalDate day) {
        List<Membership> held = people.heldSince(ending, from(day));
        return new Counted(held.size(), held.stream().map(one -> one.person().id()).distinct().count(),
                held.stream().filter(one -> goesOn(one.role())).count(),
                held.stream().filter(one -> one.role().allows(Permission.SIGN)).count());
    }

    /**
     * Ends the roles at the agencies the day before.
     *
     * @param successor where officers and contributors go on; null where they do not
     * @return how many go on
     */
    public int end(Collection<Long> ending, Agency successor, LocalDate day) {
        LocalDate from = from(day);
        int goingOn = 0;
        for (Membership held : longestFirst(people.heldSince(ending, from))) {
            LocalDate begins = held.validFrom().isAfter(from) ? held.validFrom() : from;
            LocalDate ends = held.validTo();
            if (held.validFrom().isAfter(from)) {
                held.begin(from); // a role of days to come is over before it begins
            }
            held.end(from.minusDays(1));
            if (successor != null && goesOn(held.role()) && mayHold(held, successor)) {
                List<Days> open = new Days(begins, ends).without(there(held, successor));
                open.forEach(days -> people.add(
                        Membership.lasting(held.person(), successor, held.role(), days.first(), days.last())));
                goingOn += open.isEmpty() ? 0 : 1;
            }
            people.touch(held.person());
        }
        people.flush();
        return goingOn;
    }

    private static boolean goesOn(Role role) {
        return role.answers() && !role.allows(Permission.SIGN);
    }

    /** Those that end last first, so that whoever held two roles at once goes on with the longer one. */
    private static List<Membership> longestFirst(List<Membership> roles) {
        return roles.stream().sorted(Comparator.comparing(Membership::validTo,
                Comparator.nullsFirst(Comparator.reverseOrder()))).toList();
    }

    /** The days on which the person holds the role at the successor already. */
    private List<Days> there(Membership held, Agency successor) {
        return people.memberships(held.person()).stream().filter(one -> one.role() == held.role()
                && one.agency().id().equals(successor.id())).map(one -> new Days(one.validFrom(), one.validTo()))
                .toList();
    }

    /** Not who judges there. */
    private boolean mayHold(Membership held, Agency successor) {
        try {
            granting.check(held.role(), successor, held.person());
            return true;
        } catch (BusinessException.Forbidden e) {
            return false;
        }
    }

    private LocalDate from(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        return day.isBefore(today) ? today : day;
    }
}
