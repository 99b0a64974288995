package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.assessment.round.RoundState;
import vn.thang.platform.sql.Flushed;

/** All entries of the register with their history. */
@ApplicationScoped
public class Discrepancies {

    /**
     * How many levels an entry d counts for: one at least, since what lapsed has to be explained whatever level was measured last.
     * The same as {@link DiscrepancyEntry#difference}.
     */
    public static final String DIFFERENCE = "GREATEST(1, d.declared - COALESCE(d.measured, 0))";
    static final String COLUMNS = """
            d.id, d.assessment_id AS assessment, d.criterion, d.dimension, d.state, d.declared, d.measured, d.lapsed, d.indicator,
            d.period, d.value, d.late, d.opened_at, d.explanation, e.full_name AS explained_by, d.explained_at, d.reason,
            g.full_name AS decided_by, d.decided_at, d.settled_at,
            COALESCE((SELECT MAX(n.id) FROM discrepancy_step n WHERE n.discrepancy_id = d.id), 0) AS newest_step""";
    static final String PEOPLE = " LEFT JOIN person e ON e.id = d.explained_by LEFT JOIN person g ON g.id = d.decided_by";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    /** An assessment of a round that runs. */
    record Running(long assessment, long agency, AssessmentState state) {

        /** Whether the agency has handed in, and nothing came back. */
        boolean handedIn() {
            return state.isHandedIn() && state != AssessmentState.RETURNED;
        }
    }

    /** Returns those of the assessments whose rounds run, as they are now where {@code current} asks for it. */
    Map<Long, Running> running(Collection<Long> assessments, boolean current) {
        return assessments.isEmpty() ? Map.of() : flushed.withHandle(sql -> sql.createQuery("""
                SELECT s.id AS assessment, s.agency_id AS agency, s.state
                FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.state IN (<running>)
                WHERE s.id IN (<assessments>) <lock>""").define("lock", current ? "LOCK IN SHARE MODE" : "")
                .bindList("running", List.copyOf(RoundState.running()))
                .bindList("assessments", List.copyOf(assessments))
                .mapTo(Running.class).collect(Collectors.toMap(Running::assessment, Function.identity())));
    }

    /**
     * Returns the entries that follow their criteria, by assessment and criterion: those that stand, and those that were
     * settled before anybody explained them.
     */
    Map<Long, Map<String, Discrepancy>> following(Collection<Long> assessments, boolean current) {
        return assessments.isEmpty() ? Map.of() : entities.createQuery("""
                SELECT d FROM Discrepancy d
                WHERE d.assessment IN :assessments AND (d.stands = 1 OR d.explainedAt IS NULL) ORDER BY d.id""",
                Discrepancy.class).setParameter("assessments", assessments)
                .setLockMode(current ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE).getResultStream()
                .collect(Collectors.groupingBy(Discrepancy::assessment, Collectors.toMap(Discrepancy::criterion,
                        Function.identity(), (one, other) -> one.stands() ? one : other, LinkedHashMap::new)));
    }

    /** Adds entries and steps; whatever was settled is sent first, so that another entry can stand in its place. */
    void add(List<Discrepancy> entries, List<DiscrepancyStep> steps) {
        if (!entries.isEmpty()) {
            entities.flush();
        }
        entries.forEach(entities::persist);
        steps.forEach(entities::persist);
    }

    void add(DiscrepancyStep step) {
        entities.persist(step);
    }

    /** Returns the entry that stands, or else the newest one, to be changed. */
    Optional<Discrepancy> find(long assessment, String criterion) {
        return entities.createQuery("""
                SELECT d FROM Discrepancy d WHERE d.assessment = :assessment AND d.criterion = :criterion
                ORDER BY d.stands DESC, d.id DESC""", Discrepancy.class).setParameter("assessment", assessment)
                .setParameter("criterion", criterion).setMaxResults(1).getResultStream().findFirst();
    }

    /** Returns the entry that stands, or else the newest one, to be shown. */
    Optional<DiscrepancyEntry> findEntry(long assessment, String criterion) {
        return flushed.withHandle(sql -> sql.createQuery("SELECT " + COLUMNS + " FROM discrepancy d" + PEOPLE + """
                 WHERE d.assessment_id = :assessment AND d.criterion = :criterion
                ORDER BY d.stands IS NULL, d.id DESC LIMIT 1""").bind("assessment", assessment)
                .bind("criterion", criterion).mapTo(DiscrepancyEntry.class).findOne());
    }

    /** Returns what the agency said of the answers that stand above their measured levels. */
    public List<HandedInContent.Explained> explained(long assessment) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT criterion, explanation AS words FROM discrepancy
                WHERE assessment_id = :assessment AND stands = 1 AND explanation IS NOT NULL
                ORDER BY criterion""").bind("assessment", assessment).mapTo(HandedInContent.Explained.class).list());
    }

    /** Returns what the agency had said of them at a moment, from the history. */
    public static List<HandedInContent.Explained> explained(Handle sql, long assessment, Instant at) {
        return sql.createQuery("""
                SELECT d.criterion, n.words FROM discrepancy d JOIN discrepancy_step n ON n.discrepancy_id = d.id
                WHERE d.assessment_id = :assessment AND n.step = :explained AND n.taken_at <= :at AND NOT EXISTS (
                    SELECT 1 FROM discrepancy_step l WHERE l.discrepancy_id = d.id AND l.id > n.id
                        AND (l.step = :explained AND l.taken_at <= :at OR l.step = :settled AND l.taken_at < :at))""")
                .bind("assessment", assessment).bind("at", at).bind("explained", DiscrepancyStep.Kind.EXPLAINED)
                .bind("settled", DiscrepancyStep.Kind.SETTLED).mapTo(HandedInContent.Explained.class).list();
    }

    /** Returns the criteria whose entries wait for an explanation. */
    public List<String> unexplained(long assessment) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT criterion FROM discrepancy WHERE assessment_id = :assessment AND stands = 1 AND state = :open
                ORDER BY criterion""").bind("assessment", assessment).bind("open", Discrepancy.State.OPEN)
                .mapTo(String.class).list());
    }
}
