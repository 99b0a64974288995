package vn.thang.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.audit.ApartValue;

/**
 * What the trail told of a thing first, and what it told last of a value that may change. It serves to verify, and for nothing
 * else: what somebody told later of what is told once, by the trail or behind its back, counts for nothing.
 */
@ApplicationScoped
public class SealedLines {

    private static final String FIRST = """
            SELECT e.subject_id AS subject, e.details, s.block
            FROM change_log e LEFT JOIN trail_seal s ON s.entry_id = e.id
            WHERE e.action = :action AND e.subject = :subject AND e.subject_id IS NOT NULL %s
            ORDER BY s.block IS NULL, s.block, s.place, e.at, e.id""";

    @Inject
    private Jdbi jdbi;

    protected SealedLines() {
    }

    /** What a database says, without a server. */
    public SealedLines(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A line of the trail.
     *
     * @param subject id of the thing
     * @param block   number of the block that seals it; null while it waits for one
     */
    public record Line(long subject, String details, Long block) {
    }

    /** Finds what was told of one thing first. */
    public Optional<Line> first(String action, String subject, long id) {
        return jdbi.withHandle(sql -> lines(
                sql.createQuery(FIRST.formatted("AND e.subject_id = :id") + " LIMIT 1").bind("id", id), action, subject)
                .mapTo(Line.class).findOne());
    }

    /** Returns what was told of every thing of a kind first, by the ids of the things. */
    public Map<Long, Line> first(String action, String subject) {
        Map<Long, Line> lines = new LinkedHashMap<>();
        jdbi.useHandle(sql -> lines(sql.createQuery(FIRST.formatted("")), action, subject).mapTo(Line.class)
                .forEach(line -> lines.putIfAbsent(line.subject(), line)));
        return lines;
    }

    /**
     * What the trail told last of a value.
     *
     * @param subject id of the thing
     * @param action  by which action
     * @param details which value of it, by their first word
     * @param became  the value; null for none, and where it is kept apart
     * @param hash    salted hash of the value, where it is kept apart
     * @param salt    null where the value was erased
     */
    public record Told(long subject, String action, String details, String became, String hash, String salt) {

        /** Returns the value of the thing of which is told. */
        public String about() {
            return details.split("[ =]", 2)[0];
        }

        /**
         * Whether the entry is older than the columns for values, which stand in its details behind a sign of equality, or behind
         * what was decided: nothing is compared with it.
         */
        public boolean old() {
            return became == null && hash == null && (details.startsWith(about() + "=") || action.equals("decide"));
        }

        /** Whether the value can be compared: without its salt, the hash tells nothing of it. */
        public boolean checkable() {
            return hash == null || salt != null;
        }

        /** Whether this is the value; what cannot be compared is not. */
        public boolean is(String value) {
            return hash == null ? Objects.equals(became, value)
                    : salt != null && value != null && ApartValue.hash(salt, value).equals(hash);
        }
    }

    /**
     * Returns what was told last of every value of these things, whichever of these actions told of it.
     *
     * @param without the action and the second word of its details that changed nothing
     */
    public List<Told> last(Collection<String> actions, String subject, Collection<Long> ids, String without) {
        return last(", REGEXP_SUBSTR(e.details, '^[^ =]+')", actions, subject, ids, without);
    }

    /** Returns what was told last of these things as wholes, whichever of these actions told of it. */
    public List<Told> last(Collection<String> actions, String subject, Collection<Long> ids) {
        return last("", actions, subject, ids, "");
    }

    private List<Told> last(String value, Collection<String> actions, String subject, Collection<Long> ids,
            String without) {
        return ids.isEmpty() ? List.of() : jdbi.withHandle(sql -> sql.createQuery("""
                SELECT subject_id AS subject, action, details, became, hash, salt FROM (
                    SELECT e.subject_id, e.action, e.details, e.after_value AS became, e.after_hash AS hash, v.salt,
                        ROW_NUMBER() OVER (PARTITION BY e.subject_id%s ORDER BY e.at DESC, e.id DESC) AS place
                    FROM change_log e LEFT JOIN trail_value v ON v.entry_id = e.id AND v.kind = :after
                    WHERE e.action IN (<actions>) AND e.subject = :subject AND e.subject_id IN (<ids>)
                        AND CONCAT(e.action, ' ', COALESCE(
                            SUBSTRING_INDEX(SUBSTRING_INDEX(e.details, ' ', 2), ' ', -1), '')) <> :without) told
                WHERE place = 1""".formatted(value)).bindList("actions", actions).bind("subject", subject)
                .bindList("ids", ids).bind("without", without).bind("after", ApartValue.Kind.AFTER)
                .mapTo(Told.class).list());
    }

    private static Query lines(Query query, String action, String subject) {
        return query.bind("action", action).bind("subject", subject);
    }
}
