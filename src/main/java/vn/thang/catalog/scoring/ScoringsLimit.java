package vn.thang.catalog.scoring;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.Allowance;

/** How often one address may ask for a scoring; the addresses longest unseen are forgotten. */
@ApplicationScoped
public class ScoringsLimit {

    static final int MOST_ADDRESSES = 10_000;

    @Inject
    @ConfigProperty(name = "thang.scorings.per-minute", defaultValue = "60")
    private int perMinute;

    private Allowance allowance;

    protected ScoringsLimit() {
    }

    ScoringsLimit(int perMinute) {
        this.perMinute = perMinute;
        begin();
    }

    @PostConstruct
    void begin() {
        allowance = new Allowance(perMinute, MOST_ADDRESSES);
    }

    /** Counts one request; zero when it may go on, otherwise the whole seconds to wait. */
    public long secondsToWait(String address) {
        return allowance.secondsToWait(address);
    }
}
