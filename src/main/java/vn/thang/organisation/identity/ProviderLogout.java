package vn.thang.organisation.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.platform.BusinessException;
import vn.thang.security.session.OpenSessions;

/** Ends sessions here when a provider ends its own. It needs no permission: the provider shows by its signature who it is. */
@ApplicationScoped
@Transactional
public class ProviderLogout {

    @Inject
    private OpenIdProviders providers;

    @Inject
    private OpenIdLogout logout;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Event<AccountEvent> events;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private ProviderLogout transaction;

    /**
     * Reads what the provider says, while no connection to the database is held, and ends what it means.
     *
     * @throws BusinessException when it does not hold
     */
    @Transactional(TxType.NEVER)
    public void end(String provider, String token) {
        OpenIdProvider known = providers.find(provider)
                .orElseThrow(() -> new BusinessException.NotFound("openid.no-provider"));
        if (token == null || token.isBlank()) {
            throw new BusinessException("openid.invalid");
        }
        transaction.endAll(logout.read(known, token));
    }

    /** Ends them: the second half of it. */
    public void endAll(OpenIdLogout.Ended ended) {
        sessions.endOf(ended.issuer(), ended.subject(), ended.session(), ended.before())
                .forEach(person -> events.fire(new AccountEvent.ProviderEndedSessions(person, ended.issuer())));
    }
}
