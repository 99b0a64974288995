package vn.thang.assessment.score;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.indicator.reading.MeasuredLevels;
import vn.thang.platform.Moments;

/**
 * The inputs of all assessments of a round, a few hundred at a time, so that memory stays flat however large the round.
 * For work over a whole round; a single assessment is read as an entity.
 */
@ApplicationScoped
public class RoundInputs {

    private static final int AT_ONCE = 250;
    private static final String HOLDING = " AND (valid_until IS NULL OR valid_until >= (SELECT r.due_on FROM assessment s"
            + " JOIN assessment_round r ON r.id = s.round_id WHERE s.id = evidence.assessment_id))";
    /** Sets of levels by their bits. */
    private static final List<Set<Integer>> LEVELS = levelSets();

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private MeasuredLevels measured;

    @Inject
    private CauseInputs causes;

    @Inject
    private Catalog catalog;

    @Resource
    private ManagedExecutorService executor;

    /**
     * Hands every assessment of the round to the reader, in the order of their ids and in the transaction of the caller.
     *
     * @param modelRef   model version of the round
     * @param agencyPath only agencies at or below this path of ids
     */
    public void each(long roundId, String modelRef, String agencyPath, Consumer<AssessmentInputs> reader) {
        Rules rules = rules(catalog.model(modelRef), "");
        List<AssessmentInputs> chunk = below(roundId, agencyPath, 0, rules);
        while (!chunk.isEmpty()) {
            chunk.forEach(reader);
            chunk = below(roundId, agencyPath, last(chunk), rules);
        }
    }

    /**
     * Locks the assessments of these agencies, always in the same order, and hands them over as they are then: what others
     * committed since the transaction began is there too.
     */
    void current(long roundId, String modelRef, List<Long> agencies, Consumer<List<AssessmentInputs>> reader) {
        Rules rules = rules(catalog.model(modelRef), " LOCK IN SHARE MODE");
        lock(roundId, agencies);
        for (int from = 0; from < agencies.size(); from += AT_ONCE) {
            List<Long> some = agencies.subList(from, Math.min(agencies.size(), from + AT_ONCE));
            List<Object> arguments = new ArrayList<>(List.of(roundId));
            arguments.addAll(some);
            reader.accept(chunk("r.state IN ('OPEN', 'CLOSED') AND a.id IN (" + placeholders(some.size()) + ")",
                    arguments, rules));
        }
    }

    /**
     * The same for a reader that writes a long document, with what says why an answer counts: while it writes some assessments, the next ones are fetched and
     * prepared. Sees what is committed.
     *
     * @param preparation is called by another thread than the reader
     */
    public <T> void ahead(long roundId, String modelRef, String agencyPath, Function<AssessmentInputs, T> preparation,
            Consumer<T> reader) {
        Rules rules = rules(catalog.model(modelRef), "");
        LongFunction<Prepared<T>> after = last -> {
            List<AssessmentInputs> chunk = below(roundId, agencyPath, last, rules);
            causes.complete(chunk, rules.evidenceExpires());
            return chunk.isEmpty() ? new Prepared<>(List.of(), last)
                    : new Prepared<>(chunk.stream().map(preparation).toList(), last(chunk));
        };
        Prepared<T> prepared = after.apply(0);
        while (!prepared.assessments().isEmpty()) {
            long last = prepared.last();
            CompletableFuture<Prepared<T>> next = CompletableFuture.supplyAsync(() -> after.apply(last), executor);
            prepared.assessments().forEach(reader);
            prepared = next.join();
        }
    }

    private record Prepared<T>(List<T> assessments, long last) {
    }

    private static long last(List<AssessmentInputs> chunk) {
        return chunk.get(chunk.size() - 1).id();
    }

