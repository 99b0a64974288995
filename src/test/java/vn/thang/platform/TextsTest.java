package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the texts: every key in every language, every key that a page asks for. */
class TextsTest {

    private static final Pattern KEY_IN_PAGE = Pattern.compile("msg\\['([\\w.-]+)'\\]");
    private static final Pattern KEY_IN_CLASS = Pattern.compile(
            "(?:BusinessException(?:\\.\\w+)?|language\\.text|notices\\.say|Texts\\.text|GivenText\\.\\w+)\\("
                    + "(?:[^()\";]*, ?)?\\s*\"(\\w[\\w.-]*\\.[\\w.-]*\\w)\"\\s*[,)]");
    /** Names that are the same in every language. */
    private static final Set<String> NAMES = Set.of("Thang", "PNG", "SVG", "CSV");
    private static final Pattern SENTENCE = Pattern.compile(">\\s*([^<>#{}&]*\\p{L}{3,}[^<>#{}&]*)<");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyKeyInEveryLanguage(String language) {
        assertEquals(new TreeSet<>(texts("vi").stringPropertyNames()),
                new TreeSet<>(texts(language).stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void noKeyTwiceAndNoEmptyText(String language) throws IOException {
        List<String> keys;
        try (var lines = Files.lines(Path.of("src/main/resources/i18n/messages_" + language + ".properties"))) {
            keys = lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('='))).toList();
        }
        Set<String> seen = new TreeSet<>();
        keys.forEach(key -> assertTrue(seen.add(key), () -> key + " stands twice"));
        texts(language).forEach((key, text) -> assertFalse(text.toString().isBlank(), () -> key + " is empty"));
    }

    @Test
    void sortedAndGroupedUnderTheContract() throws IOException {
        for (Path file : SortTexts.FILES) {
            assertEquals(SortTexts.sorted(Files.readAllLines(file)), Files.readString(file),
                    () -> file + " is not in order; java src/test/java/vn/thang/platform/SortTexts.java sorts it");
        }
    }

    @Test
    void sortingRefusesWhatIsNoTextAndWhatStandsTwice() {
        assertTrue(SortTexts.sorted(List.of("b.a=2", "", "# c", "a.b=1", "b-c.a=3"))
                .endsWith("\n# a\na.b=1\n\n# b\nb.a=2\n\n# b-c\nb-c.a=3\n"));
        assertThrows(IllegalArgumentException.class, () -> SortTexts.sorted(List.of("<<<<<<< HEAD")));
        assertThrows(IllegalArgumentException.class, () -> SortTexts.sorted(List.of("a.b=1", "a.b=2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void noStraightApostropheInATextWithArguments(String language) {
        texts(language).forEach((key, text) -> assertFalse(
                text.toString().matches("(?s)(.*'.*\\{\\d.*|.*\\{\\d.*'.*)"), () -> key + " quotes: " + text));
    }

    /** Actions and subjects of the trail stand beside each other in one column and in one menu. */
    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void whatTheTrailNamesBeginsWithACapital(String language) {
        texts(language).forEach((key, text) -> assertTrue(!key.toString().matches("trail\\.(action|subject)\\..*")
                || Character.isUpperCase(text.toString().codePointAt(0)), () -> key + " begins small: " + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void sameArgumentsInEveryLanguage(String language) {
        Properties vietnamese = texts("vi");
        texts(language).forEach((key, text) -> assertEquals(
                arguments(vietnamese.getProperty(key.toString())), arguments(text.toString()), key::toString));
    }

    @Test
    void everyKeyOfAPageExists() throws IOException {
        Set<String> known = texts("vi").stringPropertyNames();
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            Matcher key = KEY_IN_PAGE.matcher(Files.readString(page));
            while (key.find()) {
                if (!known.contains(key.group(1))) {
                    missing.add(page + ": " + key.group(1));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    /** What a class says to a person it names by a key: refusals, notices of pages, sentences. */
    @Test
    void everyKeyOfAClassExists() throws IOException {
        Set<String> known = texts("vi").stringPropertyNames();
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (Path source : sources()) {
            Matcher key = KEY_IN_CLASS.matcher(Files.readString(source));
            while (key.find()) {
                found++;
                if (!known.contains(key.group(1))) {
                    missing.add(source + ": " + key.group(1));
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(found > 300, "keys are found no more: " + found);
    }

    /** A parameter of a button becomes a script that only pages with a component of the library can run. */
    @Test
    void noButtonOfAPageNeedsAScript() throws IOException {
        Pattern button = Pattern.compile("<h:commandButton[^>]*[^/]>(?:(?!</h:commandButton>).)*<f:(param|ajax)",
                Pattern.DOTALL);
        for (Path page : pages()) {
            String text = Files.readString(page);
            assertFalse(button.matcher(text).find() || text.contains("<h:commandLink"), page::toString);
        }
    }

    /** The browser would write days, and months alone, as its own language does, and not as that of the person. */
    @Test
    void noFieldLeavesTheFormOfADayToTheBrowser() throws IOException {
        Pattern field = Pattern.compile("type=\"(date|month|week|time|datetime-local)\"");
        for (Path page : pages()) {
            assertFalse(field.matcher(Files.readString(page)).find(), page::toString);
        }
    }

    @Test
    void noSentenceStandsInAPage() throws IOException {
        for (Path page : pages()) {
            Matcher sentence = SENTENCE.matcher(Files.readString(page).replaceAll("(?s)<!--.*?-->", ""));
            while (sentence.find()) {
                if (!NAMES.contains(sentence.group(1).strip())) {
                    fail(page + " holds the text: " + sentence.group(1).strip());
                }
            }
        }
    }

    @Test
    void saysTextsInTheFormatsOfTheLanguage() {
        assertEquals("Đăng nhập", Texts.text(Locale.forLanguageTag("vi"), "login.title"));
        assertEquals("Anmelden", Texts.text(Locale.forLanguageTag("de-AT"), "login.title"));
        assertEquals("Đăng nhập", Texts.text(Locale.FRENCH, "login.title"));
        assertEquals("Account x does not exist.", Texts.text(Locale.ENGLISH, "security.unknown-person", "x"));
    }

    private static Set<String> arguments(String pattern) {
        assertTrue(new MessageFormat(pattern) != null);
        return Pattern.compile("\\{(\\d+)").matcher(pattern).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (var file = TextsTest.class.getResourceAsStream("/i18n/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
