package vn.thang.assessment.ruling;

import java.time.Instant;

/**
 * A request for an exemption with who asked and what was decided.
 *
 * @param granted null while it is open
 */
public record AskedExemption(long id, long assessment, String agencyCode, String agencyName, String agencyNameEn,
        String roundName,
        String modelRef,
        String criterion,
        String reason, String askedBy, Instant askedAt, Boolean granted, String decision, String decidedBy,
        Instant decidedAt) {

    /** For the texts: open, granted or refused. */
    public String standing() {
        return granted == null ? "open" : granted ? "granted" : "refused";
    }
}
