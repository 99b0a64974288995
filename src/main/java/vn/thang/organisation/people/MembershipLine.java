package vn.thang.organisation.people;

import java.time.LocalDate;
import vn.thang.security.Role;

/** A role of a person at an agency, from a day, to a day or for good. */
public record MembershipLine(long id, Role role, String agencyCode, String agencyName, String agencyNameEn,
        LocalDate validFrom,
        LocalDate validTo) {

    public static MembershipLine of(Membership membership) {
        return new MembershipLine(membership.id(), membership.role(), membership.agency().code(),
                membership.agency().name(), membership.agency().nameEn(),
                membership.validFrom(), membership.validTo());
    }

    public boolean isOver(LocalDate today) {
        return validTo != null && validTo.isBefore(today);
    }
}
