package vn.thang.catalog.scoring;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.sql.Allowances;

/** How often one address may ask for a scoring; the addresses longest unseen are forgotten. */
@ApplicationScoped
public class ScoringsLimit {

    private static final int MOST_ADDRESSES = 10_000;

    @Inject
    @ConfigProperty(name = "thang.scorings.per-minute", defaultValue = "60")
    private int perMinute;

    @Inject
    private Allowances allowances;

    private ToLongFunction<String> allowance;

    @PostConstruct
    void begin() {
        allowance = allowances.of("scorings", perMinute, Duration.ofMinutes(1), MOST_ADDRESSES);
    }

    /** Counts one request; zero when it may go on, otherwise the whole seconds to wait. */
    public long secondsToWait(String address) {
        return allowance.applyAsLong(address);
    }
}
