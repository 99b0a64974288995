package vn.thang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.audit.anchor.Anchors;
import vn.thang.audit.anchor.TrustedAuthorities;
import vn.thang.audit.check.TrailCheck;
import vn.thang.audit.check.Verified;
import vn.thang.audit.seal.Blocks;
import vn.thang.audit.seal.TrailSealing;
import vn.thang.it.TransactionFixture;

/** Several servers seal one trail, and transactions end in another order than they began; what is written here stays. */
@ExtendWith(ArquillianExtension.class)
class TrailServersIT {

    private static final int LONGEST_SECONDS = 60;

    @Inject
    private TrailSealing sealing;

    @Inject
    private Blocks blocks;

    @Inject
    private Anchors anchors;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    private final TransactionFixture transaction = new TransactionFixture();

    @Resource
    private ManagedExecutorService executor;

    @Test
    void twoSealersAtOnceTakeTurns() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            for (int entry = 0; entry < 20; entry++) {
                write("try-turns");
            }
            CountDownLatch together = new CountDownLatch(2);
            List<Future<Integer>> sealers = List.of(executor.submit(sealer(together)),
                    executor.submit(sealer(together)));
            for (Future<Integer> sealer : sealers) {
                sealer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            }
        }
        assertEquals(0, number("SELECT COUNT(*) FROM change_log e LEFT JOIN trail_seal s ON s.entry_id = e.id"
                + " WHERE s.entry_id IS NULL AND e.action = 'try-turns'"));
        assertIntact();
    }

    private Callable<Integer> sealer(CountDownLatch together) {
        return () -> {
            together.countDown();
            together.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            return sealAll();
        };
    }

    /** Sealing neither waits for whoever saves nor loses what they save: it comes into a later block. */
    @Test
    void whatIsCommittedLateComesIntoALaterBlock() throws Exception {
        transaction.begin();
        long late = write("try-late-commit");
        long early = executor.submit(() -> {
            long written = write("try-early-commit");
            sealAll();
            return written;
        }).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertTrue(late < early);
        transaction.commit();
        assertEquals(0, number("SELECT COUNT(*) FROM trail_seal WHERE entry_id = " + late));
        sealAll();
        assertTrue(number("SELECT block FROM trail_seal WHERE entry_id = " + late) > number(
                "SELECT block FROM trail_seal WHERE entry_id = " + early));
        assertIntact();
    }

    private void assertIntact() {
        Verified verified = TrailCheck.verify(blocks, anchors, TrustedAuthorities.NONE, Map.of(), clock.instant());
        assertEquals(List.of(), verified.faults());
        assertEquals(verified.last(), verified.blocks());
    }

    private int sealAll() {
        int sealed = 1;
        Optional<TrailSealing.Reached> reached = sealing.seal(null);
        while (reached.isPresent()) {
            reached = sealing.seal(reached.get());
            sealed++;
        }
        return sealed;
    }

    private long write(String action) {
        long id = number("SELECT NEXTVAL(change_log_seq)");
        jdbi.useHandle(sql -> sql.createUpdate(
                "INSERT INTO change_log (id, at, action, subject) VALUES (:id, UTC_TIMESTAMP(6), :action, 'test')")
                .bind("id", id).bind("action", action).execute());
        return id;
    }

    private long number(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(Long.class).one());
    }
}
