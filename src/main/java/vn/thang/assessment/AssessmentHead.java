package vn.thang.assessment;

import java.time.Instant;
import java.time.LocalDate;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;

/**
 * An assessment with its round and its agency, as lists and pages show it.
 *
 * @param roundState PLANNED, OPEN, CLOSED or PUBLISHED
 */
public record AssessmentHead(long id, AssessmentState state, Instant startedAt, Instant handedInAt, String handedInBy,
        String receipt, String contentHash, long roundId, String roundCode, String roundName, String modelRef,
        LocalDate opensOn, LocalDate dueOn, String roundState, long agencyId, String agencyCode, String agencyName,
        String agencyType, String agencyPath) {

    /** Whether answers can be given: the round runs and nothing was handed in yet, or questions came back. */
    public boolean isOpen() {
        return state.isOpen() && (roundState.equals("OPEN") || state == AssessmentState.RETURNED && roundState.equals("CLOSED"));
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

    /** Whether it was handed in after the due day, or is still to come by then. */
    public boolean isLate(LocalDate today) {
        return (handedInAt == null ? today : LocalDate.ofInstant(handedInAt, Time.ZONE)).isAfter(dueOn);
    }
}
