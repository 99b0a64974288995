package vn.thang.assessment;

import java.time.Instant;

/**
 * An answer with who gave it and when.
 *
 * @param version counts the changes; what a page shows is only overwritten when it saw the newest
 */
public record GivenAnswer(String criterion, String value, String comment, String answeredBy, Instant answeredAt,
        int version) {
}
