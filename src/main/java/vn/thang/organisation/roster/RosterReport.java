package vn.thang.organisation.roster;

import java.util.List;
import vn.thang.security.Role;

/**
 * What a file of people would change, or has changed.
 *
 * @param hash      SHA-256 of the file
 * @param invited   people who get an account and a letter
 * @param given     roles for people who have an account
 * @param unchanged roles that are held already
 * @param ignored   headings of columns that are not read
 */
public record RosterReport(String hash, List<Line> invited, List<Line> given, int unchanged, List<RosterFault> faults,
        List<String> ignored) {

    /** A role of a person as the file gives it. */
    public record Line(int line, String name, String mail, String username, String agency, Role role) {
    }

    static RosterReport of(RosterFile file, RosterPlan plan, String hash) {
        return new RosterReport(hash, lines(plan, true), lines(plan, false), plan.unchanged(), plan.faults(),
                file.ignored());
    }

    private static List<Line> lines(RosterPlan plan, boolean news) {
        return plan.people().stream().filter(person -> (person.id() == null) == news)
                .flatMap(person -> person.roles().stream().map(role -> new Line(role.line(), person.name(),
                        person.mail(), person.username(), role.agency(), role.role())))
                .toList();
    }

    /** Returns how many people get an account. */
    public long accounts() {
        return invited.stream().map(Line::mail).distinct().count();
    }

    public boolean changesNothing() {
        return invited.isEmpty() && given.isEmpty();
    }
}
