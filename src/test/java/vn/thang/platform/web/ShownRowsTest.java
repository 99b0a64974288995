package vn.thang.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A button of a row says what stood in the row when it was shown: what is asked of the list again, as the press arrives, may be
 * another one at the same place, and somebody would agree to what they never saw.
 */
class ShownRowsTest {

    private static final Pattern REPEAT = Pattern.compile("<ui:repeat\\b[^>]*\\bvar=\"(\\w+)\"(.*?)</ui:repeat>",
            Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("action=\"#\\{([^\"]*)}\"");

    @Test
    void aButtonOfARowSendsWhatTheRowHasShown() throws IOException {
        Set<String> again = new TreeSet<>();
        int shown = 0;
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                Matcher repeat = REPEAT.matcher(Files.readString(page));
                while (repeat.find()) {
                    Matcher action = ACTION.matcher(repeat.group(2));
                    while (action.find()) {
                        shown += action.group(1).contains("paramValues.shown[at.index]") ? 1 : 0;
                        if (action.group(1).matches("(?s).*\\b" + repeat.group(1) + "\\b.*")) {
                            again.add(page + ": " + action.group(1));
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), again);
        assertTrue(shown > 10, "buttons of rows were looked at");
    }
}
