package vn.thang.organisation.agency;

import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;
import vn.thang.security.Role;

/** Something was done with agencies, or with an account. */
public sealed interface OrganisationEvent extends DomainEvent {

    /** The tree of agencies is another one than before: other places, types or ends. What is summed by it is summed anew. */
    sealed interface AgenciesSettled extends OrganisationEvent
            permits AgenciesImported, AgencyRearranged, AgenciesMoved {

        private static TrailLine changed(long agency, String kind, LocalDate day, Long successor, List<Long> ending,
                String before, String decision) {
            return new TrailLine("change-agency", "agency", agency, agency,
                    "kind=%s day=%s successor=%s ending=%s name=%s decision=%s".formatted(kind, day, successor, ending,
                            before, decision));
        }
    }

    /**
     * An agency was renamed, moved, merged, divided or closed by a decision.
     *
     * @param kind      what was done: a constant of AgencyChange.Kind
     * @param successor the agency that goes on for those that end; null where none does
     * @param ending    the agencies that end the day before
     * @param day       the first day on which it holds
     * @param before    name of the agency before
     */
    record AgencyRearranged(String kind, long agency, Long successor, List<Long> ending, LocalDate day,
            String decision, String before) implements AgenciesSettled {

        @Override
        public List<TrailLine> trail() {
            return List.of(AgenciesSettled.changed(agency, kind, day, successor, ending, before, decision));
        }
    }

    /** Moves whose day has come were taken, all of them at once. */
    record AgenciesMoved(List<Moved> moves) implements AgenciesSettled {

        @Override
        public List<TrailLine> trail() {
            return moves.stream().map(move -> AgenciesSettled.changed(move.agency(), move.kind(), move.day(), null,
                    List.of(), move.before(), move.decision())).toList();
        }
    }

    /** An agency that came to another place; the components are those of {@link AgencyRearranged}. */
    record Moved(String kind, long agency, LocalDate day, String decision, String before) {
    }

    /** A kind of agency was added to a type. */
    record AgencyKindAdded(String kind, String type) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("add-kind", "agency", null, null, "kind=%s type=%s".formatted(kind, type)));
        }
    }

    /** A move of an agency that was to come is taken back. */
    record AgencyMoveDropped(long agency) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("drop-move", "agency", agency, agency, null));
        }
    }

    /** Agencies were taken from a file: other places, types or ends. */
    record AgenciesImported(int created, int changed, int faulty, String sha256) implements AgenciesSettled {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("import", "agency", null, null,
                    "created=%d changed=%d faulty=%d sha256=%s".formatted(created, changed, faulty, sha256)));
        }
    }

    /** People were taken from a file: accounts made and invited, roles given to others. */
    record PeopleImported(long accounts, int roles, int faulty, String sha256) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("import", "person", null, null,
                    "accounts=%d roles=%d faulty=%d sha256=%s".formatted(accounts, roles, faulty, sha256)));
        }
    }

    /**
     * An account was made.
     *
     * @param role its first one; null where that waits for a second administrator
     */
    record AccountCreated(long person, long agency, Role role) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("create", person, agency, role == null ? null : role.name());
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

    /** The operator of the server made a link by which an administrator sets the password. */
    record LinkMadeByOperator(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("make-password-link", person, null, null);
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

    /** From wherever a person never was, so much was guessed at the account that nothing more is looked at for a while. */
    record AccountLocked(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("lock", person, null, null);
        }
    }

    /** What was guessed at an account is forgotten. */
    record AccountUnlocked(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("unlock", person, null, null);
        }
    }

    /** An administrator wrote down another address for letters of an account that is in use; somebody has to agree. */
    record AddressAsked(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("ask-address", person, null, null);
        }
    }

    /** A person gave another address for letters, which is to be confirmed from there. */
    record AddressToConfirm(long person, String wanted) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("give-address", person, null, null);
        }

        /** Without the address. */
        @Override
        public String toString() {
            return "new address of " + person;
        }
    }

    /**
     * Letters of an account go to another address from now on: the person changed it, or somebody agreed.
     *
     * @param before where they went so far, which is told; null for nowhere
     */
    record AddressChanged(long person, String before) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("change-address", person, null, null);
        }

        /** Without the address. */
        @Override
        public String toString() {
            return "address of " + person;
        }
    }

    /** An address that an administrator wrote down is not taken. */
    record AddressKept(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("keep-address", person, null, null);
        }
    }

    /** A person set up a second factor. */
    record FactorSetUp(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("set-up-factor", person, null, null);
        }
    }

    /** A person made new codes on paper, and those before hold no longer. */
    record RecoveryCodesMade(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("make-recovery-codes", person, null, null);
        }
    }

    /** A person took the own second factor away. */
    record FactorRemoved(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("remove-factor", person, null, null);
        }
    }

    /** An administrator took the second factor from a person who lost it. */
    record FactorReset(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("reset-factor", person, null, null);
        }
    }

    /** A person made a passkey. */
    record PasskeyAdded(long person, String name) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("add-passkey", person, null, name);
        }
    }

    /** A person took a passkey of theirs away. */
    record PasskeyRemoved(long person, String name) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("remove-passkey", person, null, name);
        }
    }

    /** An account at a provider of identities became one of the person, by which they sign in. */
    record IdentityConnected(long person, String issuer, String shown) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("connect-identity", "person", person, null, issuer).hiding(null, shown));
        }
    }

    /** A person took off an account at a provider. */
    record IdentityRemoved(long person, String issuer, String shown) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("remove-identity", "person", person, null, issuer).hiding(null, shown));
        }
    }

    /** An administrator ended all sessions of a person. */
    record SessionsOfPersonEnded(long person) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("end-sessions-of", "person", person, null, null));
        }
    }

    /** A provider of identities ended sessions here by which a person had come, since the person signed out there. */
    record ProviderEndedSessions(long person, String issuer) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("provider-end-sessions", "person", person, null, issuer));
        }
    }

    /** A group of a provider would give a role that the person may not hold, or at an agency that is not there. */
    record RoleOfGroupRefused(long person, Role role, String group) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("refuse-role-of-group", person, null, role.name() + " " + group);
        }
    }

    /** An administrator proposes a role that takes two; the person who agrees stands in the line of the agreement. */
    record RoleProposed(long person, long agency, Role role) implements OrganisationEvent {

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
    record RoleAgreed(long person, long agency, Role role, Long proposedBy) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("agree-role", person, agency,
                    role.name() + (proposedBy == null ? "" : " proposed-by=" + proposedBy));
        }
    }

    /** A role that was proposed is not given. */
    record RoleProposalDropped(long person, long agency, Role role) implements OrganisationEvent {

        @Override
        public List<TrailLine> trail() {
            return line("drop-role", person, agency, role.name());
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
