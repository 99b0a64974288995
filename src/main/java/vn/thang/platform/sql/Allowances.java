package vn.thang.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import vn.thang.platform.Allowance;
import vn.thang.platform.Sha256;

/**
 * So many requests in a time for each of those who ask, whichever server they ask. Each server counts for itself first, so that
 * a flood is refused without asking the database; what it lets through is counted by one statement for all, a tenth of what is
 * allowed at once, since each statement is a commit. Whoever counts had better hold no connection of a transaction meanwhile, since
 * that takes a second one. Where the database cannot count, what the server itself has counted holds.
 */
@ApplicationScoped
public class Allowances {

    private static final Logger LOG = Logger.getLogger(Allowances.class.getName());
    private static final long MICROS_A_SECOND = 1_000_000;
    /** Into so many parts an allowance is divided, each of which is taken from the database at once. */
    private static final int PARTS = 10;

    /** Answers zero where the request was counted, otherwise the microseconds until there is room for one. */
    private static final String COUNT = """
            INSERT INTO allowance (subject, free_at, refused)
            VALUES (:subject, UTC_TIMESTAMP(6) + INTERVAL :share MICROSECOND, FALSE)
            ON DUPLICATE KEY UPDATE
                refused = free_at > UTC_TIMESTAMP(6) + INTERVAL :whole - :share MICROSECOND,
                free_at = IF(refused, free_at, GREATEST(free_at, UTC_TIMESTAMP(6)) + INTERVAL :share MICROSECOND)
            RETURNING IF(refused, GREATEST(1,
                TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6) + INTERVAL :whole - :share MICROSECOND, free_at)), 0)""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private DatabaseWatch watch;

    /** Itself by way of the container: each count is a transaction of its own, which no refusal of the caller undoes. */
    @Inject
    private Allowances counted;

    /**
     * An allowance of which all servers know how much is used.
     *
     * @param what       is asked for; it keeps one allowance from another
     * @param mostAskers so many are remembered by this server
     */
    public ToLongFunction<String> of(String what, int many, Duration time, int mostAskers) {
        Allowance own = new Allowance(many, time, mostAskers);
        Taken taken = new Taken(time, mostAskers);
        long whole = time.toMillis() * (MICROS_A_SECOND / 1_000);
        int part = Math.max(1, many / PARTS);
        return asker -> {
            long wait = own.secondsToWait(asker);
            if (wait > 0 || watch.hangs() || taken.use(asker)) {
                return wait;
            }
            String subject = Sha256.hex(what + " " + asker);
            if (part > 1 && together(subject, whole, part * (whole / many)) == 0) {
                taken.keep(asker, part - 1);
                return 0;
            }
            return together(subject, whole, whole / many);
        };
    }

    private long together(String subject, long whole, long share) {
        try {
            return (counted.count(subject, whole, share) + MICROS_A_SECOND - 1) / MICROS_A_SECOND;
        } catch (JdbiException | TransactionalException e) {
            LOG.log(Level.WARNING, "Requests are counted by this server alone", e);
            return 0;
        }
    }

    /** Counts requests that use this share of the whole, or says for how many microseconds there is no room for them. */
    @Transactional(TxType.REQUIRES_NEW)
    public long count(String subject, long whole, long share) {
        return jdbi.withHandle(sql -> sql.createQuery(COUNT).bind("subject", subject).bind("whole", whole)
                .bind("share", share).mapTo(Long.class).one());
    }

    /** Forgets those who have asked for nothing so long that all of it is free again. */
    @Transactional
    public void forget() {
        jdbi.useHandle(sql -> sql.execute("DELETE FROM allowance WHERE free_at < UTC_TIMESTAMP(6)"));
    }

    /** What this server has taken from the allowances of those who ask and not used yet; it lapses when their time is over. */
    private static final class Taken {

        private final long nanos;
        private final Map<String, Left> left;

        private record Left(int many, long until) {

            boolean lapsed() {
                return System.nanoTime() - until > 0;
            }
        }

        Taken(Duration time, int mostAskers) {
            this.nanos = time.toNanos();
            this.left = new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
                    return size() > mostAskers;
                }
            };
        }

        synchronized void keep(String asker, int many) {
            Left of = left.remove(asker);
            int before = of == null || of.lapsed() ? 0 : of.many();
            left.put(asker, new Left(before + many, System.nanoTime() + nanos));
        }

        synchronized boolean use(String asker) {
            Left of = left.remove(asker);
            if (of == null || of.lapsed()) {
                return false;
            }
            if (of.many() > 1) {
                left.put(asker, new Left(of.many() - 1, of.until()));
            }
            return true;
        }
    }
}
