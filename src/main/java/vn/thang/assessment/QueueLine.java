package vn.thang.assessment;

import java.time.Instant;

/**
 * An assessment in the queue of the reviewers.
 *
 * @param unsupported how far the declared index stands above the official one
 * @param rise        how far the declared index stands above that of the last round; null in a first round
 * @param judged      answers with a verdict
 * @param returned    answers that were returned
 */
public record QueueLine(long assessment, String agencyCode, String agencyName, String agencyType, String parentName,
        AssessmentState state, Instant handedInAt, String roundName, int level, int declaredLevel, double unsupported, Double rise,
        int judged, int returned, int applicable) {
}
