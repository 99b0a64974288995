package vn.thang.dashboard.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Figures that were made a moment ago. Their keys carry the state of the round, so whoever hands in is counted at once; what
 * the key cannot tell, such as a score that was computed anew, is seen after a minute.
 */
@ApplicationScoped
public class RecentFigures {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int MOST = 500;

    private final ConcurrentHashMap<Object, Entry> entries = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    private record Entry(FutureTask<Object> made, Instant end) {
    }

    /** A round as it stands: what was made for another state of it is never found. */
    public record State(long round, long agencies, long handedIn, Instant lastChange, int version) {
        public static State of(RoundChoice round) {
            return new State(round.id(), round.agencies(), round.handedIn(), round.lastChange(), round.version());
        }
    }

    /** What stands under the key, made now when there is nothing recent; several who ask at once wait for one. */
    @SuppressWarnings("unchecked")
    public <T> T get(Object key, Supplier<T> maker) {
        Instant now = clock.instant();
        if (entries.size() > MOST) {
            entries.values().removeIf(entry -> entry.end().isBefore(now));
            if (entries.size() > MOST) {
                entries.clear();
            }
        }
        Entry entry = entries.compute(key, (same, known) -> known != null && now.isBefore(known.end()) ? known
                : new Entry(new FutureTask<>(maker::get), now.plus(LIFE)));
        entry.made().run(); // outside of the map, since what is made may be made of other figures; does nothing the second time
        try {
            return (T) entry.made().get();
        } catch (ExecutionException e) {
            entries.remove(key, entry);
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
