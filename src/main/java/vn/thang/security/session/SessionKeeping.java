package vn.thang.security.session;

import static vn.thang.security.Permission.CONTRIBUTE;
import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Requires;
import vn.thang.security.SecurityEvent;

/** The sessions of the person who asks: they see where they are signed in, and end what they do not know. */
@ApplicationScoped
@Transactional
@Requires({VIEW, CONTRIBUTE})
public class SessionKeeping {

    /** So long after signing in somebody without a password need not show again who they are. */
    static final Duration FRESH = Duration.ofMinutes(10);

    @Inject
    private OpenSessions sessions;

    @Inject
    private KeptSessions kept;

    @Inject
    private Clock clock;

    @Inject
    private SignedInSession session;

    @Inject
    private Caller caller;

    @Inject
    private Event<SecurityEvent> events;

    @Requires({VIEW, CONTRIBUTE})
    public List<OpenSessions.OpenSession> list() {
        return sessions.list(caller.me());
    }

    /** Whether this is the session in which it is asked. */
    @Requires({VIEW, CONTRIBUTE})
    public boolean isThis(OpenSessions.OpenSession line) {
        return line.id().equals(id());
    }

    @Requires({VIEW, CONTRIBUTE})
    public void end(String id) {
        if (!sessions.end(caller.me(), id)) {
            throw new BusinessException("session.over");
        }
        events.fire(new SecurityEvent.SessionsEnded(caller.me(), 1));
    }

    /** Ends all sessions of the person but the one in which it is asked, and says how many. */
    @Requires({VIEW, CONTRIBUTE})
    public int endOthers() {
        int many = sessions.endOthers(caller.me(), id());
        if (many > 0) {
            events.fire(new SecurityEvent.SessionsEnded(caller.me(), many));
        }
        return many;
    }

    /**
     * Ends all sessions of the person but the one in which it is asked, and the tokens of their programs, as when somebody else
     * may know what the person signs in with.
     */
    @Requires({VIEW, CONTRIBUTE})
    public Ended endAllElse() {
        return new Ended(endOthers(), sessions.endTokens(caller.me()));
    }

    /** Notes that this session goes on with what the person signs in with from now on. */
    @Requires({VIEW, CONTRIBUTE})
    public void goOn(Instant credentialsAt) {
        kept.renew(id(), credentialsAt);
    }

    /** How many sessions and tokens ended. */
    public record Ended(int sessions, int tokens) {
    }

    /**
     * Asks whoever has no password to show again who they are, before something is done that outlives the session.
     *
     * @throws BusinessException when the person signed in longer ago than a short while
     */
    @Requires({VIEW, CONTRIBUTE})
    public void requireFresh() {
        if (!isFresh()) {
            throw new BusinessException("security.sign-in-again", FRESH.toMinutes());
        }
    }

    private boolean isFresh() {
        try {
            return session.beganAfter(clock.instant().minus(FRESH));
        } catch (ContextNotActiveException e) {
            return false;
        }
    }

    /** As what the register knows this session; null where work is done without one. */
    private String id() {
        try {
            return session.id();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }
}
