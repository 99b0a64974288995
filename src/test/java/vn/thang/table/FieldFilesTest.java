package vn.thang.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file of the field is read by a test that names it: one that nobody names would be right only by its being there. */
class FieldFilesTest {

    @Test
    void everyFileOfTheFieldIsNamedByATest() throws IOException {
        List<String> files = files(Path.of("src/test/resources/field")).stream()
                .map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")).toList();
        assertFalse(files.isEmpty());
        String tests = files(Path.of("src/test/java")).stream().map(FieldFilesTest::read)
                .collect(Collectors.joining("\n"));
        assertEquals(List.of(), files.stream().filter(name -> !tests.contains(name)).toList());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
