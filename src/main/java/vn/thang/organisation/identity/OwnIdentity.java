package vn.thang.organisation.identity;

import java.time.Instant;

/**
 * An account at a provider by which a person signs in.
 *
 * @param shown      what the provider calls the person
 * @param lastUsedAt null while it was never used
 */
public record OwnIdentity(long id, String issuer, String shown, Instant linkedAt, Instant lastUsedAt) {
}
