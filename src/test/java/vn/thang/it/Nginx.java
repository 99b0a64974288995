package vn.thang.it;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A real nginx before the server of the tests, with the configuration that ships. Its name becomes localhost, and ports
 * and certificate are those of the test; nothing else of it is changed.
 */
public final class Nginx implements AutoCloseable {

    public static final String NAME = "localhost";
    private static final String PASSWORD = "certificate";
    private static final String MAIN = "nginx.conf";
    private static final String SITE = "site.conf";

    private final Path home;
    private final Process process;
    private final int http;
    private final int https;
    private final SSLContext trusting;
    private Process watching;

    private Nginx(Path home, Process process, int http, int https, SSLContext trusting) {
        this.home = home;
        this.process = process;
        this.http = http;
        this.https = https;
        this.trusting = trusting;
    }

    /** Whether tests with one run on this machine. */
    public static boolean isInstalled() {
        return Programs.wanted(program().findFirst().isPresent());
    }

    private static Stream<Path> program() {
        return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx").map(Path::of)
                .filter(Files::isExecutable);
    }

    public static Nginx start() throws IOException, InterruptedException, GeneralSecurityException {
        return start(Integer.getInteger("it.http.port"));
    }

    /** Before the servers at these ports: two at most, as the configuration that ships has lines for. */
    public static Nginx start(int first, int... second)
            throws IOException, InterruptedException, GeneralSecurityException {
        int http = freePort();
        int https = freePort();
        Path home = Files.createDirectories(Path.of(System.getProperty("it.data")).resolve("nginx-" + https));
        KeyStore store = certificate(home);
        String shipped = Files.readString(Path.of(System.getProperty("it.settings"), "nginx.conf"));
        String site = changed(shipped, "127.0.0.1:8080", "127.0.0.1:" + first);
        if (second.length > 0) {
            site = changed(site, "# server 10.0.0.2:8080", "server 127.0.0.1:" + second[0]);
        }
        site = changed(site, "/var/log/nginx", home.toString());
        site = changed(site, "listen 80", "listen 127.0.0.1:" + http);
        site = changed(site, "listen 443", "listen 127.0.0.1:" + https);
        site = changed(site, "https://thang.example", "https://" + NAME + ":" + https);
        site = changed(site, "thang.example", NAME);
        site = changed(site, "/etc/nginx/tls", home.toString());
        Files.writeString(home.resolve(SITE), site);
        Files.writeString(home.resolve(MAIN), """
                daemon off;
                user %2$s;
                worker_processes 1;
                pid %1$s/nginx.pid;
                error_log stderr;
                events { worker_connections 512; }
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    include %1$s/site.conf;
                }
                """.formatted(home, System.getProperty("user.name")));
        Path log = home.resolve("error.log");
        Process process = new ProcessBuilder(command(home)).redirectErrorStream(true).redirectOutput(log.toFile())
                .start();
        while (!isListening(https)) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("nginx did not start:\n" + Files.readString(log));
            }
        }
        return new Nginx(home, process, http, https, trusting(store));
    }

    private static List<String> command(Path home) {
        return List.of(program().findFirst().orElseThrow().toString(), "-p", home.toString(), "-c",
                home.resolve(MAIN).toString());
    }

    /** Starts what ships to keep it from asking nodes that are not there. */
    public void watch() throws IOException {
        List<String> command = new ArrayList<>(List.of("bash",
                Path.of(System.getProperty("it.settings"), "nodes.sh").toString(), home.resolve(SITE).toString()));
        command.addAll(command(home));
        command.addAll(List.of("-s", "reload"));
        watching = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(home.resolve("nodes.log").toFile()).start();
    }

    /** Ends it, as its unit does, and whatever it has marked is asked again. */
    public void unwatch() {
        if (watching != null) {
            watching.destroy();
            watching.onExit().join();
            watching = null;
        }
    }

    /** Marks the node at this port as the handbook does by hand; nginx hears of it when its file is read again. */
    public void mark(int port) throws IOException {
        Path site = home.resolve(SITE);
        Files.writeString(site, changed(Files.readString(site), port + " max", port + " down max"));
    }

    /** Returns the line that names the node at this port, as it is now. */
    public String node(int port) throws IOException {
        return Files.readString(home.resolve(SITE)).lines().filter(line -> line.contains("server 127.0.0.1:" + port))
                .findFirst().orElseThrow().strip();
    }

    /** Returns what is answered to this request by TLS; empty when the connection is closed without an answer. */
    public String ask(String localAddress, String serverName, String request) throws IOException {
        return ask(localAddress, serverName, request, null);
    }

    /** Likewise, by one suite of TLS alone; null for whatever both sides agree on. */
    public String ask(String localAddress, String serverName, String request, String suite) throws IOException {
        try (Socket plain = connect(localAddress, https);
                SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket(plain, serverName, https,
                        true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(serverName)));
            socket.setSSLParameters(parameters);
            if (suite != null) {
                socket.setEnabledCipherSuites(new String[]{suite});
            }
            return exchange(socket, request);
        }
    }

    /** Returns what is answered to this request without TLS. */
    public String askPlainly(String request) throws IOException {
        try (Socket socket = connect("127.0.0.1", http)) {
            return exchange(socket, request);
        }
    }

    /** Returns a client that trusts its certificate and keeps cookies as a browser does. */
    public HttpClient browser() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(trusting)
                .cookieHandler(new CookieManager()).connectTimeout(Duration.ofSeconds(10)).build();
    }

    /** Returns the address of a page behind this nginx. */
    public String address(String path) {
        return "https://" + NAME + ":" + https + path;
    }

    /** Returns what a browser writes as Host. */
    public String host() {
        return NAME + ":" + https;
    }

    /** Returns what it has written of the requests so far. */
    public String log() throws IOException {
        return Files.readString(home.resolve("thang.log"));
    }

    @Override
    public void close() {
        unwatch();
        process.destroy();
        process.onExit().join();
    }

    /** Sends a whole request and reads until the other side closes, as it is asked to. */
    public static String exchange(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Socket connect(String from, int port) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
    }

    private static boolean isListening(int port) {
        try (Socket probe = connect("127.0.0.1", port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String changed(String text, String shipped, String own) {
        if (!text.contains(shipped)) {
            throw new IllegalStateException("nginx.conf does not say " + shipped);
        }
        return text.replace(shipped, own);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** A certificate of its own, as two files for nginx. */
    private static KeyStore certificate(Path home) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = home.resolve("tls.p12");
        Files.deleteIfExists(file);
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", NAME, "-keyalg", "EC", "-dname", "CN=" + NAME, "-ext", "san=dns:" + NAME,
                "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true).redirectOutput(home.resolve("keytool.log").toFile()).start();
        if (keytool.waitFor() != 0) {
            throw new IOException(Files.readString(home.resolve("keytool.log")));
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        write(home.resolve("thang.crt"), "CERTIFICATE", store.getCertificate(NAME).getEncoded());
        write(home.resolve("thang.key"), "PRIVATE KEY", store.getKey(NAME, PASSWORD.toCharArray()).getEncoded());
        return store;
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content)
                + "\n-----END " + kind + "-----\n");
    }

    private static SSLContext trusting(KeyStore own) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(NAME, own.getCertificate(NAME));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
