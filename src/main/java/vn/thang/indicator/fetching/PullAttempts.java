package vn.thang.indicator.fetching;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Asks for a document again when what went wrong may pass. A circuit breaker of MicroProfile belongs to a method, so one dead
 * source would close the way to all of them: {@link Schedule} keeps one for each connector.
 */
@ApplicationScoped
public class PullAttempts {

    /** May be better the next time. */
    static final class Passing extends RemoteDocument.Failed {

        private static final long serialVersionUID = 1;

        private Passing(RemoteDocument.Failed failed) {
            super(failed.reason(), failed.details());
        }
    }

    @Timeout(value = 120, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 1_500, jitter = 500, maxDuration = 240_000, retryOn = {Passing.class,
            TimeoutException.class})
    RemoteDocument.Fetched fetch(Fetching documents, URI address, Map<String, String> headers)
            throws RemoteDocument.Failed {
        try {
            return documents.fetch(address, headers);
        } catch (RemoteDocument.Failed failed) {
            throw failed.isPassing() ? new Passing(failed) : failed;
        }
    }
}
