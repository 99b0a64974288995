package vn.thang.assessment.signing;

import java.time.Instant;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.organisation.factor.FactorShown;

/**
 * A signature as pages show it.
 *
 * @param contentHash null for a demonstration
 * @param factor      shown besides the password; null where none was asked for
 * @param endedAt     since when it is no longer in force; null while it is
 */
public record GivenSignature(String personName, String position, Instant signedAt, String contentHash, String receipt,
        FactorShown factor, Instant endedAt) {

    public boolean inForce() {
        return endedAt == null;
    }

    /** The hash in groups that can be compared by eye. */
    public String groups() {
        return HandedInContent.groups(contentHash);
    }
}
