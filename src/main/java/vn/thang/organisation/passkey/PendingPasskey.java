package vn.thang.organisation.passkey;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Challenges that this session has given out: each is answered once, and soon. */
@SessionScoped
public class PendingPasskey implements Serializable {

    static final Duration TIME = Duration.ofMinutes(10);
    private static final int BYTES = 32;
    private static final int MOST = 8;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long serialVersionUID = 1L;

    private final Map<String, Given> given = new LinkedHashMap<>();

    /**
     * A challenge.
     *
     * @param handle by which a new passkey would know its person
     */
    record Given(byte[] challenge, byte[] handle, Instant until) implements Serializable {
    }

    synchronized Given give(Instant now) {
        Given one = new Given(random(), random(), now.plus(TIME));
        if (given.size() >= MOST) {
            given.remove(given.keySet().iterator().next());
        }
        given.put(name(one.challenge()), one);
        return one;
    }

    /** Takes a challenge back, as answers name it. */
    synchronized Optional<Given> take(String challenge, Instant now) {
        return Optional.ofNullable(given.remove(challenge)).filter(one -> now.isBefore(one.until()));
    }

    static String name(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
