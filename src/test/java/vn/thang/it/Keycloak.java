package vn.thang.it;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Keycloak that ministries run, with a realm of one client and one person; only where everything is tested. */
public final class Keycloak implements AutoCloseable {

    /** What people call it. */
    public static final String LABEL = "Keycloak thử";
    public static final String PERSON = "lan.keycloak";
    /** A group of hers, from which a role follows here. */
    public static final String GROUP = "nhom-lanh-dao";
    private static final String PASSWORD = "mật khẩu của Lan ở Keycloak";
    private static final Path DELIVERED = Path.of("data/keycloak/keycloak.tar.gz");
    private static final int PORT = IdentityProvider.free();
    private static final int SECONDS = 240;

    private final Process process;

    private Keycloak(Process process) {
        this.process = process;
    }

    /** Whether the build has brought it, as the profile of production does. */
    public static boolean isThere() {
        return Boolean.getBoolean("it.matrix") && Files.exists(DELIVERED);
    }

    static Map<String, String> settings(Path secret) {
        Map<String, String> settings = new HashMap<>();
        settings.put("THANG_OPENID_KHOA_ISSUER", issuer());
        settings.put("THANG_OPENID_KHOA_CLIENT_ID", "thang");
        settings.put("THANG_OPENID_KHOA_SECRET_FILE", secret.toString());
        settings.put("THANG_OPENID_KHOA_ROLES", GROUP + "=LEADER@15");
        List.of("VI", "EN", "DE").forEach(language -> settings.put("THANG_OPENID_KHOA_LABEL_" + language, LABEL));
        return settings;
    }

    public static String issuer() {
        return "http://127.0.0.1:" + PORT + "/realms/thang";
    }

    /** Unpacks it where it is not, and starts it with its realm. */
    public static Keycloak start() throws IOException, InterruptedException {
        Path home = Files.createDirectories(Path.of(System.getProperty("it.data"), "keycloak"));
        Path log = home.resolve("keycloak.log");
        run(new ProcessBuilder("tar", "-xzf", DELIVERED.toAbsolutePath().toString(), "--strip-components=1"), home,
                log);
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(realms.resolve("thang.json"), realm());
        ProcessBuilder start = new ProcessBuilder("bin/kc.sh", "start-dev", "--http-host=127.0.0.1",
                "--http-port=" + PORT, "--import-realm", "--cache=local");
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        start.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx600m");
        start.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = start.directory(home.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest asked = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(20)).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return new Keycloak(process);
                }
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(200); // it does not listen yet
            }
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IOException("Keycloak did not start:\n" + Files.readString(log));
    }

    private static void run(ProcessBuilder program, Path home, Path log) throws IOException, InterruptedException {
        Process process = program.directory(home.toFile()).redirectErrorStream(true).redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
    }

    private static String realm() {
        return """
                {"realm": "thang", "enabled": true, "sslRequired": "none",
                 "groups": [{"name": "%4$s"}],
                 "clients": [{"clientId": "thang", "enabled": true, "protocol": "openid-connect",
                   "publicClient": false, "secret": "%1$s", "standardFlowEnabled": true,
                   "redirectUris": ["%2$s/openid.xhtml"],
                   "attributes": {"pkce.code.challenge.method": "S256",
                     "backchannel.logout.url": "%2$s/api/v1/openid/khoa/logout",
                     "backchannel.logout.session.required": "true",
                     "post.logout.redirect.uris": "%2$s/login.xhtml"},
                   "protocolMappers": [{"name": "groups", "protocol": "openid-connect",
                     "protocolMapper": "oidc-group-membership-mapper",
                     "config": {"claim.name": "groups", "full.path": "false", "id.token.claim": "true"}}]}],
                 "users": [{"username": "%3$s", "enabled": true, "email": "lan@example.vn", "emailVerified": true,
                   "firstName": "Lan", "lastName": "Trần", "groups": ["/%4$s"],
                   "credentials": [{"type": "password", "value": "%5$s", "temporary": false}]}]}
                """.formatted(IdentityProvider.secret(), Browser.address(""), PERSON, GROUP, PASSWORD);
    }

    /** What a person does at its page. */
    public static void signIn(Page page) {
        page.waitForURL(issuer() + "/**");
        page.locator("#username").fill(PERSON);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
    }

    /** Signs out there, as somebody does who closes the day at the ministry. */
    public static void signOut(Page page) {
        page.navigate(issuer() + "/protocol/openid-connect/logout");
        page.locator("#kc-logout").click();
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
