package vn.thang.security.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.thang.security.TokenRight;

/**
 * A token as its owner sees it; the secret is shown once and kept nowhere.
 *
 * @param mark       the beginning of the token, by which its owner tells it from others
 * @param agency     code of the agency at and below which it reads
 * @param validUntil the last day on which it is taken
 * @param lastUsedAt null while it was never used
 * @param endedAt    when it was revoked; null while it was not
 */
public record ApiToken(long id, String name, String mark, List<TokenRight> rights, String agency, String agencyName,
        String agencyNameEn,
        Instant madeAt, LocalDate validUntil, Instant lastUsedAt, Instant endedAt) {

    /** Whether it is taken on this day. */
    public boolean taken(LocalDate today) {
        return endedAt == null && !validUntil.isBefore(today);
    }
}
