package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A real provider of identities, a certified one, at the place where the server of the tests looks for it. */
public final class IdentityProvider implements AutoCloseable {

    /** What people call the one that tests start, and the one that is never there. */
    public static final String LABEL = "Cổng định danh thử";
    public static final String ABSENT = "Cổng định danh vắng";

    private static final int PORT = free();
    private static final int NOBODY = free();
    private static final String SECRET = UUID.randomUUID().toString();

    private final Process process;

    private IdentityProvider(Process process) {
        this.process = process;
    }

    /** The settings by which the server knows the providers. */
    static Map<String, String> settings(Path folder) throws IOException {
        Path secret = folder.resolve("openid-secret");
        Files.writeString(secret, SECRET + "\n");
        Map<String, String> settings = new HashMap<>();
        Map.of("THU", PORT, "VANG", NOBODY).forEach((name, port) -> {
            String label = name.equals("THU") ? LABEL : ABSENT;
            settings.put("THANG_OPENID_" + name + "_ISSUER", "http://127.0.0.1:" + port);
            settings.put("THANG_OPENID_" + name + "_CLIENT_ID", "thang");
            settings.put("THANG_OPENID_" + name + "_SECRET_FILE", secret.toString());
            List.of("VI", "EN", "DE").forEach(
                    language -> settings.put("THANG_OPENID_" + name + "_LABEL_" + language, label));
        });
        if (Keycloak.isThere()) {
            settings.putAll(Keycloak.settings(secret));
        }
        settings.put("THANG_OPENID_THU_ROLES",
                "nhom-lanh-dao=LEADER@15, nhom-can-bo=OFFICER@15, nhom-tham-dinh=REVIEWER@VN");
        return settings;
    }

    /** Starts it; the test is skipped by name where there is no Node.js. */
    public static IdentityProvider start() throws IOException, InterruptedException {
        Path installed = new NodeTools("src/test/node/openid", "data/node-openid").installed();
        Path program = installed.resolve("provider.js");
        Files.write(program, Files.readAllBytes(Path.of("src/test/node/openid/provider.js")));
        Path said = Path.of("target", "identity-provider.txt");
        Process process = new ProcessBuilder("node", program.toString(), Integer.toString(PORT), SECRET,
                Browser.address("")).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        for (int i = 0; i < 200 && process.isAlive() && !Files.readString(said).contains("ready"); i++) {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        String text = Files.readString(said);
        assertTrue(text.contains("ready"), text);
        return new IdentityProvider(process);
    }

    public static String issuer() {
        return "http://127.0.0.1:" + PORT;
    }

    /** Keeps somebody in these groups from now on. */
    public void groups(String name, String... groups) throws IOException, InterruptedException {
        HttpResponse<Void> said = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create(issuer() + "/groups?of=" + name + "&are=" + String.join(",", groups))).build(),
                HttpResponse.BodyHandlers.discarding());
        assertTrue(said.statusCode() == 204, () -> "status " + said.statusCode());
    }

    /** What a person does at its pages: says the name, and lets the application know it. */
    public static void signIn(Page page, String name) {
        page.waitForURL(issuer() + "/interaction/**");
        page.locator("[name=login]").fill(name);
        page.locator("[name=password]").fill("x");
        page.locator("button[type=submit]").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue")).click();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    static String secret() {
        return SECRET;
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
