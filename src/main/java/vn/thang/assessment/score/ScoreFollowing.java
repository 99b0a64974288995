package vn.thang.assessment.score;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Map;

/**
 * Scores an assessment again when something has changed what counts in it, in the transaction in which that happens. What
 * reviewers set counts in it once the results are issued.
 */
@ApplicationScoped
class ScoreFollowing {

    @Inject
    private Scores scores;

    /** Observes before those who tell people of it. */
    void happened(@Observes @Priority(Interceptor.Priority.APPLICATION) ScoringEvent event) {
        ScoredAssessment scored = event.known().orElseGet(() -> scores.of(event.head()));
        scores.store(ScoredRows
                .of(Map.of(event.head().id(), event.head().state().isIssued() ? scored : scored.unjudged())));
    }
}
