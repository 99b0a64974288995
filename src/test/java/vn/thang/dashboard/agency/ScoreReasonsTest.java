package vn.thang.dashboard.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Path;

/** The scorecard advises what changes the official level, as the form does. */
class ScoreReasonsTest {

    private static final Catalog CATALOG = new Catalog(Optional.empty());
    private static final MaturityModel MODEL = CATALOG.model("vn-dgm/1.0").forAgencyType("province");

    @Test
    void evidenceIsAdvisedWhereItIsMissingAndNotWhereAReviewerCorrectedTheAnswer() {
        Map<String, CriterionInput> inputs = MODEL.criteria().stream().collect(Collectors.toMap(Criterion::code,
                criterion -> new CriterionInput(Answer.level(2), Set.of(), null,
                        criterion.code().startsWith("STR.") ? Answer.level(1) : null, false)));
        AssessmentView view = view(inputs);
        Path path = Path.toLevel(MODEL, view.scored().answers(), 2).orElseThrow();
        List<ScoreReasons.Step> steps = new ScoreReasons().steps(view, path, CATALOG.texts(MODEL, Locale.ENGLISH));
        assertEquals(Set.of(true, false), steps.stream().map(ScoreReasons.Step::evidence).collect(Collectors.toSet()));
        steps.forEach(step -> assertEquals(!step.code().startsWith("STR."), step.evidence(), step::toString));
    }

    /** The whole is made of levels that everybody sees; its exact index would give by subtraction what is kept back. */
    @Test
    void whereAnswersAreKeptBackTheIndexOfTheWholeIsRoundedToo() {
        Set<String> restricted = MODEL.criteria().stream().filter(Criterion::restricted).map(Criterion::code)
                .collect(Collectors.toSet());
        ScoreReasons reasons = new ScoreReasons();
        AssessmentView outside = view(Map.of(), restricted);
        assertEquals(List.of(true, true), List.of(outside.isRounded(MODEL.whole()),
                outside.isRounded(dimension("SEC"))));
        assertEquals(List.of(false, true, false), List.of(reasons.isHidden(outside, MODEL.whole()),
                reasons.isHidden(outside, dimension("SEC")), outside.isRounded(dimension("GOV"))));
        assertEquals(false, view(Map.of()).isRounded(MODEL.whole()), "who reads all sees it exactly");
    }

    private static Dimension dimension(String code) {
        return MODEL.dimensions().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    private static AssessmentView view(Map<String, CriterionInput> inputs) {
        return view(inputs, Set.of());
    }

    private static AssessmentView view(Map<String, CriterionInput> inputs, Set<String> unseen) {
        return new AssessmentView(null, ScoredAssessment.of(MODEL, inputs), Map.of(), List.of(), Map.of(),
                Optional.empty(), Set.of(), Map.of(),
                Map.of(), unseen, Set.of(), false);
    }
}
