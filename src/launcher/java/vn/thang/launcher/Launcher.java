package vn.thang.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Starts MariaDB and Payara Micro, says where to go, and stops both when it is stopped. Settings are system properties
 * that the build passes: thang.war, thang.payara, thang.settings, thang.data, thang.http.port, thang.db.port; with thang.db.url,
 * thang.db.user and thang.db.password.file it takes a MariaDB that is there already, and starts none.
 */
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int httpPort = Integer.getInteger("thang.http.port");
        int dbPort = Integer.getInteger("thang.db.port");
        Path data = Path.of(System.getProperty("thang.data")).toAbsolutePath();
        refuseTakenPort(httpPort, "thang.http.port");
        Path log = Files.createDirectories(data.resolve("log")).resolve("payara.log");
        CountDownLatch stopped = new CountDownLatch(1);
        stopWithParent();

        String url = System.getProperty("thang.db.url", "");
        say("Thang · MariaDB (" + (url.isEmpty() ? data : url) + ") ...");
        long begin = System.nanoTime();
        EmbeddedMariaDb database = url.isEmpty() ? startDatabase(data, dbPort) : null;
        PayaraMicro payara = new PayaraMicro(
                Path.of(System.getProperty("thang.payara")), Path.of(System.getProperty("thang.settings")), log)
                .with("THANG_CONNECTORS_KEY_FILE", ConnectorKey.in(data).toString())
                .with("THANG_SECRETS_KEY_FILE", SecretsKey.in(data).toString())
                .with("THANG_ADDRESS", "http://localhost:" + httpPort)
                .with("THANG_MAIL_FOLDER", data.resolve("mail").toString());
        if (database == null) {
            payara.onDatabase(url, System.getProperty("thang.db.user"), passwordThatIsThere());
        } else {
            payara.with("THANG_DB_URL", database.url()).withTwoAccounts(database);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            payara.stop();
            if (database != null) {
                database.close();
            }
            stopped.countDown();
        }, "stop"));
        say("Thang · Payara Micro (" + log + ") ...");
        boolean ready = payara.start(Path.of(System.getProperty("thang.war")), httpPort);
        if (!ready) {
            say(lastLines(log));
            say("Thang · the application did not start; the whole log is in " + log);
            System.exit(1);
        }
        announce(httpPort, data.resolve("mail"), (System.nanoTime() - begin) / 1_000_000_000);
        System.exit(payara.await());
    }

    private static String passwordThatIsThere() throws IOException {
        Path file = Path.of(System.getProperty("thang.db.password.file", ""));
        if (!Files.isRegularFile(file)) {
            say("Thang · -Dthang.db.password.file=... names the file with the password of the database");
            System.exit(2);
        }
        return Files.readString(file).strip();
    }

    private static EmbeddedMariaDb startDatabase(Path data, int port) throws Exception {
        try {
            return EmbeddedMariaDb.start(data.resolve("mariadb"), data.resolve("database"), port);
        } catch (Exception e) {
            if (isTaken(port)) {
                say("Thang · port " + port + " is taken; choose another with -Dthang.db.port=...");
                System.exit(2);
            }
            throw e;
        }
    }

    private static void announce(int port, Path letters, long seconds) throws IOException {
        say("");
        say("Thang · http://localhost:" + port + "/   (" + seconds + " s)");
        say("");
        say("Tài khoản thử nghiệm, dữ liệu minh họa · Demonstration accounts and data");
        String password = System.getProperty("thang.demo.password", PayaraMicro.DEMO_PASSWORD);
        try (var accounts = Launcher.class.getResourceAsStream("/demo/accounts.csv")) {
            new String(accounts.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
                String[] field = line.split(",");
                say("  %-12s %-22s %-14s %s".formatted(field[0], password, field[2], field[3]));
            });
        }
        say("");
        say("Thư gửi đi được ghi vào · Letters are written to " + letters);
        say("");
        say("Ctrl-C: dừng · stop");
    }

    /** Maven ended by a signal does not always end what it started. */
    private static void stopWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    private static void refuseTakenPort(int port, String property) {
        if (isTaken(port)) {
            say("Thang · port " + port + " is taken; choose another with -D" + property + "=...");
            System.exit(2);
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return !probe.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
