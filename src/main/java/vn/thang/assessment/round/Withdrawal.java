package vn.thang.assessment.round;

import java.time.Instant;

/**
 * A proposal to withdraw the published results of a round, which another person than its proposer has confirmed or still has
 * to.
 *
 * @param proposer    who proposed it
 * @param confirmedAt null while it waits
 * @param confirmedBy null while it waits
 */
public record Withdrawal(long id, String reason, long proposer, String proposedBy, Instant proposedAt,
        String confirmedBy, Instant confirmedAt) {

    public boolean confirmed() {
        return confirmedAt != null;
    }
}
