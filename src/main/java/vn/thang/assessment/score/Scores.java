package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.EmptyHandling;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.Supporting;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentLine;
import vn.thang.assessment.ruling.Rulings;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Bias;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.NodeScore;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.platform.sql.Flushed;

/**
 * The rows that dashboards read, derived whole from scorecards: the official and the declared column of each assessment,
 * and the official level of its dimensions. They can be rebuilt from scratch at any time.
 */
@ApplicationScoped
public class Scores {

    private static final int DIGITS = 10;
    private static final int SHARE_DIGITS = 5;

    private static final String STORE_WHOLES = """
            INSERT INTO assessment_score (assessment_id, level, index_value, declared_level, declared_index, answered,
                applicable, evidenced, measured, confirmed, grounded, bias_sum, bias_count, open_bias_sum, open_bias_count, computed_at)
            VALUES <rows>
            ON DUPLICATE KEY UPDATE level = VALUES(level), index_value = VALUES(index_value),
                declared_level = VALUES(declared_level), declared_index = VALUES(declared_index),
                answered = VALUES(answered), applicable = VALUES(applicable), evidenced = VALUES(evidenced),
                measured = VALUES(measured), confirmed = VALUES(confirmed), grounded = VALUES(grounded),
                bias_sum = VALUES(bias_sum), bias_count = VALUES(bias_count),
                open_bias_sum = VALUES(open_bias_sum), open_bias_count = VALUES(open_bias_count),
                computed_at = VALUES(computed_at)""";
    private static final String STORE_NODES = """
            INSERT INTO node_score (assessment_id, node, level, index_value, bias_sum, bias_count, open_bias_sum,
                open_bias_count)
            VALUES <rows>
            ON DUPLICATE KEY UPDATE level = VALUES(level), index_value = VALUES(index_value),
                bias_sum = VALUES(bias_sum), bias_count = VALUES(bias_count), open_bias_sum = VALUES(open_bias_sum),
                open_bias_count = VALUES(open_bias_count)""";

    @Inject
    private Flushed flushed;

