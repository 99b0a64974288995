package vn.thang.organisation.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.organisation.people.granting.Granting;
import vn.thang.security.Role;
import vn.thang.table.Folded;

/** What a file of people means for the people there are: who is new, and who gets which role. Changes nothing. */
final class RosterPlan {

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 50;

    private final RosterKnown known;
    private final RosterKnown.Objection objection;
    private final List<RosterFault> faults;
    private final Map<String, PlannedPerson> people = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken;
    private int unchanged;

    private RosterPlan(RosterFile file, RosterKnown known, RosterKnown.Objection objection) {
        this.known = known;
        this.objection = objection;
        this.faults = new ArrayList<>(file.faults());
        this.taken = new HashSet<>(known.taken());
    }

    /**
     * A person whom the file names.
     *
     * @param id       null for somebody who has no account yet
     * @param username of the account there is, or that will be made
     */
    record PlannedPerson(int line, Long id, String username, String name, String mail, List<PlannedRole> roles) {
    }

    /** A role that the person does not hold yet. */
    record PlannedRole(int line, String agency, Role role, LocalDate from, LocalDate to) {
    }

    static RosterPlan of(RosterFile file, RosterKnown known, RosterKnown.Objection objection) {
        RosterPlan plan = new RosterPlan(file, known, objection);
        file.rows().forEach(plan::take);
        plan.people.values().removeIf(person -> person.roles().isEmpty());
        plan.faults.sort(Comparator.comparingInt(RosterFault::line).thenComparing(RosterFault::column));
        return plan;
    }

    List<PlannedPerson> people() {
        return List.copyOf(people.values());
    }

    List<RosterFault> faults() {
        return faults;
    }

    int unchanged() {
        return unchanged;
    }

    private void take(RosterRow row) {
        List<RosterKnown.Somebody> same = known.byMail().getOrDefault(row.mail(), List.of());
        RosterKnown.Somebody somebody = same.size() == 1 ? same.get(0) : null;
        String written = names.putIfAbsent(row.mail(), row.name());
        if (!known.paths().containsKey(row.agency())) {
            fault(row, RosterColumn.AGENCY, row.agency(), "agency");
        } else if (same.size() > 1) {
            fault(row, RosterColumn.MAIL, row.mail(), "mail-several");
        } else if (somebody != null && !Folded.of(somebody.fullName()).equals(Folded.of(row.name()))) {
            faults.add(new RosterFault(row.line(), RosterColumn.NAME, row.name(), "name-other", somebody.fullName()));
        } else if (written != null && !Folded.of(written).equals(Folded.of(row.name()))) {
            faults.add(new RosterFault(row.line(), RosterColumn.NAME, row.name(), "name-other", written));
        } else if (somebody != null && !somebody.active()) {
            fault(row, RosterColumn.MAIL, row.mail(), "closed");
        } else if (row.to() != null && row.to().isBefore(known.today())) {
            fault(row, RosterColumn.TO, row.to().toString(), "over");
        } else {
            row.roles().forEach(role -> give(row, somebody, role));
        }
    }

    private void give(RosterRow row, RosterKnown.Somebody somebody, Role role) {
        PlannedPerson person = people.get(row.mail());
        if (somebody != null && known.held().contains(new RosterKnown.Held(somebody.id(), row.agency(), role))) {
            unchanged++;
            return;
        }
        if (person != null && person.roles().stream()
                .anyMatch(one -> one.agency().equals(row.agency()) && one.role() == role)) {
            fault(row, RosterColumn.ROLES, role.name(), "twice");
            return;
        }
        String why = !known.grantable().contains(role) ? "role-ministry"
                : person != null && person.roles().stream().anyMatch(one -> opposed(one, row.agency(), role))
                        ? "role-judges" : objection.to(somebody, row.agency(), role, row.to());
        if (why != null) {
            switch (why) {
                case "agency-foreign" -> fault(row, RosterColumn.AGENCY, row.agency(), why);
                case "last-day" -> fault(row, RosterColumn.TO, row.to().toString(), why);
                default -> fault(row, RosterColumn.ROLES, role.name(), why);
            }
            return;
        }
        people.computeIfAbsent(row.mail(), mail -> new PlannedPerson(row.line(),
                somebody == null ? null : somebody.id(), somebody == null ? username(mail) : somebody.username(),
                row.name(), mail, new ArrayList<>())).roles()
                .add(new PlannedRole(row.line(), row.agency(), role, row.from() == null ? known.today() : row.from(),
                        row.to()));
    }

    /** Nobody judges an agency for which they answer. */
    private boolean opposed(PlannedRole one, String agency, Role role) {
        return Granting.opposed(one.role(), known.paths().get(one.agency()), role, known.paths().get(agency));
    }

    /** The part of the address before the sign, and a number where somebody has it. */
    private String username(String mail) {
        String local = mail.substring(0, mail.indexOf('@')).replaceAll("[^a-z0-9._-]", "")
                .replaceAll("^[^a-z0-9]+", "");
        String base = local.length() < SHORTEST_NAME ? "nguoi." + local
                : local.substring(0, Math.min(LONGEST_NAME, local.length()));
        String name = base;
        for (int number = 2; !taken.add(name); number++) {
            name = base + number;
        }
        return name;
    }

    private void fault(RosterRow row, RosterColumn column, String value, String reason) {
        faults.add(RosterFault.of(row.line(), column, value, reason));
    }
}
