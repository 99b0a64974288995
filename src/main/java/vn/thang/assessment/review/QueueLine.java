package vn.thang.assessment.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.Stage;

/**
 * An assessment in the queue of the reviewers.
 *
 * @param unsupported how far the declared index stands above the official one
 * @param firstRound  whether the agency has taken part in no round before
 * @param rise        how far the declared index stands above that of the last round; null in a first round, and where the levels
 *                    of the two do not compare
 * @param judged      answers with a verdict
 * @param returned    answers that were returned
 * @param dueOn       last day of its present stage
 * @param sampled     whether it is in the sample that is reviewed a second time
 * @param secondDone  whether that is done
 * @param newOfficer  whether it is the first round of all its officers
 * @param discrepancies answers above their measured level whose explanation was not accepted
 * @param unexplained   those of them without an explanation
 * @param risk          what the queue is ordered by
 * @param reviewer      whom it was given to; null for nobody
 * @param aboveMeasured their levels above what was measured by the number of answers, twice where they are not explained
 */
public record QueueLine(long assessment, String agencyCode, String agencyName, String agencyNameEn, String agencyType,
        String parentName, String parentNameEn,
        AssessmentState state, Instant handedInAt, String roundName, String modelRef, int level, int declaredLevel,
        double unsupported,
        boolean firstRound, Double rise,
        int judged, int returned, int applicable, Stage stage, LocalDate dueOn, boolean sampled, boolean secondDone,
        boolean newOfficer,
        int discrepancies, int unexplained, double aboveMeasured, double risk, String reviewer) {

    /** What speaks for looking at it closely. */
    public List<QueueSignal> signals() {
        return QueueSignal.of(this);
    }

    /** How many days after the last day of its stage; 0 while it is in time. */
    public long daysLate(LocalDate today) {
        return dueOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
    }
}
