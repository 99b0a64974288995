package vn.thang.operation;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import vn.thang.launcher.EmbeddedMariaDb;

/** Two real database servers with the files that ship: a primary, and a replica that has received whatever is acknowledged. */
final class DatabasePair implements AutoCloseable {

    private static final Path SOFTWARE = Path.of(System.getProperty("it.mariadb"));
    private static final Path SETTINGS = Path.of(System.getProperty("it.settings"));
    private static final String SECRET = "REPLICA-PASSWORD";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Member primary;
    private final Member replica;
    private final String user;
    private final String password;

    /** One of the two. */
    private static final class Member {

        private final Path home;
        private final int port;
        private Process process;

        private Member(Path home, int port) {
            this.home = home;
            this.port = port;
        }

        private Path socket() {
            return home.resolve("m.sock");
        }

        private void start(String shipped) throws IOException, InterruptedException {
            Path settings = Files.writeString(home.resolve("my.cnf"), """
                    !include %s
                    !include %s
                    [mariadbd]
                    basedir=%s
                    datadir=%s
                    socket=%s
                    port=%d
                    bind_address=127.0.0.1
                    innodb_buffer_pool_size=256M
                    skip_name_resolve
                    user=%s
                    """.formatted(SETTINGS.resolve("mariadb.cnf"), SETTINGS.resolve(shipped), SOFTWARE.resolve("base"),
                    home.resolve("data"), socket(), port, System.getProperty("user.name")));
            ProcessBuilder builder = new ProcessBuilder(SOFTWARE.resolve("base/bin/mariadbd").toString(),
                    "--defaults-file=" + settings).redirectErrorStream(true)
                    .redirectOutput(home.resolve("mariadbd.log").toFile());
            builder.environment().put("LD_LIBRARY_PATH", SOFTWARE.resolve("base/libs").toString());
            process = builder.start();
            long end = System.nanoTime() + PATIENCE;
            while (!answers()) {
                if (System.nanoTime() > end || process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new IOException("no database:\n" + Files.readString(home.resolve("mariadbd.log")));
                }
            }
        }

        private boolean answers() {
            try {
                return ask("SELECT 1").equals("1");
            } catch (IOException | InterruptedException e) {
                return false;
            }
        }

        /** Asks as the administrator of the machine. */
        private String ask(String sql) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(SOFTWARE.resolve("base/bin/mariadb").toString()));
            command.addAll(List.of(options().split(" ")));
            command.addAll(List.of("--batch", "--skip-column-names", "-e", sql));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LD_LIBRARY_PATH", SOFTWARE.resolve("base/libs").toString());
            Process client = builder.start();
            String said = new String(client.getInputStream().readAllBytes()).strip();
            if (client.waitFor() != 0) {
                throw new IOException(sql + ": " + said);
            }
            return said;
        }

        private String options() {
            return "--no-defaults --user=root --socket=" + socket();
        }

        private void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private DatabasePair(Member primary, Member replica, String user, String password) {
        this.primary = primary;
        this.replica = replica;
        this.user = user;
        this.password = password;
    }

    static DatabasePair start(Path folder) throws Exception {
        Member primary = new Member(Files.createDirectories(folder.resolve("one")), freePort());
        Member replica = new Member(Files.createDirectories(folder.resolve("two")), freePort());
        String user;
        String password;
        try (EmbeddedMariaDb made = EmbeddedMariaDb.start(SOFTWARE, primary.home, primary.port)) {
            user = made.user();
            password = made.password();
        }
        for (String file : List.of("password", "application-password")) {
            Files.copy(primary.home.resolve(file), replica.home.resolve(file));
        }
        EmbeddedMariaDb.start(SOFTWARE, replica.home, replica.port).close();
        DatabasePair pair = new DatabasePair(primary, replica, user, password);
        try {
            replica.start("replica.cnf");
            primary.start("primary.cnf");
            // the account is made without being waited for
            String secret = UUID.randomUUID().toString();
            primary.ask(Handbook.block("replica-account", Map.of("'10.0.0.2'", "'127.0.0.1'", SECRET, secret)));
            replica.ask(Handbook.block("replica-start", Map.of("10.0.0.1", "127.0.0.1", "3306",
                    String.valueOf(primary.port), SECRET, secret)));
            long end = System.nanoTime() + PATIENCE;
            while (!primary.ask("SHOW STATUS LIKE 'Rpl_semi_sync_master_clients'").endsWith("1")) {
                if (System.nanoTime() > end) {
                    throw new IOException(replica.ask("SHOW SLAVE STATUS"));
                }
                Thread.sleep(200);
            }
            return pair;
        } catch (IOException | InterruptedException e) {
            pair.close();
            throw e;
        }
    }

    /** The address of both, as the application is given it. */
    String url() {
        return "jdbc:mariadb:sequential://127.0.0.1:%d,127.0.0.1:%d/%s?connectTimeout=2000".formatted(primary.port,
                replica.port, EmbeddedMariaDb.SCHEMA);
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    Connection toPrimary() throws SQLException {
        return to(primary);
    }

    Connection toReplica() throws SQLException {
        return to(replica);
    }

    private Connection to(Member member) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + member.port + "/" + EmbeddedMariaDb.SCHEMA,
                user,
                password);
    }

    String askPrimary(String sql) throws IOException, InterruptedException {
        return primary.ask(sql);
    }

    String askReplica(String sql) throws IOException, InterruptedException {
        return replica.ask(sql);
    }

    void killPrimary() {
        primary.kill();
    }

    /** By the command that ships; answers what it said. */
    String promote() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", SETTINGS.resolve("promote.sh").toString())
                .redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", SOFTWARE.resolve("base/libs").toString());
        builder.environment().put("THANG_MARIADB_BIN", SOFTWARE.resolve("base/bin").toString());
        builder.environment().put("MARIADB_OPTIONS", replica.options());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        for (Member member : List.of(primary, replica)) {
            if (member.process != null) {
                member.kill();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
