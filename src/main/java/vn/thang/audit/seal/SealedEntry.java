package vn.thang.audit.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.thang.audit.ApartValue;
import vn.thang.platform.Sha256;

/**
 * An entry of the trail that is taken out of the database with what proves that it was sealed.
 *
 * @param columns what it says, in the order of {@link StoredEntry}; null for nothing
 * @param block   number of the block that seals it; null while it waits for one
 * @param path    hashes of the neighbours from the entry up to the root of the block, each behind L or R for its side
 * @param values  salt and content of what is kept apart, by its kind, as far as the reader may see it
 */
public record SealedEntry(List<String> columns, Long block, List<String> path, Map<String, List<String>> values) {

    private static final int BEFORE = 12;
    private static final int AFTER = 13;
    private static final int ID = 0;
    private static final int ACTION = 5;
    private static final int SUBJECT = 6;
    private static final int SUBJECT_ID = 7;
    private static final int DETAILS = 9;

    public String id() {
        return columns.get(ID);
    }

    public String action() {
        return columns.get(ACTION);
    }

    /** The kind of the thing and its id, with a blank between them. */
    public String subject() {
        return columns.get(SUBJECT) + " " + columns.get(SUBJECT_ID);
    }

    /** The id of the thing; null where there is none. */
    public Long subjectId() {
        return columns.get(SUBJECT_ID) == null ? null : Long.valueOf(columns.get(SUBJECT_ID));
    }

    public String details() {
        return columns.get(DETAILS);
    }

    /** Whether the neighbours lead from the entry to the root of its block. */
    public boolean leadsTo(String root) {
        byte[] hash = hash(columns);
        for (String step : path) {
            if (!step.matches("[LR][0-9a-f]{64}")) {
                return false;
            }
            byte[] neighbour = HexFormat.of().parseHex(step.substring(1));
            hash = step.charAt(0) == 'L' ? Block.joined(neighbour, hash) : Block.joined(hash, neighbour);
        }
        return HexFormat.of().formatHex(hash).equals(root);
    }

    /** Whether each value that is told is the one that the entry holds the hash of. */
    public boolean valuesHold() {
        return values.entrySet().stream().allMatch(value -> {
            int place = value.getKey().equals(ApartValue.Kind.BEFORE.name()) ? BEFORE : AFTER;
            return ApartValue.hash(value.getValue().get(0), value.getValue().get(1)).equals(columns.get(place));
        });
    }

    /**
     * Returns the SHA-256 of the canonical form: a byte 0, then every column as its length in bytes, a colon, its bytes in
     * UTF-8 and a comma; nothing is {@code -,}.
     */
    static byte[] hash(List<String> columns) {
        MessageDigest digest = Sha256.begin();
        digest.update((byte) 0);
        for (String column : columns) {
            if (column == null) {
                digest.update(new byte[]{'-', ','});
            } else {
                byte[] bytes = column.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
                digest.update((byte) ',');
            }
        }
        return digest.digest();
    }
}
