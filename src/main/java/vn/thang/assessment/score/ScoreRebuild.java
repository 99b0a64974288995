package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.work.Progress;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Scores a whole round anew from what is stored, a few hundred assessments at a time. */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class ScoreRebuild {

    private static final int AT_ONCE = 250;

    @Inject
    private RoundInputs inputs;

    @Inject
    private Scores scores;

    @Inject
    private Catalog catalog;

    /** @return number of assessments scored */
    @Requires(Permission.ADMINISTER)
    public int rebuild(long roundId, String modelRef) {
        return rebuild(roundId, modelRef, 0, Progress.UNSEEN);
    }

    /**
     * Scores the round and tells how far that is.
     *
     * @param all number of assessments, as far as it is known
     * @return number of assessments scored
     */
    @Requires(Permission.ADMINISTER)
    public int rebuild(long roundId, String modelRef, long all, Progress progress) {
        Map<String, MaturityModel> byType = new HashMap<>();
        Map<Long, ScoredAssessment> scored = new LinkedHashMap<>();
        int[] count = {0};
        inputs.each(roundId, modelRef, "/", assessment -> {
            MaturityModel model = byType.computeIfAbsent(assessment.agencyType(),
                    type -> catalog.model(modelRef).forAgencyType(type));
            scored.put(assessment.id(), ScoredAssessment.of(model, assessment.inputs(), assessment.readings()));
            count[0]++;
            if (scored.size() == AT_ONCE) {
                scores.store(scored);
                scored.clear();
                progress.at(count[0], all, "work.doing.scores");
            }
        });
        scores.store(scored);
        return count[0];
    }
}
