package vn.thang.organisation.people.administration;

import java.util.List;
import java.util.stream.Stream;
import vn.thang.organisation.people.MembershipLine;

/** A person as administrators see them, with every role ever held. */
public record PersonDetail(long id, String username, String fullName, String email, String language, boolean active,
        boolean locked, int version, List<MembershipLine> memberships) {

    /** Returns what others know of the person too, and of which no password is made. */
    public String[] words() {
        return Stream.concat(Stream.of(fullName, email == null ? "" : email),
                memberships.stream().flatMap(role -> Stream.of(role.agencyCode(), role.agencyName())))
                .toArray(String[]::new);
    }
}
