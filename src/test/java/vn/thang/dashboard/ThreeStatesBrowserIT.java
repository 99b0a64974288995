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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** The pages tell the truth while a round runs, while none does, and after one was withdrawn. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ThreeStatesBrowserIT {

    private static final Pattern WORD = Pattern.compile("Tự đánh giá|Có căn cứ|Đã xác nhận|Độ tin cậy yếu");
    private static final String RUNS = "đang diễn ra";
    /** What was computed a moment ago belongs to the round as it was. */
    private static final String AS_IF_CHANGED = "UPDATE assessment_round SET version = version + 1 WHERE code = '2025'";

    @AfterEach
    void asItWas() throws SQLException {
        state("2025", "PUBLISHED");
        state("2026", "OPEN");
    }

    private static void state(String round, String state) throws SQLException {
        change("UPDATE assessment_round SET state = '" + state + "', version = version + 1 WHERE code = '" + round
                + "' AND state <> '" + state + "'");
    }

    private static void change(String... statements) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
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

    /** What an audit sample found wrong in the answers behind a figure stands below its word, on the first page too. */
    @Test
    void whatASampleFoundWrongStandsBelowTheWord() throws SQLException {
        change("INSERT INTO audit_sample (round_id, agency_id, purpose, confidence, tolerable, allowed, strata, seed,"
                + " population, size, drawn_by, drawn_at) SELECT r.id, a.id, 'BROWSER', 0.95, 0.05, 0, 'WHOLE', 's', 60,"
                + " 60, p.id, NOW(6) FROM assessment_round r JOIN agency a ON a.parent_id IS NULL JOIN person p"
                + " ON p.username = 'kiemtoan' WHERE r.code = '2025'",
                "INSERT INTO audit_stratum (sample_id, name, population, size) SELECT id, '*', 60, 60 FROM audit_sample"
                        + " WHERE purpose = 'BROWSER'",
                "INSERT INTO audit_case (sample_id, stratum, assessment_id, criterion, value, found, judged_at)"
                        + " SELECT m.id, '*', n.assessment_id, n.criterion, '3', IF(ROW_NUMBER() OVER (ORDER BY n.id) > 3,"
                        + " '3', '2'), NOW(6) FROM audit_sample m JOIN assessment s ON s.round_id = m.round_id"
                        + " JOIN answer n ON n.assessment_id = s.id WHERE m.purpose = 'BROWSER' ORDER BY n.id LIMIT 60",
                AS_IF_CHANGED);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            String said = "Mẫu kiểm toán: ước tính 5% câu trả lời sai, cao nhất 5% với độ tin cậy 95%.";
            main(page, "/dashboard/index.xhtml");
            assertThat(page.locator("section.answer")).containsText(said);
            Browser.assertFit(page, "national-sampled");
            main(page, "/dashboard/targets.xhtml");
            assertThat(page.locator("table.targets tbody tr").filter(new Locator.FilterOptions().setHasText("P1-08")))
                    .containsText(said);
            Browser.assertFit(page, "targets-sampled");
        } finally {
            change("DELETE c FROM audit_case c JOIN audit_sample m ON m.id = c.sample_id WHERE m.purpose = 'BROWSER'",
                    "DELETE t FROM audit_stratum t JOIN audit_sample m ON m.id = t.sample_id WHERE m.purpose = 'BROWSER'",
                    "DELETE FROM audit_sample WHERE purpose = 'BROWSER'", AS_IF_CHANGED);
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
