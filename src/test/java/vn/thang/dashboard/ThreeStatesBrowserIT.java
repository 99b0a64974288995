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
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** The pages tell the truth while a round runs, while none does, and after one was withdrawn. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ThreeStatesBrowserIT {

    private static final Pattern WORD = Pattern.compile("Tự đánh giá|Có căn cứ|Đã xác nhận|Độ tin cậy yếu");
    private static final String RUNS = "đang diễn ra";

    @AfterEach
    void asItWas() throws SQLException {
        state("2025", "PUBLISHED");
        state("2026", "OPEN");
    }

    private static void state(String round, String state) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement
                    .execute("UPDATE assessment_round SET state = '" + state + "', version = version + 1 WHERE code = '"
                            + round + "' AND state <> '" + state + "'");
        }
    }

    private static String main(Page page, String address) {
        assertEquals(200, page.navigate(Browser.address(address)).status(), address);
        return page.locator("main").innerText();
    }

    /** The round of 2026 runs: it is news beside the figures of 2025, and preliminary wherever it is looked at itself. */
    @Test
    void whatIsNotPublishedIsCalledPreliminaryWhereverItStands() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            assertTrue(main(page, "/dashboard/target.xhtml?code=P1-08").contains("Đợt đang diễn ra"));
            assertThat(page.locator("dl.facts")).containsText("(tạm tính): đã nộp");
            assertThat(page.locator("dl.facts")).containsText("Chính thức");
            assertFalse(main(page, "/dashboard/target.xhtml?code=P1-02").contains("Đợt đang diễn ra"), "not of rounds");
            assertTrue(main(page, "/dashboard/index.xhtml").contains(RUNS + " (tạm tính)"));
            assertTrue(main(page, "/dashboard/agencies.xhtml").contains("Kết quả: Tạm tính"));
            assertTrue(main(page, "/dashboard/agencies.xhtml?round=2025").contains("Kết quả: Chính thức"));
            assertTrue(main(page, "/dashboard/heatmap.xhtml?round=2026").contains("kết quả tạm tính, chưa công bố"));
            assertThat(heading(page, "/dashboard/robustness.xhtml?round=2026")).containsText("Tạm tính");
            assertThat(heading(page, "/dashboard/robustness.xhtml?round=2025")).containsText("Chính thức");
            Page reviewer = browser.signIn("thamdinh");
            String queue = main(reviewer, "/assessment/queue.xhtml");
            assertTrue(queue.contains("Tạm tính") && !queue.contains("Chính thức"), queue);
            assertTrue(main(browser.signIn("canbo"), "/index.xhtml").contains("Chính thức"), "rounds of before");
        }
    }

    private static Locator heading(Page page, String address) {
        main(page, address);
        return page.locator("main h2").first();
    }

    @Test
    void whereNoRoundRunsNothingIsNews() throws SQLException {
        state("2026", "PLANNED");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            for (String address : List.of("/dashboard/index.xhtml", "/dashboard/target.xhtml?code=P1-08",
                    "/dashboard/heatmap.xhtml", "/dashboard/agencies.xhtml", "/organisation/agency.xhtml?code=15")) {
                String text = main(page, address);
                assertFalse(text.contains(RUNS) || text.contains("ạm tính"), () -> address + ": " + text);
            }
            assertThat(page.locator("main")).containsText("Đợt 2025");
        }
    }

    /** Two of three agencies handed in: the round is official, moves nothing of the country, and says so. */
    @Test
    void aRoundToWhichFewCameIsNamedBesideTheFiguresThatStay() throws SQLException {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            main(page, "/dashboard/targets.xhtml");
            List<String> before = page.locator("table.targets tbody tr").allInnerTexts();
            state("2026", "PUBLISHED");
            main(page, "/dashboard/targets.xhtml");
            assertEquals(before, page.locator("table.targets tbody tr").allInnerTexts());
            main(page, "/dashboard/index.xhtml");
            assertThat(page.locator("#thin")).containsText("nên không tính vào số liệu toàn quốc");
            assertThat(page.locator("#thin")).containsText("Số liệu toàn quốc vẫn theo Đợt 2025");
            assertTrue(main(page, "/dashboard/index.xhtml?round=2026").contains("chưa đủ 80%"));
            assertThat(page.locator("#thin")).hasCount(0);
        }
    }

    /** After 2025 was withdrawn the figures are those of 2024, which are too old, and say so. */
    @Test
    void afterAWithdrawalTheFigureBeforeStandsAndSaysThatItIsOld() throws SQLException {
        state("2025", "WITHDRAWN");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            main(page, "/dashboard/target.xhtml?code=P1-08");
            Locator facts = page.locator("dl.facts");
            assertThat(facts).containsText("Đợt 2024");
            assertThat(facts).containsText("Độ tin cậy yếu");
            assertThat(facts).containsText("quá hạn từ sau ngày 31/12/2025");
            assertThat(facts.locator(".status.risk").first()).isVisible();
            Browser.assertFit(page, "target-withdrawn");
            for (String address : List.of("/dashboard/index.xhtml?round=2025", "/dashboard/heatmap.xhtml?round=2025",
                    "/dashboard/agencies.xhtml?round=2025", "/dashboard/scorecard.xhtml?agency=15&round=2025")) {
                String text = main(page, address);
                assertTrue(text.contains("thu hồi") && !text.contains("Kết quả chính thức,"),
                        () -> address + ": " + text);
            }
            String own = main(browser.signIn("canbo"), "/index.xhtml");
            assertTrue(own.contains("Đã thu hồi") && own.contains("Chính thức"), own);
        }
    }

    @Test
    void theWordOfConfidenceStandsBesideEveryFigure() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            main(page, "/dashboard/targets.xhtml");
            for (Locator row : page.locator("table.targets tbody tr").all()) {
                assertThat(row).containsText(WORD);
            }
            main(page, "/dashboard/index.xhtml");
            assertThat(page.locator("section.answer")).containsText(WORD);
            for (Locator row : page.locator("table.targets tbody tr, table.types tbody tr").all()) {
                assertThat(row).containsText(WORD);
            }
            main(page, "/dashboard/heatmap.xhtml");
            Locator lines = page.locator("table.heat tbody tr:not(.median)");
            assertTrue(lines.count() > 20);
            assertEquals(lines.count(), lines.filter(new Locator.FilterOptions().setHasText(WORD)).count());
            main(page, "/organisation/agency.xhtml?code=15");
            assertThat(page.locator("section[aria-labelledby=result]")).containsText(WORD);
            main(page, "/dashboard/scorecard.xhtml?agency=15&round=2025");
            assertThat(page.locator("section.scores")).containsText(WORD);
            main(page, "/dashboard/compare.xhtml?agency=15&agency=79");
            assertEquals(2, page.locator("table.side-by-side td.small")
                    .filter(new Locator.FilterOptions().setHasText(WORD)).count());
            Browser.assertFit(page, "compare-confidence");
        }
    }

    /** The exact index of the whole less those of the other dimensions would be that of the restricted one. */
    @Test
    void aLeaderSeesNoExactIndexOfTheWhole() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            String outside = main(leader, "/dashboard/scorecard.xhtml?agency=15&round=2025");
            assertFalse(outside.contains("Giá trị chính xác"));
            assertTrue(leader.locator("section.scores").innerText().matches("(?s).*Chỉ số \\d,\\d\\s.*"));
            assertFalse(leader.locator("section.scores").innerText().matches("(?s).*Chỉ số \\d,\\d\\d.*"));
            Page officer = browser.signIn("canbo");
            assertTrue(main(officer, "/dashboard/scorecard.xhtml?agency=15&round=2025").contains("Giá trị chính xác"));
            assertTrue(officer.locator("section.scores").innerText().matches("(?s).*Chỉ số \\d,\\d\\d.*"));
        }
    }
}
