package vn.thang.operation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The state as it was read last for whoever watches by machine. Who asks waits for a new reading a moment and no longer, so that
 * figures are served while the database answers slowly or not at all; these say then that it does not.
 */
@ApplicationScoped
class WatchedState {

    private static final Logger LOG = Logger.getLogger(WatchedState.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final long PATIENCE = 2_000;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private StateReading reading;

    @Inject
    private Clock clock;

    private Future<OperationState> under;
    private Instant asked = Instant.EPOCH;
    private volatile OperationState state;

    /** Reads anew where the last reading is not fresh. */
    synchronized void renew() {
        Instant now = clock.instant();
        if (under == null) {
            if (asked.plus(FRESH).isAfter(now)) {
                return;
            }
            asked = now;
            under = executor.submit(reading::read);
        }
        try {
            state = under.get(PATIENCE, TimeUnit.MILLISECONDS);
            under = null;
        } catch (TimeoutException e) {
            state = null;
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "The state cannot be read", e);
            state = null;
            under = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the database answered when it was asked last. */
    boolean answers() {
        return state != null;
    }

    /** Returns a figure of the last reading; no number where it could not be read. */
    double figure(ToDoubleFunction<OperationState> of) {
        OperationState known = state;
        return known == null ? Double.NaN : of.applyAsDouble(known);
    }

    /** Returns for how many seconds something has waited; 0 where nothing waits. */
    double waited(OperationState known, Instant since) {
        return since == null ? 0 : Math.max(0, Duration.between(since, known.at()).toSeconds());
    }
}
