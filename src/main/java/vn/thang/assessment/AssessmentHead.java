package vn.thang.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;

/**
 * An assessment with its round and its agency, as lists and pages show it.
 *
 * @param dueOn      last day to hand in for this agency, its extension included
 * @param roundState PLANNED, OPEN, CLOSED or PUBLISHED
 */
public record AssessmentHead(long id, AssessmentState state, Instant startedAt, Instant handedInAt, String handedInBy,
        String receipt, String contentHash, long roundId, String roundCode, String roundName, String modelRef,
        LocalDate opensOn, LocalDate dueOn, String roundState, long agencyId, String agencyCode, String agencyName,
        String agencyType, String agencyPath, AssessmentTime time) {

    /** Without a stage or an extension. */
    public AssessmentHead(long id, AssessmentState state, Instant startedAt, Instant handedInAt, String handedInBy,
            String receipt, String contentHash, long roundId, String roundCode, String roundName, String modelRef,
            LocalDate opensOn, LocalDate dueOn, String roundState, long agencyId, String agencyCode, String agencyName,
            String agencyType, String agencyPath) {
        this(id, state, startedAt, handedInAt, handedInBy, receipt, contentHash, roundId, roundCode, roundName, modelRef, opensOn,
                dueOn, roundState, agencyId, agencyCode, agencyName, agencyType, agencyPath, AssessmentTime.NONE);
    }

    /**
     * Whether answers can be given: the round runs and nothing was handed in yet; or, once it is closed, the agency has an
     * extension that still runs, or questions came back.
     */
    public boolean isOpen() {
        return state.isOpen() && (roundState.equals("OPEN") || roundState.equals("CLOSED")
                && (state == AssessmentState.RETURNED || time.extensionRuns()));
    }

    /** @throws BusinessException when answers cannot be given */
    void requireOpen() {
        if (!isOpen()) {
            throw new BusinessException(roundState.equals("OPEN") ? "assessment.closed" : "assessment.round-not-open", roundName);
        }
    }

    /** Whether the answers can be reviewed. */
    public boolean isReviewable() {
        return state.isHandedIn() && (roundState.equals("OPEN") || roundState.equals("CLOSED"));
    }

    /** The day to hand in that holds for all others. */
    LocalDate roundDueOn() {
        return time.roundDueOn() == null ? dueOn : time.roundDueOn();
    }

    /** Whether it was handed in after the due day, or is still to come by then. */
    public boolean isLate(LocalDate today) {
        return daysLate(today) > 0;
    }

    /** How many days after the due day it was first handed in, or has not been until today; 0 when it was in time. */
    public long daysLate(LocalDate today) {
        Instant first = time.firstHandedInAt() == null ? handedInAt : time.firstHandedInAt();
        return Math.max(0, ChronoUnit.DAYS.between(dueOn, first == null ? today : LocalDate.ofInstant(first, Time.ZONE)));
    }
}
