package vn.thang.security;

import java.io.Serializable;

/** A role held at an agency, whose place in the tree is its path of ids such as {@code /1/12/}. */
public record Grant(Role role, long agencyId, String agencyCode, String path) implements Serializable {

    boolean reachesDownWith(Permission permission) {
        return role.allows(permission, false);
    }

    boolean allows(Permission permission, String agencyPath) {
        return agencyPath.startsWith(path) && role.allows(permission, agencyPath.equals(path));
    }
}
