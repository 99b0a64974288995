package vn.thang.audit.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.thang.audit.ApartValue;
import vn.thang.platform.Sha256;

/**
 * An entry of the trail that is taken out of the database with what proves that it was sealed.
 *
 * @param columns what it says, in the order of {@link StoredEntry}; null for nothing
 * @param block   number of the block that seals it; null while it waits for one
 * @param path    hashes of the neighbours from the entry up to the root of the block, each behind L or R for its side
 * @param hidden  hash of what it says, in the place of it, where the reader may not see that; null where it is said
 * @param values  salt and content of what is kept apart, by its kind, as far as the reader may see it
 */
public record SealedEntry(List<String> columns, String hidden, Long block, List<String> path,
        Map<String, List<String>> values) {

    private static final Pattern LEVEL = Pattern.compile(StoredEntry.LEVEL);
    private static final int WAS = 10;
    private static final int BECAME = 11;
    private static final int BEFORE = 12;
    private static final int AFTER = 13;
    private static final int ID = 0;
    private static final int AT = 1;
    private static final int ACTION = 5;
    private static final int SUBJECT = 6;
    private static final int SUBJECT_ID = 7;
    private static final int DETAILS = 9;

    /** An entry that says what it says. */
    public SealedEntry(List<String> columns, Long block, List<String> path, Map<String, List<String>> values) {
        this(columns, null, block, path, values);
    }

    /** Returns the entry without its words, in whose place stands their hash: it proves that there is an entry. */
    public SealedEntry hiding() {
        return new SealedEntry(List.of(), HexFormat.of().formatHex(hash(columns)), block, path, Map.of());
    }

    /** Whether it tells of evidence for one of these criteria in its details, as entries did before they kept that apart. */
    public boolean tellsOfEvidence(Set<String> criteria) {
        String[] words = details() == null ? new String[0] : details().split(" ", 2);
        return StoredEntry.OF_EVIDENCE.contains(action()) && StoredEntry.ASSESSMENT.equals(columns.get(SUBJECT))
                && words.length == 2 && criteria.contains(words[0]);
    }

    /** Whether its value begins with a level, as that of evidence of an answer does, and is not kept apart. */
    public boolean tellsOfLevel() {
        String value = columns.get(BECAME) == null ? columns.get(WAS) : columns.get(BECAME);
        return value != null && LEVEL.matcher(value).find();
    }

    public String id() {
        return columns.get(ID);
    }

    /** Returns when it was written. */
    public Instant at() {
        return Instant.EPOCH.plus(Long.parseLong(columns.get(AT)), ChronoUnit.MICROS);
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
        return path.stream().allMatch(step -> step.matches("[LR][0-9a-f]{64}")) && root().equals(root);
    }

    /** Returns the root to which the neighbours lead. */
    public String root() {
        byte[] hash = hidden == null ? hash(columns) : HexFormat.of().parseHex(hidden);
        for (String step : path) {
            byte[] neighbour = HexFormat.of().parseHex(step.substring(1));
            hash = step.charAt(0) == 'L' ? Block.joined(neighbour, hash) : Block.joined(hash, neighbour);
        }
        return HexFormat.of().formatHex(hash);
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
