package vn.thang.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.thang.platform.Sha256;

/** An entry of the trail as it stands in the database. */
record StoredEntry(Long id, Instant at, Long personId, String asRole, Long asAgencyId, String action, String subject,
        Long subjectId, Long agencyId, String details, String beforeValue, String afterValue, String beforeHash,
        String afterHash, String addressHash, String sessionHash) {

    /** The columns by which it is read, of the alias e. */
    static final String COLUMNS = """
            e.id, e.at, e.person_id, e.as_role, e.as_agency_id, e.action, e.subject, e.subject_id, e.agency_id,
            e.details, e.before_value, e.after_value, e.before_hash, e.after_hash, e.address_hash, e.session_hash""";

    /**
     * Returns the SHA-256 of the canonical form: a byte 0, then every column in the order above as its length in bytes, a
     * colon, its bytes in UTF-8 and a comma; nothing is {@code -,}. Numbers are written in decimal digits, the moment as
     * microseconds since 1970. A column that comes later is added at the end only where it holds something.
     */
    byte[] hash() {
        MessageDigest digest = Sha256.begin();
        digest.update((byte) 0);
        for (Object column : new Object[]{id, ChronoUnit.MICROS.between(Instant.EPOCH, at), personId, asRole,
                asAgencyId, action, subject, subjectId, agencyId, details, beforeValue, afterValue, beforeHash,
                afterHash, addressHash, sessionHash}) {
            if (column == null) {
                digest.update(new byte[]{'-', ','});
            } else {
                byte[] bytes = column.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
                digest.update((byte) ',');
            }
        }
        return digest.digest();
    }
}
