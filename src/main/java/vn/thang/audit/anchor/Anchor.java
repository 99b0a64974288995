package vn.thang.audit.anchor;

import java.time.Instant;

/**
 * A block of the trail that an authority outside has stamped: whoever makes the blocks anew cannot have it stamped in the past.
 *
 * @param number   without a gap from 1
 * @param block    number of the block whose hash was stamped
 * @param stampedAt moment that the authority says
 * @param token    what the authority signed, as RFC 3161 says
 */
public record Anchor(long number, long block, Instant stampedAt, String authority, byte[] token) {
}
