package vn.thang.organisation.people;

import vn.thang.security.Role;

/** An account to be made, with the first role: without one it could not do anything, nor belong to anybody. */
public record NewPerson(String username, String fullName, String email, String language, String agencyCode, Role role) {
}
