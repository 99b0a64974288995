package vn.thang.organisation.passkey;

import java.time.Instant;

/**
 * A passkey as its person sees it.
 *
 * @param lastUsedAt null while it was never used
 */
public record PasskeyLine(long id, String name, boolean backedUp, Instant createdAt, Instant lastUsedAt) {
}
