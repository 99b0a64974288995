package vn.thang.organisation.people;

import java.time.Instant;

/**
 * A new address of a person that waits for somebody to agree.
 *
 * @param askedBy     administrator who wrote it down
 * @param askedByName name of the administrator
 */
public record AddressChange(String wanted, long askedBy, String askedByName, Instant askedAt) {
}
