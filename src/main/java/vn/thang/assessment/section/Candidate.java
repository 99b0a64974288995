package vn.thang.assessment.section;

/** A person, or a unit below, that a section can be given to. */
public record Candidate(long id, String name, String more) {
}
