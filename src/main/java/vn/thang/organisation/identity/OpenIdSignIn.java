package vn.thang.organisation.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.granting.GroupRoles;
import vn.thang.platform.BusinessException;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;
import vn.thang.security.session.OpenSessions;

/**
 * Lets people in whom a provider of identities names. Whoever is invited connects the account there by the link of the
 * invitation; what the provider says of names and addresses connects nobody. These use cases need no permission.
 */
@ApplicationScoped
@Transactional
public class OpenIdSignIn {

    @Inject
    private OpenIdProviders providers;

    @Inject
    private OpenIdExchange exchange;

    @Inject
    private Identities identities;

    @Inject
    private GroupRoles groupRoles;

    @Inject
    private PasswordLinks links;

    @Inject
    private People people;

    @Inject
    private SignIns signIns;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountEvent> events;

    /** A provider as people choose it. */
    public record Offer(String name, String label) {
    }

    /** Lists the providers by which people can sign in. */
    public List<Offer> offers(String language) {
        return providers.list().stream().map(one -> new Offer(one.name(), one.label(language))).toList();
    }

    /** What people call the provider. */
    public String label(String provider, String language) {
        return providers.find(provider).map(one -> one.label(language)).orElse(provider);
    }

    /** Begins the way to a provider; no connection to the database is held while the provider is asked. */
    @Transactional(TxType.NEVER)
    BegunOpenId begin(String provider, URI back, String invitation, boolean own) {
        return exchange.begin(known(provider), back, invitation, own);
    }

    /** Ends the way, and says who the provider says that this is. */
    @Transactional(TxType.NEVER)
    Proven finish(BegunOpenId begun, Map<String, List<String>> answer) {
        return exchange.finish(known(begun.provider()), begun, answer);
    }

    /** Where somebody signs out of the provider too; empty where it has no such place, or cannot say so now. */
    @Transactional(TxType.NEVER)
    public Optional<URI> goodbye(String provider) {
        try {
            return providers.find(provider).flatMap(exchange::goodbye);
        } catch (BusinessException unreachable) {
            return Optional.empty();
        }
    }

    /** What the provider calls this application. */
    String clientId(String provider) {
        return known(provider).clientId();
    }

    /**
     * Finds the person whose account this is, with the roles that follow from the groups of this moment.
     *
     * @throws BusinessException when it is nobody's, or the person may not sign in
     */
    public SignedIn signIn(Proven proven) {
        long person = identities.owner(proven.issuer(), proven.subject())
                .orElseThrow(() -> new BusinessException("openid.unknown"));
        if (!people.get(person).active()) {
            throw new BusinessException("openid.closed");
        }
        identities.used(proven, now());
        groupRoles.follow(person, proven.issuer(), known(proven.provider()).roles(), proven.groups());
        return signIns.find(person).orElseThrow(() -> new BusinessException("openid.closed"));
    }

    /** Returns the user name of whoever an invitation is for; empty when it is over. */
    public Optional<String> invited(String invitation) {
        return links.holder(invitation);
    }

    /** Connects the account to the person of the invitation, which is over then, and lets them in; their sessions so far end. */
    public SignedIn accept(String invitation, Proven proven) {
        Person person = people.get(links.spend(invitation));
        connect(person, proven);
        sessions.endAll(person.id());
        return signIn(proven);
    }

    /** The account becomes the person's, unless it is somebody's already. */
    void connect(Person person, Proven proven) {
        if (identities.owner(proven.issuer(), proven.subject()).isPresent()) {
            throw new BusinessException("openid.taken");
        }
        person.takeUp(now());
        people.flush();
        identities.add(person.id(), proven, now());
        events.fire(new AccountEvent.IdentityConnected(person.id(), proven.issuer(), proven.shown()));
    }

    private OpenIdProvider known(String provider) {
        return providers.find(provider).orElseThrow(() -> new BusinessException.NotFound("openid.no-provider"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
