package vn.thang.assessment.discrepancy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Bias;
import vn.thang.indicator.reading.MeasuredLevels;

/** A criterion that was declared above what was measured, by a level or more. */
record Gap(String criterion, String dimension, boolean restricted, int declared, MeasuredLevels.Measured measured) {

    /** By criterion, in model order. */
    static Map<String, Gap> of(ScoredAssessment scored) {
        Map<String, Gap> gaps = new LinkedHashMap<>();
        for (Dimension dimension : scored.model().dimensions()) {
            for (Criterion criterion : MaturityModel.criteriaBelow(dimension).values()) {
                MeasuredLevels.Measured measured = scored.readings().get(criterion.code());
                OptionalInt difference = Bias.difference(scored.inputs().get(criterion.code()));
                if (measured != null && difference.orElse(0) >= 1) {
                    gaps.put(criterion.code(), new Gap(criterion.code(), dimension.code(), criterion.restricted(),
                            measured.level() + difference.getAsInt(), measured));
                }
            }
        }
        return gaps;
    }

    boolean says(int otherDeclared, int otherMeasured) {
        return declared == otherDeclared && measured.level() == otherMeasured;
    }
}
