package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The last release, as payara-config/RELEASE names it.
 *
 * @param commit that it was made of
 * @param schema the newest migration in it
 */
record Release(String commit, int schema) {

    private static final Path FILE = Path.of("payara-config/RELEASE");
    private static final int LONGEST_MINUTES = 15;

    static Release last() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(FILE)) {
            properties.load(in);
        }
        return new Release(properties.getProperty("commit"), Integer.parseInt(properties.getProperty("schema")));
    }

    /** Its sources, laid out under target; the test is skipped by name where this clone has no such history. */
    Path sources() throws IOException, InterruptedException {
        Path sources = Path.of("target/release").resolve(commit);
        if (Files.notExists(sources.resolve("pom.xml"))) {
            assumeTrue(hasHistory(),
                    "this copy of the sources does not have the commit of the last release, " + commit);
            Path archive = sources.resolveSibling(commit + ".tar");
            Files.createDirectories(sources);
            assertEquals(0, command(Path.of("."), "git", "archive", "--output", archive.toString(), commit));
            assertEquals(0, command(Path.of("."), "tar", "-x", "-f", archive.toString(), "-C", sources.toString()));
            Files.delete(archive);
        }
        return sources;
    }

    private boolean hasHistory() throws InterruptedException {
        try {
            return command(Path.of("."), "git", "cat-file", "-e", commit + "^{commit}") == 0;
        } catch (IOException noGit) {
            return false;
        }
    }

    /** Its war, built from its sources once. */
    Path war() throws IOException, InterruptedException {
        Path kept = Path.of("target/release").resolve(commit + ".war");
        if (Files.notExists(kept)) {
            Path sources = sources();
            assertEquals(0,
                    command(sources, "mvn", "-B", "-ntp", "-q", "-Dmaven.test.skip=true", "-Dformatter.skip=true",
                            "-Dcyclonedx.skip=true", "package"),
                    "the release is not built: see target/release.log");
            Files.move(sources.resolve("target/thang.war"), kept, StandardCopyOption.REPLACE_EXISTING);
        }
        return kept;
    }

    /** The addresses of its pages. */
    List<String> pages() throws IOException, InterruptedException {
        Path root = sources().resolve("src/main/webapp");
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> "/" + root.relativize(file)).filter(page -> page.endsWith(".xhtml")
                    && !page.startsWith("/WEB-INF/") && !page.startsWith("/resources/")).sorted().toList();
        }
    }

    private static int command(Path folder, String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(Path.of("target/release.log").toFile()).start();
        try {
            assertTrue(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES), () -> String.join(" ", words));
            return process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
