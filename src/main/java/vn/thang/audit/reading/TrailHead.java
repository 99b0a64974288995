package vn.thang.audit.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import vn.thang.audit.seal.Block;
import vn.thang.audit.seal.Blocks;

/**
 * How far the trail is sealed, for papers and letters: whoever keeps one can prove later that nothing before it has changed.
 * The hash says nothing of what was sealed, so that everybody may have it.
 */
@ApplicationScoped
public class TrailHead {

    @Inject
    private Blocks blocks;

    /** The last block. */
    public record Head(long number, Instant at, String hash) {
    }

    /** Finds the last block; empty before the first. */
    public Optional<Head> last() {
        return blocks.last().map(TrailHead::of);
    }

    /** Finds the block that was the last at a moment, always the same one; empty where none was sealed until then. */
    public Optional<Head> at(Instant moment) {
        return blocks.lastUntil(moment).map(TrailHead::of);
    }

    private static Head of(Block block) {
        return new Head(block.number(), block.sealedAt(), block.blockHash());
    }
}
