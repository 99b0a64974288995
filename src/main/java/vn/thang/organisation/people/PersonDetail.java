package vn.thang.organisation.people;

import java.util.List;

/** A person as administrators see them, with every role ever held. */
public record PersonDetail(long id, String username, String fullName, String email, String language, boolean active,
        boolean locked, int version, List<MembershipLine> memberships) {
}
