package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.PublishedHash;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.catalog.Catalog;
import vn.thang.indicator.measured.ReadingContents;
import vn.thang.platform.work.Progress;

/** All published results as they were frozen. */
@ApplicationScoped
public class PublishedResults {

    private static final int AT_ONCE = 250;
    private static final int BYTES_OF_SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FROZEN = """
            SELECT f.assessment_id AS assessment, a.code AS agency_code, f.content, f.hash
            FROM published_result f JOIN assessment s ON s.id = f.assessment_id JOIN agency a ON a.id = s.agency_id
            """;

    @Inject
    private Jdbi jdbi;

    @Inject
    private RoundInputs inputs;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    protected PublishedResults() {
    }

    /** Reads from a database without a server. */
    PublishedResults(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A result as it was frozen, beside what the pages show of it now.
     *
     * @param shown what lists and dashboards read, as {@link ResultSnapshot#shown} writes it
     */
    public record Frozen(long assessment, String agencyCode, ResultSnapshot snapshot, Map<String, String> shown) {
    }

    private record Row(long assessment, String agencyCode, String content, String hash) {

        private Frozen frozen(Map<String, String> shown) {
            return new Frozen(assessment, agencyCode, new ResultSnapshot(content, hash), shown);
        }
    }

    /** What lists and dashboards read of an assessment as a whole. */
    private record Whole(long assessment, int level, BigDecimal index, int declaredLevel, BigDecimal declaredIndex) {

        private String shown() {
            return ResultSnapshot.shown(level, index) + " " + ResultSnapshot.shown(declaredLevel, declaredIndex);
        }
    }

    /** What they read of a part of it. */
    private record Part(long assessment, String node, int level, BigDecimal index) {
    }

    /** @param content hash of a document, or the address of a link */
    private record Proven(long assessment, String criterion, int level, String content) {

        private ResultSnapshot.Proof proof() {
            return new ResultSnapshot.Proof(criterion, level, content);
        }
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
            if (assessment.state() == AssessmentState.PUBLISHED) {
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
        jdbi.useHandle(sql -> {
            Map<Long, List<ResultSnapshot.Proof>> proofs = proofs(sql, some);
            ReadingContents contents = ReadingContents.of(sql, some.stream().flatMap(one -> one.readings().values()
                    .stream()).flatMap(measured -> measured.readings().stream()).toList());
            PreparedBatch insert = sql.prepareBatch("""
                    INSERT IGNORE INTO published_result (assessment_id, content, hash, frozen_at)
                    VALUES (:assessment, :content, :hash, :now)""");
            for (AssessmentInputs one : some) {
                ResultSnapshot snapshot = ResultSnapshot.of(
                        new ResultSnapshot.Origin(round, one.agencyCode(), one.agencyType(),
                                modelRef, catalog.hash(modelRef), salt()),
                        catalog.model(modelRef), one.inputs(), proofs.getOrDefault(one.id(), List.of()),
                        one.readings().entrySet().stream().filter(reading -> reading.getValue().used())
                                .collect(Collectors.toMap(Map.Entry::getKey,
                                        measured -> ResultSnapshot.Source.of(measured.getValue(), contents))));
                insert.bind("assessment", one.id()).bind("content", snapshot.text()).bind("hash", snapshot.hash())
                        .bind("now", clock.instant()).add();
                hashes.append(snapshot.hash());
            }
            insert.execute();
        });
    }

    private static String salt() {
        byte[] salt = new byte[BYTES_OF_SALT];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static Map<Long, List<ResultSnapshot.Proof>> proofs(Handle sql, List<AssessmentInputs> some) {
        return sql.createQuery("""
                SELECT assessment_id AS assessment, criterion, level, COALESCE(sha256, url) AS content
                FROM evidence WHERE removed_at IS NULL AND assessment_id IN (<assessments>)""")
                .bindList("assessments", some.stream().map(AssessmentInputs::id).toList()).mapTo(Proven.class)
                .collect(Collectors.groupingBy(Proven::assessment,
                        Collectors.mapping(Proven::proof, Collectors.toList())));
    }

    /** Lists what was published of every agency in the round. */
    public List<PublishedHash> hashes(long roundId) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT f.assessment_id AS assessment, s.agency_id AS agency, f.hash
                FROM published_result f JOIN assessment s ON s.id = f.assessment_id
                WHERE s.round_id = :round ORDER BY f.assessment_id""")
                .bind("round", roundId).mapTo(PublishedHash.class).list());
    }

    public Optional<Frozen> find(long assessmentId) {
        return jdbi.withHandle(sql -> frozen(sql, sql.createQuery(FROZEN + "WHERE f.assessment_id = :assessment")
                .bind("assessment", assessmentId).mapTo(Row.class).list())).stream().findFirst();
    }

    /** Hands over every frozen result of the round, some hundreds at a time. */
    void chunks(long roundId, Consumer<List<Frozen>> reader) {
        long last = 0;
        List<Frozen> some = after(roundId, last);
        while (!some.isEmpty()) {
            reader.accept(some);
            last = some.getLast().assessment();
            some = after(roundId, last);
        }
    }

    private List<Frozen> after(long roundId, long last) {
        return jdbi.withHandle(sql -> frozen(sql, sql.createQuery(FROZEN + """
                WHERE s.round_id = :round AND f.assessment_id > :last ORDER BY f.assessment_id LIMIT :most""")
                .bind("round", roundId).bind("last", last).bind("most", AT_ONCE).mapTo(Row.class).list()));
    }

    private static List<Frozen> frozen(Handle sql, List<Row> rows) {
        Map<Long, Map<String, String>> shown = shown(sql, rows.stream().map(Row::assessment).toList());
        return rows.stream().map(row -> row.frozen(shown.getOrDefault(row.assessment(), Map.of()))).toList();
    }

    /** Returns what lists and dashboards read of these assessments, as {@link ResultSnapshot#shown} writes it. */
    Map<Long, Map<String, String>> shown(List<Long> assessments) {
        return jdbi.withHandle(sql -> shown(sql, assessments));
    }

    private static Map<Long, Map<String, String>> shown(Handle sql, List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Map<String, String>> shown = new HashMap<>();
        sql.createQuery("""
                SELECT assessment_id AS assessment, level, index_value AS `index`, declared_level, declared_index
                FROM assessment_score WHERE assessment_id IN (<assessments>)""").bindList("assessments", ids)
                .mapTo(Whole.class).forEach(one -> shown.computeIfAbsent(one.assessment(), none -> new TreeMap<>())
                        .put("", one.shown()));
        sql.createQuery("""
                SELECT assessment_id AS assessment, node, level, index_value AS `index`
                FROM node_score WHERE assessment_id IN (<assessments>)""").bindList("assessments", ids)
                .mapTo(Part.class).forEach(one -> shown.computeIfAbsent(one.assessment(), none -> new TreeMap<>())
                        .put(one.node(), ResultSnapshot.shown(one.level(), one.index())));
        return shown;
    }
}
