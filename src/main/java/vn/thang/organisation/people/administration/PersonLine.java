package vn.thang.organisation.people.administration;

import java.time.LocalDate;
import java.util.List;
import vn.thang.organisation.people.MembershipLine;

/**
 * A person in a list, with the roles held today or later.
 *
 * @param since first day of the role that was given last, even if it is over; null for who never held one
 */
public record PersonLine(long id, String username, String fullName, boolean active, boolean locked, LocalDate since,
        List<MembershipLine> memberships) {

    /** The key of the text that says whether the person can sign in. */
    public String stateText() {
        return "organisation.person." + (locked ? "locked" : active ? "active" : "inactive");
    }
}
