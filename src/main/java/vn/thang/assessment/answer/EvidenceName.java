package vn.thang.assessment.answer;

/** The name of a document, and the agency it belongs to: what an index of words knows of it. */
public record EvidenceName(long id, String title, String agencyPath) {
}
