package vn.thang.platform;

/**
 * One line of the trail, as the event words it. Nobody takes it apart again: whoever acts on an event asks its type.
 *
 * @param action    what was done, such as {@code answer} or {@code hand-in}
 * @param subject   kind of the thing, such as {@code assessment}
 * @param subjectId its id, or null where there is none
 * @param agencyId  the agency concerned, or null for a national matter
 * @param details   short facts for the reader of the trail; never evidence content, never a password
 */
public record TrailLine(String action, String subject, Long subjectId, Long agencyId, String details) {
}
