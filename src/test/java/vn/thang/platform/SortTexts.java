package vn.thang.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the texts of the application into their order, with their contract at the top. It needs nothing but a JDK:
 * {@code java src/test/java/vn/thang/platform/SortTexts.java}.
 */
final class SortTexts {

    static final List<Path> FILES = List.of("vi", "en", "de").stream()
            .map(language -> Path.of("src/main/resources/i18n/messages_" + language + ".properties")).toList();

    private static final String CONTRACT = """
            # The texts of the application. This contract is the same in the three files, and so are the keys.
            #
            # Key: first what it belongs to, then what it says; parts are joined by dots, words by hyphens, and
            #   constants of the code stand as they are: notice.kind.RETURNED. What explains a text has its key with
            #   a further word: round.close and round.close-help.
            # Order: by the first part, then by key, with a blank line and a comment before each first part. Do not
            #   sort by hand: java src/test/java/vn/thang/platform/SortTexts.java
            # Languages: Vietnamese first, as an authority writes. Every key has its text in all three, with the
            #   same arguments.
            # Arguments: {0}, {1} ... are put in by MessageFormat; days and numbers come written in the language of
            #   the person. A straight apostrophe quotes there, so texts with arguments have none: write ’ instead.
            # Plurals: there are no plural forms. A text fits every number: Agencies still needed: {0}
            # Words: src/site/glossary.md says which word is used for what. GlossaryTest and TextsTest keep all of
            #   this.
            """;

    private SortTexts() {
    }

    public static void main(String[] none) throws IOException {
        for (Path file : FILES) {
            Files.writeString(file, sorted(Files.readAllLines(file)));
        }
    }

    /** The content of a file in order; a line that is no text, or a key that stands twice, is refused. */
    static String sorted(List<String> lines) {
        Map<String, Map<String, String>> groups = new TreeMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int end = line.indexOf('=');
            if (!line.matches("[\\w.-]+=.*")) {
                throw new IllegalArgumentException("no text: " + line);
            }
            String key = line.substring(0, end);
            if (groups.computeIfAbsent(key.split("\\.")[0], group -> new TreeMap<>()).put(key, line) != null) {
                throw new IllegalArgumentException("twice: " + key);
            }
        }
        StringBuilder content = new StringBuilder(CONTRACT);
        groups.forEach((group, texts) -> content.append("\n# ").append(group).append('\n')
                .append(String.join("\n", texts.values())).append('\n'));
        return content.toString();
    }
}
