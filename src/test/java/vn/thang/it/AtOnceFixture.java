package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.function.ThrowingSupplier;
import vn.thang.platform.BusinessException;

/** Two people at the same moment, each in a transaction of their own that is committed: tests take out what they leave. */
public abstract class AtOnceFixture extends ContainerFixture {

    protected static final String DONE = "done";
    private static final int LONGEST_SECONDS = 240;
    private static final int LONG_MILLIS = 700;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Jdbi jdbi;

    /** What a person does. */
    public record Deed(String person, Doing doing) {
    }

    /** May fail in any way. */
    public interface Doing {
        void run() throws Exception;
    }

    /**
     * Lets one after the other go as far as a row that somebody else holds, so that each has read what is there before the other
     * changes it, and then lets go of the row, which the first one gets first.
     *
     * @param held the statement that locks the row
     * @return how they ended: {@link #DONE}, or the key of what refused it; any other failure fails the test
     */
    protected final List<String> atOnce(String held, Deed first, Deed second) throws Exception {
        transaction.rollback();
        transaction.begin();
        entities.createNativeQuery(held).getResultList();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        List<Future<String>> runs = new ArrayList<>();
        for (Deed deed : List.of(first, second)) {
            runs.add(executor.submit(() -> ends(deed)));
            while (waiting() < runs.size() && runs.stream().noneMatch(Future::isDone)) {
                assertTrue(System.nanoTime() < end, "nobody waits for " + held);
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        transaction.rollback();
        List<String> ends = List.of(runs.get(0).get(LONGEST_SECONDS, TimeUnit.SECONDS),
                runs.get(1).get(LONGEST_SECONDS, TimeUnit.SECONDS));
        transaction.begin();
        return ends;
    }

    /** Does something that stays, without what each test of the server begins with. */
    protected final <T> T committed(ThrowingSupplier<T> deed) throws Exception {
        transaction.rollback();
        transaction.begin();
        try {
            T made = deed.get();
            entities.flush();
            transaction.commit();
            return made;
        } catch (Throwable e) {
            transaction.rollback();
            throw new IllegalStateException(e);
        } finally {
            transaction.begin();
        }
    }

    /** Lets an assessment begin afresh, after which it holds nothing. */
    protected final void empty(long assessment) throws Exception {
        committed(() -> {
            jdbi.useHandle(sql -> AssessmentTables.empty(sql.getConnection(), assessment));
            return null;
        });
    }

    private long waiting() {
        return number("SELECT COUNT(*) FROM information_schema.processlist WHERE command = 'Query' AND time_ms > ?1"
                + " AND id <> CONNECTION_ID() AND db = DATABASE()", LONG_MILLIS);
    }

    private String ends(Deed deed) throws Exception {
        RequestContextController request = CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            caller.actAs(deed.person());
            deed.doing().run();
            return DONE;
        } catch (BusinessException refused) {
            return refused.key();
        } finally {
            request.deactivate();
        }
    }
}
