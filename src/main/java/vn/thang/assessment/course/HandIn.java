package vn.thang.assessment.course;

import java.time.Instant;

/**
 * An agency hands in: what its assessment keeps of the signature.
 *
 * @param at          when the head signed
 * @param person      the head
 * @param receipt     number under which the content was received
 * @param contentHash SHA-256 of what was signed
 */
public record HandIn(Instant at, Long person, String receipt, String contentHash) {
}
