package vn.thang.audit.seal;

import java.time.Instant;

/** A trail in which everything is sealed, however old it says it is. */
public final class GivenSealedTrail {

    private GivenSealedTrail() {
    }

    /** Seals all that waits, from the beginning. */
    public static void by(TrailSealing sealing) {
        var reached = sealing.seal(new TrailSealing.Reached(Instant.EPOCH, 0));
        while (reached.isPresent()) {
            reached = sealing.seal(reached.get());
        }
    }
}
