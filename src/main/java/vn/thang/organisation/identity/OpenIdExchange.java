package vn.thang.organisation.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.thang.platform.BusinessException;

/**
 * Speaks OpenID Connect with a provider: the way of the code, which only this session and this server can end (state, nonce,
 * PKCE, client secret), and an answer that counts when its signature, issuer, audience and time are right.
 */
@ApplicationScoped
class OpenIdExchange {

    private static final Logger LOG = Logger.getLogger(OpenIdExchange.class.getName());
    static final int MILLIS = 5000;
    static final int MOST_BYTES = 200_000;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    /** How soon a provider is asked again that could not be reached. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 200;
    /** Signatures by a key that the provider alone has: none by a secret that others share, and never none. */
    static final Set<JWSAlgorithm> SIGNED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
            JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    @Inject
    private Clock clock;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    protected OpenIdExchange() {
    }

    /** Outside of the server. */
    OpenIdExchange(Clock clock) {
        this.clock = clock;
    }

    private record Known(OIDCProviderMetadata metadata, Map<JWSAlgorithm, IDTokenValidator> validators, Instant until) {
    }

    /** Makes the address to which the browser goes. */
    BegunOpenId begin(OpenIdProvider provider, URI back, String invitation, boolean own) {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        Scope scope = new Scope("openid");
        provider.scopes().forEach(scope::add);
        URI address = new AuthenticationRequest.Builder(ResponseType.CODE, scope, new ClientID(provider.clientId()),
                back)
                .endpointURI(known(provider).metadata().getAuthorizationEndpointURI()).state(state).nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256).build().toURI();
        return new BegunOpenId(provider.name(), address, back, state.getValue(), nonce.getValue(), verifier.getValue(),
                invitation, own, clock.instant());
    }

    /**
     * Takes what the browser brings back, and asks the provider who that is.
     *
     * @throws BusinessException when the provider refuses, is not there, or says something that does not hold
     */
    Proven finish(OpenIdProvider provider, BegunOpenId begun, Map<String, List<String>> answer) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(begun.back(), answer);
            if (response instanceof AuthenticationErrorResponse refusal) {
                LOG.log(Level.INFO, "{0} refuses to say who somebody is: {1}",
                        new Object[]{provider.name(), refusal.getErrorObject().getCode()});
                throw new BusinessException("openid.refused");
            }
            if (response.getIssuer() != null && !response.getIssuer().getValue().equals(provider.issuer().toString())) {
                throw new BusinessException("openid.invalid"); // another provider answers in its place
            }
            AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
            if (code == null) {
                throw new BusinessException("openid.invalid");
            }
            return proven(provider, token(provider, begun, code), begun);
        } catch (ParseException | JOSEException | BadJOSEException | java.text.ParseException e) {
            LOG.log(Level.INFO, "What {0} says does not hold: {1}", new Object[]{provider.name(), e.getMessage()});
            throw new BusinessException("openid.invalid");
        } catch (IOException e) {
            throw unreachable(provider, e);
        }
    }

    /** Returns where the keys of the provider lie, by which it signs. */
    URI keys(OpenIdProvider provider) {
        return known(provider).metadata().getJWKSetURI();
    }

    /** Returns where somebody signs out of the provider too; empty where it has no such place. */
    Optional<URI> goodbye(OpenIdProvider provider) {
        return Optional.ofNullable(known(provider).metadata().getEndSessionEndpointURI());
    }

    private JWT token(OpenIdProvider provider, BegunOpenId begun, AuthorizationCode code)
            throws IOException, ParseException {
        OIDCProviderMetadata metadata = known(provider).metadata();
        TokenRequest request = new TokenRequest.Builder(metadata.getTokenEndpointURI(),
                credentials(provider, metadata), new AuthorizationCodeGrant(code, begun.back(),
                        new CodeVerifier(begun.verifier())))
                .build();
        HTTPRequest http = request.toHTTPRequest();
        limit(http);
        var answer = OIDCTokenResponseParser.parse(http.send());
        if (!answer.indicatesSuccess()) {
            throw new ParseException("the code is refused: " + answer.toErrorResponse().getErrorObject().getCode());
        }
        JWT token = ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens().getIDToken();
        if (token == null) {
            throw new ParseException("there is no ID token");
        }
        return token;
    }

    private static ClientAuthentication credentials(OpenIdProvider provider, OIDCProviderMetadata metadata)
            throws IOException {
        ClientID client = new ClientID(provider.clientId());
        Secret secret = new Secret(Files.readString(provider.secretFile()).strip());
        List<ClientAuthenticationMethod> ways = metadata.getTokenEndpointAuthMethods();
        return ways != null && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST) ? new ClientSecretPost(client, secret)
                        : new ClientSecretBasic(client, secret);
    }

    private Proven proven(OpenIdProvider provider, JWT token, BegunOpenId begun)
            throws BadJOSEException, JOSEException, java.text.ParseException {
        if (!(token.getHeader().getAlgorithm() instanceof JWSAlgorithm algorithm) || !SIGNED.contains(algorithm)) {
            throw new BadJOSEException("the ID token is not signed by a key of the provider");
        }
        IDTokenClaimsSet claims = validator(provider, algorithm).validate(token, new Nonce(begun.nonce()));
        String subject = claims.getSubject().getValue();
        if (subject.length() > LONGEST_SUBJECT) {
            throw new BadJOSEException("the subject is too long");
        }
        String shown = Stream.of("preferred_username", "email", "name").map(claims::getStringClaim)
                .filter(name -> name != null && !name.isBlank()).findFirst().orElse(subject);
        return new Proven(provider.name(), claims.getIssuer().getValue(), subject,
                shown.substring(0, Math.min(LONGEST_NAME, shown.length())), groups(claims, provider.groupsClaim()),
                session(claims.getStringClaim("sid")));
    }

    private static String session(String given) {
        return given == null || given.length() > LONGEST_SUBJECT ? null : given;
    }

    private static List<String> groups(IDTokenClaimsSet claims, String claim) {
        return claims.getClaim(claim) instanceof List<?> listed
                ? listed.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    private IDTokenValidator validator(OpenIdProvider provider, JWSAlgorithm algorithm) {
        Known now = known(provider);
        return now.validators().computeIfAbsent(algorithm, one -> {
            try {
                return new IDTokenValidator(new Issuer(provider.issuer()), new ClientID(provider.clientId()), one,
                        now.metadata().getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(MILLIS, MILLIS, MOST_BYTES));
            } catch (IOException e) {
                throw unreachable(provider, e);
            }
        });
    }

    /** What a provider says of itself is asked for again after a while, and held while it cannot be reached. */
    private Known known(OpenIdProvider provider) {
        Known now = known.get(provider.name());
        if (now != null && clock.instant().isBefore(now.until())) {
            return now;
        }
        try {
            Known fresh = new Known(OIDCProviderMetadata.resolve(new Issuer(provider.issuer()), OpenIdExchange::limit),
                    new ConcurrentHashMap<>(), clock.instant().plus(KNOWN_FOR));
            known.put(provider.name(), fresh);
            return fresh;
        } catch (IOException | GeneralException e) {
            BusinessException unreachable = unreachable(provider, e);
            if (now == null) {
                throw unreachable;
            }
            known.put(provider.name(), new Known(now.metadata(), now.validators(), clock.instant().plus(AGAIN_AFTER)));
            return now;
        }
    }

    private static void limit(HTTPRequest http) {
        http.setConnectTimeout(MILLIS);
        http.setReadTimeout(MILLIS);
        http.setFollowRedirects(false);
    }

    private static BusinessException unreachable(OpenIdProvider provider, Exception cause) {
        LOG.log(Level.WARNING, "The provider of identities {0} cannot be asked: {1}",
                new Object[]{provider.name(), cause.toString()});
        return new BusinessException("openid.unreachable");
    }
}
