package vn.thang.organisation.people.administration;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.security.Requires;
import vn.thang.security.SecurityEvent;
import vn.thang.security.token.ApiToken;
import vn.thang.security.token.ApiTokens;

/** The tokens by which programs read for a person, as whoever administers the person sees and ends them. */
@ApplicationScoped
@Transactional
public class PersonTokens {

    @Inject
    private PeopleAdministration administration;

    @Inject
    private ApiTokens tokens;

    @Inject
    private Clock clock;

    @Inject
    private Event<SecurityEvent> events;

    /** Lists the tokens of the person, those first that are still taken. */
    @Requires(ADMINISTER)
    public List<ApiToken> list(long person) {
        return tokens.list(administration.get(person).id());
    }

    /** Ends a token of the person; programs that have it are refused from now on. */
    @Requires(ADMINISTER)
    public void end(long person, long token) {
        if (!tokens.end(administration.get(person).id(), token, clock.instant())) {
            throw new BusinessException.NotFound("token.unknown");
        }
        events.fire(new SecurityEvent.TokenEnded(token));
    }
}
