package vn.thang.open;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.round.WithdrawnRounds.Withdrawn;

/**
 * What is or was public of a round.
 *
 * @param agencies whether results of single agencies are
 * @param targets  whether the targets of the programme are, unless a round was withdrawn on which they may rest
 * @param hash     over the hashes of all published results
 * @param closedAt null while it is public
 */
public record OpenPublication(long id, String round, String name, String modelRef, LocalDate dueOn, boolean agencies,
        boolean targets, String hash, Instant openedAt, Instant closedAt) {

    /** Whether everybody reads it. */
    public boolean open() {
        return closedAt == null;
    }

    /** Returns the rounds up to its own whose results were withdrawn since, so that its figures of targets hold no more. */
    List<Withdrawn> withdrawn(List<Withdrawn> all) {
        return targets ? all.stream().filter(one -> one.heldAt(openedAt) && !one.dueOn().isAfter(dueOn)
                && !one.code().equals(round)).toList() : List.of();
    }

    /** Returns the same without figures of targets. */
    OpenPublication withoutTargets() {
        return new OpenPublication(id, round, name, modelRef, dueOn, agencies, false, hash, openedAt, closedAt);
    }
}
