package vn.thang.indicator.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.thang.indicator.fetching.AnsweringServer;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.indicator.fetching.Fetching;
import vn.thang.indicator.fetching.PullAttempts;
import vn.thang.indicator.fetching.PullDocuments;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.platform.Texts;

/** Where a credential goes, and what is remembered. */
class PullDocumentsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final String SECRET = "Bearer khóa-rất-bí-mật";

    private static PullDocuments documents(PullDocuments.Secret secret, Instant end) {
        return new PullDocuments(new PullAttempts(),
                new RemoteDocument(new RemoteDocument.Limits(Duration.ofSeconds(5), 100_000, Set.of("localhost"))),
                secret,
                Clock.fixed(NOW, ZoneOffset.UTC), end);
    }

    private static PullDocuments.Secret secret(AnsweringServer server) {
        return () -> Optional.of(
                new PullDocuments.Credential(Fetching.origin(server.address()), "Authorization", "Bearer abcdefgh"));
    }

    @Test
    void theCredentialGoesToItsOriginAlone() throws Exception {
        try (AnsweringServer one = new AnsweringServer(AnsweringServer.text(200, "text/plain", "x"));
                AnsweringServer other = new AnsweringServer(AnsweringServer.text(200, "text/plain", "x"))) {
            PullDocuments documents = documents(secret(one), NOW.plusSeconds(1));
            documents.fetch(one.address("/a"), Map.of());
            documents.fetch(other.address("/a"), Map.of());
            assertEquals("Bearer abcdefgh", one.asked().get(0).authorization());
            assertNull(other.asked().get(0).authorization());
        }
    }

    @Test
    void aServerThatRepeatsTheCredentialIsBlackened() throws Exception {
        try (AnsweringServer echo = new AnsweringServer(
                exchange -> AnsweringServer.send(exchange, 200, "application/json",
                        "{\"bạn gửi\": \"" + exchange.getRequestHeaders().getFirst("Authorization")
                                + "\", \"khóa\": \"abcdefgh\"}"))) {
            PullDocuments documents = documents(secret(echo), NOW.plusSeconds(1));
            String read = new String(documents.fetch(echo.address("/"), Map.of()).content(), StandardCharsets.UTF_8);
            assertEquals("{\"bạn gửi\": \"Bearer ********\", \"khóa\": \"********\"}", read);
            assertEquals(read, new String(documents.answers().get(0).fetched().content(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void credentialsAreNotWrittenByAccident() {
        assertFalse(new PullDocuments.Credential("https://a.vn", "Authorization", SECRET).toString().contains("mật"));
        assertFalse(new ConnectorForm("a", "A", "s", ConnectorKind.CSV, "https://a.vn/x?key=mật", FieldMapping.NONE, "",
                1, null, "Authorization", SECRET, true)
                .toString().contains("mật"));
    }

    @Test
    void afterTheEndOfARunNothingIsAsked() throws Exception {
        try (AnsweringServer server = new AnsweringServer(AnsweringServer.text(200, "text/plain", "x"))) {
            assertEquals("too-long",
                    assertThrows(RemoteDocument.Failed.class,
                            () -> documents(PullDocuments.Secret.NONE, NOW).fetch(server.address(), Map.of()))
                            .reason());
            assertEquals(0, server.asked().size());
        }
    }

    @Test
    void whatCannotBeOpenedIsNotSent() throws Exception {
        try (AnsweringServer server = new AnsweringServer(AnsweringServer.text(200, "text/plain", "x"))) {
            PullDocuments documents = documents(() -> {
                throw new RemoteDocument.Failed("credential");
            }, NOW.plusSeconds(1));
            assertEquals("credential",
                    assertThrows(RemoteDocument.Failed.class, () -> documents.fetch(server.address(), Map.of()))
                            .reason());
            assertEquals(0, server.asked().size());
        }
    }

    /** Whatever a source does wrong is said in words. */
    @Test
    void everyReasonHasItsTextInEveryLanguage() throws Exception {
        Set<String> reasons = new TreeSet<>();
        try (var sources = Files.walk(Path.of("src/main/java/vn/thang/indicator"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher reason = Pattern.compile("new (?:RemoteDocument\\.)?Failed\\((?:[^\"()]*\\? )?\"([a-z-]+)\"")
                        .matcher(Files.readString(source));
                while (reason.find()) {
                    reasons.add(reason.group(1));
                }
            }
        }
        assertTrue(
                reasons.containsAll(
                        Set.of("timeout", "not-ckan", "no-column", "credential", "too-long", "internal", "next-page")),
                reasons.toString());
        for (Locale language : Texts.LANGUAGES) {
            reasons.forEach(reason -> assertFalse(
                    Texts.text(language, "connector." + reason, "a", "b", "c").matches(".*\\{\\d.*"), reason));
        }
    }
}
