package vn.thang.assessment.section;

import java.time.Instant;
import java.util.List;

/**
 * A section with whom it was given to, and what became of it.
 *
 * @param to         name of the person or of the unit
 * @param unit       whether it is a unit
 * @param finishedBy who handed it back as finished; null until somebody does
 * @param endedBy    who took it back; null while it is given
 * @param applicable how many questions it has
 * @param done       who of them gave how many of its answers since
 * @param changed    whether any of these is newer than the handing back
 */
public record GivenSection(long id, long assessmentId, String dimension, String to, boolean unit, String givenBy,
        Instant givenAt,
        String finishedBy, Instant finishedAt, String endedBy, Instant endedAt, int applicable, List<Share> done,
        boolean changed) {

    /** How many answers a person gave. */
    public record Share(String name, long answers) {
    }

    public boolean ended() {
        return endedAt != null;
    }

    public boolean finished() {
        return finishedAt != null;
    }

    public long answered() {
        return done.stream().mapToLong(Share::answers).sum();
    }
}
