package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule of the page on figures names its tests, and every test that it names is there. */
class FiguresPageTest {

    private static final Path PAGE = Path.of("src/site/figures.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:IT|Test))\\.(\\w+)`");

    @Test
    void theTestsOfEveryRuleAreThere() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        List<String> lost = new ArrayList<>();
        int rules = 0;
        for (String line : Files.readAllLines(PAGE)) {
            if (!line.startsWith("| ") || line.startsWith("| Rule") || line.startsWith("| ---")) {
                continue;
            }
            Matcher test = NAMED.matcher(line);
            int named = 0;
            while (test.find()) {
                named++;
                if (!sources.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "(")) {
                    lost.add(test.group());
                }
            }
            assertTrue(named > 0, () -> "no test behind: " + line);
            rules++;
        }
        assertEquals(List.of(), lost);
        assertTrue(rules > 30, "the page has lost its rules");
    }
}
