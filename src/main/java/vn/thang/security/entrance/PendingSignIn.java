package vn.thang.security.entrance;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;
import vn.thang.security.session.Way;

/** Who gave the right name and password and has not shown the second factor yet: it lets nobody in. */
@SessionScoped
public class PendingSignIn implements Serializable {

    static final Duration TIME = Duration.ofMinutes(10);
    private static final long serialVersionUID = 2L;

    private String username;
    private Instant credentialsAt;
    private Instant until;
    private Way way;

    void begin(SignedIn person, Way by, Instant now) {
        way = by;
        username = person.username();
        credentialsAt = person.credentialsAt();
        until = now.plus(TIME);
    }

    void end() {
        username = null;
    }

    /** By which way the person came; null for the password. */
    Way way() {
        return way;
    }

    boolean isGoingOn(Instant now) {
        return username != null && now.isBefore(until);
    }

    /** Finds who waits, unless the password was changed meanwhile or too much time has passed. */
    Optional<SignedIn> find(SignIns signIns, Instant now) {
        return isGoingOn(now) ? signIns.find(username)
                .filter(person -> Objects.equals(person.credentialsAt(), credentialsAt)) : Optional.empty();
    }
}
