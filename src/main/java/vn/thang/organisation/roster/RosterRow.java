package vn.thang.organisation.roster;

import java.time.LocalDate;
import java.util.Set;
import vn.thang.security.Role;

/**
 * A row of a file of people: the roles of somebody at one agency.
 *
 * @param from null for today
 * @param to   null for no end
 */
record RosterRow(int line, String name, String mail, String agency, Set<Role> roles, LocalDate from, LocalDate to) {
}
