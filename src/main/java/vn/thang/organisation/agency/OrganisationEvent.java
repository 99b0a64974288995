package vn.thang.organisation.agency;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;
import vn.thang.security.Role;

/** Something was done with agencies, or with an account. */
public sealed interface OrganisationEvent extends DomainEvent {

    /** Agencies were taken from a file: other places, types or ends. */
    record AgenciesImported(int created, int changed, int faulty, String sha256) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("import", "agency", null, null,
                    "created=%d changed=%d faulty=%d sha256=%s".formatted(created, changed, faulty, sha256)));
        }
    }

    /** An account was made with its first role. */
    record AccountCreated(long person, long agency, Role role) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("create", person, agency, role.name());
        }
    }

    /**
     * What an account says of its person changed.
     *
     * @param address whether letters go to another address from now on
     */
    record AccountEdited(long person, boolean address) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("edit", person, null, address ? "address" : null);
        }
    }

    /** An account was closed. */
    record AccountDeactivated(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("deactivate", person, null, null);
        }
    }

    /** An administrator lets a letter go out with a link by which the person sets the password. */
    record PasswordLinkSent(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("send-password-link", person, null, null);
        }
    }

    /**
     * Somebody who is not signed in says to have forgotten a password.
     *
     * @param person null where no letter can go to anybody of the name
     */
    record PasswordForgotten(Long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("forgot-password", "person", person, null, null));
        }
    }

    /** A person set the password by a link. */
    record PasswordSet(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("set-password", person, null, null);
        }
    }

    /** A person set another password for themselves. */
    record PasswordChanged(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("change-password", person, null, null);
        }
    }

    /** An account that was locked is open again. */
    record AccountUnlocked(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("unlock", person, null, null);
        }
    }

    /** A person was given a role. */
    record RoleGranted(long person, long agency, Role role) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("grant", person, agency, role.name());
        }
    }

    /** A role of a person was ended. */
    record RoleEnded(long person, long agency, Role role) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("end-role", person, agency, role.name());
        }
    }

    private static List<TrailLine> line(String action, long person, Long agency, String details) {
        return List.of(new TrailLine(action, "person", person, agency, details));
    }
}
