package vn.thang.assessment.round;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A later day that one agency was given for one stage.
 *
 * @param replacedAt when a newer one took its place; null while it holds
 */
public record GivenExtension(long assessment, String agencyCode, String agencyName, String agencyNameEn, Stage stage,
        LocalDate dueOn, String reason, String givenBy, Instant givenAt, Instant replacedAt) {

    public boolean holding() {
        return replacedAt == null;
    }
}
