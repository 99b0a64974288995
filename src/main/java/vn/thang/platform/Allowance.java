package vn.thang.platform;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many requests in a time for each of those who ask; those longest unseen are forgotten. */
public final class Allowance {

    private final int many;
    private final Duration time;
    private final Map<String, Bucket> buckets;

    public Allowance(int many, Duration time, int mostAskers) {
        this.many = many;
        this.time = time;
        this.buckets = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > mostAskers;
            }
        };
    }

    /** Counts one request; zero when it may go on, otherwise the whole seconds to wait. */
    public long secondsToWait(String asker) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(asker, a -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(many).refillGreedy(many, time))
                    .build());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0
                : Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).plusNanos(999_999_999).toSeconds());
    }
}
