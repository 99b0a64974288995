package vn.thang.assessment;

import java.time.Instant;

/**
 * A section with whom it was given to.
 *
 * @param to   name of the person or of the unit
 * @param unit whether it is a unit
 */
public record GivenSection(long id, long assessmentId, String dimension, String to, boolean unit, String givenBy, Instant givenAt) {
}
