package vn.thang.assessment.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something changed what counts in an assessment: its scores and whatever is derived from them follow. */
public sealed interface ScoringEvent extends DomainEvent {

    /** Returns the assessment as it was read before; what it is scored by is the same afterwards. */
    AssessmentHead head();

    default long assessment() {
        return head().id();
    }

    /** Returns what has been derived from the assessment as it stands now, where somebody needed it already. */
    default Optional<ScoredAssessment> known() {
        return Optional.empty();
    }

    /**
     * An answer as it was given.
     *
     * @param restricted whether only the agency and its reviewers may see it
     * @param before     what was answered, declared or claimed before; null for nothing
     * @param value      what holds from now on; null while it is undecided
     */
    record Given(String criterion, boolean restricted, String before, String value) {

        /** Something is said of an answer that changes no value. */
        public static Given unchanged(String criterion, boolean restricted) {
            return new Given(criterion, restricted, null, null);
        }

        /** Returns the line of the trail; it keeps apart what is restricted. */
        public TrailLine told(String action, long assessment, long agency, String more) {
            TrailLine line = new TrailLine(action, "assessment", assessment, agency,
                    more == null ? criterion : criterion + " " + more);
            return restricted ? line.hiding(before, value) : line.changing(before, value);
        }

        /**
         * Returns the same with the reason. That of a restricted answer stands in a line of its own that keeps it apart, so that
         * the hash of the value is that of the value. Grounds of an objection are as much a draft as the objection, and are told
         * by its name.
         */
        public List<TrailLine> told(String action, long assessment, long agency, String more, String reason) {
            if (reason == null) {
                return List.of(told(action, assessment, agency, more));
            }
            return restricted
                    ? List.of(told(action, assessment, agency, more),
                            new TrailLine(action.equals("write-objection") ? action : "give-reason", "assessment",
                                    assessment, agency, criterion).hiding(null, reason))
                    : List.of(told(action, assessment, agency, more == null ? reason : more + " " + reason));
        }
    }

    /** Answers were given, all at once. */
    record AnswersGiven(AssessmentHead head, List<Given> answers, ScoredAssessment scored) implements ScoringEvent {

        @Override
        public Optional<ScoredAssessment> known() {
            return Optional.of(scored);
        }

        @Override
        public List<TrailLine> trail() {
            return written(this, answers).toList();
        }
    }

    /**
     * Answers were taken over with their evidence.
     *
     * @param answers  those that are other ones now
     * @param evidence what was attached by it, as {@link EvidenceAttached} tells it
     * @param criteria all that were taken over
     */
    record AnswersCarriedOver(AssessmentHead head, String origin, List<Given> answers, List<Given> evidence,
            List<String> criteria) implements ScoringEvent {

        @Override
        public List<TrailLine> trail() {
            return Stream.of(written(this, answers),
                    evidence.stream().map(given -> told(this, EvidenceAttached.ACTION, given, null)),
                    line(this, "carry-over", origin + " " + String.join(",", criteria)).stream())
                    .flatMap(some -> some).toList();
        }
    }

    /** Evidence was attached: its level, and the hash of the file or the address of the link. */
    record EvidenceAttached(AssessmentHead head, Given given) implements ScoringEvent {

        private static final String ACTION = "attach";

        @Override
        public List<TrailLine> trail() {
            return List.of(told(this, ACTION, given, null));
        }
    }

    /** A newer version took the place of a file. */
    record EvidenceRenewed(AssessmentHead head, Given given) implements ScoringEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(told(this, "renew", given, null));
        }
    }

    /** Evidence holds between other days. */
    record EvidenceDated(AssessmentHead head, Given given) implements ScoringEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(told(this, "hold", given, null));
        }
    }

    /** Evidence was taken back. */
    record EvidenceRemoved(AssessmentHead head, Given given) implements ScoringEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(told(this, "remove", given, null));
        }
    }

    /** The head signed, by which the agency handed in. */
    record HandedIn(AssessmentHead head, String receipt, String hash, ScoredAssessment scored) implements ScoringEvent {

        @Override
        public Optional<ScoredAssessment> known() {
            return Optional.of(scored);
        }

        @Override
        public List<TrailLine> trail() {
            return line(this, "hand-in", receipt + " " + hash);
        }
    }

    /** A reviewer confirmed what the evidence supports. */
    record AnswerConfirmed(AssessmentHead head, Given given, String reason) implements ScoringEvent {

        @Override
        public List<TrailLine> trail() {
            return told(this, "confirm", given, null, reason);
        }
    }

    /** A reviewer set another value. */
    record AnswerCorrected(AssessmentHead head, Given given, String reason) implements ScoringEvent {

        @Override
        public List<TrailLine> trail() {
            return told(this, "correct", given, null, reason);
        }
    }

    /** A reviewer marked an answer as one that goes back to the agency. */
    record AnswerReturned(AssessmentHead head, Given given, String reason) implements ScoringEvent {

        @Override
        public List<TrailLine> trail() {
            return told(this, "return", given, null, reason);
        }
    }

    /** A reviewer decided whether a criterion is exempt. */
    record ExemptionDecided(AssessmentHead head, Given given, boolean granted, String reason) implements ScoringEvent {

        /** Returns the code of the criterion, for those who know nothing of answers. */
        public String criterion() {
            return given.criterion();
        }

        @Override
        public List<TrailLine> trail() {
            return told(this, granted ? "grant-exemption" : "refuse-exemption", given, null, reason);
        }
    }

    /** The panel decided on an objection. */
    record ObjectionDecided(AssessmentHead head, Given given, String decision, String reason) implements ScoringEvent {

        @Override
        public List<TrailLine> trail() {
            return told(this, "decide", given, decision, reason);
        }
    }

    private static Stream<TrailLine> written(ScoringEvent event, List<Given> answers) {
        return answers.stream().map(answer -> told(event, "answer", answer, null));
    }

    private static TrailLine told(ScoringEvent event, String action, Given given, String more) {
        return given.told(action, event.assessment(), event.head().agencyId(), more);
    }

    private static List<TrailLine> told(ScoringEvent event, String action, Given given, String more, String reason) {
        return given.told(action, event.assessment(), event.head().agencyId(), more, reason);
    }

    private static List<TrailLine> line(ScoringEvent event, String action, String details) {
        return List.of(
                new TrailLine(action, "assessment", event.assessment(), event.head().agencyId(), details));
    }
}
