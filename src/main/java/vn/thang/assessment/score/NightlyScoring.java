package vn.thang.assessment.score;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Scores what runs anew soon after midnight, when readings have grown stale: lists and dashboards show what the single page shows. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyScoring {

    private static final Logger LOG = Logger.getLogger(NightlyScoring.class.getName());
    private static final int MINUTES_AFTER_MIDNIGHT = 5;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private ReadingsScoring scoring;

    @Inject
    private Clock clock;

    private ScheduledFuture<?> running;

    @PostConstruct
    void begin() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        ZonedDateTime first = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()).plusMinutes(MINUTES_AFTER_MIDNIGHT);
        running = executor.scheduleAtFixedRate(this::score, Duration.between(now, first).toSeconds(), TimeUnit.DAYS.toSeconds(1), TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        running.cancel(false);
    }

    /** A share that fails waits for the next night; the others do not. */
    private void score() {
        for (ReadingsScoring.Share share : scoring.shares()) {
            try {
                scoring.again(share);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Scores of a round wait for the next night", e);
            }
        }
    }
}
