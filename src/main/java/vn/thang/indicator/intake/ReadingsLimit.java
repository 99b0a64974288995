package vn.thang.indicator.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.Sha256;
import vn.thang.platform.sql.Allowances;
import vn.thang.platform.web.Origin;

/**
 * How often one token may push a batch: a source that runs wild does not keep the others from being heard,
 * and whoever makes tokens up waits by the address. */
@ApplicationScoped
class ReadingsLimit {

    private static final int MOST_TOKENS = 10_000;
    private static final int GUESSES_A_MINUTE = 20;

    @Inject
    @ConfigProperty(name = "thang.readings.per-minute", defaultValue = "60")
    private int perMinute;

    @Inject
    private Allowances allowances;

    @Inject
    private Origin origin;

    private ToLongFunction<String> allowance;
    private ToLongFunction<String> guesses;

    @PostConstruct
    void begin() {
        allowance = allowances.of("readings", perMinute, Duration.ofMinutes(1), MOST_TOKENS);
        guesses = allowances.of("tokens of sources that are none from", GUESSES_A_MINUTE, Duration.ofMinutes(1),
                MOST_TOKENS);
    }

    /** Counts one batch; zero when it may come in, otherwise the whole seconds to wait. */
    long secondsToWait(String token) {
        return allowance.applyAsLong(Sha256.hex(token));
    }

    /** Counts a token that is none by the address from which it comes; zero where the refusal says why, else the seconds to wait. */
    long secondsAfterRefusal() {
        return guesses.applyAsLong(origin.address() == null ? "" : origin.address());
    }
}
