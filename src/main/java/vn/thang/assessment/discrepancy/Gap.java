package vn.thang.assessment.discrepancy;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Bias;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.indicator.measured.MeasuredLevels;

/**
 * A criterion that was declared above what was measured, by a level or more; or whose measuring lapsed or never began, so that
 * nothing holds the declared level down.
 */
record Gap(String criterion, String dimension, boolean restricted, int declared, MeasuredLevels.Measured measured) {

    /** By criterion, in model order. */
    static Map<String, Gap> of(ScoredAssessment scored) {
        if (scored.readings().isEmpty()) {
            return Map.of();
        }
        Map<String, Gap> gaps = new LinkedHashMap<>();
        for (Dimension dimension : scored.model().dimensions()) {
            for (Criterion criterion : MaturityModel.criteriaBelow(dimension).values()) {
                MeasuredLevels.Measured measured = scored.readings().get(criterion.code());
                CriterionInput input = scored.inputs().get(criterion.code());
                if (measured != null && (measured.lapsed() || Bias.difference(input).orElse(0) >= 1)
                        && input != null && !input.exempt() && input.declared() != null
                        && input.declared().ownLevel().isPresent()) {
                    gaps.put(criterion.code(), new Gap(criterion.code(), dimension.code(), criterion.restricted(),
                            input.declared().ownLevel().getAsInt(), measured));
                }
            }
        }
        return gaps;
    }

    /** The measured level, or the last known one; null where none is known. */
    Integer measuredLevel() {
        return measured.unknown() ? null : measured.level();
    }
}
