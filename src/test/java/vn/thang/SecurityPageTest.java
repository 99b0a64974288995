package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of security answers every requirement once, and what it calls held names tests that are there. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("src/site/security.md");
    private static final Pattern LINE = Pattern
            .compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| (.+?) \\| (held|open|not applicable) \\| (.*?) ?\\|");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:IT|Test))(?:\\.(\\w+))?`");
    /** So many requirements of the first two levels has each chapter of the standard. */
    private static final Map<Integer, Integer> REQUIREMENTS = Map.ofEntries(Map.entry(1, 27), Map.entry(2, 11),
            Map.entry(3, 19), Map.entry(4, 10), Map.entry(5, 9), Map.entry(6, 33), Map.entry(7, 18), Map.entry(8, 7),
            Map.entry(9, 7), Map.entry(10, 29), Map.entry(11, 13), Map.entry(12, 9), Map.entry(13, 13),
            Map.entry(14, 9),
            Map.entry(15, 13), Map.entry(16, 16), Map.entry(17, 7));

    private record Answer(String number, String text, String state, String tests) {
    }

    @Test
    void everyRequirementIsAnsweredOnce() throws IOException {
        Map<Integer, Integer> answered = new HashMap<>();
        Set<String> numbers = new HashSet<>();
        for (Answer answer : answers()) {
            assertTrue(numbers.add(answer.number()), answer::number);
            answered.merge(Integer.parseInt(answer.number().substring(0, answer.number().indexOf('.'))), 1,
                    Integer::sum);
        }
        assertEquals(REQUIREMENTS, answered);
    }

    @Test
    void whatIsHeldNamesTestsThatAreThere() throws IOException {
        Map<String, String> sources = sources(Path.of("src/test/java"), ".java");
        List<String> lost = new ArrayList<>();
        for (Answer answer : answers()) {
            Matcher test = NAMED.matcher(answer.tests());
            int named = 0;
            while (test.find()) {
                named++;
                String source = sources.getOrDefault(test.group(1) + ".java", "");
                if (source.isEmpty() || test.group(2) != null && !source.contains("void " + test.group(2) + "(")) {
                    lost.add(answer.number() + " " + test.group());
                }
            }
            assertTrue(named > 0 || !answer.state().equals("held"), () -> "no test behind " + answer.number());
        }
        assertEquals(List.of(), lost);
    }

    /** An open requirement says what is missing, and in more than a word. */
    @Test
    void whatIsOpenSaysWhatIsMissing() throws IOException {
        answers().stream().filter(answer -> answer.state().equals("open"))
                .forEach(answer -> assertTrue(answer.text().length() > 5, answer::number));
    }

    @Test
    void pagesEscapeWhatTheyShow() throws IOException {
        assertEquals(Set.of(), matching(Path.of("src/main/webapp"), ".xhtml", "escape=\"false\""));
    }

    @Test
    void scriptsMakeNoMarkupAndRunNoText() throws IOException {
        assertEquals(Set.of(), matching(Path.of("src/main/webapp/resources/thang"), ".js",
                "\\.(inner|outer)HTML\\s*=|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|addEventListener\\(['\"]message|__proto__"));
    }

    @Test
    void nothingIsRunThatATextNames() throws IOException {
        assertEquals(Set.of(), matching(Path.of("src/main/java"), ".java",
                "ProcessBuilder|Runtime\\.getRuntime\\(\\)\\.exec|ObjectInputStream|ScriptEngine|\\.lookup\\((?!\")|JsonbConfig\\(\\)\\.withAdapters"));
    }

    @Test
    void randomSecretsComeFromTheSecureSource() throws IOException {
        assertEquals(Set.of(),
                matching(Path.of("src/main/java/vn/thang/organisation"), ".java", "new Random\\(|Math\\.random"));
        assertEquals(Set.of(),
                matching(Path.of("src/main/java/vn/thang/security"), ".java", "new Random\\(|Math\\.random"));
    }

    /** Methods of doors that answer GET call no deed: what they call begins like a question. */
    @Test
    void nothingIsChangedByAnAddressAlone() throws IOException {
        Pattern get = Pattern.compile("@GET\\b(?:(?!@POST|@PUT|@DELETE).)*?\\{(.*?)\\n    \\}", Pattern.DOTALL);
        Set<String> changing = new TreeSet<>();
        for (Map.Entry<String, String> source : sources(Path.of("src/main/java"), "Resource.java").entrySet()) {
            Matcher method = get.matcher(source.getValue());
            while (method.find()) {
                if (Pattern.compile(
                        "\\.(save|attach|remove|delete|grant|publish|sign|submit|answer|drop|renew|set[A-Z]\\w*)\\(")
                        .matcher(method.group(1)).find()) {
                    changing.add(source.getKey());
                }
            }
        }
        assertEquals(Set.of(), changing);
    }

    /** Each setting that bounds something stands in the table of settings. */
    @Test
    void everySettingOfALimitIsTold() throws IOException {
        String told = Files.readString(Path.of("payara-config/README.md"));
        Pattern setting = Pattern.compile(
                "name = \"(thang\\.[a-z.-]*(?:bytes|per-minute|seconds|minutes|hours|ports|required|proxy))\"");
        Set<String> lost = new TreeSet<>();
        for (String source : sources(Path.of("src/main/java"), ".java").values()) {
            Matcher found = setting.matcher(source);
            while (found.find()) {
                String name = found.group(1).toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_");
                if (!told.contains(name)) {
                    lost.add(name);
                }
            }
        }
        assertEquals(Set.of(), lost);
    }

    /** Each setting that is a key or names a file of keys stands in the table of keys. */
    @Test
    void everyKeyIsTold() throws IOException {
        String page = Files.readString(PAGE);
        Pattern setting = Pattern.compile("^(THANG_\\w*(?:KEY|KEY_FILE|TOKEN|PASSWORD|CERTIFICATE_FILE))=",
                Pattern.MULTILINE);
        Set<String> lost = new TreeSet<>();
        Matcher found = setting.matcher(Files.readString(Path.of("payara-config/thang.env")));
        while (found.find()) {
            if (!page.contains("`" + found.group(1) + "`")) {
                lost.add(found.group(1));
            }
        }
        assertEquals(Set.of(), lost);
    }

    @Test
    void thePageSaysHowFastLibrariesAreRenewed() throws IOException {
        assertTrue(section("## Libraries").matches("(?s).*\\d+ days.*"));
    }

    @Test
    void thePageSaysWhatIsLoggedWhere() throws IOException {
        String section = section("## Logs");
        Stream.of("journal", "trail", "nginx", "UTC", "kept").forEach(word -> assertTrue(section.contains(word), word));
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(heading + "\n");
        assertTrue(from >= 0, heading);
        int to = page.indexOf("\n## ", from + 1);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private static List<Answer> answers() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher answer = LINE.matcher(line);
            if (answer.matches()) {
                answers.add(new Answer(answer.group(1), answer.group(3), answer.group(4), answer.group(5)));
            }
        }
        return answers;
    }

    private static Set<String> matching(Path folder, String ending, String forbidden) throws IOException {
        Pattern pattern = Pattern.compile(forbidden);
        Set<String> found = new TreeSet<>();
        sources(folder, ending).forEach((name, text) -> {
            if (pattern.matcher(text).find()) {
                found.add(name);
            }
        });
        return found;
    }

    private static Map<String, String> sources(Path folder, String ending) throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
                sources.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
