package vn.thang.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A catalog that holds a model of seven levels beside all that ship, for tests of what assumes five. */
public final class SevenLevels {

    private static final Path SHIPPED = Path.of("maturity-model");
    private static final Path SEVEN = Path.of("src/test/resources/catalog/seven");

    private SevenLevels() {
    }

    /** Writes it into the folder, and answers that. */
    public static Path beside(Path folder) throws IOException {
        copy(SHIPPED, folder);
        copy(SEVEN, folder.resolve("seven"));
        Path index = folder.resolve("index.yaml");
        Files.writeString(index, Files.readString(index)
                .replace("  eu-odm: [\"2023\"]\n", "  eu-odm: [\"2023\"]\n  seven: [\"1.0\"]\n"));
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
