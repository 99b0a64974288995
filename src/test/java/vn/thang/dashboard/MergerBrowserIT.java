package vn.thang.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** A province went into another one and a third closed without a successor: the pages tell both, and leave the past as it was. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MergerBrowserIT {

    private static final String LAST_DAY = "2025-09-30";
    private static final String TARGET = "/dashboard/target.xhtml?code=P2-08";
    private static final String MARK = "trước khi sáp nhập";
    private static final String NOTE = "chỉ số là trung bình cộng của các cơ quan nay là một";
    private static final Pattern COVERAGE = Pattern.compile("(\\d+)/(\\d+) cơ quan đã báo cáo \\(100%\\)");
    private static final Pattern JOINED = Pattern.compile("Chuỗi của (\\d+) cơ quan đã sáp nhập được gộp vào");

    /** What was computed a moment ago belongs to the rounds and readings as they were. */
    private static void change(String... statements) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("UPDATE assessment_round SET version = version + 1");
            statement.execute("UPDATE reading_source SET batches = batches + 1 ORDER BY code LIMIT 1");
        }
    }

    @AfterEach
    void asItWas() throws SQLException {
        change("DELETE p FROM agency_predecessor p JOIN agency s ON s.id = p.agency_id JOIN agency f ON f.id ="
                + " p.predecessor_id WHERE s.code = '15' AND f.code = '48'",
                "UPDATE agency SET valid_to = NULL WHERE code IN ('48', '04')");
    }

    @Test
    void theTargetGoesOnWithThoseThatAreThereAndItsPastStays() throws SQLException {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            String text = main(page, TARGET);
            int due = number(text, COVERAGE, 2);
            int joined = number(text, JOINED, 1);
            List<String> past = past(page);
            assertTrue(past.size() > 2);
            change("UPDATE agency SET valid_to = '" + LAST_DAY + "' WHERE code IN ('48', '04')",
                    "INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT s.id, f.id FROM agency s JOIN agency f"
                            + " ON f.code = '48' WHERE s.code = '15'");
            text = main(page, TARGET);
            assertEquals(List.of(due - 2, due - 2), List.of(number(text, COVERAGE, 1), number(text, COVERAGE, 2)));
            assertEquals(joined + 1, number(text, JOINED, 1), "who closed goes on in nobody");
            assertEquals(past, past(page));
            assertTrue(csv(page).contains("Từ 01/10/2025, 1 cơ quan đã sáp nhập vào cơ quan khác."));
            assertThat(page.locator("main")).containsText("Từ 01/10/2025, 1 cơ quan đã sáp nhập vào cơ quan khác.");
            Browser.assertFit(page, "target-merged");
            String missing = main(page, "/dashboard/missing.xhtml?code=P2-08&type=province");
            assertFalse(missing.contains("Đà Nẵng") || missing.contains("Cao Bằng"), missing);
            assertTrue(missing.contains("Lào Cai"), missing);
        }
    }

    @Test
    void whatAnAgencyWasBeforeAMergerIsMarkedWhereverItIsShown() throws SQLException {
        List<String> addresses = List.of("/organisation/agency.xhtml?code=15",
                "/dashboard/compare.xhtml?agency=15&agency=01", "/dashboard/scorecard.xhtml?agency=15&round=2025");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            for (String address : addresses) {
                main(page, address);
                assertThat(page.locator("main")).not().containsText(MARK);
            }
            change("UPDATE agency SET valid_to = '" + LAST_DAY + "' WHERE code = '48'",
                    "INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT s.id, f.id FROM agency s JOIN agency f"
                            + " ON f.code = '48' WHERE s.code = '15'");
            for (String address : addresses) {
                main(page, address);
                Locator main = page.locator("main");
                assertThat(main).containsText(MARK);
                assertThat(main).containsText(NOTE);
            }
            main(page, addresses.get(0));
            assertThat(page.locator("section[aria-labelledby=rounds] tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("2024"))).containsText(MARK);
            Browser.assertFit(page, "profile-merged");
            main(page, "/dashboard/compare.xhtml?agency=01&agency=04");
            assertThat(page.locator("main")).not().containsText(MARK);
        }
    }

    private static String main(Page page, String address) {
        assertEquals(200, page.navigate(Browser.address(address)).status(), address);
        return page.locator("main").innerText();
    }

    private static int number(String text, Pattern pattern, int group) {
        MatchResult found = pattern.matcher(text).results().findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is not in " + text));
        return Integer.parseInt(found.group(group));
    }

    private static String csv(Page page) {
        return page.request().get(Browser.address("/api/v1/targets/P2-08/trajectory.csv")).text();
    }

    /** The values until the last day of those that are no more. */
    private static List<String> past(Page page) {
        return csv(page).lines().filter(line -> line.startsWith("reached,"))
                .filter(line -> line.split(",")[1].compareTo(LAST_DAY) <= 0).toList();
    }
}
