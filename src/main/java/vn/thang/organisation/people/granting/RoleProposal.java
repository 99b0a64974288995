package vn.thang.organisation.people.granting;

import java.time.Instant;
import java.time.LocalDate;
import vn.thang.security.Role;

/**
 * A role that waits for somebody to agree.
 *
 * @param proposedBy id of the administrator who proposed it; null where a group of a provider gives it
 * @param groupName  that group
 */
public record RoleProposal(long id, long personId, String username, String fullName, Role role, String agencyCode,
        String agencyName, String agencyNameEn, LocalDate validFrom, Long proposedBy, String proposedByName,
        String groupName, String issuer,
        Instant proposedAt) {
}
