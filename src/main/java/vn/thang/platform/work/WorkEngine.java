package vn.thang.platform.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lets this server take part in long work from soon after its start until it stops. It begins with the web application, and
 * takes the threads there: they keep where they come from. The server lets connections take part in the transaction of a use
 * case only where that is a web application and no enterprise bean.
 */
@ApplicationScoped
class WorkEngine {

    private static final int SECONDS_AFTER_START = 10;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private WorkSchedule schedule;

    private ScheduledFuture<?> starting;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        schedule.prepare(threads);
        starting = executor.schedule(schedule::start, SECONDS_AFTER_START, TimeUnit.SECONDS);
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        starting.cancel(false);
        schedule.stop();
    }
}