    private void lock(long roundId, List<Long> agencies) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(
                        "SELECT id FROM assessment WHERE round_id = ? AND agency_id IN (" + Moments.ids(agencies)
                                + ") ORDER BY id FOR UPDATE")) {
            lock.setLong(1, roundId);
            lock.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<AssessmentInputs> below(long roundId, String agencyPath, long after, Rules rules) {
        return chunk("s.id > ? AND a.path LIKE ?", List.of(roundId, after, agencyPath + "%"), rules);
    }

    private List<AssessmentInputs> chunk(String condition, List<Object> arguments, Rules rules) {
        try (Connection connection = dataSource.getConnection()) {
            List<Head> heads = heads(connection, condition, arguments, rules);
            List<AssessmentInputs> chunk = heads.stream().map(Head::inputs).toList();
            if (!chunk.isEmpty()) {
                fill(connection, chunk, rules);
                exempt(connection, chunk, rules);
                measure(heads, rules);
            }
            return chunk;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param publishedAt null until it is published */
    private record Head(AssessmentInputs inputs, long agency, LocalDate dueOn, Instant publishedAt) {
    }

    /**
     * What of the model the inputs depend on.
     *
     * @param lock how the rows are read
     */
    private record Rules(String modelRef, Map<String, AnswerScale> scales, boolean evidenceExpires, String lock) {
    }

    private static Rules rules(MaturityModel model, String lock) {
        Map<String, AnswerScale> scales = new HashMap<>();
        for (Criterion criterion : model.criteria()) {
            scales.put(criterion.code(), criterion.scale());
        }
        return new Rules(model.ref(), scales, model.evidenceExpires(), lock);
    }

    private static List<Head> heads(Connection connection, String condition, List<Object> arguments, Rules rules)
            throws SQLException {
        List<Head> chunk = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT s.id, a.code, a.name, a.type, a.path, p.name, s.state, a.id, r.due_on, s.published_at
                FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
                LEFT JOIN agency p ON p.id = a.parent_id AND p.parent_id IS NOT NULL
                WHERE s.round_id = ? AND %s
                ORDER BY s.id LIMIT %d""".formatted(condition, AT_ONCE) + rules.lock())) {
            for (int i = 0; i < arguments.size(); i++) {
                query.setObject(i + 1, arguments.get(i));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    chunk.add(new Head(
                            new AssessmentInputs(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                                    row.getString(5), row.getString(6), row.getString(7), new LinkedHashMap<>(),
                                    new LinkedHashMap<>(), new LinkedHashMap<>()),
                            row.getLong(8), row.getObject(9, LocalDate.class),
                            Moments.instant(row.getTimestamp(10))));
                }
            }
        }
        return chunk;
    }

    /** What readings say, by one statement for all of them. */
    private void measure(List<Head> heads, Rules rules) {
        Map<Long, Instant> arrivedBy = new HashMap<>();
        heads.forEach(head -> arrivedBy.put(head.agency(), head.publishedAt()));
        MeasuredLevels.Known known = new MeasuredLevels.Known(heads.get(0).dueOn(), arrivedBy);
        Map<Long, Map<String, MeasuredLevels.Measured>> readings = rules.lock().isEmpty()
                ? measured.of(rules.modelRef(), known)
                : measured.ofCurrent(rules.modelRef(), known);
        for (Head head : heads) {
            head.inputs().readings().putAll(readings.getOrDefault(head.agency(), Map.of()));
            ScoredAssessment.measure(head.inputs().inputs(), head.inputs().readings());
        }
    }

    private static void fill(Connection connection, List<AssessmentInputs> chunk, Rules rules)
            throws SQLException {
        Map<Long, AssessmentInputs> byId = new HashMap<>();
        chunk.forEach(assessment -> byId.put(assessment.id(), assessment));
        Map<Long, Map<String, Set<Integer>>> evidence = evidence(connection, byId.keySet(), rules);
        Map<Long, Map<String, String>> confirmed = confirmed(connection, byId.keySet(), rules);
        String ids = placeholders(byId.size());
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT assessment_id, criterion, value, comment FROM answer WHERE assessment_id IN (" + ids + ")"
                        + rules.lock())) {
            bind(query, byId.keySet());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    AssessmentInputs assessment = byId.get(row.getLong(1));
                    String criterion = row.getString(2);
                    Set<Integer> levels = evidence.getOrDefault(row.getLong(1), Map.of()).getOrDefault(criterion,
                            Set.of());
                    AnswerScale scale = rules.scales().get(criterion);
                    if (scale != null) {
                        String verdict = confirmed.getOrDefault(row.getLong(1), Map.of()).get(criterion);
                        assessment.inputs().put(criterion, new CriterionInput(Answer.parse(scale, row.getString(3)),
                                levels, null, Answer.parse(scale, verdict), false));
                    }
                    if (row.getString(4) != null) {
                        assessment.comments().put(criterion, row.getString(4));
                    }
                }
            }
        }
    }

    /** Levels with evidence by assessment and criterion; the database joins them as bits. */
    private static Map<Long, Map<String, Set<Integer>>> evidence(Connection connection, Set<Long> ids, Rules rules)
            throws SQLException {
        Map<Long, Map<String, Set<Integer>>> evidence = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT assessment_id, criterion, BIT_OR(1 << level)"
                + " FROM evidence WHERE removed_at IS NULL" + (rules.evidenceExpires() ? HOLDING : "")
                + " AND assessment_id IN (" + placeholders(ids.size())
                + ") GROUP BY assessment_id, criterion" + rules.lock())) {
            bind(query, ids);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    evidence.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getString(2),
                            LEVELS.get(row.getInt(3)));
                }
            }
        }
        return evidence;
    }

    private static void exempt(Connection connection, List<AssessmentInputs> chunk, Rules rules) throws SQLException {
        Map<Long, AssessmentInputs> byId = new HashMap<>();
        chunk.forEach(assessment -> byId.put(assessment.id(), assessment));
        try (PreparedStatement query = connection.prepareStatement("SELECT assessment_id, criterion FROM exemption"
                + " WHERE granted = TRUE AND assessment_id IN (" + placeholders(byId.size()) + ")" + rules.lock())) {
            bind(query, byId.keySet());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    byId.get(row.getLong(1)).inputs().merge(row.getString(2),
                            CriterionInput.declared(null, Set.of()).exempted(),
                            (known, none) -> known.exempted());
                }
            }
        }
    }

    /** What reviewers set, by assessment and criterion. */
    private static Map<Long, Map<String, String>> confirmed(Connection connection, Set<Long> ids, Rules rules)
            throws SQLException {
        Map<Long, Map<String, String>> confirmed = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT assessment_id, criterion, value FROM verdict"
                + " WHERE replaced_at IS NULL AND value IS NOT NULL AND assessment_id IN (" + placeholders(ids.size())
                + ")"
                + rules.lock())) {
            bind(query, ids);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    confirmed.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getString(2),
                            row.getString(3));
                }
            }
        }
        return confirmed;
    }

    private static List<Set<Integer>> levelSets() {
        List<Set<Integer>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << MaturityModel.HIGHEST_LEVEL + 1; bits++) {
            Set<Integer> set = new HashSet<>();
            for (int level = 0; level <= MaturityModel.HIGHEST_LEVEL; level++) {
                if ((bits >> level & 1) == 1) {
                    set.add(level);
                }
            }
            sets.add(Set.copyOf(set));
        }
        return List.copyOf(sets);
    }

    private static String placeholders(int count) {
        return "?" + ",?".repeat(count - 1);
    }

    private static void bind(PreparedStatement query, Set<Long> ids) throws SQLException {
        int place = 1;
        for (long id : ids) {
            query.setLong(place++, id);
        }
    }
}
