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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thang.launcher.EmbeddedMariaDb;

/**
 * Two real database servers that are made a primary and its replica by the commands of the handbook, each on a machine of its own as
 * far as these see: what they install lies in a folder, and ssh leads to the other one.
 */
final class DatabasePair implements AutoCloseable {

    private static final Path SOFTWARE = Path.of(System.getProperty("it.mariadb")).toAbsolutePath();
    private static final Path SETTINGS = Path.of(System.getProperty("it.settings"));
    private static final String SECRET = "REPLICA-PASSWORD";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern ADDRESS = Pattern.compile("`THANG_DB_URL='(jdbc:mariadb:sequential:[^']+)'`");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final String secret = UUID.randomUUID().toString();
    private final String user;
    private final String password;
    private Member primary;
    private Member replica;

    /** One of the two; their clocks on the wall show the time of Viet Nam. */
    private static final class Member {

        private final Path home;
        private final int id;
        private final int port;
        private Process process;

        private Member(Path home, int id, int port) throws IOException {
            this.home = home;
            this.id = id;
            this.port = port;
            Files.createDirectories(home.resolve("conf"));
            program("mariadb", "exec %s %s \"$@\"".formatted(SOFTWARE.resolve("base/bin/mariadb"), options()));
            program("mariadb-dump",
                    "exec %s %s \"$@\"".formatted(SOFTWARE.resolve("base/bin/mariadb-dump"), options()));
            program("systemctl", "exit 0");
        }

        private void program(String name, String text) throws IOException {
            Path file = Files.writeString(Files.createDirectories(home.resolve("bin")).resolve(name),
                    "#!/bin/sh\nexport LD_LIBRARY_PATH=%s\n%s\n".formatted(SOFTWARE.resolve("base/libs"), text));
            if (!file.toFile().setExecutable(true)) {
                throw new IOException("not executable: " + file);
            }
        }

        private Path socket() {
            return home.resolve("m.sock");
        }

        private void start() throws IOException, InterruptedException {
            Path settings = Files.writeString(home.resolve("my.cnf"), """
                    !includedir %s
                    [mariadbd]
                    basedir=%s
                    datadir=%s
                    socket=%s
                    port=%d
                    innodb_buffer_pool_size=256M
                    skip_name_resolve
                    user=%s
                    """.formatted(home.resolve("conf"), SOFTWARE.resolve("base"), home.resolve("data"), socket(), port,
                    System.getProperty("user.name")));
            ProcessBuilder builder = new ProcessBuilder(SOFTWARE.resolve("base/bin/mariadbd").toString(),
                    "--defaults-file=" + settings).redirectErrorStream(true)
                    .redirectOutput(home.resolve("mariadbd.log").toFile());
            builder.environment().put("LD_LIBRARY_PATH", SOFTWARE.resolve("base/libs").toString());
            builder.environment().put("TZ", "ICT-7");
            process = builder.start();
            long end = System.nanoTime() + PATIENCE;
            while (!answers()) {
                if (System.nanoTime() > end || process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new IOException("no database:\n" + Files.readString(home.resolve("mariadbd.log")));
                }
            }
            // no installation of a distribution has accounts without a name
            ask("SET SESSION sql_log_bin = OFF; DELETE FROM mysql.global_priv WHERE user = ''; FLUSH PRIVILEGES");
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
            return said(List.of(home.resolve("bin/mariadb").toString(), "--batch", "--skip-column-names", "-e", sql),
                    Map.of());
        }

        /** Does a block of the handbook on this machine, in the folder of what ships; ssh leads to the other one. */
        private String follow(String block, Member other, Map<String, String> own)
                throws IOException, InterruptedException {
            program("ssh", "shift\nexport PATH=%s:$PATH\nexec sh -c \"$*\"".formatted(other.home.resolve("bin")));
            return said(List.of("bash", "-ec", Handbook.block(block, own)),
                    Map.of("PATH", home.resolve("bin") + ":" + System.getenv("PATH")));
        }

