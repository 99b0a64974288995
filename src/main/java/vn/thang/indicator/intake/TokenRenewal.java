package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.thang.indicator.reading.ReadingEvent;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.Faults;
import vn.thang.platform.Sha256;
import vn.thang.platform.Unguessable;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Gives sources the tokens with which they show that they are one; a national matter. */
@ApplicationScoped
@Transactional
public class TokenRenewal {

    private static final int TOKEN_BYTES = 32;

    @Inject
    private ReadingTokens tokens;

    @Inject
    private KnownSources sources;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReadingEvent> events;

    /** Gives a source a new token that reaches as far as the one before; a first one reaches the whole country. */
    @Requires(Permission.ADMINISTER)
    public String renew(String source) {
        return renew(source, null);
    }

    /**
     * Gives a source a new token, which is shown once and kept nowhere; the one before ends.
     *
     * @param agency code of the agency that it reports on, with those below it; null for those of the token before, and
     *               for the whole country where there was none
     */
    @Requires(Permission.ADMINISTER)
    public String renew(String source, String agency) {
        String root = agencies.rootPath();
        caller.check(Permission.ADMINISTER, root);
        sources.require(source);
        Faults faults = new Faults();
        String above = agency == null || agency.isBlank() ? tokens.agency(source).orElse(null) : agency.strip();
        String path = above == null ? root : faults.take("agency", () -> agencies.get(above).path());
        faults.refuse();
        String token = Unguessable.text(TOKEN_BYTES);
        tokens.renew(source, Sha256.hex(token), path, caller.personId(), clock.instant());
        events.fire(new ReadingEvent.TokenRenewed(source, path.equals(root) ? null : above));
        return token;
    }
}
