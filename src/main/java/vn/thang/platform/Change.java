package vn.thang.platform;

/**
 * Something was done to a thing. Use cases fire it inside their transaction, and the trail stores it there.
 *
 * @param action    what was done, such as {@code answer} or {@code hand-in}
 * @param subject   kind of the thing, such as {@code assessment}
 * @param subjectId its id, or null where there is none
 * @param agencyId  the agency concerned, or null for a national matter
 * @param details   short facts for the reader of the trail; never evidence content, never a password
 */
public record Change(String action, String subject, Long subjectId, Long agencyId, String details) {
}
