package vn.thang.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Payara Micro in a process of its own, with the settings of payara-config. */
public final class PayaraMicro {

    public static final String DEMO_PASSWORD = "Thang-demo-2026";
    private static final String MODELS = "thang.model.dir";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    /** How soon a server that is up answers that the application is ready, also where everything is slow. */
    private static final Duration AFTER_START = Duration.ofSeconds(20);

    private final Path jar;
    private final Path settings;
    private final Path log;
    private final Map<String, String> given = new HashMap<>();
    private volatile Process process;
    private boolean jsonLog;

    public PayaraMicro(Path jar, Path settings, Path log) {
        this.jar = jar;
        this.settings = settings;
        this.log = log;
    }

    /** Another setting, as the environment names it. */
    public PayaraMicro with(String setting, String value) {
        given.put(setting, value);
        return this;
    }

    /** Lets it write its log as in operation, one line of JSON for each entry. */
    public PayaraMicro withJsonLog() {
        jsonLog = true;
        return this;
    }

    /** Lets the application work by an account that may not change what is sealed; the owner migrates. */
    public PayaraMicro withTwoAccounts(EmbeddedMariaDb database) {
        return with("THANG_DB_USER", database.applicationUser())
                .with("THANG_DB_PASSWORD", database.applicationPassword())
                .with("THANG_DB_OWNER_USER", database.user()).with("THANG_DB_OWNER_PASSWORD", database.password());
    }

    /** Lets it work on a database that is there already, by one account for all. */
    PayaraMicro onDatabase(String url, String user, String password) {
        return with("THANG_DB_URL", url).with("THANG_DB_USER", user).with("THANG_DB_PASSWORD", password);
    }

    /** Returns the settings that the server was started with, as the environment names them. */
    public Map<String, String> settings() {
        return Map.copyOf(given);
    }

    /** Starts the server with the application on this database and answers whether it became ready. */
    public boolean start(Path war, int port, EmbeddedMariaDb database) throws IOException, InterruptedException {
        given.putIfAbsent("THANG_DB_URL", database.url());
        given.putIfAbsent("THANG_DB_USER", database.user());
        given.putIfAbsent("THANG_DB_PASSWORD", database.password());
        return start(war, port);
    }

    /** Starts the server with the application on the database of its settings and answers whether it became ready. */
    public boolean start(Path war, int port) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + System.getProperty("thang.heap", "1g"),
                "-Djava.awt.headless=true",
                // services that the server starts at once can wait for each other for ever
                "-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS",
                "-Dthang.demo=" + System.getProperty("thang.demo", "true"),
                "-jar", jar.toString(),
                "--noCluster", "--noHazelcast", "--disablePhoneHome",
                "--port", Integer.toString(port),
                "--addlibs", driver(),
                "--prebootcommandfile", settings.resolve("server.asadmin").toString(),
                "--postbootcommandfile", settings.resolve("datasource.asadmin").toString(),
                "--contextroot", "/",
                "--deploy", war.toString()));
        if (System.getProperty(MODELS) != null) {
            command.add(1, "-D" + MODELS + "=" + System.getProperty(MODELS));
        }
        if (jsonLog) {
            command.addAll(List.of("--logproperties", settings.resolve("logging.properties").toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        given.putIfAbsent("THANG_DEMO_PASSWORD", System.getProperty("thang.demo.password", DEMO_PASSWORD));
        builder.environment().putAll(given);
        process = builder.start();
        return becomesReady(URI.create("http://localhost:" + port + "/health/ready"));
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    public void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(20, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean becomesReady(URI health) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(10)).build();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end && !process.waitFor(250, TimeUnit.MILLISECONDS)) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException e) {
                continue; // not listening yet
            }
            if (end - System.nanoTime() > AFTER_START.toNanos() && Files.readString(log).contains(" ready in ")) {
                end = System.nanoTime() + AFTER_START.toNanos(); // it is up, and not ready for long: the application was refused
            }
        }
        return false;
    }

    /** The driver is the server's, as on any Payara: the pool cannot see the libraries of the application. */
    private static String driver() {
        return Path.of(URI.create(org.mariadb.jdbc.Driver.class.getProtectionDomain().getCodeSource().getLocation()
                .toString())).toString();
    }
}
