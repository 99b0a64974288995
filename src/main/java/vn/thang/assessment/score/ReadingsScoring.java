package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.Rounds;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.indicator.reading.ReadingsArrived;

/**
 * Scores assessments of rounds that run again when readings arrive that measure their criteria, in the transaction in which
 * they arrive. The assessments are locked first, and what was committed until then is read: neither an answer that is saved
 * meanwhile nor another batch is passed over.
 */
@ApplicationScoped
public class ReadingsScoring {

    private static final int AT_ONCE = 250;

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
        for (Round round : scored()) {
            List<Long> agencies = List.copyOf(measured.concerned(round.modelRef(), round.dueOn(), arrived));
            if (!agencies.isEmpty()) {
                score(round.id(), round.modelRef(), agencies);
            }
        }
    }

    /** Rounds that run and whose models can be read: one that cannot waits for its files, and holds up no other. */
    private List<Round> scored() {
        return rounds.running().stream().filter(round -> catalog.isReadable(round.modelRef())).toList();
    }

    /** Agencies of a round that runs, a few hundred at most. */
    public record Share(long round, String modelRef, List<Long> agencies) {
    }

    /** All agencies whose scores readings have a part in, so that the shares can be scored one after the other. */
    @Transactional
    public List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (Round round : scored()) {
            List<Long> agencies = catalog.measures(round.modelRef()).isEmpty() ? List.of()
                    : rounds.agencies(round.id());
            for (int from = 0; from < agencies.size(); from += AT_ONCE) {
                shares.add(new Share(round.id(), round.modelRef(),
                        List.copyOf(agencies.subList(from, Math.min(agencies.size(), from + AT_ONCE)))));
            }
        }
        return shares;
    }

    /** Scores them by what is fresh today: a reading grows stale without anything arriving. */
    @Transactional
    public void again(Share share) {
        score(share.round(), share.modelRef(), share.agencies());
    }

    private void score(long round, String modelRef, List<Long> agencies) {
        Map<String, MaturityModel> byType = new HashMap<>();
        inputs.current(round, modelRef, agencies, some -> {
            Map<Long, ScoredAssessment> scored = new LinkedHashMap<>();
            some.forEach(one -> scored.put(one.id(), ScoredAssessment.of(byType.computeIfAbsent(one.agencyType(),
                    type -> catalog.model(modelRef).forAgencyType(type)), one.counted().inputs(), one.readings())));
            scores.storeCurrent(ScoredRows.of(scored));
        });
    }
}
