package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The glossary is kept: its rows are whole, its rejected words are gone, its names exist in the code. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("src/site/glossary.md");
    private static final List<String> LANGUAGES = List.of("vi", "en", "de");
    private static final String NO_NAME = "–";

    @Test
    void everyRowHasThreeLanguagesAndOneMeaning() throws IOException {
        Set<String> meanings = new HashSet<>();
        for (Row row : rows()) {
            row.terms().forEach(term -> assertTrue(!term.isBlank(), () -> "a term is missing: " + row));
            assertTrue(row.meaning().endsWith("."), () -> "the meaning is no sentence: " + row);
            assertTrue(meanings.add(row.meaning()), () -> "two rows mean the same: " + row);
        }
        assertTrue(meanings.size() >= 80, () -> meanings.size() + " rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void noTermIsRejectedElsewhere(String language) throws IOException {
        List<String> found = new ArrayList<>();
        for (String word : rejected(language)) {
            rows().stream().map(row -> row.terms().get(LANGUAGES.indexOf(language)))
                    .filter(term -> whole(word).matcher(term).find()).forEach(term -> found.add(term + ": " + word));
        }
        assertEquals(List.of(), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void rejectedWordsStandNowhere(String language) throws IOException {
        List<String> words = rejected(language);
        assertTrue(words.size() > 10, () -> "rejected in " + language + ": " + words);
        List<String> found = new ArrayList<>();
        for (Path file : texts(language)) {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                String said = said(file, lines.get(line));
                for (String word : words) {
                    if (whole(word).matcher(said).find()) {
                        found.add(file + ":" + (line + 1) + " says “" + word + "”: " + said);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    /** Definitions of reports hold each text in the three languages, one after the other. */
    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void rejectedWordsStandInNoReport(String language) throws IOException {
        List<String> words = rejected(language);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("reports"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                List<String> said = new ArrayList<>();
                collect(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)),
                        LANGUAGES.indexOf(language), said);
                said.forEach(text -> words.stream().filter(word -> whole(word).matcher(text).find())
                        .forEach(word -> found.add(file + " says “" + word + "”: " + text)));
            }
        }
        assertEquals(List.of(), found);
    }

    private static void collect(Object part, int place, List<String> said) {
        if (part instanceof Map<?, ?> map) {
            map.values().forEach(value -> collect(value, place, said));
        } else if (part instanceof List<?> list && list.size() == LANGUAGES.size()
                && list.stream().allMatch(String.class::isInstance)) {
            said.add((String) list.get(place));
        } else if (part instanceof List<?> list) {
            list.forEach(value -> collect(value, place, said));
        }
    }

    @Test
    void everyNameInCodeExists() throws IOException {
        JavaClasses code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.thang");
        List<String> unknown = rows().stream().map(Row::code).filter(name -> !name.equals(NO_NAME))
                .filter(name -> code.stream().noneMatch(type -> isNamed(type, name))).toList();
        assertEquals(List.of(), unknown);
    }

    private static boolean isNamed(JavaClass type, String name) {
        String[] parts = name.split("\\.");
        return type.getSimpleName().equals(parts[0]) && (parts.length == 1 || type.isEnum()
                && type.getFields().stream().anyMatch(field -> field.getName().equals(parts[1])));
    }

    /** What a line says: the text behind the key of a property, the whole line elsewhere. */
    private static String said(Path file, String line) {
        if (!file.toString().endsWith(".properties")) {
            return line;
        }
        return line.startsWith("#") ? "" : line.substring(line.indexOf('=') + 1);
    }

    private static Pattern whole(String word) {
        boolean anyEnding = word.endsWith("…");
        String written = anyEnding ? word.substring(0, word.length() - 1) : word;
        String end = anyEnding ? "" : "(?![\\p{L}\\p{N}_])";
        return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(written) + end,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<Path> texts(String language) throws IOException {
        List<Path> texts = new ArrayList<>();
        texts.add(Path.of("src/main/resources/i18n/messages_" + language + ".properties"));
        texts.add(Path.of("reports/texts." + language + ".yaml"));
        if (language.equals("en")) {
            texts.add(Path.of("README.md"));
            try (Stream<Path> documents = Files.walk(GLOSSARY.getParent())) {
                documents.filter(file -> file.toString().endsWith(".md") && !file.equals(GLOSSARY)).forEach(texts::add);
            }
        }
        return texts;
    }

    private static List<String> rejected(String language) throws IOException {
        return rows().stream().flatMap(row -> Stream.of(row.rejected().split(";")))
                .map(String::strip).filter(words -> words.startsWith(language + ":"))
                .flatMap(words -> Stream.of(words.substring(language.length() + 1).split(",")))
                .map(String::strip).toList();
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(GLOSSARY).stream().filter(line -> line.startsWith("| ") && !line.startsWith("| vi |")
                && !line.startsWith("| ---")).map(Row::of).toList();
    }

    private record Row(List<String> terms, String meaning, String code, String rejected) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            assertEquals(LANGUAGES.size() + 5, cells.length, () -> "cells of: " + line);
            List<String> terms = Stream.of(cells).skip(1).limit(LANGUAGES.size()).map(String::strip).toList();
            return new Row(terms, cells[4].strip(), cells[5].strip().replace("`", ""), cells[6].strip());
        }
    }
}
