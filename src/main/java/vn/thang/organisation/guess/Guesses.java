package vn.thang.organisation.guess;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.Sha256;

/**
 * Counts of attempts that failed. An attempt counts as failed before it is looked at and no longer when it was right, so that
 * many at once are counted as many; and it stays counted whatever becomes of the deed around it.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class Guesses {

    /** So long after the first failure the counting begins anew. */
    public static final Duration TIME = Duration.ofMinutes(15);

    private static final String COUNT = """
            INSERT INTO sign_in_failure (subject, account, failures, since) VALUES (:subject, :account, 1, :now)
            ON DUPLICATE KEY UPDATE failures = IF(since <= :earliest, 1, failures + 1),
                since = IF(since <= :earliest, :now, since)""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    private record Row(String subject, int failures) {
    }

    /**
     * Counts an attempt and says whether it is looked at.
     *
     * @param watched what has to have room too and is counted by {@link #failed} only, since many people share it
     */
    public boolean admits(GuessCount attempt, List<GuessCount> watched) {
        List<String> subjects = Stream.concat(Stream.of(attempt), watched.stream())
                .map(GuessCount::subject).toList();
        Map<String, Integer> failures = jdbi.withHandle(sql -> {
            count(sql, attempt);
            return sql
                    .createQuery(
                            """
                    SELECT subject, failures FROM sign_in_failure WHERE subject IN (<subjects>) AND since > :earliest""")
                    .bindList("subjects", subjects).bind("earliest", earliest()).mapTo(Row.class).stream()
                    .collect(Collectors.toMap(Row::subject, Row::failures));
        });
        return failures.getOrDefault(attempt.subject(), 0) <= attempt.most()
                && watched.stream().allMatch(one -> failures.getOrDefault(one.subject(), 0) < one.most());
    }

    /** Notes that the attempt was right: what failed before it from the same place is forgotten. */
    public void right(GuessCount attempt) {
        jdbi.useHandle(sql -> sql.createUpdate("DELETE FROM sign_in_failure WHERE subject = :subject")
                .bind("subject", attempt.subject()).execute());
    }

    /** Counts a failure for what many share; answers which of them have no room any more from now on. */
    public List<GuessCount> failed(List<GuessCount> watched) {
        return jdbi.withHandle(sql -> {
            watched.forEach(one -> count(sql, one));
            return watched.stream().filter(one -> failures(sql, one) == one.most()).toList();
        });
    }

    private static int failures(Handle sql, GuessCount counted) {
        return sql.createQuery("SELECT failures FROM sign_in_failure WHERE subject = :subject")
                .bind("subject", counted.subject()).mapTo(Integer.class).one();
    }

    /** Whether this has no room any more. */
    public boolean isFull(GuessCount counted) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM sign_in_failure
                    WHERE subject = :subject AND failures >= :most AND since > :earliest)""")
                .bind("subject", counted.subject()).bind("most", counted.most()).bind("earliest", earliest())
                .mapTo(Boolean.class).one());
    }

    /** Forgets all failures at this name, from wherever they came; they are over with the transaction around. */
    @Transactional
    public void forget(String name) {
        jdbi.useHandle(sql -> sql.createUpdate("DELETE FROM sign_in_failure WHERE account = :account")
                .bind("account", Sha256.hex(name)).execute());
    }

    /** Removes what counts no longer, and says how much that was. */
    public int sweep() {
        return jdbi.withHandle(sql -> sql.createUpdate("DELETE FROM sign_in_failure WHERE since <= :earliest")
                .bind("earliest", earliest()).execute());
    }

    private void count(Handle sql, GuessCount counted) {
        sql.createUpdate(COUNT).bind("subject", counted.subject()).bind("account", counted.account())
                .bind("now", now()).bind("earliest", earliest()).execute();
    }

    private Instant earliest() {
        return now().minus(TIME);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
