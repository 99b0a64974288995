package vn.thang.assessment.score;

import java.util.Map;

/**
 * The rows of these assessments were replaced, in the transaction that runs.
 *
 * @param assessments by id, as they stand now
 * @param current     whether an observer has to read what others committed since the transaction began
 */
public record Scored(Map<Long, ScoredAssessment> assessments, boolean current) {
}
