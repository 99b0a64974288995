package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.indicator.reading.MeasuredLevels;
import vn.thang.platform.Flushed;
import vn.thang.security.Caller;

/** All entries of the register with their history. */
@ApplicationScoped
public class Discrepancies {

    static final String COLUMNS = """
            d.id, d.assessment_id AS assessment, d.criterion, d.dimension, d.state, d.declared, d.measured, d.indicator,
            d.period, d.value, d.late, d.opened_at, d.explanation, e.full_name AS explained_by, d.explained_at, d.reason,
            g.full_name AS decided_by, d.decided_at, d.settled_at,
            COALESCE((SELECT MAX(n.id) FROM discrepancy_step n WHERE n.discrepancy_id = d.id), 0) AS newest_step""";
    static final String PEOPLE = " LEFT JOIN person e ON e.id = d.explained_by LEFT JOIN person g ON g.id = d.decided_by";
    private static final String RUNNING = """
            SELECT s.id AS assessment, s.agency_id AS agency, s.state AS assessment_state, d.id, d.criterion, d.declared,
                d.measured, d.period, d.value, d.state, d.stands
            FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.state IN (<running>)
            LEFT JOIN discrepancy d ON d.assessment_id = s.id AND (d.stands = 1 OR d.explained_at IS NULL)
            WHERE s.id IN (<assessments>) ORDER BY d.id <lock>""";
    private static final String SETTLE = """
            UPDATE discrepancy SET state = :settled, stands = NULL, settled_at = :now WHERE id = :entry""";
    private static final String READ = """
            UPDATE discrepancy SET indicator = :indicator, period = :period, value = :value, declared = :declared,
                measured = :measured WHERE id = :entry""";
    private static final String REOPEN = """
            UPDATE discrepancy SET indicator = :indicator, period = :period, value = :value, declared = :declared,
                measured = :measured, state = :open, stands = 1, settled_at = NULL, late = :late WHERE id = :entry""";
    private static final String OPEN = """
            INSERT INTO discrepancy (indicator, period, value, declared, measured, assessment_id, criterion, dimension,
                restricted, late, opened_at, state, stands)
            VALUES (:indicator, :period, :value, :declared, :measured, :assessment, :criterion, :dimension, :restricted,
                :late, :now, :open, 1)""";
    private static final String STEP = """
            INSERT INTO discrepancy_step (discrepancy_id, step, declared, measured, words, taken_by, taken_at)
            SELECT id, :step, declared, measured, :words, :by, :now FROM discrepancy WHERE\s""";
    private static final String OF_ENTRY = STEP + "id = :entry";
    private static final String OF_STANDING = STEP
            + "assessment_id = :assessment AND criterion = :criterion AND stands = 1";

    @Inject
    private Flushed flushed;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** What becomes of an entry when answers or readings change. */
    enum Deed {
        SETTLE("SETTLED"), ALTER("CHANGED"), REFRESH(null), REOPEN("OPENED"), OPEN("OPENED");

        private final String step;

        Deed(String step) {
            this.step = step;
        }

        boolean opens() {
            return this == OPEN || this == REOPEN;
        }
    }

    /** An entry as far as following needs to know it. */
    record Standing(long id, String criterion, int declared, int measured, String period, BigDecimal value,
            Discrepancy.State state) {

        boolean reads(MeasuredLevels.Measured reading) {
            return period.equals(reading.period().toString()) && value.compareTo(reading.value()) == 0;
        }
    }

    /**
     * An assessment of a round that runs.
     *
     * @param late        whether the agency has handed in, and nothing came back
     * @param unexplained entries that were settled before anybody explained them
     */
    record Running(long assessment, long agency, boolean late, Map<String, Standing> standing,
            Map<String, Standing> unexplained) {

        Write write(Deed deed, Standing entry, Gap gap) {
            return new Write(deed, assessment, entry == null ? 0 : entry.id(),
                    gap == null ? entry.criterion() : gap.criterion(), gap, late);
        }
    }

    /** @param entry 0 for a new one */
    record Write(Deed deed, long assessment, long entry, String criterion, Gap gap, boolean late) {
    }

    /** Those of the assessments whose rounds run, with their entries, by one statement. */
    Collection<Running> running(Collection<Long> assessments, boolean current) {
        Map<Long, Running> running = new LinkedHashMap<>();
        if (assessments.isEmpty()) {
            return List.of();
        }
        flushed.useHandle(sql -> sql.createQuery(RUNNING).define("lock", current ? "LOCK IN SHARE MODE" : "")
                .bindList("running", List.copyOf(RoundState.running()))
                .bindList("assessments", List.copyOf(assessments))
                .mapTo(Line.class)
                .forEach(line -> line.put(running.computeIfAbsent(line.assessment(), id -> line.running()))));
        return running.values();
    }

