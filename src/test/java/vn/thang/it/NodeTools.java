package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of Node.js that look at the application, in the versions of a lock file; they are installed once for a machine. */
public final class NodeTools {

    private static final Map<String, String> QUIET = Map.of("REDOCLY_TELEMETRY", "off",
            "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true", "CI", "true");

    private final Path given;
    private final Path installed;

    /**
     * @param given     folder with {@code package.json} and its lock file
     * @param installed folder where they are installed
     */
    public NodeTools(String given, String installed) {
        this.given = Path.of(given).toAbsolutePath();
        this.installed = Path.of(installed).toAbsolutePath();
    }

    /** What the program says; its status stands beside it. The test is skipped by name where there is no npm. */
    public Said run(String program, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        install();
        List<String> command = new ArrayList<>(
                List.of(installed.resolve("node_modules/.bin").resolve(program).toString()));
        command.addAll(arguments);
        Path said = Path.of("target", program + ".txt");
        return new Said(run(command, environment, said), Files.readString(said));
    }

    /** How a program ended and what it said. */
    public record Said(int status, String text) {
    }

    /** Returns the folder in which they are installed; the test is skipped by name where there is no npm. */
    public Path installed() throws IOException, InterruptedException {
        install();
        return installed;
    }

    private void install() throws IOException, InterruptedException {
        try (Turn turn = Turn.of("npm")) {
            installOnce();
        }
    }

    private void installOnce() throws IOException, InterruptedException {
        Path lock = installed.resolve("package-lock.json");
        Path wanted = given.resolve("package-lock.json");
        if (Files.isDirectory(installed.resolve("node_modules")) && Files.mismatch(lock, wanted) < 0) {
            return;
        }
        Programs.need(isThere("npm"), "Node.js with npm is not there: " + given.getFileName() + " does not look");
        Files.createDirectories(installed);
        Files.write(installed.resolve("package.json"), Files.readAllBytes(given.resolve("package.json")));
        Files.write(lock, Files.readAllBytes(wanted));
        Path said = Path.of("target", "npm.txt");
        if (run(List.of("npm", "ci", "--prefix", installed.toString(), "--ignore-scripts", "--no-audit", "--no-fund"),
                Map.of(), said) != 0) {
            Files.delete(lock);
            String told = Files.readString(said);
            assertFalse(told.contains("EUSAGE"), "the lock file does not fit: " + told);
            assumeTrue(false, "npm cannot install " + given.getFileName() + ": " + told);
        }
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int run(List<String> command, Map<String, String> environment, Path said)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        process.environment().putAll(QUIET);
        process.environment().putAll(environment);
        Process running = process.start();
        assertTrue(running.waitFor(5, TimeUnit.MINUTES), () -> command + " does not end");
        return running.exitValue();
    }
}
