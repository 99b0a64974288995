package vn.thang.assessment.signing;

import java.time.Instant;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.organisation.factor.FactorShown;

/**
 * A signature as pages show it.
 *
 * @param step        by which the agency said what is signed
 * @param contentHash null for a demonstration
 * @param factor      shown besides the password; null where none was asked for
 * @param holds       whether it fits what is stored now and what the trail told of it; null where that was not looked at
 * @param endedAt     since when it is no longer in force; null while it is
 */
public record GivenSignature(long id, Step step, String personName, String position, Instant signedAt,
        String contentHash, String receipt,
        FactorShown factor, Instant endedAt, Boolean holds) {

    /** Returns the signature with what came of looking at it again: whether it fits, where it is in force and has a hash. */
    GivenSignature checked(boolean fits) {
        return new GivenSignature(id, step, personName, position, signedAt, contentHash, receipt, factor, endedAt,
                fits ? inForce() && contentHash != null ? true : null : Boolean.FALSE);
    }

    public boolean inForce() {
        return endedAt == null;
    }

    /** The hash in groups that can be compared by eye. */
    public String groups() {
        return HandedInContent.groups(contentHash);
    }
}
