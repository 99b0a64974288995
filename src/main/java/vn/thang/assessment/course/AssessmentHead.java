package vn.thang.assessment.course;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.mapper.Nested;
import vn.thang.assessment.round.RoundState;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;

/**
 * An assessment with its round and its agency, as lists and pages show it.
 *
 * @param dueOn      last day to hand in for this agency, its extension included
 * @param readyFrom  while it waits for its signature: where it came from
 * @param sentBack   who sent it back to the officers, until it is submitted again; null otherwise
 */
public record AssessmentHead(long id, AssessmentState state, Instant startedAt, Instant handedInAt, String handedInBy,
        String receipt, String contentHash, long roundId, String roundCode, String roundName, String modelRef,
        LocalDate opensOn, LocalDate dueOn, RoundState roundState, long agencyId, String agencyCode, String agencyName,
        String agencyNameEn,
        String agencyType, String agencyPath, AssessmentState readyFrom, @Nested("sent_back") TakenStep sentBack,
        @Nested("time") AssessmentTime time) {

    /** Without a stage, an extension or an English name of its agency. */
    public AssessmentHead(long id, AssessmentState state, Instant startedAt, Instant handedInAt, String handedInBy,
            String receipt, String contentHash, long roundId, String roundCode, String roundName, String modelRef,
            LocalDate opensOn, LocalDate dueOn, RoundState roundState, long agencyId, String agencyCode,
            String agencyName,
            String agencyType, String agencyPath, AssessmentState readyFrom, TakenStep sentBack) {
        this(id, state, startedAt, handedInAt, handedInBy, receipt, contentHash, roundId, roundCode, roundName,
                modelRef, opensOn,
                dueOn, roundState, agencyId, agencyCode, agencyName, null, agencyType, agencyPath, readyFrom, sentBack,
                AssessmentTime.NONE);
    }

    /**
     * Whether answers can be given: the round runs and nothing was handed in yet; or, once it is closed, the agency has an
     * extension that still runs, or questions came back.
     */
    public boolean open() {
        return state.isOpen() && isTaken();
    }

    /** Whether the round is open: agencies answer and hand in. */
    public boolean roundOpen() {
        return roundState == RoundState.OPEN;
    }

    /** Whether the round has begun and is not published. */
    public boolean roundRuns() {
        return roundState.runs();
    }

    /** Whether it waits for the signature of the head. */
    public boolean ready() {
        return state == AssessmentState.READY && isTaken();
    }

    /** Whether questions came back from the review and were not handed in again since. */
    public boolean returned() {
        return state == AssessmentState.RETURNED || readyFrom == AssessmentState.RETURNED;
    }

    /** Whether the round takes it: while it runs, and also afterwards with an extension that runs, or what came back from the review. */
    private boolean isTaken() {
        return roundOpen() || roundRuns() && (returned() || time.extensionRuns());
    }

    /** @throws BusinessException when it does not wait for a signature */
    public void requireReady() {
        if (!ready()) {
            throw new BusinessException(state == AssessmentState.READY ? "assessment.round-not-open"
                    : state.isHandedIn() ? "sign.signed-already" : "sign.not-ready", roundName);
        }
    }

    /** Whether the answers can be reviewed. */
    public boolean reviewable() {
        return (state.isReviewable() || returned()) && roundRuns();
    }

    /**
     * The last day of what the agency has to do now, as notices name it too: to answer, or to correct what came back; the
     * day to hand in once nothing is asked of it.
     */
    public LocalDate toDoBy() {
        boolean asked = state.isOpen() || state == AssessmentState.READY;
        return asked && time.dueOn() != null ? time.dueOn() : dueOn;
    }

    /** The day to hand in that holds for all others. */
    public LocalDate roundDueOn() {
        return time.roundDueOn() == null ? dueOn : time.roundDueOn();
    }

    /** Whether it was handed in after the due day, or is still to come by then. */
    public boolean isLate(LocalDate today) {
        return daysLate(today) > 0;
    }

    /** How many days after the due day it was first handed in, or has not been until today; 0 when it was in time. */
    public long daysLate(LocalDate today) {
        Instant first = time.firstHandedInAt() == null ? handedInAt : time.firstHandedInAt();
        return Math.max(0,
                ChronoUnit.DAYS.between(dueOn, first == null ? today : LocalDate.ofInstant(first, Time.ZONE)));
    }
}
