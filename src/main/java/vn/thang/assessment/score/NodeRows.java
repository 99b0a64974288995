package vn.thang.assessment.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Bias;
import vn.thang.core.scoring.NodeScore;
import vn.thang.platform.sql.JsonTableRows;

/** The rows of the dimensions of some assessments, as they follow from their scores. */
final class NodeRows {

    private static final String STORE = """
            INSERT INTO node_score (assessment_id, node, level, index_value, bias_sum, bias_count, open_bias_sum,
                open_bias_count)
            SELECT id, node, level, index_value, bias_sum, bias_count, open_bias_sum, open_bias_count
            FROM JSON_TABLE(:rows, '$[*]' COLUMNS (id BIGINT PATH '$[0]', node VARCHAR(30) PATH '$[1]',
                level INT PATH '$[2]', index_value DECIMAL(12, 10) PATH '$[3]', bias_sum BIGINT PATH '$[4]',
                bias_count BIGINT PATH '$[5]', open_bias_sum BIGINT PATH '$[6]',
                open_bias_count BIGINT PATH '$[7]')) node
            ON DUPLICATE KEY UPDATE level = VALUES(level), index_value = VALUES(index_value),
                bias_sum = VALUES(bias_sum), bias_count = VALUES(bias_count), open_bias_sum = VALUES(open_bias_sum),
                open_bias_count = VALUES(open_bias_count)""";
    private static final String STANDING = """
            SELECT assessment_id, %s FROM node_score WHERE assessment_id IN (<ids>) GROUP BY assessment_id"""
            .formatted(Listed.columns("node", """
                    CONCAT_WS(' ', level, index_value, bias_sum, bias_count, open_bias_sum, open_bias_count)"""));

    private final Map<Long, List<Row>> rows = new HashMap<>();
    private final Map<Long, List<String>> exempt = new HashMap<>();
    private final Map<MaturityModel, List<Part>> parts = new IdentityHashMap<>();

    /** A dimension with the criteria below it, and those of them that everybody may see. */
    private record Part(Dimension dimension, List<Criterion> all, List<Criterion> open) {

        static List<Part> of(MaturityModel model) {
            return model.dimensions().stream().map(dimension -> {
                List<Criterion> all = List.copyOf(MaturityModel.criteriaBelow(dimension).values());
                return new Part(dimension, all, ScoredRows.open(all));
            }).toList();
        }
    }

    /** What stands of a dimension. */
    private record Row(String node, long level, String index, long biasSum, long biasCount, long openSum,
            long openCount) {

        static Row of(Part part, ScoredAssessment scored, BigDecimal index) {
            NodeScore node = scored.official().node(part.dimension().code());
            Bias all = Bias.of(part.all(), scored.inputs());
            Bias open = Bias.of(part.open(), scored.inputs());
            return new Row(node.code(), node.level(), index.toPlainString(), all.sum(), all.count(), open.sum(),
                    open.count());
        }

        List<?> with(long assessment) {
            return List.of(assessment, node, level, index, biasSum, biasCount, openSum, openCount);
        }

        /** Returns the row as the database writes it: two of the same dimension that are alike are the same row. */
        String written() {
            return level + " " + index + " " + biasSum + " " + biasCount + " " + openSum + " " + openCount;
        }
    }

    /** Takes those of an assessment. */
    void add(long id, ScoredAssessment scored) {
        for (Part part : parts.computeIfAbsent(scored.model(), Part::of)) {
            NodeScore node = scored.official().node(part.dimension().code());
            if (node.exempt()) {
                exempt.computeIfAbsent(id, none -> new ArrayList<>()).add(node.code());
            } else {
                rows.computeIfAbsent(id, none -> new ArrayList<>())
                        .add(Row.of(part, scored, ScoredRows.rounded(node.index())));
            }
        }
    }

    /** Stores all of them. */
    void store(Handle sql) {
        store(sql, Map.of());
    }

    /**
     * Stores those that are other ones than what the transaction sees: to read a row takes a tenth of the time of writing it, and
     * of a round that is scored again hardly any changes. Where somebody else has stored others since the transaction began,
     * these stay, unless what it computes differs from what it saw.
     */
    void storeChanged(Handle sql) {
        Map<Long, Map<String, String>> standing = new HashMap<>();
        if (!rows.isEmpty()) {
            sql.createQuery(STANDING).bindList("ids", List.copyOf(rows.keySet())).mapTo(Listed.class)
                    .forEach(listed -> listed.each(standing.computeIfAbsent(listed.assessmentId(),
                            none -> new HashMap<>())::put));
        }
        store(sql, standing);
    }

    /** @param standing what is written of dimensions already, by assessment and dimension */
    private void store(Handle sql, Map<Long, Map<String, String>> standing) {
        List<List<?>> changed = new ArrayList<>();
        rows.forEach((id, nodes) -> {
            Map<String, String> written = standing.getOrDefault(id, Map.of());
            nodes.stream().filter(row -> !row.written().equals(written.get(row.node())))
                    .forEach(row -> changed.add(row.with(id)));
        });
        if (!changed.isEmpty()) {
            sql.createUpdate(STORE).bind("rows", JsonTableRows.of(changed)).execute();
        }
        if (!exempt.isEmpty()) {
            PreparedBatch batch = sql.prepareBatch("DELETE FROM node_score WHERE assessment_id = :id AND node = :node");
            exempt.forEach((id, codes) -> codes.forEach(node -> batch.bind("id", id).bind("node", node).add()));
            batch.execute();
        }
    }
}