    @Inject
    private SingleInputs inputs;

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
        SingleInputs.Stored stored = inputs.of(head.id());
        return of(head, stored.answers(), stored.evidence(), stored.rulings());
    }

    /** The assessment as it stands by what was read already. */
    public ScoredAssessment of(AssessmentHead head, Collection<GivenAnswer> answers,
            List<? extends Supporting> evidence, Rulings rulings) {
        MaturityModel model = catalog.model(head.modelRef()).forAgencyType(head.agencyType());
        Map<String, MeasuredLevels.Measured> readings = measured
                .of(head.modelRef(), MeasuredLevels.Known.of(head.roundDueOn(), head.agencyId(),
                        head.time().publishedAt()))
                .getOrDefault(head.agencyId(), Map.of());
        Map<String, CriterionInput> known = ScoredAssessment.inputs(model, answers,
                ScoredAssessment.holding(model, evidence, head.roundDueOn()), rulings);
        ScoredAssessment.expire(known, model, evidence, head.roundDueOn());
        ScoredAssessment.measure(known, readings);
        return ScoredAssessment.of(model, known, readings);
    }

    /**
     * Replaces the rows of these assessments, in the transaction that runs, by two statements; one more for each assessment
     * with exempt dimensions. Whoever derives more from them observes {@link Scored}, as the register of discrepancies does.
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
        List<Whole> wholes = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        Map<Long, List<String>> exempt = new HashMap<>();
        Instant now = clock.instant();
        scored.forEach((id, assessment) -> {
            wholes.add(Whole.of(id, assessment, now));
            for (Dimension dimension : assessment.model().dimensions()) {
                if (assessment.official().node(dimension.code()).exempt()) {
                    exempt.computeIfAbsent(id, none -> new ArrayList<>()).add(dimension.code());
                } else {
                    nodes.add(Node.of(id, assessment, dimension));
                }
            }
        });
        flushed.useHandle(sql -> {
            sql.createUpdate(STORE_WHOLES).bindMethodsList("rows", wholes, Whole.NAMES).execute();
            if (!nodes.isEmpty()) {
                sql.createUpdate(STORE_NODES).bindMethodsList("rows", nodes, Node.NAMES).execute();
            }
            exempt.forEach((id, codes) -> sql
                    .createUpdate("DELETE FROM node_score WHERE assessment_id = :id AND node IN (<codes>)")
                    .bind("id", id).bindList("codes", codes).execute());
        });
        events.fire(new Scored(scored, current));
    }

    /** The row of an assessment. Its class is public for the sake of those who read its components by name. */
    public record Whole(long id, int level, BigDecimal index, int declaredLevel, BigDecimal declaredIndex, int answered,
            int applicable, BigDecimal evidenced, BigDecimal measured, BigDecimal confirmed, BigDecimal grounded,
            long biasSum, long biasCount, long openSum,
            long openCount, Instant now) {

        private static final List<String> NAMES = names(Whole.class);

        private static Whole of(long id, ScoredAssessment scored, Instant now) {
            Bias all = Bias.of(scored.model().criteria(), scored.inputs());
            Bias open = Bias.of(open(scored.model().criteria()), scored.inputs());
            NodeScore official = scored.official().whole();
            NodeScore declared = scored.declared().whole();
            return new Whole(id, official.level(), decimal(official.index(), DIGITS), declared.level(),
                    decimal(declared.index(), DIGITS), scored.answered(), scored.applicable(),
                    decimal(scored.evidenced(), SHARE_DIGITS), decimal(scored.measured(), SHARE_DIGITS),
                    decimal(scored.confirmed(), SHARE_DIGITS), decimal(scored.grounded(), SHARE_DIGITS), all.sum(),
                    all.count(), open.sum(), open.count(), now);
        }
    }

    /** The row of a dimension that is not exempt. */
    public record Node(long id, String node, int level, BigDecimal index, long biasSum, long biasCount, long openSum,
            long openCount) {

        private static final List<String> NAMES = names(Node.class);

        private static Node of(long id, ScoredAssessment scored, Dimension dimension) {
            NodeScore node = scored.official().node(dimension.code());
            Collection<Criterion> criteria = MaturityModel.criteriaBelow(dimension).values();
            Bias all = Bias.of(criteria, scored.inputs());
            Bias open = Bias.of(open(criteria), scored.inputs());
            return new Node(id, dimension.code(), node.level(), decimal(node.index(), DIGITS), all.sum(), all.count(),
                    open.sum(), open.count());
        }
    }

    private static List<String> names(Class<? extends Record> row) {
        return Stream.of(row.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /** Returns the criteria that everybody may see. */
    private static List<Criterion> open(Collection<Criterion> criteria) {
        return criteria.stream().filter(criterion -> !criterion.restricted()).toList();
    }

    private record Line(long assessmentId, int answered, int applicable, int level, int declaredLevel) {
    }

    /** How far these assessments are; what has no score yet has no answer, and as many questions as the function says. */
    public List<AssessmentLine> lines(List<AssessmentHead> heads, ToIntFunction<AssessmentHead> questions) {
        Map<Long, Line> lines = flushed.withHandle(sql -> sql.createQuery("""
                SELECT assessment_id, answered, applicable, level, declared_level FROM assessment_score
                WHERE assessment_id IN (<ids>)""")
                .bindList(EmptyHandling.NULL_KEYWORD, "ids", heads.stream().map(AssessmentHead::id).toList())
                .mapTo(Line.class).collect(Collectors.toMap(Line::assessmentId, Function.identity())));
        return heads.stream().map(head -> line(head, lines.get(head.id()), questions)).toList();
    }

    private static AssessmentLine line(AssessmentHead head, Line line, ToIntFunction<AssessmentHead> questions) {
        return line == null ? new AssessmentLine(head, 0, questions.applyAsInt(head), 0, 0)
                : new AssessmentLine(head, line.answered(), line.applicable(), line.level(), line.declaredLevel());
    }

    private static BigDecimal decimal(Fraction fraction, int digits) {
        return new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()), digits,
                RoundingMode.HALF_UP);
    }
}
