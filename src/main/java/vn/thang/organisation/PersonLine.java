package vn.thang.organisation;

import java.util.List;

/** A person in a list, with the roles held today or later. */
public record PersonLine(long id, String username, String fullName, boolean active, boolean locked,
        List<MembershipLine> memberships) {
}
