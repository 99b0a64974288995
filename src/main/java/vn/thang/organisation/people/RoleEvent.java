package vn.thang.organisation.people;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;
import vn.thang.security.Role;

/** A role was proposed, given or ended. */
public sealed interface RoleEvent extends DomainEvent {

    /** A group of a provider would give a role that the person may not hold, or at an agency that is not there. */
    record RoleOfGroupRefused(long person, Role role, String group) implements RoleEvent {

        @Override
        public List<TrailLine> trail() {
            return line("refuse-role-of-group", person, null, role.name() + " " + group);
        }
    }

    /** An administrator proposes a role that takes two; the person who agrees stands in the line of the agreement. */
    record RoleProposed(long person, long agency, Role role) implements RoleEvent {

        @Override
        public List<TrailLine> trail() {
            return line("propose-role", person, agency, role.name());
        }
    }

    /**
     * A second administrator agreed to a role, which the person holds then.
     *
     * @param proposedBy id of who proposed it; null where a group of a provider gives it
     */
    record RoleAgreed(long person, long agency, Role role, Long proposedBy) implements RoleEvent {

        @Override
        public List<TrailLine> trail() {
            return line("agree-role", person, agency,
                    role.name() + (proposedBy == null ? "" : " proposed-by=" + proposedBy));
        }
    }

    /** A role that was proposed is not given. */
    record RoleProposalDropped(long person, long agency, Role role) implements RoleEvent {

        @Override
        public List<TrailLine> trail() {
            return line("drop-role", person, agency, role.name());
        }
    }

    /** A person was given a role. */
    record RoleGranted(long person, long agency, Role role) implements RoleEvent {

        @Override
        public List<TrailLine> trail() {
            return line("grant", person, agency, role.name());
        }
    }

    /** A role of a person was ended. */
    record RoleEnded(long person, long agency, Role role) implements RoleEvent {

        @Override
        public List<TrailLine> trail() {
            return line("end-role", person, agency, role.name());
        }
    }

    private static List<TrailLine> line(String action, long person, Long agency, String details) {
        return List.of(new TrailLine(action, "person", person, agency, details));
    }
}
