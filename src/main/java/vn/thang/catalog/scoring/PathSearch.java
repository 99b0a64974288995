package vn.thang.catalog.scoring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Path;

/**
 * Finds paths for anybody who asks, so with bounds: for models of hundreds of criteria with large weights an exact search
 * can take for ever. Each has some seconds, and all together never more than half of the processors.
 */
@ApplicationScoped
public class PathSearch {

    /**
     * What a search came to.
     *
     * @param path    empty where there is none, and where the search was given up
     * @param givenUp whether the time was over first
     */
    public record Found(Optional<Path> path, boolean givenUp) {

        static final Found NOTHING = new Found(Optional.empty(), false);
        static final Found GIVEN_UP = new Found(Optional.empty(), true);
    }

    private final Semaphore turns = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    @Resource
    private ManagedExecutorService managedExecutor;

    private ExecutorService executor;
    private Duration longest = Duration.ofSeconds(2);

    protected PathSearch() {
    }

    PathSearch(ExecutorService executor, Duration longest) {
        this.executor = executor;
        this.longest = longest;
    }

    public Found toLevel(MaturityModel model, Answers answers, int level) {
        boolean turn = false;
        try {
            turn = turns.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            return turn ? await(threads().submit(() -> Path.toLevel(model, answers, level))) : Found.GIVEN_UP;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Found.GIVEN_UP;
        } finally {
            if (turn) {
                turns.release();
            }
        }
    }

    private ExecutorService threads() {
        return executor == null ? managedExecutor : executor;
    }

    private Found await(Future<Optional<Path>> path) throws InterruptedException {
        try {
            return new Found(path.get(longest.toMillis(), TimeUnit.MILLISECONDS), false);
        } catch (TimeoutException | CancellationException e) {
            path.cancel(true);
            return Found.GIVEN_UP;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
