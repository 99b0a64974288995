package vn.thang.platform.work;

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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Lets this server take part in long work from soon after its start until it stops. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkEngine {

    private static final int SECONDS_AFTER_START = 10;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private WorkSchedule schedule;

    private ScheduledFuture<?> starting;

    @PostConstruct
    void begin() {
        starting = executor.schedule(schedule::start, SECONDS_AFTER_START, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        starting.cancel(false);
        schedule.stop();
    }
}