    /** An assessment with one of its entries; without an id where it has none. */
    private record Line(long assessment, long agency, AssessmentState assessmentState, Long id, String criterion,
            Integer declared, Integer measured, String period, BigDecimal value, Discrepancy.State state,
            Integer stands) {

        private Running running() {
            return new Running(assessment, agency,
                    assessmentState.isHandedIn() && assessmentState != AssessmentState.RETURNED, new LinkedHashMap<>(),
                    new LinkedHashMap<>());
        }

        private void put(Running running) {
            if (id != null) {
                (stands == null ? running.unexplained() : running.standing()).put(criterion,
                        new Standing(id, criterion, declared, measured, period, value, state));
            }
        }
    }

    /** Whatever was settled goes first, so that another entry can stand in its place. */
    void write(List<Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        flushed.useHandle(sql -> {
            batch(sql, SETTLE, of(writes, Deed.SETTLE), (row, one) -> row.bind("settled", Discrepancy.State.SETTLED)
                    .bind("now", now).bind("entry", one.entry()));
            batch(sql, READ, of(writes, Deed.ALTER, Deed.REFRESH),
                    (row, one) -> reading(row, one.gap()).bind("entry", one.entry()));
            batch(sql, REOPEN, of(writes, Deed.REOPEN), (row, one) -> reading(row, one.gap())
                    .bind("open", Discrepancy.State.OPEN).bind("late", one.late()).bind("entry", one.entry()));
            batch(sql, OPEN, of(writes, Deed.OPEN), (row, one) -> reading(row, one.gap())
                    .bind("assessment", one.assessment()).bind("criterion", one.criterion())
                    .bind("dimension", one.gap().dimension()).bind("restricted", one.gap().restricted())
                    .bind("late", one.late()).bind("now", now).bind("open", Discrepancy.State.OPEN));
            of(writes, Deed.SETTLE, Deed.ALTER, Deed.REOPEN).forEach(one -> step(sql.createUpdate(OF_ENTRY), one, now)
                    .bind("entry", one.entry()).execute());
            of(writes, Deed.OPEN).forEach(one -> step(sql.createUpdate(OF_STANDING), one, now)
                    .bind("assessment", one.assessment()).bind("criterion", one.criterion()).execute());
        });
    }

    private static List<Write> of(List<Write> writes, Deed... deeds) {
        return writes.stream().filter(write -> List.of(deeds).contains(write.deed())).toList();
    }

    private static PreparedBatch reading(PreparedBatch row, Gap gap) {
        return row.bind("indicator", gap.measured().indicator().code())
                .bind("period", gap.measured().period().toString()).bind("value", gap.measured().value())
                .bind("declared", gap.declared()).bind("measured", gap.measured().level());
    }

    /** The driver takes no batch of rows that are selected. */
    private Update step(Update update, Write one, Instant now) {
        return update.bind("step", one.deed().step).bind("words", (String) null).bind("by", caller.personId())
                .bind("now", now);
    }

    private static void batch(Handle sql, String statement, List<Write> writes,
            BiConsumer<PreparedBatch, Write> binding) {
        if (!writes.isEmpty()) {
            PreparedBatch batch = sql.prepareBatch(statement);
            for (Write one : writes) {
                binding.accept(batch, one);
                batch.add();
            }
            batch.execute();
        }
    }

    /** The entry that stands, or else the newest one. */
    Optional<Discrepancy> find(long assessment, String criterion) {
        return flushed.withHandle(sql -> sql.createQuery("SELECT " + COLUMNS + " FROM discrepancy d" + PEOPLE + """
                 WHERE d.assessment_id = :assessment AND d.criterion = :criterion
                ORDER BY d.stands IS NULL, d.id DESC LIMIT 1""").bind("assessment", assessment)
                .bind("criterion", criterion).mapTo(Discrepancy.class).findOne());
    }

    /** Criteria whose entries wait for an explanation. */
    public List<String> unexplained(long assessment) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT criterion FROM discrepancy WHERE assessment_id = :assessment AND stands = 1 AND state = :open
                ORDER BY criterion""").bind("assessment", assessment).bind("open", Discrepancy.State.OPEN)
                .mapTo(String.class).list());
    }

    void explain(Discrepancy entry, String words) {
        store(entry, Discrepancy.State.EXPLAINED, words, """
                UPDATE discrepancy SET state = :step, explanation = :words, explained_by = :by, explained_at = :now
                WHERE id = :entry""");
    }

    void decide(Discrepancy entry, boolean accept, String reason) {
        store(entry, accept ? Discrepancy.State.ACCEPTED : Discrepancy.State.REJECTED, reason, """
                UPDATE discrepancy SET state = :step, reason = :words, decided_by = :by, decided_at = :now
                WHERE id = :entry""");
    }

    private void store(Discrepancy entry, Discrepancy.State state, String words, String update) {
        Instant now = clock.instant();
        flushed.useHandle(sql -> {
            for (String statement : List.of(update, OF_ENTRY)) {
                sql.createUpdate(statement).bind("step", state).bind("words", words).bind("by", caller.personId())
                        .bind("now", now).bind("entry", entry.id()).execute();
            }
        });
    }
}
