package vn.thang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.thang.audit.check.CheckFault;

/** What the trail tells in words of the code has a text for those who read it. */
class TrailTextsTest {

    private static final Pattern ACTION = Pattern.compile(
            "(?:new TrailLine\\(|\\bline\\((?:this, |event, )?|\\btold\\((?:this, |event, )?)\"([a-z]+(?:-[a-z]+)*)\""
                    + "|[?:] \"(?=[a-z]+-)([a-z-]+)\"");
    private static final Pattern SUBJECT = Pattern.compile("new TrailLine\\([^,]+,\\s*\"([a-z-]+)\"");

    @Test
    void everyActionAndSubjectOfAnEventHasItsText() throws IOException {
        Set<String> known = ResourceBundle.getBundle("i18n.messages", Locale.forLanguageTag("vi")).keySet();
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (Path source : events()) {
            String code = Files.readString(source);
            for (String action : words(ACTION, code)) {
                found++;
                if (!known.contains("trail.action." + action)) {
                    missing.add(source.getFileName() + " " + action);
                }
            }
            for (String subject : words(SUBJECT, code)) {
                if (!known.contains("trail.subject." + subject)) {
                    missing.add(source.getFileName() + " of " + subject);
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(found > 80, "actions are found no more: " + found);
    }

    @Test
    void everyFaultHasItsText() {
        Set<String> known = ResourceBundle.getBundle("i18n.messages", Locale.forLanguageTag("vi")).keySet();
        for (CheckFault.Kind kind : CheckFault.Kind.values()) {
            assertTrue(known.contains("trail.fault." + kind), kind::name);
        }
    }

    private static List<String> words(Pattern pattern, String code) {
        return pattern.matcher(code).results().map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }

    private static List<Path> events() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("Event.java")).toList();
        }
    }
}
