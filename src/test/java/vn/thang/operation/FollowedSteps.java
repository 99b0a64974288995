package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Does commands of the handbook in a folder instead of on the machine. Programs that would change the machine are stood in for, and
 * each call of them is written down.
 */
final class FollowedSteps {

    private static final int LONGEST_MINUTES = 5;

    private final Path folder;
    private final Path programs;
    private final Map<String, String> settings = new HashMap<>();

    FollowedSteps(Path folder) throws IOException {
        this.folder = folder;
        this.programs = Files.createDirectory(folder.resolve("programs"));
        Files.createFile(folder.resolve("calls"));
    }

    /** @param instead what is done instead, in bash, by the arguments of the program */
    FollowedSteps standsIn(String program, String instead) throws IOException {
        Path file = Files.writeString(programs.resolve(program), "#!/usr/bin/env bash\necho \"%s $*\" >> '%s'\n%s\n"
                .formatted(program, folder.resolve("calls"), instead));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    FollowedSteps with(Map<String, String> environment) {
        settings.putAll(environment);
        return this;
    }

    /** What the programs that are stood in for were called for, in order. */
    List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).stream().map(String::strip).toList();
    }

    /** Does the commands from a folder, line by line as an operator does, and returns what they said; the first that fails ends it. */
    String follow(String commands, Path from, String typed) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder bash = new ProcessBuilder("bash", "-o", "pipefail", "-ec", commands).directory(from.toFile())
                .redirectErrorStream(true).redirectOutput(said.toFile())
                .redirectInput(Files.writeString(folder.resolve("typed"), typed).toFile());
        bash.environment().putAll(settings);
        bash.environment().put("PATH", programs + ":" + Path.of(System.getProperty("java.home"), "bin") + ":"
                + System.getenv("PATH"));
        Process process = bash.start();
        assertTrue(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES), commands);
        String text = Files.readString(said);
        assertEquals(0, process.exitValue(), () -> commands + "\n" + text);
        return text;
    }
}
