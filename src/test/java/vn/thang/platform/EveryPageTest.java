package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every page is shown to axe by a test of {@code mvn verify}: one names its address, or the page is reached there by following
 * links and stands below. {@link EveryPageBrowserIT} looks at them in all appearances, with {@code -Pproduction} only.
 */
class EveryPageTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern SHOWN = Pattern.compile("Browser\\.assert(Fit|Accessible)\\(");

    /** Pages that are reached by links, with the test that shows them to axe. */
    private static final Map<String, String> REACHED = Map.ofEntries(
            Map.entry("/assessment/below.xhtml", "FullRoundBrowserIT"),
            Map.entry("/assessment/carry-over.xhtml", "CarryOverBrowserIT"),
            Map.entry("/assessment/completeness.xhtml", "SigningBrowserIT"),
            Map.entry("/assessment/decide.xhtml", "FullRoundBrowserIT"),
            Map.entry("/assessment/extensions.xhtml", "StagesBrowserIT"),
            Map.entry("/assessment/minutes.xhtml", "FullRoundBrowserIT"),
            Map.entry("/assessment/provisional.xhtml", "FullRoundBrowserIT"),
            Map.entry("/assessment/second.xhtml", "SecondReviewBrowserIT"),
            Map.entry("/assessment/sign.xhtml", "SigningBrowserIT"),
            Map.entry("/assessment/stages.xhtml", "StagesBrowserIT"),
            Map.entry("/drafting/difference.xhtml", "DraftingBrowserIT"),
            Map.entry("/drafting/draft.xhtml", "DraftingBrowserIT"),
            Map.entry("/drafting/effect.xhtml", "DraftingBrowserIT"),
            Map.entry("/drafting/preview.xhtml", "DraftingBrowserIT"),
            Map.entry("/drafting/programme.xhtml", "DraftingBrowserIT"),
            Map.entry("/drafting/replay.xhtml", "DraftingBrowserIT"),
            Map.entry("/indicator/catalogue.xhtml", "CatalogueBrowserIT"),
            Map.entry("/indicator/denominators.xhtml", "SheetBrowserIT"),
            Map.entry("/indicator/jump.xhtml", "JumpBrowserIT"),
            Map.entry("/indicator/open-data-agency.xhtml", "ConnectorsBrowserIT"),
            Map.entry("/matter/decision.xhtml", "MeetingBrowserIT"),
            Map.entry("/matter/meeting.xhtml", "MeetingBrowserIT"),
            Map.entry("/organisation/person.xhtml", "ListBrowserIT"),
            Map.entry("/organisation/roster.xhtml", "DoorsBrowserIT"),
            Map.entry("/proof/round.xhtml", "ProofBrowserIT"),
            Map.entry("/report/form.xhtml", "ReportFormBrowserIT"),
            Map.entry("/sampling/sample.xhtml", "ProofBrowserIT"));

    @Test
    void everyPageIsShownToAxe() throws IOException {
        Map<String, String> looking = looking();
        List<String> pages = pages();
        assertTrue(pages.size() > 80, pages::toString);
        assertEquals(List.of(), pages.stream().filter(page -> !REACHED.containsKey(page) && looking.values().stream()
                .noneMatch(test -> test.contains("\"" + page + "\"") || test.contains("\"" + page + "?"))).toList());
        assertEquals(new TreeSet<>(), REACHED.keySet().stream().filter(page -> !pages.contains(page))
                .collect(Collectors.toCollection(TreeSet::new)), "there is no such page any more");
        assertEquals(new TreeSet<>(), REACHED.values().stream().filter(test -> !looking.containsKey(test))
                .collect(Collectors.toCollection(TreeSet::new)), "shows nothing to axe");
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF/")).sorted().toList();
        }
    }

    /** The tests that show pages to axe, by their names. */
    private static Map<String, String> looking() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("BrowserIT.java")).map(EveryPageTest::read)
                    .filter(test -> SHOWN.matcher(test.getValue()).find()
                            && !test.getValue().contains("\n@Tag(\"matrix\")"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static Map.Entry<String, String> read(Path file) {
        try {
            return Map.entry(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
