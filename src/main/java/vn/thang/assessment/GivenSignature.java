package vn.thang.assessment;

import java.time.Instant;

/**
 * A signature as pages show it.
 *
 * @param contentHash null for a demonstration
 * @param endedAt     since when it is no longer in force; null while it is
 */
public record GivenSignature(String personName, String position, Instant signedAt, String contentHash, String receipt, Instant endedAt) {

    public boolean inForce() {
        return endedAt == null;
    }

    /** The hash in groups that can be compared by eye. */
    public String groups() {
        return HandedInContent.groups(contentHash);
    }
}
