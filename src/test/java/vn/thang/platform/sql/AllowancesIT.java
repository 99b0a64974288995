package vn.thang.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.ContainerFixture;

/** What one server has counted, the others know: each of them has an allowance of its own here, as on machines of their own. */
@ExtendWith(ArquillianExtension.class)
class AllowancesIT extends ContainerFixture {

    private static final int MANY = 4;
    private static final int MOST_ASKERS = 100;
    private static final Duration TIME = Duration.ofHours(1);
    private static final long MANY_SECONDS = TIME.toSeconds() / MANY;

    private final String what = UUID.randomUUID().toString();

    @Inject
    private Allowances allowances;

    @Test
    void serversCountTogether() {
        ToLongFunction<String> first = server();
        ToLongFunction<String> second = server();
        for (int i = 0; i < MANY; i++) {
            assertEquals(0, (i % 2 == 0 ? first : second).applyAsLong("somebody"), "request " + i);
        }
        for (ToLongFunction<String> server : List.of(first, second)) {
            long wait = server.applyAsLong("somebody");
            assertTrue(wait > MANY_SECONDS - 60 && wait <= MANY_SECONDS, () -> "waits " + wait);
        }
        assertEquals(0, first.applyAsLong("somebody else"));
        assertEquals(0, allowances.of(what + "!", MANY, TIME, MOST_ASKERS).applyAsLong("somebody"),
                "what is asked for keeps allowances apart");
    }

    /** A server takes some at once, uses them without asking anybody, and none of them is let through twice. */
    @Test
    void someAreTakenAtOnceAndNoneTooMany() throws Exception {
        int many = 20;
        ToLongFunction<String> first = allowances.of(what, many, TIME, MOST_ASKERS);
        ToLongFunction<String> second = allowances.of(what, many, TIME, MOST_ASKERS);
        for (long shares : List.of(2, 2, 4, 4, 6, 6, 8)) {
            assertEquals(0, first.applyAsLong("somebody"));
            assertEquals(shares, shares(many), "two at once");
        }
        int let = 0;
        for (int i = 0; i < many; i++) {
            let += second.applyAsLong("somebody") == 0 ? 1 : 0;
        }
        assertEquals(12, let, "the first one has used seven and taken one more");
        assertEquals(0, first.applyAsLong("somebody"), "what it has taken is its own");
        assertTrue(first.applyAsLong("somebody") > 0);
    }

    /** Time gives back, share by share and never more than all of it. */
    @Test
    void whatWasUsedComesBack() throws Exception {
        ToLongFunction<String> first = server();
        for (int i = 0; i < MANY; i++) {
            first.applyAsLong("somebody");
        }
        passes(MANY_SECONDS);
        ToLongFunction<String> second = server();
        assertEquals(0, second.applyAsLong("somebody"));
        assertTrue(second.applyAsLong("somebody") > 0);
        passes(100 * TIME.toSeconds());
        ToLongFunction<String> third = server();
        for (int i = 0; i < MANY; i++) {
            assertEquals(0, third.applyAsLong("somebody"));
        }
        assertTrue(server().applyAsLong("somebody") > 0);
    }

    @Test
    void whoHasAskedForNothingLatelyIsForgotten() throws Exception {
        server().applyAsLong("somebody");
        assertEquals(1, rows());
        forget();
        assertEquals(1, rows());
        passes(TIME.toSeconds());
        forget();
        assertEquals(0, rows());
    }

    private ToLongFunction<String> server() {
        return allowances.of(what, MANY, TIME, MOST_ASKERS);
    }

    /** Whoever asks and is refused has asked, and who undoes what they began has asked too. */
    @Test
    void whatTheCallerUndoesIsCountedAllTheSame() throws Exception {
        for (int i = 0; i < MANY; i++) {
            assertEquals(0, server().applyAsLong("somebody"));
            again();
        }
        assertTrue(server().applyAsLong("somebody") > 0);
    }

    private void passes(long seconds) throws Exception {
        transaction.rollback();
        transaction.begin();
        sql("UPDATE allowance SET free_at = free_at - INTERVAL " + seconds + " SECOND WHERE subject = SHA2(?1, 256)",
                what + " somebody");
        transaction.commit();
        transaction.begin();
    }

    /** How many of so many are taken; what is counted stands in transactions of its own. */
    private long shares(int many) throws Exception {
        again();
        return number("SELECT ROUND(TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), free_at) * ?2 / ?3) FROM allowance"
                + " WHERE subject = SHA2(?1, 256)", what + " somebody", many, TIME.toSeconds());
    }

    private void forget() throws Exception {
        transaction.rollback();
        allowances.forget();
        transaction.begin();
    }

    private long rows() throws Exception {
        again();
        return number("SELECT COUNT(*) FROM allowance WHERE subject = SHA2(?1, 256)", what + " somebody");
    }
}
