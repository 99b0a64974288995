package vn.thang.assessment.round;

import java.time.LocalDate;
import java.util.List;

/**
 * A round in a list, with how far its assessments are.
 *
 * @param belowFirst whether agencies hand in only after the units below them
 * @param replyUntil last day for replies to provisional results; null until they are issued
 * @param participation per cent of the agencies of every type that have to take part for it to speak for the country
 * @param rehearsal  whether it enters no figure and can be removed whole
 */
public record RoundLine(long id, String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
        RoundState state, List<String> scope, int version, Progress progress, boolean belowFirst,
        LocalDate replyUntil, int participation, boolean rehearsal) {

    public static RoundLine of(Round round, Progress progress) {
        return new RoundLine(round.id(), round.code(), round.name(), round.modelRef(), round.opensOn(), round.dueOn(),
                round.state(), round.scope().stream().sorted().toList(), round.version(), progress, round.belowFirst(),
                round.replyUntil(), round.participation(), round.rehearsal());
    }

    /**
     * How many assessments stand where.
     *
     * @param inProgress also what waits for its signature
     * @param handedIn whatever happened since, up to publication
     * @param inReview what keeps results from being issued: to be checked for completeness, begun to be reviewed, or returned
     * @param issuable  admitted or reviewed: their provisional results can be issued
     * @param replying  provisional results that wait for the agency
     * @param objecting objections that wait for the panel
     */
    public record Progress(long notStarted, long inProgress, long handedIn, long inReview, long issuable, long replying,
            long objecting,
            long published) {

        public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0);

        public long all() {
            return notStarted + inProgress + handedIn + published;
        }

        public long open() {
            return notStarted + inProgress;
        }
    }
}
