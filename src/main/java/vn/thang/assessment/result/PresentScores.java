package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.NodeScore;

/** Scores that agencies were given and that are not published yet, beside what follows from the answers and readings as they are. */
@ApplicationScoped
class PresentScores {

    /** What is published is compared with what was frozen, and what is not issued yet changes from day to day. */
    private static final Set<AssessmentState> GIVEN = Set.of(AssessmentState.PROVISIONAL, AssessmentState.OBJECTION,
            AssessmentState.FINAL);

    @Inject
    private Jdbi jdbi;

    @Inject
    private RoundInputs inputs;

    @Inject
    private PublishedResults results;

    @Inject
    private Catalog catalog;

    /** Lists the codes of the agencies of a round whose scores are other ones. */
    List<String> different(long round, String modelRef) {
        List<Long> given = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id FROM assessment WHERE round_id = :round AND state IN (<given>) ORDER BY id""")
                .bind("round", round).bindList("given", GIVEN).mapTo(Long.class).list());
        if (given.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<String, String>> stored = results.shown(given);
        Map<String, MaturityModel> models = new HashMap<>();
        List<String> different = new ArrayList<>();
        inputs.some(modelRef, given, one -> {
            MaturityModel model = models.computeIfAbsent(one.agencyType(),
                    type -> catalog.model(modelRef).forAgencyType(type));
            if (!shown(model, one).equals(stored.get(one.id()))) {
                different.add(one.agencyCode());
            }
        });
        return different;
    }

    /** Returns what lists and dashboards have to show, as {@link ResultSnapshot#shown} writes it. */
    private static Map<String, String> shown(MaturityModel model, AssessmentInputs one) {
        ScoredAssessment scored = ScoredAssessment.of(model, one.inputs(), one.readings());
        Map<String, String> shown = new TreeMap<>();
        shown.put("", shown(scored.official().whole()) + " " + shown(scored.declared().whole()));
        model.dimensions().stream().map(dimension -> scored.official().node(dimension.code()))
                .filter(node -> !node.exempt()).forEach(node -> shown.put(node.code(), shown(node)));
        return shown;
    }

    private static String shown(NodeScore score) {
        return ResultSnapshot.shown(score.level(), score.index().toDecimal(ResultSnapshot.DIGITS_SHOWN));
    }
}
