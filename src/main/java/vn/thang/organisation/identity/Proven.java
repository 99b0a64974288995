package vn.thang.organisation.identity;

import java.io.Serializable;
import java.util.List;
import vn.thang.security.session.Way;

/**
 * What a provider said of somebody, after everything about it was checked.
 *
 * @param provider by its name in the settings
 * @param subject  by which the issuer knows the person, and nobody else ever
 * @param session  what the issuer calls its own session; null where it does not say
 * @param shown    what the issuer calls the person; told, and never compared with anything
 */
public record Proven(String provider, String issuer, String subject, String shown, List<String> groups,
        String session)
        implements
            Serializable {

    /** By which way the person comes in. */
    Way way() {
        return new Way(provider, issuer, subject, session);
    }
}
