package vn.thang.organisation.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.security.Role;

/**
 * What a file of people is compared with.
 *
 * @param paths     of the agencies there are, by code
 * @param taken     user names that somebody has
 * @param byMail    people by their address in small letters
 * @param held      roles that are held today or later
 * @param grantable roles that the caller may give
 */
record RosterKnown(Map<String, String> paths, Set<String> taken, Map<String, List<Somebody>> byMail, Set<Held> held,
        Set<Role> grantable, LocalDate today) {

    /** A person there is. */
    record Somebody(long id, String username, String fullName, String email, boolean active) {
    }

    /** A role that a person holds at an agency. */
    record Held(long person, String agency, Role role) {
    }

    /** Says why the caller may not give people roles; null where they may. */
    interface Objection {

        /** @param person null for somebody who has no account yet */
        String to(Somebody person, String agency, Role role, LocalDate lastDay);
    }
}
