package vn.thang.catalog;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one address may ask for a scoring; the addresses longest unseen are forgotten. */
@ApplicationScoped
public class ScoringsLimit {

    static final int MOST_ADDRESSES = 10_000;

    @Inject
    @ConfigProperty(name = "thang.scorings.per-minute", defaultValue = "60")
    private int perMinute;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    protected ScoringsLimit() {
    }

    ScoringsLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Counts one request; zero when it may go on, otherwise the whole seconds to wait. */
    public long secondsToWait(String address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(address, a -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1))).build());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).plusNanos(999_999_999).toSeconds());
    }
}
