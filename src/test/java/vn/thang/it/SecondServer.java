package vn.thang.it;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import vn.thang.launcher.PayaraMicro;
import vn.thang.launcher.SecretsKey;

/** Another server with the same application on the same database, for a test that kills one. */
public final class SecondServer implements AutoCloseable {

    private static final String PORT = "it.http.port";

    private final String firstPort = System.getProperty(PORT);
    private final int port;
    private final PayaraMicro payara;
    private ProcessHandle process;

    private SecondServer(int port, PayaraMicro payara) {
        this.port = port;
        this.payara = payara;
    }

    /** Started, and addressed by {@link Browser#address} until it is closed. */
    public static SecondServer start() throws IOException, InterruptedException {
        return start(false, null);
    }

    /** Likewise, and it works by an account that may not change what is sealed. */
    public static SecondServer withTwoAccounts() throws IOException, InterruptedException {
        return start(true, null);
    }

    /** Likewise, and people reach it at this address. */
    public static SecondServer at(String address) throws IOException, InterruptedException {
        return start(false, address);
    }

    private static SecondServer start(boolean twoAccounts, String address) throws IOException, InterruptedException {
        Path data = Path.of(System.getProperty("it.data"));
        try (ServerSocket free = new ServerSocket(0)) {
            PayaraMicro payara = new PayaraMicro(Path.of(System.getProperty("it.payara")),
                    Path.of(System.getProperty("it.settings")),
                    log());
            payara.withJsonLog().with("JAVA_TOOL_OPTIONS", System.getProperty("it.jvm", ""))
                    .with("THANG_SECRETS_KEY_FILE", SecretsKey.in(data).toString());
            if (address != null) {
                payara.with("THANG_ADDRESS", address);
            }
            if (twoAccounts) {
                payara.withTwoAccounts(DatabaseForTests.database());
            }
            SecondServer server = new SecondServer(free.getLocalPort(), payara);
            free.close();
            server.startAgain();
            System.setProperty(PORT, String.valueOf(server.port));
            return server;
        }
    }

    /** Starts it, at its port, and waits until it is ready. */
    public void startAgain() throws IOException, InterruptedException {
        if (!payara.start(Path.of(System.getProperty("it.data")).resolve("thang.war"), port,
                DatabaseForTests.database())) {
            throw new IOException("The second server did not start, see second.log");
        }
        process = ProcessHandle.current().children().filter(child -> child.info().commandLine()
                .orElse("").contains("--port " + port + " ")).findFirst().orElseThrow();
    }

    /** As a power cut does: no word to anybody. */
    public void kill() throws InterruptedException, ExecutionException {
        process.destroyForcibly();
        process.onExit().get();
    }

    /** Returns the settings that it was started with, as the environment names them. */
    public Map<String, String> given() {
        return payara.settings();
    }

    /** Returns the file in which everything stands that it has written. */
    public static Path log() {
        return Path.of(System.getProperty("it.data"), "second.log");
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        System.setProperty(PORT, firstPort);
        process.destroyForcibly();
        process.onExit().join();
    }
}
