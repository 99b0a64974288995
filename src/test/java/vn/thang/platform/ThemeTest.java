package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The theme of the components is the one of the library in our tokens. */
class ThemeTest {

    private static final Pattern USED = Pattern.compile("var\\((--[a-z0-9-]+)\\)");

    private static final Pattern TAG = Pattern.compile("<p:(\\w+)");

    /** Tags that draw nothing, or nothing but what every component is made of. */
    private static final Set<String> DRAWN_BY_PARTS = Set.of("ajax", "chart", "column", "commandbutton", "outputlabel",
            "treenode");

    @Test
    void theThemeIsWhatTheProgramMakes() throws IOException {
        assertEquals(ThemeMaker.theme(), Files.readString(ThemeMaker.THEME));
    }

    @Test
    void everyTokenOfTheThemeIsOneOfThePages() throws IOException {
        String pages = Files.readString(Path.of("src/main/webapp/resources/thang/thang.css"));
        Set<String> unknown = new TreeSet<>();
        USED.matcher(Files.readString(ThemeMaker.THEME)).results().map((MatchResult used) -> used.group(1))
                .filter(token -> !pages.contains(token + ":")).forEach(unknown::add);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void aFamilyIsKeptWhereAPageHasItsComponent() throws IOException {
        Set<String> used = new TreeSet<>(Set.of("paginator", "chkbox"));
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                TAG.matcher(Files.readString(page)).results().map(tag -> tag.group(1).toLowerCase(Locale.ROOT))
                        .forEach(used::add);
            }
        }
        used.removeAll(DRAWN_BY_PARTS);
        assertEquals(used, new TreeSet<>(ThemeMaker.COMPONENTS));
    }

    @Test
    void coloursBecomeTokensAndOtherFamiliesGo() {
        assertEquals(".ui-button{color:var(--accent-ink);background:var(--accent);border-radius:var(--r-2)}\n",
                ThemeMaker.theme("""
                        .ui-button, .ui-carousel { color: #ffffff; background: #2196F3; border-radius: 4px; \
                        font-family: Arial; transition: color .2s }
                        .ui-carousel { color: #ffffff }"""));
    }
}
