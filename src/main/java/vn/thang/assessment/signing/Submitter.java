package vn.thang.assessment.signing;

import java.time.Instant;

/**
 * Who answers for submitting an assessment, or did.
 *
 * @param belongs whether the person still is an officer or head of the agency
 * @param endedBy who put somebody else in the place or took the name away; null while it holds
 */
public record Submitter(long person, String name, boolean belongs, String namedBy, Instant namedAt, String endedBy,
        Instant endedAt) {

    public boolean present() {
        return endedAt == null;
    }
}
