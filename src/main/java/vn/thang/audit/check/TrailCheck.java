package vn.thang.audit.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.thang.audit.ApartValue;
import vn.thang.audit.RetainedNames;
import vn.thang.audit.RetainedValues;
import vn.thang.audit.anchor.Anchor;
import vn.thang.audit.anchor.Anchors;
import vn.thang.audit.anchor.TrustedAuthorities;
import vn.thang.audit.seal.Block;
import vn.thang.audit.seal.Blocks;

/**
 * Computes every hash of the trail again, from the entries up to the last block. It needs nothing but the database, so that
 * it runs without a server too.
 */
public final class TrailCheck {

    private static final int MOST_FAULTS = 200;
    /** Whatever waits longer for its block was left out of the sealing. */
    public static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Blocks blocks;
    private final List<Anchor> anchors;
    private final AnchorCheck anchoring;
    private final TrustedAuthorities trusted;
    private final Map<Long, String> known;
    private final List<CheckFault> faults = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private Block block;
    private long wrong;
    private long entries;
    private long count;

    private TrailCheck(Blocks blocks, Anchors anchors, TrustedAuthorities trusted, Map<Long, String> known) {
        this.blocks = blocks;
        this.trusted = trusted;
        this.known = new TreeMap<>(known);
        this.anchors = anchors.list();
        this.anchoring = new AnchorCheck(this.anchors, trusted, this::found);
    }

    /**
     * Verifies the whole trail.
     *
     * @param trusted authorities whose anchors are believed
     * @param known hashes of blocks by their numbers, as they were kept outside of the database
     */
    public static Verified verify(Blocks blocks, Anchors anchors, TrustedAuthorities trusted, Map<Long, String> known,
            Instant now) {
        return new TrailCheck(blocks, anchors, trusted, known).verify(now);
    }

    private Verified verify(Instant now) {
        blocks.eachSealed(sealed -> {
            if (block == null || block.number() != sealed.block().number()) {
                close();
                open(sealed.block());
            }
            if (sealed.place() != null) {
                check(sealed);
            }
        });
        close();
        anchoring.end();
        known.keySet().forEach(number -> found(new CheckFault(CheckFault.Kind.NOT_AS_KNOWN, number, null)));
        blocks.eachValue(value -> {
            if (!ApartValue.hash(value.salt(), value.content()).equals(value.hash())) {
                found(new CheckFault(CheckFault.Kind.VALUE_CHANGED, null, value.entry()));
            }
        });
        blocks.eachErased(RetainedNames.ACTIONS, RetainedNames.KIND, RetainedValues.KIND,
                entry -> found(new CheckFault(CheckFault.Kind.VALUE_ERASED, null, entry)));
        Blocks.Waiting waiting = blocks.waiting(Instant.EPOCH);
        if (waiting.oldest() != null && waiting.oldest().isBefore(now.minus(LONGEST_WAIT))) {
            found(new CheckFault(CheckFault.Kind.NOT_SEALED, null, waiting.entry()));
        }
        return new Verified(count, entries, waiting.count(), block == null ? null : block.number(),
                block == null ? null : block.sealedAt(), block == null ? null : block.blockHash(), anchored(),
                List.copyOf(faults), wrong);
    }

    private Verified.Anchored anchored() {
        Anchor last = anchoring.last();
        return last == null ? new Verified.Anchored(anchors.size(), null, null, null, count, !trusted.empty())
                : new Verified.Anchored(anchors.size(), last.block(), last.stampedAt(), last.authority(),
                        Math.max(0, (block == null ? 0 : block.number()) - last.block()), !trusted.empty());
    }

    /** Checks the next block itself, and that it follows from the one before. */
    private void open(Block next) {
        long expected = block == null ? 1 : block.number() + 1;
        for (long missing = expected; missing < next.number() && faults.size() < MOST_FAULTS; missing++) {
            found(new CheckFault(CheckFault.Kind.BLOCK_MISSING, missing, null));
        }
        if (!next.intact()) {
            found(new CheckFault(CheckFault.Kind.BLOCK_CHANGED, next.number(), null));
        }
        if (next.number() < expected || next.number() == expected
                && !next.previousHash().equals(block == null ? Block.NOTHING : block.blockHash())) {
            found(new CheckFault(CheckFault.Kind.CHAIN_BROKEN, next.number(), null));
        }
        String outside = known.remove(next.number());
        if (outside != null && !outside.equals(next.blockHash())) {
            found(new CheckFault(CheckFault.Kind.NOT_AS_KNOWN, next.number(), null));
        }
        anchoring.block(next.number(), next.sealedAt(), next.blockHash());
        block = next;
        count++;
    }

    private void check(Blocks.Sealed sealed) {
        leaves.add(bytes(sealed.entryHash()));
        entries++;
        if (sealed.entry().id() == null) {
            found(new CheckFault(CheckFault.Kind.ENTRY_REMOVED, block.number(), sealed.sealed()));
        } else if (!HexFormat.of().formatHex(sealed.entry().hash()).equals(sealed.entryHash())) {
            found(new CheckFault(CheckFault.Kind.ENTRY_CHANGED, block.number(), sealed.sealed()));
        }
    }

    /** What is no hash at all stands for nothing. */
    private static byte[] bytes(String hash) {
        return hash.matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(hash) : new byte[0];
    }

    /** Checks the seals of the block against its root. */
    private void close() {
        if (block != null && (block.entries() != leaves.size() || !block.root().equals(Block.root(leaves)))) {
            found(new CheckFault(CheckFault.Kind.SEALS_CHANGED, block.number(), null));
        }
        leaves.clear();
    }

    private void found(CheckFault fault) {
        wrong++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }
}
