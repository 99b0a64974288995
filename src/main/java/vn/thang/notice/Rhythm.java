package vn.thang.notice;

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

/**
 * Looks every hour for what is due, and sends every minute what waits, on every server: what was done is not done again.
 * Timers of EJB are not there in a Payara Micro without Hazelcast.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class Rhythm {

    private static final Logger LOG = Logger.getLogger(Rhythm.class.getName());
    private static final int AFTER_START = 20;
    private static final int HOUR = 3600;
    private static final int MINUTE = 60;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private DueDays dueDays;

    @Inject
    private MailDelivery delivery;

    private List<ScheduledFuture<?>> running = List.of();

    @PostConstruct
    void begin() {
        running = List.of(executor.scheduleWithFixedDelay(() -> attempt(dueDays::announce), AFTER_START, HOUR, TimeUnit.SECONDS),
                executor.scheduleWithFixedDelay(() -> attempt(delivery::run), AFTER_START, MINUTE, TimeUnit.SECONDS));
    }

    @PreDestroy
    void end() {
        running.forEach(task -> task.cancel(false));
    }

    /** What fails waits for the next time; an exception would end it for ever. */
    private static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Notices or letters wait for the next time", e);
        }
    }
}
