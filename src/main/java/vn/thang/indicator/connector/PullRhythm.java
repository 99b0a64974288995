package vn.thang.indicator.connector;

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
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every minute which connectors are due and runs them, two at once, on every server; each has it alone. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class PullRhythm {

    private static final Logger LOG = Logger.getLogger(PullRhythm.class.getName());
    private static final int AFTER_START = 30;
    private static final int MINUTE = 60;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Pull pull;

    private List<ScheduledFuture<?>> running = List.of();

    @PostConstruct
    void begin() {
        running = List.of(executor.scheduleWithFixedDelay(this::runDue, AFTER_START, MINUTE, TimeUnit.SECONDS),
                executor.scheduleWithFixedDelay(this::runDue, AFTER_START + MINUTE / 2, MINUTE, TimeUnit.SECONDS));
    }

    @PreDestroy
    void end() {
        running.forEach(task -> task.cancel(false));
    }

    /** What fails waits for the next time; an exception would end it for ever. */
    private void runDue() {
        try {
            pull.due().forEach(pull::runDue);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Connectors wait for the next time", e);
        }
    }
}
