package vn.thang.security;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Somebody came, went, or was refused: nothing is changed by it, and the trail keeps it whatever becomes of the request. */
public sealed interface SecurityEvent extends DomainEvent {

    @Override
    default boolean remains() {
        return true;
    }

    /**
     * A person signed in.
     *
     * @param way other than by the password: a provider of identities, or a passkey; null for the password
     */
    record SignedIn(long person, String way) implements SecurityEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("sign-in", "person", person, null, way));
        }
    }

    /** The session of a person went on at a server that did not know it, as when the one that did is gone. */
    record SessionWentOn(long person) implements SecurityEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("continue-session", "person", person, null, null));
        }
    }

    /** Somebody tried to sign in by a name; it may be anything that a person types, so that it is kept apart. */
    record SignInFailed(String name) implements SecurityEvent {

        private static final int LONGEST = 100;

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("sign-in-failed", "person", null, null, null).hiding(null,
                    name.substring(0, Math.min(LONGEST, name.length()))));
        }
    }

    /** A person signed out. */
    record SignedOut(long person) implements SecurityEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("sign-out", "person", person, null, null));
        }
    }

    /** Somebody who left is forgotten: what the features have of them beside their name and what they did goes. */
    record PersonForgotten(long person) implements SecurityEvent {

        @Override
        public boolean remains() {
            return false;
        }

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("forget-person", "person", person, null, null));
        }
    }

    /** A person made a token for programs; what it lets read, at and below which agency, and until when. */
    record TokenMade(long token, String mark, Set<TokenRight> rights, long agency,
            LocalDate until) implements SecurityEvent {

        @Override
        public boolean remains() {
            return false;
        }

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("make-token", "token", token, agency, mark + " until=" + until + " "
                    + rights.stream().sorted().map(TokenRight::name).collect(Collectors.joining(" "))));
        }
    }

    /** A person revoked a token of theirs. */
    record TokenEnded(long token) implements SecurityEvent {

        @Override
        public boolean remains() {
            return false;
        }

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("end-token", "token", token, null, null));
        }
    }

    /**
     * Somebody came with a token that is none, or with one that is over.
     *
     * @param mark the beginning by which tokens are told apart; null where it is none of ours
     */
    record TokenRefused(String mark) implements SecurityEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("refuse-token", "token", null, null, mark));
        }
    }

    /**
     * A person ended sessions of their own from another one.
     *
     * @param many so many
     */
    record SessionsEnded(long person, int many) implements SecurityEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("end-sessions", "person", person, null, Integer.toString(many)));
        }
    }

    /**
     * A use case refused a person.
     *
     * @param use    its name
     * @param reason key of the text that says why
     */
    record UseRefused(String use, String reason) implements SecurityEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("refuse", "use", null, null, use + " " + reason));
        }
    }
}
