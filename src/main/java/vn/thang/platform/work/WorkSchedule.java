package vn.thang.platform.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * What is due when, kept in the database by db-scheduler: of all servers one takes it, says every few seconds that it
 * still has it, and loses it to another one when nothing more is heard. The statements of whoever starts work stand
 * in the transaction of the use case.
 */
@ApplicationScoped
class WorkSchedule {

    static final int AT_ONCE = 8;
    private static final int HOUSEKEEPERS = 3;
    private static final int BEATS_MISSED = 4;
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final Duration AFTER_NO_DATABASE = Duration.ofMinutes(1);
    private static final String RECURRING = "recurring";
    private static final String STARTED = "started";

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private Works works;

    @Inject
    private WorkKinds kinds;

    @Inject
    private WorkRuns runs;

    @Inject
    private WorkNode node;

    @Inject
    private Clock clock;

    private CustomTask<Void> started;
    /** Null until the application has begun. */
    private volatile Scheduler scheduler;
    private ManagedThreadFactory threads;
    /** Whether this server takes part in no work. */
    private boolean aside;

    /**
     * @param threads on which the work is done
     * @param aside   whether this server carries out one command and ends: it takes no work of others then
     */
    void prepare(ManagedThreadFactory threads, boolean aside) {
        this.threads = threads;
        this.aside = aside;
        started = Tasks.custom(STARTED, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_NO_DATABASE))
                .execute((instance, context) -> {
                    Optional<Instant> again = runs.run(Long.parseLong(instance.getId()));
                    return (complete, operations) -> again.ifPresentOrElse(
                            next -> operations.reschedule(complete, next), () -> {
                                operations.remove();
                                startedMeanwhile(Long.parseLong(instance.getId()));
                            });
                });
        scheduler = aside ? of(List.of(), List.of()) : of(List.of(started), kinds.recurring());
    }

    private Scheduler of(List<Task<?>> known, List<RecurringWork> recurring) {
        return Scheduler.create(dataSource, known).startTasks(recurring.stream().map(this::recurring).toList())
                .tableName("work_due").alwaysPersistTimestampInUTC().schedulerName(new SchedulerName.Fixed(node.name()))
                .threads(AT_ONCE)
                .executorService(Executors.newFixedThreadPool(AT_ONCE, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(HOUSEKEEPERS, threads)).pollingInterval(LOOK)
                .heartbeatInterval(BEAT).missedHeartbeatsLimit(BEATS_MISSED).shutdownMaxWait(TO_STOP).build();
    }

    private CustomTask<Void> recurring(RecurringWork kind) {
        return Tasks.custom(kind.name(), Void.class).scheduleOnStartup(RECURRING, null, kind.rhythm()::after)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_NO_DATABASE))
                .execute((instance, context) -> {
                    Instant next = runs.run(kind);
                    return (complete, operations) -> operations.reschedule(complete, next);
                });
    }

    /** Takes part from now on; what waits and is nowhere due, because a server died in between, is due again. */
    void start() {
        works.waiting().forEach(this::add);
        scheduler.start();
    }

    void stop() {
        node.leave();
        rest();
    }

    /** Takes nothing any more, and waits a little for what it has. */
    void rest() {
        scheduler.stop();
    }

    /** Has the work done by whichever server comes first, unless it is due already; before the beginning it waits for that. */
    void add(long work) {
        if (scheduler != null) {
            works.due(STARTED, work, clock.instant());
        }
    }

    /** Whoever started ended work again before it was out of the schedule has found it there, and added nothing. */
    private void startedMeanwhile(long work) {
        if (works.waits(work)) {
            add(work);
        }
    }

    /**
     * Brings the next run of recurring work forward; answers whether it is known to the database. A server that stands aside takes
     * part in this work from now on, and in no other.
     */
    synchronized boolean now(RecurringWork kind) {
        if (aside) {
            aside = false;
            scheduler = of(List.of(), List.of(kind));
            scheduler.start();
        }
        if (next(kind).isEmpty()) {
            return false;
        }
        scheduler.reschedule(TaskInstanceId.of(kind.name(), RECURRING), clock.instant());
        scheduler.triggerCheckForDueExecutions();
        return true;
    }

    /** Answers when recurring work is due; empty while it is not known to the database. */
    Optional<Instant> next(RecurringWork kind) {
        return scheduler.getScheduledExecution(TaskInstanceId.of(kind.name(), RECURRING))
                .map(due -> due.getExecutionTime());
    }

    /** Looks for work at once on this server when somebody has started some. */
    void look(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkStarted work) {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
