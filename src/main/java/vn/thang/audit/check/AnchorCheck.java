package vn.thang.audit.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.thang.audit.anchor.Anchor;
import vn.thang.audit.anchor.TimeStamp;
import vn.thang.audit.anchor.TrustedAuthorities;

/** Checks every anchor of the trail: who signed it, for which block, and in which order of time. */
public final class AnchorCheck {

    /** Clocks differ, and a block is written after the moment that it names. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final TrustedAuthorities trusted;
    private final Consumer<CheckFault> found;
    private final Map<Long, List<Anchor>> waiting = new HashMap<>();
    private Anchor last;

    /** @param anchors all there are, in the order of their numbers */
    AnchorCheck(List<Anchor> anchors, TrustedAuthorities trusted, Consumer<CheckFault> found) {
        this(anchors, trusted, found, true);
    }

    /** Checks anchors among which there were others. */
    public static AnchorCheck ofSome(List<Anchor> anchors, TrustedAuthorities trusted, Consumer<CheckFault> found) {
        return new AnchorCheck(anchors, trusted, found, false);
    }

    private AnchorCheck(List<Anchor> anchors, TrustedAuthorities trusted, Consumer<CheckFault> found, boolean all) {
        this.trusted = trusted;
        this.found = found;
        long number = 0;
        long block = 0;
        Instant at = Instant.EPOCH;
        for (Anchor anchor : anchors) {
            number++;
            waiting.computeIfAbsent(anchor.block(), none -> new ArrayList<>()).add(anchor);
            if (all && anchor.number() != number) {
                wrong(CheckFault.Kind.ANCHOR_MISSING, null, number);
                number = anchor.number();
            }
            if (anchor.block() < block || anchor.stampedAt().isBefore(at)) {
                wrong(CheckFault.Kind.ANCHOR_TIME, anchor.block(), anchor.number());
            }
            block = anchor.block();
            at = anchor.stampedAt();
        }
    }

    /** Checks the anchors of a block. */
    public void block(long number, Instant sealedAt, String hash) {
        List<Anchor> anchors = waiting.remove(number);
        if (anchors != null) {
            anchors.forEach(anchor -> check(anchor, sealedAt, hash));
        }
    }

    /** Ends it: anchors are left whose blocks are not there. */
    public void end() {
        waiting.values().stream().flatMap(List::stream)
                .forEach(anchor -> wrong(CheckFault.Kind.ANCHOR_WITHOUT_BLOCK, anchor.block(), anchor.number()));
    }

    /** Returns the last anchor that is right; null for none. */
    public Anchor last() {
        return last;
    }

    private void check(Anchor anchor, Instant sealedAt, String hash) {
        CheckFault.Kind wrong = fault(anchor, sealedAt, hash);
        if (wrong != null) {
            wrong(wrong, anchor.block(), anchor.number());
        } else if (last == null || last.number() < anchor.number()) {
            last = anchor;
        }
    }

    private CheckFault.Kind fault(Anchor anchor, Instant sealedAt, String hash) {
        TimeStamp stamp;
        try {
            stamp = TimeStamp.read(anchor.token());
        } catch (IllegalArgumentException e) {
            return CheckFault.Kind.ANCHOR_CHANGED;
        }
        if (!stamp.intact()) {
            return CheckFault.Kind.ANCHOR_CHANGED;
        }
        if (!trusted.empty() && !stamp.by(trusted)) {
            return CheckFault.Kind.ANCHOR_STRANGE;
        }
        if (!stamp.over(hash)) {
            return CheckFault.Kind.ANCHOR_OF_ANOTHER;
        }
        return !stamp.at().equals(anchor.stampedAt()) || stamp.at().isBefore(sealedAt.minus(TOLERANCE))
                ? CheckFault.Kind.ANCHOR_TIME : null;
    }

    private void wrong(CheckFault.Kind kind, Long block, long anchor) {
        found.accept(new CheckFault(kind, block, null, anchor));
    }
}
