package vn.thang.audit.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
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
        return blocks.last().map(block -> new Head(block.number(), block.sealedAt(), block.blockHash()));
    }
}
