package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules for the machine that watches say the same as the page of operation. */
class WatchFilesTest {

    private static String alert(Need.Kind kind) {
        return "Thang" + Arrays.stream(kind.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }

    @Test
    void everythingThatNeedsAHandHasItsRule() throws IOException {
        Set<String> known = WatchFiles.rules().stream().map(WatchFiles.Rule::name).collect(Collectors.toSet());
        Set<String> missing = Arrays.stream(Need.Kind.values()).map(WatchFilesTest::alert)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(known);
        assertEquals(Set.of(), missing);
    }

    /** Page and rule speak at the same limit. */
    @Test
    void limitsAreThoseOfThePage() throws IOException {
        Map<String, String> expressions = WatchFiles.rules().stream()
                .collect(Collectors.toMap(WatchFiles.Rule::name, WatchFiles.Rule::expression));
        assertTrue(expressions.get("ThangWorkLate").endsWith("> " + Need.WORK_WAITS.toSeconds()));
        assertTrue(expressions.get("ThangMailsBehind").endsWith("> " + Need.MAIL_WAITS.toSeconds()));
        assertTrue(expressions.get("ThangTrailLate").endsWith("> " + Need.TRAIL_WAITS.toSeconds()));
        assertTrue(expressions.get("ThangAnchorLate").endsWith("> " + Need.ANCHOR_WAITS.toSeconds()));
        assertTrue(expressions.get("ThangBackupLate").endsWith("> " + Need.BACKUP_HOLDS.toSeconds()));
        assertTrue(expressions.get("ThangTransactionOld").endsWith("> " + Need.TRANSACTION_LASTS.toSeconds()));
        assertTrue(expressions.get("ThangDiskLow").contains("< " + Need.DISK_FREE + " *"));
        assertTrue(expressions.get("ThangConnectionsFew").contains("> " + Need.CONNECTIONS_USED + " *"));
    }

    @Test
    void everyRuleIsToldInBothLanguagesAndLeadsToTheHandbook() throws IOException {
        List<WatchFiles.Rule> rules = WatchFiles.rules();
        assertEquals(rules.size(), rules.stream().map(WatchFiles.Rule::name).distinct().count());
        for (WatchFiles.Rule rule : rules) {
            assertTrue(Set.of("page", "ticket").contains(rule.severity()), rule.name());
            assertFalse(rule.annotations().get("summary").isBlank(), rule.name());
            assertFalse(rule.annotations().get("summary_vi").isBlank(), rule.name());
            assertEquals("operation.md#" + rule.name().toLowerCase(java.util.Locale.ROOT),
                    rule.annotations().get("handbook"));
        }
    }
}
