package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.EmptyHandling;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.Supporting;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentLine;
import vn.thang.assessment.ruling.Rulings;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.platform.sql.Flushed;

/**
 * The rows that dashboards read, derived whole from scorecards: the official and the declared column of each assessment,
 * and the official level of its dimensions. They can be rebuilt from scratch at any time.
 */
@ApplicationScoped
public class Scores {

    private static final String STORE_WHOLES = """
            INSERT INTO assessment_score (assessment_id, level, index_value, declared_level, declared_index, answered,
                applicable, evidenced, measured, confirmed, grounded, bias_sum, bias_count, open_bias_sum, open_bias_count, computed_at)
            SELECT id, level, index_value, declared_level, declared_index, answered, applicable, evidenced, measured,
                confirmed, grounded, bias_sum, bias_count, open_bias_sum, open_bias_count, :now
            FROM JSON_TABLE(:rows, '$[*]' COLUMNS (id BIGINT PATH '$[0]', level INT PATH '$[1]',
                index_value DECIMAL(12, 10) PATH '$[2]', declared_level INT PATH '$[3]',
                declared_index DECIMAL(12, 10) PATH '$[4]', answered INT PATH '$[5]', applicable INT PATH '$[6]',
                evidenced DECIMAL(6, 5) PATH '$[7]', measured DECIMAL(6, 5) PATH '$[8]',
                confirmed DECIMAL(6, 5) PATH '$[9]', grounded DECIMAL(6, 5) PATH '$[10]', bias_sum BIGINT PATH '$[11]',
                bias_count BIGINT PATH '$[12]', open_bias_sum BIGINT PATH '$[13]',
                open_bias_count BIGINT PATH '$[14]')) whole
            ON DUPLICATE KEY UPDATE level = VALUES(level), index_value = VALUES(index_value),
                declared_level = VALUES(declared_level), declared_index = VALUES(declared_index),
                answered = VALUES(answered), applicable = VALUES(applicable), evidenced = VALUES(evidenced),
                measured = VALUES(measured), confirmed = VALUES(confirmed), grounded = VALUES(grounded),
                bias_sum = VALUES(bias_sum), bias_count = VALUES(bias_count),
                open_bias_sum = VALUES(open_bias_sum), open_bias_count = VALUES(open_bias_count),
                computed_at = VALUES(computed_at)""";
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
     * Replaces the rows of these assessments, in the transaction that runs, and removes those of dimensions that are exempt by
     * now. Whoever derives more from them observes {@link Scored}, as the register of discrepancies does.
     */
    void store(ScoredRows rows) {
        store(rows, false);
    }

    /**
     * Stores as {@link #store} does, for a caller whose transaction had read other things before it locked these
     * assessments.
     */
    void storeCurrent(ScoredRows rows) {
        store(rows, true);
    }

    private void store(ScoredRows rows, boolean current) {
        if (rows.scored().isEmpty()) {
            return;
        }
        flushed.useHandle(sql -> {
            sql.createUpdate(STORE_WHOLES).bind("rows", rows.wholes()).bind("now", clock.instant()).execute();
            if (current || rows.scored().size() == 1) {
                rows.nodes().store(sql);
            } else {
                rows.nodes().storeChanged(sql);
            }
        });
        events.fire(new Scored(rows.scored(), current));
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
}
