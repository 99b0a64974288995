package vn.thang.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.history.TargetStatus.Cause;
import vn.thang.platform.sql.NamedRows;

/** What was taken of the targets, and the only way to its table. Rows are added, and never change. */
@ApplicationScoped
class TargetStatuses {

    private static final String COLUMNS = """
            target, cause, about, programme, taken_at, status, value, relation, demanded, unit, due_on, period, preliminary,
            confidence, reported, due, low, middle, high, chance""";
    /** Each row with the status that was taken of its target before it. */
    private static final String FOLLOWED = "(SELECT id, " + COLUMNS + """
            , LAG(status) OVER (PARTITION BY target ORDER BY id) AS former FROM target_status)""";

    @Inject
    private Jdbi jdbi;

    void add(List<TargetStatus> taken) {
        jdbi.useHandle(sql -> {
            PreparedBatch insert = sql.prepareBatch("INSERT INTO target_status (" + COLUMNS + """
                    ) VALUES (:target, :cause, :about, :programme, :takenAt, :status, :value, :relation, :demanded, :unit,
                    :dueOn, :period, :preliminary, :confidence, :reported, :due, :low, :middle, :high, :chance)""");
            taken.forEach(one -> insert.bindMethods(one).add());
            insert.execute();
        });
    }

    /** Whether anything was taken after such a cause since a moment. */
    boolean isTaken(Cause cause, Instant since) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM target_status WHERE cause = :cause AND taken_at >= :since)""")
                .bind("cause", cause).bind("since", since).mapTo(Boolean.class).one());
    }

    /** Lists what was taken of a target when its status was another one than before, the newest first. */
    List<TargetStatus> changes(String target, int most) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT " + COLUMNS + " FROM " + FOLLOWED + """
                 f WHERE f.target = :target AND NOT f.status <=> f.former ORDER BY f.id DESC LIMIT :most""")
                .bind("target", target).bind("most", most).mapTo(TargetStatus.class).list());
    }

    /** Hands over what was taken between two moments, in the order in which it was taken, by the names of the columns. */
    void each(Instant begin, Instant end, Consumer<Map<String, Object>> reader) {
        jdbi.useHandle(sql -> NamedRows.each(sql.createQuery("SELECT f.* FROM " + FOLLOWED + """
                 f WHERE f.taken_at >= :begin AND f.taken_at < :end ORDER BY f.id""").bind("begin", begin)
                .bind("end", end), reader));
    }
}
