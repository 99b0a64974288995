package vn.thang.audit.seal;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.thang.platform.Sha256;

/**
 * A block of the sealed trail. Whoever knows its hash knows all that was sealed until then: the hash covers the root over its
 * entries and the hash of the block before.
 */
public record Block(long number, Instant sealedAt, int entries, String root, String previousHash, String blockHash) {

    /** Stands where the first block has no block before. */
    public static final String NOTHING = "0".repeat(64);

    /** Makes the block that follows one; null for the first. */
    public static Block after(Block before, Instant now, List<byte[]> leaves) {
        long number = before == null ? 1 : before.number() + 1;
        Instant moment = now.truncatedTo(ChronoUnit.MICROS);
        String root = root(leaves);
        String previous = before == null ? NOTHING : before.blockHash();
        return of(number, moment, leaves.size(), root, previous);
    }

    /** Returns the block that says this, with its hash. */
    public static Block of(long number, Instant sealedAt, int entries, String root, String previous) {
        return new Block(number, sealedAt, entries, root, previous, hash(number, sealedAt, entries, root, previous));
    }

    /** Answers whether the hash is that of what the block says. */
    public boolean intact() {
        return hash(number, sealedAt, entries, root, previousHash).equals(blockHash);
    }

    private static String hash(long number, Instant sealedAt, int entries, String root, String previous) {
        return Sha256.hex("thang-block-1 %d %d %d %s %s".formatted(number,
                ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt), entries, root, previous));
    }

    /**
     * Returns the root of the tree over the hashes of entries: two neighbours become the SHA-256 of a byte 1 and both, a last
     * one without a neighbour goes up as it is. The root of nothing is the SHA-256 of nothing.
     */
    public static String root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.hex(new byte[0]);
        }
        List<byte[]> row = leaves;
        while (row.size() > 1) {
            row = above(row);
        }
        return HexFormat.of().formatHex(row.get(0));
    }

    /** Returns the row of hashes above another one. */
    public static List<byte[]> above(List<byte[]> row) {
        List<byte[]> above = new ArrayList<>();
        for (int i = 0; i < row.size(); i += 2) {
            above.add(i + 1 < row.size() ? joined(row.get(i), row.get(i + 1)) : row.get(i));
        }
        return above;
    }

    static byte[] joined(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.begin();
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }
}
