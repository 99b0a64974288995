package vn.thang.assessment.discrepancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.indicator.reading.MeasuredLevels;
import vn.thang.platform.Moments;
import vn.thang.security.Caller;

/** All entries of the register with their history. */
@ApplicationScoped
public class Discrepancies {

    static final String COLUMNS = "d.id, d.assessment_id, d.criterion, d.dimension, d.state, d.declared, d.measured, d.indicator, d.period,"
            + " d.value, d.late, d.opened_at, d.explanation, e.full_name, d.explained_at, d.reason, g.full_name, d.decided_at, d.settled_at,"
            + " (SELECT MAX(n.id) FROM discrepancy_step n WHERE n.discrepancy_id = d.id)";
    static final String PEOPLE = " LEFT JOIN person e ON e.id = d.explained_by LEFT JOIN person g ON g.id = d.decided_by";
    private static final String STEP = "INSERT INTO discrepancy_step (discrepancy_id, step, declared, measured, words, taken_by, taken_at)"
            + " SELECT id, ?, declared, measured, ?, ?, ? FROM discrepancy WHERE ";

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

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
        read("SELECT s.id, s.agency_id, s.state, d.id, d.criterion, d.declared, d.measured, d.period, d.value, d.state, d.stands FROM assessment s"
                + " JOIN assessment_round r ON r.id = s.round_id AND r.state IN ('OPEN', 'CLOSED') LEFT JOIN discrepancy d ON d.assessment_id = s.id"
                + " AND (d.stands = 1 OR d.explained_at IS NULL) WHERE s.id IN ("
                + Moments.ids(List.copyOf(assessments)) + ") ORDER BY d.id"
                + (current ? " LOCK IN SHARE MODE" : ""), row -> {
                    long agency = row.getLong(2);
                    AssessmentState state = AssessmentState.valueOf(row.getString(3));
                    Running one = running.computeIfAbsent(row.getLong(1),
                            id -> new Running(id, agency, state.isHandedIn()
                                    && state != AssessmentState.RETURNED, new LinkedHashMap<>(),
                                    new LinkedHashMap<>()));
                    if (row.getObject(4) != null) {
                        (row.getObject(11) == null ? one.unexplained() : one.standing()).put(row.getString(5),
                                new Standing(row.getLong(4), row.getString(5),
                                        row.getInt(6), row.getInt(7), row.getString(8), row.getBigDecimal(9),
                                        Discrepancy.State.valueOf(row.getString(10))));
                    }
                });
        return running.values();
    }

    /** Whatever was settled goes first, so that another entry can stand in its place. */
    void write(List<Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        LocalDateTime now = now();
        batch("UPDATE discrepancy SET state = 'SETTLED', stands = NULL, settled_at = ? WHERE id = ?",
                of(writes, Deed.SETTLE),
                one -> List.of(now, one.entry()));
        batch("UPDATE discrepancy SET indicator = ?, period = ?, value = ?, declared = ?, measured = ? WHERE id = ?",
                of(writes, Deed.ALTER, Deed.REFRESH), one -> with(reading(one.gap()), one.entry()));
        batch("UPDATE discrepancy SET indicator = ?, period = ?, value = ?, declared = ?, measured = ?, state = 'OPEN', stands = 1,"
                + " settled_at = NULL, late = ? WHERE id = ?", of(writes, Deed.REOPEN),
                one -> with(reading(one.gap()), one.late(), one.entry()));
        batch("INSERT INTO discrepancy (indicator, period, value, declared, measured, assessment_id, criterion, dimension, restricted, late,"
                + " opened_at, state, stands) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', 1)",
                of(writes, Deed.OPEN),
                one -> with(reading(one.gap()), one.assessment(), one.criterion(), one.gap().dimension(),
                        one.gap().restricted(), one.late(), now));
        batch(STEP + "id = ?", of(writes, Deed.SETTLE, Deed.ALTER, Deed.REOPEN),
                one -> step(one.deed().step, null, now, one.entry()));
        batch(STEP + "assessment_id = ? AND criterion = ? AND stands = 1", of(writes, Deed.OPEN),
                one -> step(one.deed().step, null, now, one.assessment(), one.criterion()));
    }

    private static List<Write> of(List<Write> writes, Deed... deeds) {
        return writes.stream().filter(write -> List.of(deeds).contains(write.deed())).toList();
    }

    private static List<Object> reading(Gap gap) {
        return List.of(gap.measured().indicator().code(), gap.measured().period().toString(), gap.measured().value(),
                gap.declared(),
                gap.measured().level());
    }

    private static List<Object> with(List<Object> first, Object... others) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(List.of(others));
        return all;
    }

    private List<Object> step(String step, String words, LocalDateTime now, Object... which) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(step);
        arguments.add(words);
        arguments.add(caller.personId());
        arguments.add(now);
        arguments.addAll(List.of(which));
        return arguments;
    }

    /** The entry that stands, or else the newest one. */
    Optional<Discrepancy> find(long assessment, String criterion) {
        List<Discrepancy> found = new ArrayList<>();
        read("SELECT " + COLUMNS + " FROM discrepancy d" + PEOPLE + " WHERE d.assessment_id = ? AND d.criterion = ?"
                + " ORDER BY d.stands IS NULL, d.id DESC LIMIT 1", row -> found.add(entry(row)), assessment, criterion);
        return found.stream().findFirst();
    }

    /** Criteria whose entries wait for an explanation. */
    public List<String> unexplained(long assessment) {
        List<String> open = new ArrayList<>();
        read("SELECT criterion FROM discrepancy WHERE assessment_id = ? AND stands = 1 AND state = 'OPEN' ORDER BY criterion",
                row -> open.add(row.getString(1)), assessment);
        return open;
    }

    void explain(Discrepancy entry, String words) {
        batch("UPDATE discrepancy SET state = 'EXPLAINED', explanation = ?, explained_by = ?, explained_at = ? WHERE id = ?",
                List.of(entry),
                one -> values(words, caller.personId(), now(), one.id()));
        batch(STEP + "id = ?", List.of(entry), one -> step("EXPLAINED", words, now(), one.id()));
    }

    void decide(Discrepancy entry, boolean accept, String reason) {
        String state = accept ? "ACCEPTED" : "REJECTED";
        batch("UPDATE discrepancy SET state = ?, reason = ?, decided_by = ?, decided_at = ? WHERE id = ?",
                List.of(entry),
                one -> values(state, reason, caller.personId(), now(), one.id()));
        batch(STEP + "id = ?", List.of(entry), one -> step(state, reason, now(), one.id()));
    }

    private static List<Object> values(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    static Discrepancy entry(ResultSet row) throws SQLException {
        return new Discrepancy(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
                Discrepancy.State.valueOf(row.getString(5)),
                row.getInt(6), row.getInt(7), row.getString(8), row.getString(9), row.getBigDecimal(10),
                row.getBoolean(11),
                Moments.instant(row.getTimestamp(12)), row.getString(13), row.getString(14),
                Moments.instant(row.getTimestamp(15)),
                row.getString(16), row.getString(17), Moments.instant(row.getTimestamp(18)),
                Moments.instant(row.getTimestamp(19)),
                row.getLong(20));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private interface Arguments<T> {
        List<Object> of(T one);
    }

    private void read(String sql, Reader reader, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> void batch(String sql, List<T> things, Arguments<T> arguments) {
        if (things.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T one : things) {
                List<Object> values = arguments.of(one);
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
