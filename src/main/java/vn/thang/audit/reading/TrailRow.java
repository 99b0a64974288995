package vn.thang.audit.reading;

import java.time.Instant;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thang.platform.Texts;

/**
 * An entry of the trail as the auditor reads it.
 *
 * @param person  name of whoever did it; null for the application itself
 * @param apart   whether what stood there before and afterwards is kept apart and not shown
 * @param address address of the caller, while it is kept
 * @param session first digits of the hash of the session
 * @param block   number of the block in which it is sealed; null while it waits
 */
public record TrailRow(long id, Instant at, String username, String person, String role, String roleAgency,
        String action, String subject, Long subjectId, String agencyCode, String agency, String details, String was,
        String became, boolean apart, String address, String session, Long block) {

    private static final Pattern CRITERION = Pattern.compile("(?s)([A-Z][A-Z0-9]*(?:\\.\\d+)+)(?: .*)?");

    /** Answers whether before and after are known. */
    public boolean changed() {
        return was != null || became != null;
    }

    /** Returns the code of the criterion that the entry is about; null where it is about none. */
    public String criterion() {
        Matcher code = details == null || !subject.equals("assessment") ? null : CRITERION.matcher(details);
        return code != null && code.matches() ? code.group(1) : null;
    }

    /** Says what was done as people of the language call it. */
    public String done(Locale language) {
        return name(language, "trail.action.", action);
    }

    /** Says to what kind of thing it was done. */
    public String thing(Locale language) {
        return name(language, "trail.subject.", subject);
    }

    /** A word that a former version of the application has written, and that has no text any more, stands for itself. */
    static String name(Locale language, String group, String word) {
        try {
            return Texts.text(language, group + word);
        } catch (MissingResourceException e) {
            return word;
        }
    }
}
