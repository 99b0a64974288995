package vn.thang.assessment.result;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.catalog.Catalog;
import vn.thang.platform.work.Progress;

/** All published results as they were frozen. */
@ApplicationScoped
public class PublishedResults {

    private static final int AT_ONCE = 250;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private RoundInputs inputs;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    protected PublishedResults() {
    }

    /** Of a database, for reading without a server. */
    PublishedResults(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A result as it was frozen, beside what the pages show of it now.
     *
     * @param level official level that lists and dashboards read; null when they have none
     */
    public record Frozen(long assessment, String agencyCode, ResultSnapshot snapshot, Integer level) {
    }

    /**
     * Freezes every published result of the round that is not frozen yet, in the transaction that runs.
     *
     * @return the hash over all of them, in the order of their assessments
     */
    public String freeze(long roundId, String roundCode, String modelRef) {
        return freeze(roundId, roundCode, modelRef, 0, Progress.UNSEEN);
    }

    /** Freezes them and tells how far that is, of so many assessments in all. */
    public String freeze(long roundId, String roundCode, String modelRef, long all, Progress progress) {
        List<AssessmentInputs> chunk = new ArrayList<>();
        StringBuilder hashes = new StringBuilder();
        int[] seen = {0};
        Consumer<List<AssessmentInputs>> store = some -> store(roundCode, modelRef, some, hashes);
        inputs.each(roundId, modelRef, "/", assessment -> {
            if (assessment.state().equals(AssessmentState.PUBLISHED.name())) {
                chunk.add(assessment);
            }
            seen[0]++;
            if (chunk.size() == AT_ONCE) {
                progress.at(seen[0], all, "work.doing.freezing");
                store.accept(chunk);
                chunk.clear();
            }
        });
        store.accept(chunk);
        return ResultSnapshot.hash(hashes.toString());
    }

    private void store(String round, String modelRef, List<AssessmentInputs> some, StringBuilder hashes) {
        if (some.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT IGNORE INTO published_result (assessment_id, content, hash, frozen_at) VALUES (?, ?, ?, ?)")) {
            Map<Long, List<ResultSnapshot.Proof>> proofs = proofs(connection, some);
            for (AssessmentInputs one : some) {
                ResultSnapshot snapshot = ResultSnapshot.of(
                        new ResultSnapshot.Origin(round, one.agencyCode(), one.agencyType(),
                                modelRef, catalog.hash(modelRef)),
                        catalog.model(modelRef), one.inputs(), proofs.getOrDefault(one.id(), List.of()),
                        one.readings().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                                measured -> ResultSnapshot.Source.of(measured.getValue()))));
                insert.setLong(1, one.id());
                insert.setString(2, snapshot.text());
                insert.setString(3, snapshot.hash());
                insert.setObject(4, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                insert.addBatch();
                hashes.append(snapshot.hash());
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Long, List<ResultSnapshot.Proof>> proofs(Connection connection, List<AssessmentInputs> some)
            throws SQLException {
        Map<Long, List<ResultSnapshot.Proof>> proofs = new HashMap<>();
        try (PreparedStatement query = connection
                .prepareStatement("SELECT assessment_id, criterion, level, COALESCE(sha256, url)"
                        + " FROM evidence WHERE removed_at IS NULL AND assessment_id IN (?"
                        + ", ?".repeat(some.size() - 1) + ")")) {
            for (int i = 0; i < some.size(); i++) {
                query.setLong(i + 1, some.get(i).id());
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    proofs.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new ResultSnapshot.Proof(row.getString(2), row.getInt(3), row.getString(4)));
                }
            }
        }
        return proofs;
    }

    public Optional<Frozen> find(long assessmentId) {
        List<Frozen> found = new ArrayList<>();
        each("WHERE f.assessment_id = ?", assessmentId, found::add);
        return found.stream().findFirst();
    }

    /** Hands over every frozen result of the round, one after the other. */
    void each(long roundId, Consumer<Frozen> reader) {
        each("WHERE s.round_id = ?", roundId, reader);
    }

    private void each(String where, long argument, Consumer<Frozen> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT f.assessment_id, a.code, f.content, f.hash, c.level FROM published_result f"
                                + " JOIN assessment s ON s.id = f.assessment_id JOIN agency a ON a.id = s.agency_id"
                                + " LEFT JOIN assessment_score c ON c.assessment_id = s.id " + where
                                + " ORDER BY f.assessment_id")) {
            query.setLong(1, argument);
            query.setFetchSize(AT_ONCE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reader.accept(new Frozen(row.getLong(1), row.getString(2),
                            new ResultSnapshot(row.getString(3), row.getString(4)), (Integer) row.getObject(5)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
