package vn.thang.indicator.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.Allowance;
import vn.thang.platform.Sha256;

/** How often one token may push a batch: a source that runs wild does not keep the others from being heard. */
@ApplicationScoped
class ReadingsLimit {

    private static final int MOST_TOKENS = 10_000;

    @Inject
    @ConfigProperty(name = "thang.readings.per-minute", defaultValue = "60")
    private int perMinute;

    private Allowance allowance;

    @PostConstruct
    void begin() {
        allowance = new Allowance(perMinute, MOST_TOKENS);
    }

    /** Counts one batch; zero when it may come in, otherwise the whole seconds to wait. */
    long secondsToWait(String token) {
        return allowance.secondsToWait(Sha256.hex(token));
    }
}
