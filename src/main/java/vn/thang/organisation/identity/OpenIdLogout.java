package vn.thang.organisation.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.thang.platform.BusinessException;

/**
 * Reads what a provider says when somebody has signed out there (OpenID Connect Back-Channel Logout 1.0). It counts when it is
 * signed by a key of the provider, meant for this application, and of now.
 */
@ApplicationScoped
class OpenIdLogout {

    private static final Logger LOG = Logger.getLogger(OpenIdLogout.class.getName());
    /** How long a provider may take to say it, tries again included. */
    private static final Duration HOLDS = Duration.ofMinutes(10);
    /** By so much clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    @Inject
    private OpenIdExchange exchange;

    @Inject
    private Clock clock;

    /** The keys of a provider: kept a while, and asked for again twice in half a minute at most, whatever strangers send. */
    private final Map<URI, JWKSource<SecurityContext>> keys = new ConcurrentHashMap<>();

    protected OpenIdLogout() {
    }

    /** Outside of the server. */
    OpenIdLogout(OpenIdExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * What ends here because somebody signed out there.
     *
     * @param subject whose sessions; null where only the session is named
     * @param session the one session; null for all of the subject
     * @param before  what began later is not meant, so that the same said again ends nothing new
     */
    public record Ended(String issuer, String subject, String session, Instant before) {
    }

    /** @throws BusinessException when it does not hold */
    Ended read(OpenIdProvider provider, String token) {
        try {
            JWT jwt = JWTParser.parse(token);
            if (!(jwt.getHeader().getAlgorithm() instanceof JWSAlgorithm algorithm)
                    || !OpenIdExchange.SIGNED.contains(algorithm)) {
                throw new BadJOSEException("it is not signed by a key of the provider");
            }
            LogoutTokenClaimsSet claims = validator(provider, algorithm).validate(jwt);
            Instant at = claims.getIssueTime().toInstant();
            if (at.isBefore(clock.instant().minus(HOLDS)) || at.isAfter(clock.instant().plus(SKEW))) {
                throw new BadJOSEException("it is not of now");
            }
            return new Ended(claims.getIssuer().getValue(),
                    claims.getSubject() == null ? null : claims.getSubject().getValue(),
                    claims.getSessionID() == null ? null : claims.getSessionID().getValue(), at.plus(SKEW));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            LOG.log(Level.INFO, "What {0} says of an end does not hold: {1}",
                    new Object[]{provider.name(), e.getMessage()});
            throw new BusinessException("openid.invalid");
        }
    }

    private LogoutTokenValidator validator(OpenIdProvider provider, JWSAlgorithm algorithm) {
        JWKSource<SecurityContext> source = keys.computeIfAbsent(exchange.keys(provider), OpenIdLogout::source);
        return new LogoutTokenValidator(new Issuer(provider.issuer()), new ClientID(provider.clientId()), false,
                new JWSVerificationKeySelector<>(algorithm, source), null);
    }

    private static JWKSource<SecurityContext> source(URI place) {
        try {
            return JWKSourceBuilder.create(place.toURL(), new DefaultResourceRetriever(OpenIdExchange.MILLIS,
                    OpenIdExchange.MILLIS, OpenIdExchange.MOST_BYTES)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
