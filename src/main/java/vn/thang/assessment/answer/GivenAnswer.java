package vn.thang.assessment.answer;

import java.time.Instant;
import java.util.Objects;

/**
 * An answer with who gave it and when.
 *
 * @param version counts the changes; what a page shows is only overwritten when it saw the newest
 */
public record GivenAnswer(String criterion, String value, String comment, String answeredBy, Instant answeredAt,
        int version) {

    public boolean says(String otherValue, String otherComment) {
        return Objects.equals(value, otherValue) && Objects.equals(comment, otherComment);
    }
}
