package vn.thang.operation;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.it.Programs;

/**
 * A MariaDB of another version than that of the tests, as the operating system has it: installed, or unpacked in the folder
 * {@code it.mariadb.other}. Its database and accounts are made by the statements of the handbook.
 */
final class OtherMariaDb implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("it.mariadb.other", "/"));
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final Path home;
    private final int port;
    private final String password = UUID.randomUUID().toString();
    private Process process;

    private OtherMariaDb(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Whether tests with it run on this machine. */
    static boolean isThere() {
        return Programs.wanted(Files.isExecutable(ROOT.resolve("usr/sbin/mariadbd"))
                && Stream.of("mariadb-dump", "mariadb-binlog").map(bin()::resolve).allMatch(Files::isExecutable));
    }

    /** Every file of its binary log, in order. */
    String logs() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data"))) {
            return files.map(Path::toString).filter(file -> file.matches(".*/thang-log\\.\\d+")).sorted()
                    .collect(Collectors.joining(" "));
        }
    }

    /** Does commands of the handbook on its machine, as its administrator. */
    void follow(String commands) throws IOException, InterruptedException {
        String client = "mariadb() { command mariadb --no-defaults --user=root --socket='%s' \"$@\"; }\n"
                .formatted(home.resolve("s.sock"));
        if (process(List.of("bash", "-o", "pipefail", "-ec", "PATH=" + bin() + ":$PATH\n" + client + commands))
                .waitFor() != 0) {
            throw new IOException(Files.readString(home.resolve("log")));
        }
    }

    static Path bin() {
        return ROOT.resolve("usr/bin");
    }

    static String libraries() {
        return ROOT.resolve("usr/lib/x86_64-linux-gnu") + ":" + ROOT.resolve("lib/x86_64-linux-gnu");
    }

    static OtherMariaDb start(Path home) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("data"));
        OtherMariaDb server;
        try (ServerSocket free = new ServerSocket(0)) {
            server = new OtherMariaDb(home, free.getLocalPort());
        }
        String account = System.getProperty("user.name");
        String base = "--basedir=" + ROOT.resolve("usr");
        String data = "--datadir=" + home.resolve("data");
        Process install = server.process(List.of(bin().resolve("mariadb-install-db").toString(), "--no-defaults", base,
                data, "--user=" + account, "--auth-root-authentication-method=normal", "--skip-test-db"));
        if (install.waitFor() != 0) {
            throw new IOException(Files.readString(home.resolve("log")));
        }
        Path settings = Files.writeString(home.resolve("my.cnf"), """
                !include %s
                [mariadbd]
                basedir=%s
                datadir=%s
                socket=%s
                port=%d
                bind_address=127.0.0.1
                innodb_buffer_pool_size=256M
                user=%s
                """.formatted(Path.of(System.getProperty("it.settings"), "mariadb.cnf"), ROOT.resolve("usr"),
                home.resolve("data"), home.resolve("s.sock"), server.port, account));
        server.process = server.process(List.of(ROOT.resolve("usr/sbin/mariadbd").toString(),
                "--defaults-file=" + settings));
        try {
            long end = System.nanoTime() + PATIENCE;
            while (!server.asked("SELECT 1")) {
                if (System.nanoTime() > end || server.process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new IOException("no database:\n" + Files.readString(home.resolve("log")));
                }
            }
            String accounts = Handbook.block("accounts", Map.of("OWNER-PASSWORD", server.password, "'PASSWORD'",
                    "'" + UUID.randomUUID() + "'"));
            if (!server.asked(accounts)) {
                throw new IOException(Files.readString(home.resolve("log")));
            }
            return server;
        } catch (IOException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/thang";
    }

    String user() {
        return "thang_owner";
    }

    String password() {
        return password;
    }

    private boolean asked(String sql) throws IOException, InterruptedException {
        return process(List.of(bin().resolve("mariadb").toString(), "--no-defaults", "--user=root",
                "--socket=" + home.resolve("s.sock"), "-e", sql)).waitFor() == 0;
    }

    private Process process(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        return builder.start();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
