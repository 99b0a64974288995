package vn.thang.indicator.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.Sha256;
import vn.thang.platform.sql.Allowances;

/** How often one token may push a batch: a source that runs wild does not keep the others from being heard. */
@ApplicationScoped
class ReadingsLimit {

    private static final int MOST_TOKENS = 10_000;

    @Inject
    @ConfigProperty(name = "thang.readings.per-minute", defaultValue = "60")
    private int perMinute;

    @Inject
    private Allowances allowances;

    private ToLongFunction<String> allowance;

    @PostConstruct
    void begin() {
        allowance = allowances.of("readings", perMinute, Duration.ofMinutes(1), MOST_TOKENS);
    }

    /** Counts one batch; zero when it may come in, otherwise the whole seconds to wait. */
    long secondsToWait(String token) {
        return allowance.applyAsLong(Sha256.hex(token));
    }
}
