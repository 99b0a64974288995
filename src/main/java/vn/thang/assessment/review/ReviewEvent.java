package vn.thang.assessment.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** A step of the review was taken, or of the second review. */
public sealed interface ReviewEvent extends DomainEvent {

    /** An assessment is complete enough to be reviewed. */
    record AssessmentAdmitted(long assessment, long agency) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return line("admit", assessment, agency, null);
        }
    }

    /** Assessments with nothing missing were admitted at once. */
    record AssessmentsAdmitted(List<Long> assessments) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("admit-complete", "assessment", null, null,
                    assessments.stream().map(String::valueOf).collect(Collectors.joining(","))));
        }
    }

    /** Assessments were given to a reviewer, or taken from whoever had them where there is none. */
    record CasesAssigned(Map<Long, Long> agencies, Long reviewer) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return agencies.entrySet().stream().map(one -> new TrailLine("assign-review", "assessment", one.getKey(),
                    one.getValue(), reviewer == null ? null : "reviewer=" + reviewer)).toList();
        }
    }

    /** An assessment went back as a whole, with a word why. */
    record AssessmentTurnedBack(long assessment, long agency, String word) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return line("turn-back", assessment, agency, word);
        }
    }

    /** The returned questions went back to the agency. */
    record QuestionsGivenBack(long assessment, long agency, long questions) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return line("give-back", assessment, agency, "questions=" + questions);
        }
    }

    /** The review ended. */
    record ReviewConcluded(long assessment, long agency) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return line("conclude", assessment, agency, null);
        }
    }

    /** A review that had ended was taken up again. */
    record ReviewResumed(long assessment, long agency) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return line("resume", assessment, agency, null);
        }
    }

    /** The agency asked for an exemption. */
    record ExemptionAsked(long assessment, long agency, ScoringEvent.Given given,
            String reason) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return given.told("ask-exemption", assessment, agency, null, reason);
        }
    }

    /** The sample of a round for second reviews was drawn. */
    record SampleDrawn(long round, String seed, int size) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("draw-sample", "round", round, null, "seed=" + seed + " size=" + size));
        }
    }

    /** The second reviewer said what an answer deserves. */
    record SecondOpinionGiven(long assessment, long agency, ScoringEvent.Given given,
            String reason) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return given.told("second-opinion", assessment, agency, null, reason);
        }
    }

    /** The second reviewer has judged every answer. */
    record SecondReviewFinished(long assessment, long agency) implements ReviewEvent {

        @Override
        public List<TrailLine> trail() {
            return line("finish-second-review", assessment, agency, null);
        }
    }

    private static List<TrailLine> line(String action, long assessment, long agency, String details) {
        return List.of(new TrailLine(action, "assessment", assessment, agency, details));
    }
}
