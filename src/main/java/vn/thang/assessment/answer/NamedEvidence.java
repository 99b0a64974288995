package vn.thang.assessment.answer;

/** A document by its name, with the answer it belongs to. */
public record NamedEvidence(long id, String title, String url, String criterion, String modelRef, String roundName,
        String agencyCode, String agencyName, String agencyPath) {
}
