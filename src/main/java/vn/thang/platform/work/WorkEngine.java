package vn.thang.platform.work;

import static jakarta.interceptor.Interceptor.Priority.LIBRARY_BEFORE;

import jakarta.annotation.Priority;
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
 * case only where that is a web application and no enterprise bean. A server that was started to carry out a command of the operator
 * stands aside: it ends with its command, and would leave what it has taken to be done again.
 */
@ApplicationScoped
public class WorkEngine {

    /** The setting that holds the command with which this server was started. */
    public static final String COMMAND = "thang.command";

    private static final int SECONDS_AFTER_START = 10;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private WorkSchedule schedule;

    private ScheduledFuture<?> starting;

    /** Comes before whoever sees to the command, who takes it away. */
    void begin(@Observes @Initialized(ApplicationScoped.class) @Priority(LIBRARY_BEFORE) Object application) {
        boolean command = System.getProperty(COMMAND) != null;
        schedule.prepare(threads, command);
        if (!command) {
            starting = executor.schedule(schedule::start, SECONDS_AFTER_START, TimeUnit.SECONDS);
        }
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        if (starting != null) {
            starting.cancel(false);
        }
        schedule.stop();
    }
}
