package vn.thang.assessment.score;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.StoredAnswers;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentLine;
import vn.thang.assessment.ruling.Rulings;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Bias;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.NodeScore;
import vn.thang.indicator.reading.MeasuredLevels;

/**
 * The rows that dashboards read, derived whole from scorecards: the official and the declared column of each assessment,
 * and the official level of its dimensions. They can be rebuilt from scratch at any time.
 */
@ApplicationScoped
public class Scores {

    private static final int DIGITS = 10;
    private static final int SHARE_DIGITS = 5;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private StoredAnswers storedAnswers;

    @Inject
    private Evidences evidences;

    @Inject
    private Verdicts verdicts;

    @Inject
    private MeasuredLevels measured;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<Scored> events;

    /** The assessment as it stands, derived whole from what is stored. */
    public ScoredAssessment of(AssessmentHead head) {
        return of(head, storedAnswers.of(head.id()), verdicts.rulings(head.id()));
    }

    public ScoredAssessment of(AssessmentHead head, Collection<GivenAnswer> answers, Rulings rulings) {
        return of(head, answers, evidences.of(head.id()), rulings);
    }

    public ScoredAssessment of(AssessmentHead head, Collection<GivenAnswer> answers, List<AttachedEvidence> evidence,
            Rulings rulings) {
        MaturityModel model = catalog.model(head.modelRef()).forAgencyType(head.agencyType());
        Map<String, MeasuredLevels.Measured> readings = measured
                .of(head.modelRef(), MeasuredLevels.Known.of(head.roundDueOn(), head.agencyId(),
                        head.time().publishedAt()))
                .getOrDefault(head.agencyId(), Map.of());
        Map<String, CriterionInput> inputs = ScoredAssessment.inputs(model, answers,
                ScoredAssessment.holding(model, evidence, head.roundDueOn()), rulings);
        ScoredAssessment.expire(inputs, model, evidence, head.roundDueOn());
        ScoredAssessment.measure(inputs, readings);
        return ScoredAssessment.of(model, inputs, readings);
    }

    /**
     * Replaces the rows of these assessments, in the transaction that runs, by two statements; one more for each exempt
     * dimension. Whoever derives more from them observes {@link Scored}, as the register of discrepancies does.
     */
    void store(Map<Long, ScoredAssessment> scored) {
        store(scored, false);
    }

    /** The same for a caller that has locked these assessments after its transaction had read other things. */
    void storeCurrent(Map<Long, ScoredAssessment> scored) {
        store(scored, true);
    }

    private void store(Map<Long, ScoredAssessment> scored, boolean current) {
        if (scored.isEmpty()) {
            return;
        }
        List<Object> wholes = new ArrayList<>();
        List<Object> nodes = new ArrayList<>();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        scored.forEach((id, assessment) -> {
            addWhole(wholes, id, assessment, now);
            addNodes(nodes, id, assessment);
        });
        try (Connection connection = dataSource.getConnection()) {
            replace(connection, "assessment_score", List.of("assessment_id", "level", "index_value", "declared_level",
                    "declared_index", "answered", "applicable", "evidenced", "measured", "bias_sum", "bias_count",
                    "open_bias_sum",
                    "open_bias_count", "computed_at"), wholes);
            replace(connection, "node_score",
                    List.of("assessment_id", "node", "level", "index_value", "bias_sum", "bias_count",
                            "open_bias_sum", "open_bias_count"),
                    nodes);
            removeExempt(connection, scored);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        events.fire(new Scored(scored, current));
    }

    private static void replace(Connection connection, String table, List<String> columns, List<Object> values)
            throws SQLException {
        int rows = values.size() / columns.size();
        if (rows == 0) {
            return;
        }
        String row = "(?" + ", ?".repeat(columns.size() - 1) + ")";
        try (PreparedStatement statement = connection
                .prepareStatement("INSERT INTO " + table + " (" + String.join(", ", columns)
                        + ") VALUES " + row + (", " + row).repeat(rows - 1) + " ON DUPLICATE KEY UPDATE "
                        + columns.stream().map(column -> column + " = VALUES(" + column + ")")
                                .collect(Collectors.joining(", ")))) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }

    /** A dimension that became exempt has no level any more. */
    private static void removeExempt(Connection connection, Map<Long, ScoredAssessment> scored) throws SQLException {
        for (Map.Entry<Long, ScoredAssessment> one : scored.entrySet()) {
            for (Dimension dimension : one.getValue().model().dimensions()) {
                if (one.getValue().official().node(dimension.code()).exempt()) {
                    try (PreparedStatement delete = connection
                            .prepareStatement("DELETE FROM node_score WHERE assessment_id = ? AND node = ?")) {
                        delete.setLong(1, one.getKey());
                        delete.setString(2, dimension.code());
                        delete.executeUpdate();
                    }
                }
            }
        }
    }

    /** How far these assessments are; what has no score yet has no answer, and as many questions as the function says. */
    public List<AssessmentLine> lines(List<AssessmentHead> heads, ToIntFunction<AssessmentHead> questions) {
        String places = heads.stream().map(head -> "?").collect(Collectors.joining(", "));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT assessment_id, answered, applicable, level, declared_level FROM assessment_score"
                                + " WHERE assessment_id IN (0" + (heads.isEmpty() ? "" : ", " + places) + ")")) {
            int place = 1;
            for (AssessmentHead head : heads) {
                query.setLong(place++, head.id());
            }
            Map<Long, int[]> rows = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getLong(1), new int[]{row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)});
                }
            }
            return heads.stream().map(head -> line(head, rows.get(head.id()), questions)).toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AssessmentLine line(AssessmentHead head, int[] row, ToIntFunction<AssessmentHead> questions) {
        return row == null ? new AssessmentLine(head, 0, questions.applyAsInt(head), 0, 0)
                : new AssessmentLine(head, row[0], row[1], row[2], row[3]);
    }

    private static void addWhole(List<Object> row, long id, ScoredAssessment scored, LocalDateTime now) {
        Collections.addAll(row, id, scored.official().whole().level(),
                decimal(scored.official().whole().index(), DIGITS),
                scored.declared().whole().level(), decimal(scored.declared().whole().index(), DIGITS),
                scored.answered(),
                scored.applicable(), decimal(scored.evidenced(), SHARE_DIGITS),
                decimal(scored.measured(), SHARE_DIGITS));
        addBias(row, scored.model().criteria(), scored);
        row.add(now);
    }

    private static void addNodes(List<Object> rows, long id, ScoredAssessment scored) {
        for (Dimension dimension : scored.model().dimensions()) {
            NodeScore node = scored.official().node(dimension.code());
            if (!node.exempt()) {
                Collections.addAll(rows, id, dimension.code(), node.level(), decimal(node.index(), DIGITS));
                addBias(rows, MaturityModel.criteriaBelow(dimension).values(), scored);
            }
        }
    }

    /** Over all criteria, and over those that everybody may see. */
    private static void addBias(List<Object> row, Collection<Criterion> criteria, ScoredAssessment scored) {
        Bias all = Bias.of(criteria, scored.inputs());
        Bias open = Bias.of(criteria.stream().filter(criterion -> !criterion.restricted()).toList(), scored.inputs());
        Collections.addAll(row, all.sum(), all.count(), open.sum(), open.count());
    }

    private static BigDecimal decimal(Fraction fraction, int digits) {
        return new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()), digits,
                RoundingMode.HALF_UP);
    }
}
