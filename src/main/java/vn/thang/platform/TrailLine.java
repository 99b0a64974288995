package vn.thang.platform;

import java.util.Set;

/**
 * One line of the trail, as the event words it. Nobody takes it apart again: whoever acts on an event asks its type.
 *
 * @param action    what was done, such as {@code answer} or {@code hand-in}
 * @param subject   kind of the thing, such as {@code assessment}
 * @param subjectId its id, or null where there is none
 * @param agencyId  the agency concerned, or null for a national matter
 * @param details   short facts for the reader of the trail; never evidence content, never a password
 * @param before    what stood there before; null for nothing, or where the event does not know it
 * @param after     what stands there afterwards; null likewise
 * @param apart     whether before and after may have to be hidden or erased, so that the trail keeps them apart
 */
public record TrailLine(String action, String subject, Long subjectId, Long agencyId, String details, String before,
        String after, boolean apart) {

    /** Parameters of addresses in which people write what they look for, which may be about people: nobody seals it for good. */
    public static final Set<String> TYPED = Set.of("q", "person");

    /** What publishes the results of a round is called so: the trail is anchored outside as soon as it is sealed. */
    public static final String PUBLISH = "publish";

    /** A line without values. */
    public TrailLine(String action, String subject, Long subjectId, Long agencyId, String details) {
        this(action, subject, subjectId, agencyId, details, null, null, false);
    }

    /** Returns the same line with the values between which something changed. */
    public TrailLine changing(String from, String to) {
        return new TrailLine(action, subject, subjectId, agencyId, details, from, to, false);
    }

    /** Returns the same line with values that not everybody may see who may read the trail. */
    public TrailLine hiding(String from, String to) {
        return new TrailLine(action, subject, subjectId, agencyId, details, from, to, true);
    }
}
