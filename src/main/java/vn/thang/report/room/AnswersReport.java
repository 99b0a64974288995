package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Counted;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Inputs;
import vn.thang.platform.ReportRows;
import vn.thang.report.RoundFacts;

/**
 * Each criterion of each agency that handed in, in all columns: what was declared, supported, measured and confirmed, and what
 * counts with its cause. The code that scores computes them.
 */
@ApplicationScoped
class AnswersReport implements ReportRows {

    @Inject
    private RoundInputs inputs;

    @Inject
    private RoundFacts facts;

    @Inject
    private Catalog catalog;

    @Inject
    private Impartiality impartiality;

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public Set<String> columns() {
        return Set.of("code", "name", "type", "parent", Report.PATH, Report.ASSESSMENT, Report.COURSE, "node",
                Report.CRITERION, "question", "declared",
                "supported", "measured", "confirmed", "official", "gap", "cause");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        RoundFacts.RoundFact round = facts.round(asked.round());
        MaturityModel model = catalog.model(round.modelRef());
        CourseSight sight = impartiality.sight();
        inputs.each(round.id(), round.modelRef(), asked.agencyPath(), stored -> {
            if (stored.state().isHandedIn()) {
                AssessmentInputs assessment = sight.shows(Shown.VERDICTS, stored.id(), stored.state(),
                        stored.agencyPath()) ? stored : stored.unjudged();
                model.dimensions().forEach(dimension -> MaturityModel.criteriaBelow(dimension).values().stream()
                        .filter(criterion -> criterion.appliesTo(assessment.agencyType()))
                        .forEach(criterion -> reader.accept(row(assessment, dimension, criterion))));
            }
        });
    }

    private static Map<String, Object> row(AssessmentInputs assessment, Dimension dimension, Criterion criterion) {
        CriterionInput input = assessment.inputs().get(criterion.code());
        Map<String, Object> row = new HashMap<>();
        row.put("code", assessment.agencyCode());
        row.put("name", assessment.agencyName());
        row.put("type", assessment.agencyType());
        row.put("parent", assessment.parentName());
        row.put(Report.PATH, assessment.agencyPath());
        row.put(Report.ASSESSMENT, assessment.id());
        row.put(Report.COURSE, assessment.state().name());
        row.put("node", dimension.code());
        row.put(Report.CRITERION, criterion.code());
        row.put("question", criterion.code());
        row.put("declared", written(of(criterion, input, Column.DECLARED)));
        row.put("supported", written(of(criterion, input, Column.SUPPORTED)));
        row.put("measured", input == null ? null : input.measured());
        row.put("confirmed", input == null ? null : written(input.confirmed()));
        Optional<Counted> official = Inputs.of(criterion, input, Column.OFFICIAL);
        row.put("official", written(official.map(Counted::answer).orElse(null)));
        row.put("cause", official.map(counted -> counted.cause().code()).orElse(null));
        row.put("gap", gap(of(criterion, input, Column.DECLARED), official.map(Counted::answer).orElse(null)));
        return row;
    }

    private static Answer of(Criterion criterion, CriterionInput input, Column column) {
        return Inputs.of(criterion, input, column).map(Counted::answer).orElse(null);
    }

    private static Integer gap(Answer declared, Answer official) {
        OptionalInt from = declared == null ? OptionalInt.empty() : declared.ownLevel();
        OptionalInt to = official == null ? OptionalInt.empty() : official.ownLevel();
        return from.isPresent() && to.isPresent() ? Integer.valueOf(from.getAsInt() - to.getAsInt()) : null;
    }

    private static String written(Answer answer) {
        return answer == null ? null : answer.told();
    }
}
