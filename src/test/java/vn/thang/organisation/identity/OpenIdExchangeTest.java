package vn.thang.organisation.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.platform.BusinessException;

/** What a provider answers counts when all of it holds; a provider of this test says each wrong thing once. */
class OpenIdExchangeTest {

    private static final URI BACK = URI.create("https://thang.example.vn/openid.xhtml");

    private static RSAKey key;
    private static RSAKey other;

    @TempDir
    private Path folder;

    private HttpServer server;
    private OpenIdProvider provider;
    private OpenIdExchange exchange;
    private BegunOpenId begun;
    private String token;

    @BeforeAll
    static void keys() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("first").generate();
        other = new RSAKeyGenerator(2048).keyID("first").generate();
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        answer("/.well-known/openid-configuration", () -> """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "end_session_endpoint":"%1$s/end","response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer));
        answer("/keys", () -> new JWKSet(key.toPublicJWK()).toString());
        answer("/token", () -> """
                {"access_token":"a","token_type":"Bearer","id_token":"%s"}""".formatted(token));
        server.start();
        provider = new OpenIdProvider("thu", URI.create(issuer), "thang",
                Files.writeString(folder.resolve("secret"), "bí mật\n"), Map.of("vi", "Thử"), List.of("profile"),
                "groups",
                List.of());
        exchange = new OpenIdExchange(Clock.systemUTC());
        begun = exchange.begin(provider, BACK, null, false);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, Answer body) {
        server.createContext(path, call -> {
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
    }

    private interface Answer {
        String get();
    }

    @Test
    void theWayThereIsBoundToTheSession() throws Exception {
        Map<String, String> sent = parameters(begun.address().getQuery());
        assertEquals("code", sent.get("response_type"));
        assertEquals("openid profile", sent.get("scope"));
        assertEquals(BACK.toString(), sent.get("redirect_uri"));
        assertEquals(begun.state(), sent.get("state"));
        assertEquals(begun.nonce(), sent.get("nonce"));
        assertEquals("S256", sent.get("code_challenge_method"));
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(begun.verifier().getBytes(StandardCharsets.US_ASCII))),
                sent.get("code_challenge"));
        BegunOpenId next = exchange.begin(provider, BACK, null, false);
        assertNotEquals(begun.state(), next.state());
        assertNotEquals(begun.nonce(), next.nonce());
        assertNotEquals(begun.verifier(), next.verifier());
    }

    @Test
    void whatHoldsIsTaken() throws Exception {
        token = signed(claims -> claims, key);
        Proven proven = finish();
        assertEquals(new Proven("thu", provider.issuer().toString(), "so-1", "ten.goi", List.of("a", "b"), "phiên"),
                proven);
        assertEquals(URI.create(provider.issuer() + "/end"), exchange.goodbye(provider).orElseThrow());
    }

    @Test
    void theCodeIsTakenWithSecretAndVerifier() throws Exception {
        token = signed(claims -> claims, key);
        Map<String, String> seen = new HashMap<>();
        server.removeContext("/token");
        server.createContext("/token", call -> {
            seen.putAll(parameters(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            seen.put("authorization", call.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = ("{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}")
                    .getBytes();
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
        finish();
        assertEquals("mã", seen.get("code"));
        assertEquals(begun.verifier(), seen.get("code_verifier"));
        assertEquals(BACK.toString(), seen.get("redirect_uri"));
        assertTrue(seen.get("authorization").startsWith("Basic "), seen.get("authorization"));
    }

    @Test
    void whatDoesNotHoldIsRefused() throws Exception {
        invalid(signed(claims -> claims.claim("nonce", "another"), key));
        invalid(signed(claims -> claims.claim("nonce", null), key));
        invalid(signed(claims -> claims.issuer("https://else.example.vn"), key));
        invalid(signed(claims -> claims.audience("another"), key));
        invalid(signed(claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(5)))), key));
        invalid(signed(claims -> claims.issueTime(Date.from(Instant.now().plus(Duration.ofMinutes(10)))), key));
        invalid(signed(claims -> claims.subject(null), key));
        invalid(signed(claims -> claims.subject("x".repeat(256)), key));
        invalid(signed(claims -> claims, other));
        invalid(new PlainJWT(claims().build()).serialize());
        SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        shared.sign(new MACSigner("bí mật dùng chung dài hơn ba mươi hai byte"));
        invalid(shared.serialize());
        invalid("not.a.token");
    }

    @Test
    void whatTheProviderRefusesIsToldAsThat() {
        refused("openid.refused", Map.of("state", List.of(begun.state()), "error", List.of("access_denied")));
        refused("openid.invalid", Map.of("state", List.of(begun.state())));
    }

    @Test
    void anAnswerInTheNameOfAnotherProviderIsRefused() throws Exception {
        token = signed(claims -> claims, key);
        refused("openid.invalid", Map.of("code", List.of("mã"), "state", List.of(begun.state()), "iss",
                List.of("https://else.example.vn")));
    }

    @Test
    void whoIsNotThereIsNotThere() throws Exception {
        token = signed(claims -> claims, key);
        server.stop(0);
        refused("openid.unreachable", code());
        exchange = new OpenIdExchange(Clock.systemUTC());
        assertEquals("openid.unreachable", assertThrows(BusinessException.class,
                () -> exchange.begin(provider, BACK, null, false)).key());
    }

    private void invalid(String wrong) {
        token = wrong;
        refused("openid.invalid", code());
    }

    private void refused(String reason, Map<String, List<String>> answer) {
        assertEquals(reason,
                assertThrows(BusinessException.class, () -> exchange.finish(provider, begun, answer)).key());
    }

    private Proven finish() {
        return exchange.finish(provider, begun, code());
    }

    private Map<String, List<String>> code() {
        return Map.of("code", List.of("mã"), "state", List.of(begun.state()));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(provider.issuer().toString()).audience("thang").subject("so-1")
                .issueTime(new Date()).expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                .claim("nonce", begun.nonce()).claim("sid", "phiên").claim("preferred_username", "ten.goi")
                .claim("groups", List.of("a", "b"));
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change, RSAKey by) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(),
                change.apply(claims()).build());
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new HashMap<>();
        for (String part : query.split("&")) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                found.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}
