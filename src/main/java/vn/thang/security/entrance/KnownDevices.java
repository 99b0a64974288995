package vn.thang.security.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.platform.Unguessable;

/**
 * Browsers in which a person signed in before. Their cookie is signed, says nothing about the person to who reads it, and lets
 * nobody in: it keeps the guesses of strangers from being counted against its holder.
 */
@ApplicationScoped
public class KnownDevices {

    static final Duration HOLDS = Duration.ofDays(180);
    private static final int MOST_PEOPLE = 5;
    private static final int LONGEST_COOKIE = 1_500;
    private static final int NAME_BYTES = 12;
    private static final int PARTS = 3;

    @Inject
    private SecretKeys keys;

    @Inject
    private Clock clock;

    protected KnownDevices() {
    }

    KnownDevices(SecretKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Finds the name of the device by which it is known for this person; empty where it is not. */
    public Optional<String> find(String cookie, long person) {
        return tokens(cookie).filter(token -> isOf(token, person)).map(token -> token.split("\\.")[0]).findFirst();
    }

    /** Returns the cookie of a browser in which this person signs in; null where no key is set. */
    public String with(String cookie, long person) {
        if (!keys.isSet()) {
            return null;
        }
        String name = find(cookie, person).orElseGet(() -> Unguessable.text(NAME_BYTES));
        String until = Long.toString(clock.instant().plus(HOLDS).getEpochSecond(), Character.MAX_RADIX);
        String mine = name + "." + until + "." + keys.sign(signed(name, until, person));
        return Stream.concat(Stream.of(mine), tokens(cookie).filter(token -> !isOf(token, person)))
                .limit(MOST_PEOPLE).collect(Collectors.joining("~"));
    }

    private boolean isOf(String token, long person) {
        String[] parts = token.split("\\.");
        return keys.isSet() && keys.isSigned(signed(parts[0], parts[1], person), parts[2])
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1], Character.MAX_RADIX)));
    }

    private static Stream<String> tokens(String cookie) {
        return cookie == null || cookie.length() > LONGEST_COOKIE ? Stream.empty()
                : Arrays.stream(cookie.split("~")).filter(token -> token.split("\\.").length == PARTS);
    }

    private static String signed(String name, String until, long person) {
        return "device " + name + " " + until + " " + person;
    }
}
