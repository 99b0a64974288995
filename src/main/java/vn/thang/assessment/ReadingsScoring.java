package vn.thang.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.indicator.MeasuredLevels;
import vn.thang.indicator.ReadingsArrived;

/**
 * Scores assessments of rounds that run again when readings arrive that measure their criteria, in the transaction in which
 * they arrive. The assessments are locked first, and what was committed until then is read: neither an answer that is saved
 * meanwhile nor another batch is passed over.
 */
@ApplicationScoped
public class ReadingsScoring {

    @Inject
    private Rounds rounds;

    @Inject
    private RoundInputs inputs;

    @Inject
    private MeasuredLevels measured;

    @Inject
    private Scores scores;

    @Inject
    private Catalog catalog;

    void arrived(@Observes ReadingsArrived arrived) {
        for (Round round : rounds.running()) {
            List<Long> agencies = List.copyOf(measured.concerned(round.modelRef(), round.dueOn(), arrived));
            if (!agencies.isEmpty()) {
                score(round, agencies);
            }
        }
    }

    private void score(Round round, List<Long> agencies) {
        Map<String, MaturityModel> byType = new HashMap<>();
        inputs.current(round.id(), round.modelRef(), agencies, some -> {
            Map<Long, ScoredAssessment> scored = new LinkedHashMap<>();
            some.forEach(one -> scored.put(one.id(), ScoredAssessment.of(byType.computeIfAbsent(one.agencyType(),
                    type -> catalog.model(round.modelRef()).forAgencyType(type)), one.inputs(), one.readings())));
            scores.storeCurrent(scored);
        });
    }
}
