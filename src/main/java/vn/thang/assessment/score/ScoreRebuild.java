package vn.thang.assessment.score;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.work.Progress;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Scores a whole round anew from what is stored, a few hundred assessments at a time: while some are scored, the next
 * ones are read, in the one transaction of the caller.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class ScoreRebuild {

    @Inject
    private RoundInputs inputs;

    @Inject
    private Scores scores;

    @Inject
    private Catalog catalog;

    @Resource
    private ManagedExecutorService executor;

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
        Map<String, MaturityModel> byType = new ConcurrentHashMap<>();
        Deque<CompletableFuture<ScoredRows>> scored = new ArrayDeque<>();
        int[] count = {0};
        inputs.chunks(roundId, modelRef, "/", chunk -> {
            scored.add(CompletableFuture.supplyAsync(() -> scored(chunk, modelRef, byType), executor));
            count[0] += chunk.size();
            if (scored.size() > 1) {
                scores.store(scored.remove().join());
                progress.at(count[0] - chunk.size(), all, "work.doing.scores");
            }
        });
        scored.forEach(last -> scores.store(last.join()));
        return count[0];
    }

    private ScoredRows scored(List<AssessmentInputs> chunk, String modelRef,
            Map<String, MaturityModel> byType) {
        Map<Long, ScoredAssessment> scored = new LinkedHashMap<>();
        for (AssessmentInputs assessment : chunk) {
            MaturityModel model = byType.computeIfAbsent(assessment.agencyType(),
                    type -> catalog.model(modelRef).forAgencyType(type));
            scored.put(assessment.id(),
                    ScoredAssessment.of(model, assessment.counted().inputs(), assessment.readings()));
        }
        return ScoredRows.of(scored);
    }
}
