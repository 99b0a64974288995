package vn.thang.audit.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An entry of the trail as it stands in the database. */
public record StoredEntry(Long id, Instant at, Long personId, String asRole, Long asAgencyId, String action,
        String subject,
        Long subjectId, Long agencyId, String details, String beforeValue, String afterValue, String beforeHash,
        String afterHash, String addressHash, String sessionHash) {

    /** The kind of thing of which answers and evidence are a part. */
    public static final String ASSESSMENT = "assessment";
    /** What is done to evidence of answers, and once was to that of objections; once its level, title or address stood in the details. */
    public static final List<String> OF_EVIDENCE = List.of("attach", "renew", "hold", "remove");

    /** How the value of evidence of an answer begins, as a pattern: with its level. */
    public static final String LEVEL = "^[0-9]+ ";

    /** The columns by which it is read, of the alias e. */
    public static final String COLUMNS = """
            e.id, e.at, e.person_id, e.as_role, e.as_agency_id, e.action, e.subject, e.subject_id, e.agency_id,
            e.details, e.before_value, e.after_value, e.before_hash, e.after_hash, e.address_hash, e.session_hash""";

    /**
     * Returns the SHA-256 of the canonical form: a byte 0, then every column in the order above as its length in bytes, a
     * colon, its bytes in UTF-8 and a comma; nothing is {@code -,}. Numbers are written in decimal digits, the moment as
     * microseconds since 1970. A column that comes later is added at the end only where it holds something.
     */
    public byte[] hash() {
        return SealedEntry.hash(columns());
    }

    /** Returns what stands in every column as a text, in their order; null for nothing. */
    public List<String> columns() {
        return Stream
                .of(id, ChronoUnit.MICROS.between(Instant.EPOCH, at), personId, asRole, asAgencyId, action, subject,
                        subjectId, agencyId, details, beforeValue, afterValue, beforeHash, afterHash, addressHash,
                        sessionHash)
                .map(column -> column == null ? null : column.toString()).toList();
    }

    /** The columns by which it is read, each with a name that begins so. */
    public static String columns(String prefix) {
        return Stream.of(COLUMNS.replaceAll("\\s", "").split(","))
                .map(column -> column + " AS " + prefix + column.substring(2)).collect(Collectors.joining(", "));
    }
}
