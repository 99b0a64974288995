package vn.thang.matter;

import vn.thang.security.Role;

/**
 * A person who answers for an agency today.
 *
 * @param role the role by which they do; that by which they sign for it, where they hold one
 */
public record Respondent(long id, String name, Role role) {
}
