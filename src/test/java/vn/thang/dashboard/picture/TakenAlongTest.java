package vn.thang.dashboard.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.dashboard.round.PictureForm;

/** Each picture that a page lets people take along has an address in every form; the page cannot know. */
class TakenAlongTest {

    private static final Pattern TAKEN = Pattern
            .compile("<t:(?:take|picture)\\b[^>]*\\bfile=\"((?:#\\{[^}]*}|[^\"#])+)\"");
    private static final Pattern PATH = Pattern.compile("@Path\\(\"([^\"]+)\"\\)");

    @Test
    void everyPictureOnAPageCanBeTakenAlongInEveryForm() throws IOException {
        Set<String> taken = files("src/main/webapp", ".xhtml").stream()
                .flatMap(file -> TAKEN.matcher(file).results().map(found -> found.group(1)))
                .filter(file -> !file.equals("#{file}")).map(TakenAlongTest::anyNamed)
                .flatMap(file -> Stream.of(PictureForm.values())
                        .map(form -> file + "." + form.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(taken.isEmpty());
        taken.removeAll(files("src/main/java/vn/thang", "Resource.java").stream().flatMap(TakenAlongTest::addresses)
                .collect(Collectors.toSet()));
        assertEquals(Set.of(), taken);
    }

    /** Of a resource: the path of the class is the first one, below it those of its methods. */
    private static Stream<String> addresses(String resource) {
        List<String> paths = PATH.matcher(resource).results().map((MatchResult found) -> found.group(1)).toList();
        return paths.stream().skip(1).map(path -> anyNamed(paths.get(0) + "/" + path));
    }

    private static String anyNamed(String path) {
        return path.replaceAll("#?\\{[^}]*}", "*");
    }

    private static List<String> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<String> contents = new ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
                contents.add(Files.readString(file));
            }
            return contents;
        }
    }
}
