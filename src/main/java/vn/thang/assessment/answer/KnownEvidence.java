package vn.thang.assessment.answer;

import java.time.LocalDate;

/**
 * Evidence that the agency has attached before, for using it again.
 *
 * @param uses      in how many places it was attached
 * @param criterion where it was attached, or one of these places
 */
public record KnownEvidence(long id, String title, boolean file, LocalDate validUntil, String roundName, int uses,
        String criterion) {
}