        private static String said(List<String> command, Map<String, String> environment)
                throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(command).directory(SETTINGS.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process asked = builder.start();
            String said = new String(asked.getInputStream().readAllBytes()).strip();
            if (asked.waitFor() != 0) {
                throw new IOException(command + ": " + said);
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
        Member primary = new Member(Files.createDirectories(folder.resolve("one")), 1, freePort());
        Member replica = new Member(Files.createDirectories(folder.resolve("two")), 2, freePort());
        String user;
        String password;
        try (EmbeddedMariaDb made = EmbeddedMariaDb.start(SOFTWARE, primary.home, primary.port)) {
            user = made.user();
            password = made.password();
        }
        EmbeddedMariaDb.start(SOFTWARE, replica.home, replica.port).close();
        DatabasePair pair = new DatabasePair(primary, replica, user, password);
        try {
            Files.copy(SETTINGS.resolve("mariadb.cnf"), primary.home.resolve("conf/90-thang.cnf"));
            Files.writeString(primary.home.resolve("conf/92-machine.cnf"),
                    "[mariadbd]\nserver_id = 1\nbind_address = " + LOOPBACK + "\n");
            primary.start();
            primary.ask("CREATE TABLE thang.before_it (id INT PRIMARY KEY); INSERT INTO thang.before_it VALUES (7)");
            pair.follow();
            if (!replica.ask("SELECT id FROM thang.before_it").equals("7")) {
                throw new IOException("the replica lacks what was there before it");
            }
            primary.ask("DROP TABLE thang.before_it");
            return pair;
        } catch (IOException | InterruptedException e) {
            pair.close();
            throw e;
        }
    }

    /** Makes the replica of the primary, by the five steps of the handbook. */
    private void follow() throws IOException, InterruptedException {
        String conf = "/etc/mysql/mariadb.conf.d";
        replica.follow("replica-place", primary, Map.of(conf, replica.home.resolve("conf").toString(), "/opt/thang",
                replica.home.resolve("opt").toString(), "server_id = 2", "server_id = " + replica.id, "10.0.0.2",
                LOOPBACK));
        replica.start();
        primary.ask(Handbook.block("replica-account", Map.of("'10.0.0.2'", "'" + LOOPBACK + "'", SECRET, secret)));
        replica.follow("replica-data", primary, Map.of());
        replica.ask(Handbook.block("replica-start", Map.of("10.0.0.1", LOOPBACK, "3306", String.valueOf(primary.port),
                SECRET, secret)));
        until(() -> primary.ask("SELECT COUNT(*) FROM information_schema.processlist WHERE command = 'Binlog Dump'")
                .equals("1"));
        primary.follow("primary", replica, Map.of(conf, primary.home.resolve("conf").toString()));
        until(() -> primary.ask("SHOW STATUS LIKE 'Rpl_semi_sync_master_clients'").endsWith("1"));
    }

    /** Makes the old primary, whose data are given up, the replica of what was promoted. */
    void followAgain() throws IOException, InterruptedException {
        Member old = primary;
        primary = replica;
        replica = old;
        follow();
    }

    private interface Sight {

        boolean seen() throws IOException, InterruptedException;
    }

    private void until(Sight wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!wanted.seen()) {
            if (System.nanoTime() > end) {
                throw new IOException(replica.ask("SHOW SLAVE STATUS"));
            }
            Thread.sleep(200);
        }
    }

    /** The address of both, as the application is given it by the handbook. */
    String url() throws IOException {
        return url(primary, replica);
    }

    /** The same with the replica first, as it stands where the primary was another one before. */
    String urlTurnedRound() throws IOException {
        return url(replica, primary);
    }

    private static String url(Member first, Member second) throws IOException {
        Matcher told = ADDRESS.matcher(Handbook.text());
        if (!told.find()) {
            throw new IOException("the handbook says no address of both");
        }
        return told.group(1).replace("10.0.0.1:3306", LOOPBACK + ":" + first.port).replace("10.0.0.2:3306",
                LOOPBACK + ":" + second.port);
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

    /** By the commands of the handbook; answers what they said. */
    String promote() throws IOException, InterruptedException {
        return replica.follow("promote", primary, Map.of("/etc/mysql/mariadb.conf.d",
                replica.home.resolve("conf").toString(), "/opt/thang", replica.home.resolve("opt").toString()));
    }

    /** Ends whatever the application holds open, so that it has to connect anew. */
    void endConnections() throws IOException, InterruptedException {
        primary.ask("KILL USER '" + user + "'");
    }

    /** As after a restart of its machine. */
    void restartPrimary() throws IOException, InterruptedException {
        primary.kill();
        primary.start();
    }

    /** What the commands of the handbook find at this address. */
    String find(String url, String sql) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(primary.home, "found");
        return Member.said(List.of("bash", "-ec", ". ./database.sh; connect '%s'; ask '%s'".formatted(folder, sql)),
                Map.of("THANG_ENV", "/nowhere", "THANG_DB_URL", url, "THANG_DB_OWNER_USER", user,
                        "THANG_DB_OWNER_PASSWORD", password, "LD_LIBRARY_PATH",
                        SOFTWARE.resolve("base/libs").toString(),
                        "THANG_MARIADB_BIN", SOFTWARE.resolve("base/bin").toString()));
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
