package vn.thang.organisation.people;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;
import vn.thang.security.Role;

/** Something was done with an account, or its person did it. */
public sealed interface AccountEvent extends DomainEvent {

    /** People were taken from a file: accounts made and invited, roles given to others. */
    record PeopleImported(long accounts, int roles, int faulty, String sha256) implements AccountEvent {

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
    record AccountCreated(long person, long agency, Role role) implements AccountEvent {

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
    record AccountEdited(long person, boolean address) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("edit", person, null, address ? "address" : null);
        }
    }

    /** An account was closed. */
    record AccountDeactivated(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("deactivate", person, null, null);
        }
    }

    /** An administrator lets a letter go out with a link by which the person sets the password. */
    record PasswordLinkSent(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("send-password-link", person, null, null);
        }
    }

    /** The operator of the server made a link by which an administrator sets the password. */
    record LinkMadeByOperator(long person) implements AccountEvent {

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
    record PasswordForgotten(Long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("forgot-password", "person", person, null, null));
        }
    }

    /** A person set the password by a link. */
    record PasswordSet(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("set-password", person, null, null);
        }
    }

    /** A person set another password for themselves. */
    record PasswordChanged(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("change-password", person, null, null);
        }
    }

    /** From wherever a person never was, so much was guessed at the account that nothing more is looked at for a while. */
    record AccountLocked(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("lock", person, null, null);
        }
    }

    /** What was guessed at an account is forgotten. */
    record AccountUnlocked(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("unlock", person, null, null);
        }
    }

    /** An administrator wrote down another address for letters of an account that is in use; somebody has to agree. */
    record AddressAsked(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("ask-address", person, null, null);
        }
    }

    /** A person gave another address for letters, which is to be confirmed from there. */
    record AddressToConfirm(long person, String wanted) implements AccountEvent {

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
    record AddressChanged(long person, String before) implements AccountEvent {

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
    record AddressKept(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("keep-address", person, null, null);
        }
    }

    /** A person set up a second factor. */
    record FactorSetUp(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("set-up-factor", person, null, null);
        }
    }

    /** A person made new codes on paper, and those before hold no longer. */
    record RecoveryCodesMade(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("make-recovery-codes", person, null, null);
        }
    }

    /** A person took the own second factor away. */
    record FactorRemoved(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("remove-factor", person, null, null);
        }
    }

    /** An administrator took the second factor from a person who lost it. */
    record FactorReset(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("reset-factor", person, null, null);
        }
    }

    /** A person made a passkey. */
    record PasskeyAdded(long person, String name) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("add-passkey", person, null, name);
        }
    }

    /** A person took a passkey of theirs away. */
    record PasskeyRemoved(long person, String name) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return line("remove-passkey", person, null, name);
        }
    }

    /** An account at a provider of identities became one of the person, by which they sign in. */
    record IdentityConnected(long person, String issuer, String shown) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("connect-identity", "person", person, null, issuer).hiding(null, shown));
        }
    }

    /** A person took off an account at a provider. */
    record IdentityRemoved(long person, String issuer, String shown) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("remove-identity", "person", person, null, issuer).hiding(null, shown));
        }
    }

    /** An administrator ended all sessions of a person. */
    record SessionsOfPersonEnded(long person) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("end-sessions-of", "person", person, null, null));
        }
    }

    /** A provider of identities ended sessions here by which a person had come, since the person signed out there. */
    record ProviderEndedSessions(long person, String issuer) implements AccountEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("provider-end-sessions", "person", person, null, issuer));
        }
    }

    private static List<TrailLine> line(String action, long person, Long agency, String details) {
        return List.of(new TrailLine(action, "person", person, agency, details));
    }
}
