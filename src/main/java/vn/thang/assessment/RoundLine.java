package vn.thang.assessment;

import java.time.LocalDate;
import java.util.List;

/** A round in a list, with how far its assessments are. */
public record RoundLine(long id, String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
        RoundState state, List<String> scope, int version, Progress progress) {

    /**
     * How many assessments stand where.
     *
     * @param inProgress also what waits for its signature
     * @param handedIn whatever happened since, up to publication
     * @param inReview what keeps the round from being published: to be checked for completeness, begun to be reviewed, or returned
     */
    public record Progress(long notStarted, long inProgress, long handedIn, long inReview, long published) {

        static final Progress NONE = new Progress(0, 0, 0, 0, 0);

        public long all() {
            return notStarted + inProgress + handedIn + published;
        }

        public long open() {
            return notStarted + inProgress;
        }
    }
}
