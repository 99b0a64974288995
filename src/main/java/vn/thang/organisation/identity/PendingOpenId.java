package vn.thang.organisation.identity;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Ways to a provider that were begun in this session, and the account that waits there to be connected. */
@SessionScoped
public class PendingOpenId implements Serializable {

    static final Duration TIME = Duration.ofMinutes(10);
    private static final int MOST = 5;
    private static final long serialVersionUID = 1L;

    private final Map<String, BegunOpenId> begun = new LinkedHashMap<>();
    private Waiting waiting;

    /**
     * An account that is connected as soon as the person says so.
     *
     * @param invitation link by which that is done; null where the person is signed in
     */
    record Waiting(Proven proven, String invitation, Instant until) implements Serializable {

        /** Without the link. */
        @Override
        public String toString() {
            return proven.issuer() + " until " + until;
        }
    }

    synchronized void begin(BegunOpenId one) {
        if (begun.size() >= MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
        begun.put(one.state(), one);
    }

    /** Takes the way that has this state, once. */
    synchronized Optional<BegunOpenId> take(String state, Instant now) {
        return Optional.ofNullable(state == null ? null : begun.remove(state))
                .filter(one -> now.isBefore(one.at().plus(TIME)));
    }

    void await(Proven proven, String invitation, Instant now) {
        waiting = new Waiting(proven, invitation, now.plus(TIME));
    }

    Optional<Waiting> waiting(Instant now) {
        return Optional.ofNullable(waiting).filter(one -> now.isBefore(one.until()));
    }

    void end() {
        waiting = null;
    }
}
