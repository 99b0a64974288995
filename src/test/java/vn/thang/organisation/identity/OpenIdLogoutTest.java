package vn.thang.organisation.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.platform.BusinessException;

/** What a provider says when somebody signed out there; a provider of this test says each wrong thing once. */
class OpenIdLogoutTest {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static RSAKey key;
    private static RSAKey other;

    private final AtomicInteger asked = new AtomicInteger();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private HttpServer server;
    private OpenIdProvider provider;
    private OpenIdLogout logout;

    @BeforeAll
    static void keys() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("first").generate();
        other = new RSAKeyGenerator(2048).keyID("unknown").generate();
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        answer("/.well-known/openid-configuration", """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        provider = new OpenIdProvider("thu", URI.create(issuer), "thang", Path.of("secret"), Map.of("vi", "Thử"),
                List.of(), "groups", List.of());
        Clock clock = Clock.systemUTC();
        logout = new OpenIdLogout(new OpenIdExchange(clock), clock);
    }

    private void answer(String path, String body) {
        server.createContext(path, call -> {
            if (path.equals("/keys")) {
                asked.incrementAndGet();
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatHoldsEndsWhatBeganBefore() throws JOSEException {
        assertEquals(new OpenIdLogout.Ended(provider.issuer().toString(), "so-1", "phiên", now.plusSeconds(60)),
                logout.read(provider, signed(claims -> claims, key)));
        assertEquals(new OpenIdLogout.Ended(provider.issuer().toString(), null, "phiên", now.plusSeconds(60)),
                logout.read(provider, signed(claims -> claims.subject(null), key)));
        assertEquals(new OpenIdLogout.Ended(provider.issuer().toString(), "so-1", null, now.plusSeconds(60)),
                logout.read(provider, signed(claims -> claims.claim("sid", null), key)));
    }

    @Test
    void whatDoesNotHoldIsRefused() throws JOSEException {
        refused(signed(claims -> claims, other));
        refused(signed(claims -> claims.issuer("https://else.example.vn"), key));
        refused(signed(claims -> claims.audience("another"), key));
        refused(signed(claims -> claims.subject(null).claim("sid", null), key));
        refused(signed(claims -> claims.claim("events", Map.of("https://else.example.vn/event", Map.of())), key));
        refused(signed(claims -> claims.claim("events", null), key));
        refused(signed(claims -> claims.claim("nonce", "x"), key));
        refused(signed(claims -> claims.jwtID(null), key));
        refused(signed(claims -> claims.issueTime(null), key));
        refused(signed(claims -> claims.expirationTime(Date.from(now.minus(Duration.ofMinutes(3)))), key));
        refused(signed(claims -> claims.issueTime(Date.from(now.minus(Duration.ofMinutes(11)))), key));
        refused(signed(claims -> claims.issueTime(Date.from(now.plus(Duration.ofMinutes(3)))), key));
        refused(new PlainJWT(claims().build()).serialize());
        SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        shared.sign(new MACSigner("một bí mật dùng chung dài hơn ba mươi hai byte"));
        refused(shared.serialize());
        refused("not.a.token");
        refused("");
    }

    /** Whoever sends nonsense makes no traffic to the provider with each of it. */
    @Test
    void keysThatNobodyKnowsAreLookedForNowAndThen() throws JOSEException {
        for (int i = 0; i < 20; i++) {
            refused(signed(claims -> claims, other));
        }
        assertEquals(true, asked.get() <= 3, () -> "asked " + asked);
    }

    private void refused(String token) {
        assertEquals("openid.invalid",
                assertThrows(BusinessException.class, () -> logout.read(provider, token)).key());
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(provider.issuer().toString()).audience("thang").subject("so-1")
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(120))).jwtID("một")
                .claim("sid", "phiên")
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change, RSAKey by) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(),
                change.apply(claims()).build());
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }
}
