package vn.thang.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The beginning of {@code thang.jar}, which is the whole of Thang in one file. Without a command it is the server. The commands of
 * the operator are those of the application in the same file: {@code verify} needs its classes alone, {@code health} asks the
 * server that runs, the others need a server of their own that nobody reaches and that ends with them.
 */
public final class Thang {

    private static final String VERIFY = "verify";
    private static final String HEALTH = "health";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String PORT = "8080";
    private static final int PATIENCE_MILLIS = 5_000;
    /** Settings that may lie in files, as containers and systemd hand them out: the file is named by the setting with _FILE. */
    private static final List<String> SECRETS = List.of("THANG_DB_PASSWORD", "THANG_DB_OWNER_PASSWORD",
            "THANG_ADMIN_PASSWORD", "THANG_MAIL_PASSWORD", "THANG_METRICS_TOKEN");
    /** What is to be done; the application takes it away as soon as it sees to it. */
    private static final String COMMAND = "thang.command";
    /** How many words the commands have that need a server. */
    private static final Map<String, Integer> COMMANDS = Map.of("first-account", 3, "run", 2);
    private static final int ASKED_WRONGLY = 2;
    private static final String WAR = "MICRO-INF/deploy/ROOT.war";
    private static final List<String> CLASSES = List.of("WEB-INF/classes/", "WEB-INF/lib/", "WEB-INF/verify/");

    private Thang() {
    }

    public static void main(String[] arguments) throws Exception {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (first.equals(VERIFY)) {
            try (URLClassLoader classes = application()) {
                Thread.currentThread().setContextClassLoader(classes);
                call(classes, "vn.thang.proof.Verify", Arrays.copyOfRange(arguments, 1, arguments.length));
            }
        } else if (first.equals(HEALTH) && arguments.length <= 2) {
            System.exit(isReady(arguments.length == 2 ? arguments[1] : PORT) ? 0 : 1);
        } else if (COMMANDS.getOrDefault(first,
                first.isEmpty() || first.startsWith("-") ? arguments.length : -1) != arguments.length) {
            usage();
        } else {
            // services that the server starts at once can wait for each other for ever
            System.setProperty("org.glassfish.startupThreadPolicy", "USE_NO_THREADS");
            System.setProperty("java.awt.headless", "true");
            readSecrets(System.getenv());
            if (COMMANDS.containsKey(first)) {
                command(String.join("\n", arguments));
            } else {
                serve(arguments);
            }
        }
    }

    /**
     * Whether the server of this machine takes requests; says nothing, for machines ask.
     *
     * @param place the port, behind the address where the server listens on another one than the loopback address
     */
    private static boolean isReady(String place) {
        try {
            String server = place.contains(":") ? place : LOOPBACK + ":" + place;
            HttpURLConnection asked = (HttpURLConnection) URI.create("http://" + server + "/health/ready")
                    .toURL()
                    .openConnection();
            asked.setConnectTimeout(PATIENCE_MILLIS);
            asked.setReadTimeout(PATIENCE_MILLIS);
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static void readSecrets(Map<String, String> environment) {
        for (String secret : SECRETS) {
            String file = environment.getOrDefault(secret + "_FILE", "");
            if (!file.isEmpty()) {
                try {
                    System.setProperty(secret.toLowerCase(Locale.ROOT).replace('_', '.'),
                            Files.readString(Path.of(file)).strip());
                } catch (IOException unreadable) {
                    System.err.println(secret + "_FILE: " + file + " cannot be read");
                    System.exit(ASKED_WRONGLY);
                }
            }
        }
    }

    private static void usage() throws IOException, URISyntaxException {
        try (URLClassLoader classes = application()) {
            Locale language = List.of("en", "de").contains(Locale.getDefault().getLanguage()) ? Locale.getDefault()
                    : Locale.of("vi");
            System.out.println(ResourceBundle.getBundle("i18n.messages", language, classes).getString("command.usage"));
        }
        System.exit(ASKED_WRONGLY);
    }

    /** The application carries it out and ends the process, or it did not start. */
    private static void command(String words) throws Exception {
        PrintStream told = System.err;
        Path log = Files.createTempFile("thang-command", ".log");
        try (PrintStream server = new PrintStream(Files.newOutputStream(log))) {
            System.setOut(server);
            System.setErr(server);
            System.setProperty(COMMAND, words);
            serve("--port", String.valueOf(freePort()));
            if (System.getProperty(COMMAND) != null) {
                told.println("Thang did not start; its log is " + log);
                Runtime.getRuntime().halt(1);
            }
            Thread.currentThread().join();
        }
    }

    private static void serve(String... arguments) throws Exception {
        call(Thang.class.getClassLoader(), "fish.payara.micro.PayaraMicro", arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** The classes of the application, laid out until the process ends. */
    private static URLClassLoader application() throws IOException, URISyntaxException {
        Path folder = Files.createTempDirectory("thang");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return new URLClassLoader(layOut(folder).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static List<URL> layOut(Path folder) throws IOException, URISyntaxException {
        Path jar = Path.of(Thang.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path classes = Files.createDirectories(folder.resolve(CLASSES.get(0)));
        List<URL> found = new ArrayList<>(List.of(classes.toUri().toURL()));
        try (ZipFile whole = new ZipFile(jar.toFile());
                InputStream war = whole.getInputStream(whole.getEntry(WAR));
                ZipInputStream entries = new ZipInputStream(war)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path place = folder.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && place.startsWith(folder)
                        && CLASSES.stream().anyMatch(entry.getName()::startsWith)) {
                    Files.createDirectories(place.getParent());
                    Files.copy(entries, place);
                    if (entry.getName().endsWith(".jar")) {
                        found.add(place.toUri().toURL());
                    }
                }
            }
        }
        return found;
    }

    private static void call(ClassLoader loader, String type, String... arguments) throws Exception {
        try {
            loader.loadClass(type).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            // a folder of temporary files that stays does no harm
        }
    }
}
