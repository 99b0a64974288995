package vn.thang.open;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is or was public of a round.
 *
 * @param agencies whether results of single agencies are
 * @param targets  whether the targets of the programme are
 * @param hash     over the hashes of all published results
 * @param closedAt null while it is public
 */
public record OpenPublication(long id, String round, String name, String modelRef, LocalDate dueOn, boolean agencies,
        boolean targets, String hash, Instant openedAt, Instant closedAt) {

    /** Whether everybody reads it. */
    public boolean open() {
        return closedAt == null;
    }
}
