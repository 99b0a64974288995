package vn.thang.demo;

import java.util.List;
import vn.thang.assessment.score.ScoringEvent.Given;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was invented. Nobody is told of it but the trail, so that the demonstration can be verified. */
sealed interface DemoEvent extends DomainEvent {

    /** What counts in the assessments of a demonstration round was invented. */
    record AnswersInvented(List<Invented> all) implements DemoEvent {

        @Override
        public List<TrailLine> trail() {
            return all.stream().map(Invented::told).toList();
        }
    }

    /**
     * An answer, a verdict or an exemption as people would have given it.
     *
     * @param action as the trail calls that
     * @param more   what it says besides; null for nothing
     */
    record Invented(String action, long assessment, long agency, Given given, String more) {

        private TrailLine told() {
            return given.told(action, assessment, agency, more);
        }
    }
}
