package vn.thang.matter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
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
import vn.thang.platform.Time;

/** A leader sees a red target and asks; the agency finds it on its first page and answers; the leader accepts. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MatterBrowserIT {

    private static final String WORDS = "Vì sao chỉ tiêu này chậm, và cần gì để kịp?";
    private static final String ANSWER = "Hai phần mềm chưa kết nối; sẽ xong trong quý sau.";

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String table : List.of("plan_effect", "matter_copy", "matter_step", "matter", "target_word",
                    "target_owner")) {
                statement.executeUpdate("DELETE FROM " + table);
            }
            statement.executeUpdate("DELETE FROM notice WHERE subject IN ('matter', 'target', 'indicator')");
        }
    }

    @Test
    void fromARedTargetToAnAcceptedAnswer() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/dashboard/targets.xhtml?status=off"));
            leader.locator(".targets tbody tr a").first().click();
            assertThat(leader.locator("[aria-labelledby=matters]")).containsText("Không có vấn đề nào");
            Browser.assertFit(leader, "target-without-matters");
            leader.locator("[aria-labelledby=matters] .btn").click();
            asks(leader);
            Page officer = browser.signIn("canbo");
            answers(officer);
            leader.navigate(Browser.address("/index.xhtml"));
            leader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("vấn đề bạn nêu đã được trả lời"))
                    .click();
            leader.locator("#table_data a").first().click();
            assertThat(leader.locator(".course")).containsText(ANSWER);
            Browser.assertFit(leader, "matter-answered");
            button(leader, "Chấp nhận trả lời").click();
            assertThat(leader.getByText("Đã chấp nhận trả lời.")).isVisible();
            assertThat(leader.locator("#deed")).hasCount(0);
            leader.navigate(Browser.address("/matter/index.xhtml"));
            assertThat(leader.getByText("Không có vấn đề nào phù hợp.")).isVisible();
            leader.navigate(Browser.address("/matter/index.xhtml?state=ALL"));
            assertThat(leader.locator("#state")).hasValue("ALL");
            assertThat(leader.locator("#table_data > tr")).hasCount(1);
            Browser.assertFit(leader, "matters");
        }
    }

    /** The officer plans what the path offers, and says of the next why not; the leader sees what the plan leads to. */
    @Test
    void thePlanOfAnAgencyIsMadeAndRead() {
        try (Browser browser = Browser.open()) {
            Page officer = browser.signIn("canbo");
            officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("việc cải thiện được đề xuất"))
                    .click();
            officer.waitForURL("**/matter/plan.xhtml?agency=15");
            Browser.assertFit(officer, "plan-offered");
            Locator offers = officer.locator("[aria-labelledby=offered] li");
            int offered = offers.count();
            assertThat(officer.locator("section[aria-labelledby=offered] > p", new Page.LocatorOptions()
                    .setHasText("Đề xuất cho từng việc: Trần Văn Hòa"))).hasCount(1);
            offers.first().getByRole(AriaRole.LINK).click();
            officer.waitForURL("**/matter/measure.xhtml**");
            button(officer, "Đưa vào kế hoạch").click();
            assertThat(officer.getByRole(AriaRole.ALERT).locator("li")).hasCount(1);
            assertThat(officer.locator("[id='measure:person'] option:checked")).containsText("Trần Văn Hòa");
            assertThat(officer.locator("[id='measure:due_input']")).not().hasValue("");
            Browser.assertFit(officer, "measure");
            officer.getByLabel("Việc sẽ làm, hoặc lý do không thực hiện").fill("Ban hành quy chế.");
            officer.getByLabel("Người phụ trách").selectOption("Nguyễn Thị Minh (Cán bộ đầu mối)");
            officer.locator("[id='measure:due_input']").fill(Browser.written(LocalDate.now(Time.ZONE).plusDays(40)));
            officer.getByLabel("Kinh phí (đồng)").fill("150000000");
            button(officer, "Đưa vào kế hoạch").click();
            officer.waitForURL("**/matter/plan.xhtml**");
            assertThat(officer.locator("[aria-labelledby=planned] li")).hasCount(1);
            assertThat(offers).hasCount(offered - 1);
            offers.first().getByRole(AriaRole.LINK).click();
            officer.waitForURL("**/matter/measure.xhtml**");
            officer.getByLabel("Việc sẽ làm, hoặc lý do không thực hiện").fill("Chưa bố trí được kinh phí.");
            button(officer, "Không thực hiện").click();
            officer.waitForURL("**/matter/plan.xhtml**");
            assertThat(officer.locator("[aria-labelledby=dropped]")).containsText("Chưa bố trí được kinh phí.");
            Browser.assertFit(officer, "plan-made");
            officer.navigate(Browser.address("/index.xhtml"));
            assertThat(officer.getByText("việc cải thiện được đề xuất")).hasCount(0);
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/matter/plan.xhtml?agency=15"));
            assertThat(leader.locator(".scores")).containsText("Nếu thực hiện đủ");
            assertThat(leader.locator("main .btn")).hasCount(0);
            Browser.assertFit(leader, "plan-read");
            assertEquals(403, browser.signIn("canbo.bo")
                    .navigate(Browser.address("/matter/plan.xhtml?agency=15")).status());
            assertEquals(404,
                    officer.navigate(Browser.address("/matter/measure.xhtml?agency=15&criterion=NO.1&level=5"))
                            .status());
        }
    }

    /** What an officer plans stands at the target of the country as what becomes of it. */
    @Test
    void thePlanOfAnOfficerMovesWhatBecomesOfTheTarget() {
        try (Browser browser = Browser.open()) {
            Page officer = browser.signIn("canbo");
            Page leader = browser.signIn("lanhdao");
            officer.navigate(Browser.address("/matter/plan.xhtml?agency=15"));
            Locator offers = officer.locator("[aria-labelledby=offered] li");
            String heading = officer.locator("#offered").innerText();
            String target = heading.contains("3") ? "P1-08" : heading.contains("4") ? "P2-06" : "P2-07";
            leader.navigate(Browser.address("/dashboard/target.xhtml?code=" + target));
            assertThat(leader.locator("#if-kept")).containsText("Chưa có kế hoạch nào");
            while (offers.count() > 0) {
                offers.first().getByRole(AriaRole.LINK).click();
                officer.waitForURL("**/matter/measure.xhtml**");
                officer.getByLabel("Việc sẽ làm, hoặc lý do không thực hiện").fill("Ban hành quy chế.");
                officer.getByLabel("Người phụ trách").selectOption("Nguyễn Thị Minh (Cán bộ đầu mối)");
                officer.locator("[id='measure:due_input']")
                        .fill(Browser.written(LocalDate.now(Time.ZONE).plusDays(40)));
                button(officer, "Đưa vào kế hoạch").click();
                officer.waitForURL("**/matter/plan.xhtml**");
            }
            leader.reload();
            assertThat(leader.locator("#if-kept")).containsText("thêm 1 cơ quan đạt mức");
            Browser.assertFit(leader, "target-if-kept");
            leader.screenshot(
                    new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target", "target-if-kept.png"))
                            .setFullPage(true));
            leader.navigate(Browser.address("/dashboard/index.xhtml"));
            String national = leader.locator("#if-kept").innerText();
            assertTrue(national.contains("kế hoạch"), national);
            leader.locator("p:has(~ p#if-kept) ~ p.after a, #if-kept ~ p.after a").first().click();
            assertThat(leader.locator("#if-kept")).hasText(national);
            officer.navigate(Browser.address("/organisation/agency.xhtml?code=15"));
            assertThat(officer.locator("[aria-labelledby=if-kept]")).containsText("lên mức");
            Browser.assertFit(officer, "agency-if-kept");
        }
    }

    /** What an officer plans of a reading of the agency stands at the target that is measured by it. */
    @Test
    void thePlanOfAReadingStandsAtItsTarget() {
        try (Browser browser = Browser.open()) {
            Page officer = browser.signIn("canbo");
            officer.navigate(Browser.address("/matter/plan.xhtml?agency=15"));
            Locator readings = officer.locator("[aria-labelledby=readings]");
            String target = readings.locator("b").first().innerText().split(" ")[0];
            Browser.assertFit(officer, "plan-readings");
            readings.getByRole(AriaRole.LINK).first().click();
            officer.waitForURL("**/matter/reading.xhtml**");
            officer.locator("[id='measure:value']").fill("0");
            button(officer, "Đưa vào kế hoạch").click();
            assertThat(officer.getByRole(AriaRole.ALERT)).containsText("Nhập giá trị lớn hơn");
            Browser.assertFit(officer, "reading-measure");
            officer.locator("[id='measure:value']").fill("100");
            officer.getByLabel("Sẽ làm gì").fill("Kết nối các phần mềm còn lại.");
            officer.getByLabel("Người phụ trách").selectOption("Nguyễn Thị Minh (Cán bộ đầu mối)");
            officer.locator("[id='measure:due_input']").fill(Browser.written(LocalDate.now(Time.ZONE).plusDays(20)));
            button(officer, "Đưa vào kế hoạch").click();
            officer.waitForURL("**/matter/plan.xhtml**");
            assertThat(readings).containsText("Kết nối các phần mềm còn lại.");
            officer.screenshot(
                    new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target", "plan-readings.png"))
                            .setFullPage(true));
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/dashboard/target.xhtml?code=" + target));
            assertThat(leader.locator("#if-kept")).containsText("Nếu 1 cơ quan thực hiện đủ kế hoạch về số liệu");
            leader.navigate(Browser.address("/matter/plan.xhtml?agency=15"));
            assertThat(leader.locator("[aria-labelledby=readings]")).containsText("Kết nối các phần mềm còn lại.");
            assertThat(leader.locator("[aria-labelledby=readings] .btn")).hasCount(0);
            assertEquals(404,
                    officer.navigate(Browser.address("/matter/reading.xhtml?agency=15&target=P2-12")).status());
            assertEquals(403,
                    leader.navigate(Browser.address("/matter/reading.xhtml?agency=15&target=" + target)).status());
        }
    }

    /** From a cell of the heat map and from a discrepancy two clicks lead to a question. */
    @Test
    void cellsAndDiscrepanciesLeadToAQuestion() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/dashboard/heatmap.xhtml?type=province"));
            Browser.assertFit(leader, "heatmap-asking");
            leader.locator(".heat tbody tr").filter(new Locator.FilterOptions().setHasText("Lào Cai"))
                    .locator("td[data-of=STR] a").click();
            leader.waitForURL("**/matter/ask.xhtml**");
            assertThat(leader.locator(".facts")).containsText("STR ");
            leader.getByLabel("Nội dung yêu cầu").fill(WORDS);
            button(leader, "Gửi yêu cầu").click();
            leader.waitForURL("**/matter/matter.xhtml**");
            assertThat(leader.locator(".lead").first()).containsText("Lĩnh vực STR");
            leader.navigate(Browser.address("/assessment/discrepancies.xhtml"));
            Browser.assertFit(leader, "discrepancies-asking");
            leader.locator("#table_data a[href*='ask.xhtml']").first().click();
            leader.waitForURL("**/matter/ask.xhtml**");
            assertThat(leader.locator("#ask")).isVisible();
            Page officer = browser.signIn("canbo");
            officer.navigate(Browser.address("/dashboard/heatmap.xhtml"));
            assertThat(officer.locator(".heat tbody td a")).hasCount(0);
        }
    }

    /** From a criterion of the scorecard, an indicator, a reading, whoever is missing and a source two clicks lead to a question. */
    @Test
    void criteriaAndReadingsLeadToAQuestion() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/dashboard/scorecard.xhtml?agency=15&round=2025"));
            leader.locator("details summary").filter(new Locator.FilterOptions().setHasText("SHR ·")).click();
            leader.locator("a[href*='ask.xhtml'][href$='criterion=SHR.1']").click();
            asksAbout(leader, "SHR.1 ");
            leader.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "matter-about-criterion.png")).setFullPage(true));
            leader.navigate(Browser.address("/indicator/indicator.xhtml?code=systems_connected"));
            Browser.assertFit(leader, "indicator-asking");
            leader.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "indicator-asking.png")).setFullPage(true));
            leader.locator(".facts a[href*='ask.xhtml?source=data-exchange']").click();
            assertThat(leader.locator("#ask")).isVisible();
            Browser.assertFit(leader, "ask-about-source");
            leader.navigate(Browser.address("/indicator/readings.xhtml?indicator=systems_connected&q=15"));
            Browser.assertFit(leader, "readings-asking");
            leader.locator("#table_data a[href*='ask.xhtml']").first().click();
            asksAbout(leader, "Số liệu đo: ");
            leader.navigate(Browser.address("/indicator/indicator.xhtml?code=systems_connected"));
            assertThat(leader.locator("[aria-labelledby=matters] li")).hasCount(1);
            Page officer = browser.signIn("canbo");
            officer.navigate(Browser.address("/dashboard/scorecard.xhtml?agency=15&round=2025"));
            assertThat(officer.locator("a[href*='criterion=SHR.1'][href*='ask.xhtml']")).hasCount(0);
            officer.navigate(Browser.address("/indicator/readings.xhtml?indicator=systems_connected&q=15"));
            assertThat(officer.locator("#table_data a[href*='ask.xhtml']")).hasCount(0);
            officer.navigate(Browser.address("/indicator/indicator.xhtml?code=systems_connected"));
            assertThat(officer.locator("main a[href*='ask.xhtml']")).hasCount(0);
        }
    }

    /** What was asked of an agency in the last round, and is over, stands beside the same question where it is answered and judged. */
    @Test
    void whatWasAskedInTheLastRoundStandsBesideTheQuestion() throws SQLException {
        try (Browser browser = Browser.open()) {
            long last = assessment("r.code = '2025' AND a.code = '15'");
            String now = "?assessment=" + assessment("r.code = '2026' AND a.code = '15'");
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/matter/ask.xhtml?assessment=" + last + "&criterion=SHR.1"));
            asksAbout(leader, "SHR.1 ");
            Page head = browser.signIn("lanhdao.tinh");
            head.navigate(Browser.address("/matter/ask.xhtml?assessment=" + last + "&criterion=SEC.1"));
            asksAbout(head, "SEC.1 ");
            run("UPDATE matter SET state = 'ACCEPTED', ended_at = asked_at");
            Page officer = browser.signIn("canbo");
            officer.navigate(Browser.address("/assessment/edit.xhtml" + now + "&criterion=SHR.1"));
            Locator beside = officer.locator("aside [data-matters]");
            assertThat(beside).containsText("Yêu cầu làm rõ");
            assertThat(beside).containsText(WORDS);
            assertThat(beside).containsText("Đã chấp nhận");
            Browser.assertFit(officer, "question-with-matters");
            officer.navigate(Browser.address("/assessment/edit.xhtml" + now + "&criterion=SEC.1"));
            assertThat(beside.locator("li")).hasCount(1);
            officer.navigate(Browser.address("/assessment/edit.xhtml" + now + "&criterion=SHR.2"));
            assertThat(beside).hasCount(0);
            officer.navigate(Browser.address("/assessment/dimension.xhtml" + now + "&dimension=SHR"));
            officer.locator("[data-matters] summary").click();
            assertThat(officer.locator("[data-matters] li")).containsText(WORDS);
            Browser.assertFit(officer, "dimension-with-matters");
            officer.locator("[data-matters] .after a").click();
            officer.waitForURL("**/matter/index.xhtml**");
            assertThat(officer.locator("#table_data > tr")).hasCount(1);
            judges(browser.signIn("thamdinh"));
        }
    }

    /** A reviewer has another agency before them, of which the same was asked. */
    private static void judges(Page reviewer) throws SQLException {
        long judged = assessment("r.code = '2026' AND s.state = 'HANDED_IN' AND EXISTS (SELECT 1 FROM assessment l"
                + " JOIN assessment_round e ON e.id = l.round_id AND e.code = '2025' WHERE l.agency_id = s.agency_id)");
        run("UPDATE matter SET agency_id = (SELECT agency_id FROM assessment WHERE id = " + judged + ")");
        reviewer.navigate(Browser.address("/assessment/judge.xhtml?assessment=" + judged + "&criterion=SHR.1"));
        assertThat(reviewer.locator("aside [data-matters] li")).containsText(WORDS);
        Browser.assertFit(reviewer, "judged-with-matters");
        reviewer.navigate(Browser.address("/assessment/judge.xhtml?assessment=" + judged + "&criterion=SHR.2"));
        assertThat(reviewer.locator("aside")).isVisible();
        assertThat(reviewer.locator("[data-matters]")).hasCount(0);
    }

    private static long assessment(String which) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                                + " JOIN assessment_round r ON r.id = s.round_id WHERE " + which
                                + " ORDER BY s.id LIMIT 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** What is asked about a reading stands on its page, and what is asked about a source is found from the source. */
    @Test
    void whatIsAskedAboutReadingsAndSourcesStandsThere() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            String reading = Browser.address("/indicator/reading.xhtml?agency=15&indicator=systems_connected");
            leader.navigate(reading);
            assertThat(leader.locator("[aria-labelledby=matters]")).containsText("Không có vấn đề nào");
            leader.locator("[aria-labelledby=matters] .btn").click();
            asksAbout(leader, "Số liệu đo: ");
            leader.navigate(reading);
            assertThat(leader.locator("[aria-labelledby=matters] li")).containsText(WORDS);
            Browser.assertFit(leader, "reading-with-matters");
            leader.locator("[aria-labelledby=matters] .after a").click();
            leader.waitForURL("**/matter/index.xhtml**");
            assertThat(leader.locator("#table_data > tr")).hasCount(1);
            leader.navigate(Browser.address("/matter/ask.xhtml?source=data-exchange&agency=BTP"));
            asksAbout(leader, "Nguồn số liệu");
            leader.navigate(Browser.address("/indicator/indicator.xhtml?code=systems_connected"));
            ofSource(leader.locator(".facts"));
            Page officer = browser.signIn("canbo");
            officer.navigate(reading);
            assertThat(officer.locator("[aria-labelledby=matters] li")).containsText(WORDS);
            assertThat(officer.locator("[aria-labelledby=matters] .btn")).hasCount(0);
            Page administrator = browser.signIn("quantri");
            administrator.navigate(Browser.address("/indicator/sources.xhtml"));
            Browser.assertFit(administrator, "sources-with-matters");
            ofSource(administrator.locator("tr").filter(new Locator.FilterOptions().setHasText("data-exchange")));
        }
    }

    private static void ofSource(Locator place) {
        place.locator("a[href*='index.xhtml?source=data-exchange']").click();
        place.page().waitForURL("**/matter/index.xhtml**");
        assertThat(place.page().locator("#table_data > tr")).hasCount(1);
        assertThat(place.page().locator("#table_data")).containsText("Nguồn số liệu");
    }

    /** Whoever reported nothing is asked about that from the list in which it stands, and somebody gets a copy. */
    @Test
    void whoIsMissingIsAskedAndSomebodyGetsACopy() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/dashboard/missing.xhtml?code=P1-01&type=province"));
            Browser.assertFit(leader, "missing-asking");
            leader.locator("#table_data a[href*='ask.xhtml']").first().click();
            leader.waitForURL("**/matter/ask.xhtml?reading=**");
            assertThat(leader.locator("#ask")).isVisible();
            leader.navigate(Browser.address("/matter/ask.xhtml?reading=systems_connected&agency=15"));
            leader.getByText("Đồng gửi", new Page.GetByTextOptions().setExact(true)).first().click();
            Browser.assertFit(leader, "matter-copies");
            leader.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "matter-copies.png")).setFullPage(true));
            leader.locator(".checks label").last().click();
            leader.getByLabel("Nội dung yêu cầu").fill(WORDS);
            button(leader, "Gửi yêu cầu").click();
            leader.waitForURL("**/matter/matter.xhtml**");
            assertThat(leader.locator(".facts")).containsText("Đồng gửi");
            Browser.assertFit(leader, "matter-copied");
        }
    }

    private static void asksAbout(Page leader, String subject) {
        leader.waitForURL("**/matter/ask.xhtml**");
        leader.getByLabel("Nội dung yêu cầu").fill(WORDS);
        button(leader, "Gửi yêu cầu").click();
        leader.waitForURL("**/matter/matter.xhtml**");
        assertThat(leader.locator(".lead").first()).containsText(subject);
    }

    /** The owner of a target is named by a leader, and what the owner writes stands beside the figure. */
    @Test
    void theWordOfTheOwnerStandsBesideTheFigure() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/dashboard/target.xhtml?code=P1-08"));
            leader.locator("[aria-labelledby=owner] .btn").click();
            leader.locator("[id='owner:agency_input']").pressSequentially("lao cai");
            assertThat(leader.locator(".ui-autocomplete-item").first()).containsText("Lào Cai");
            leader.keyboard().press("ArrowDown");
            leader.keyboard().press("Enter");
            assertThat(leader.locator("[id='owner:person']")).containsText("Nguyễn Thị Minh");
            leader.locator("[id='owner:person']").selectOption("Nguyễn Thị Minh (Cán bộ đầu mối)");
            Browser.assertFit(leader, "owner-naming");
            button(leader, "Cử người phụ trách").click();
            assertThat(leader.getByText("Đã cử người phụ trách;")).isVisible();
            Page officer = browser.signIn("canbo");
            officer.navigate(Browser.address("/dashboard/target.xhtml?code=P1-08"));
            officer.locator("[aria-labelledby=owner] .btn").click();
            button(officer, "Lưu ý kiến").click();
            assertThat(officer.getByRole(AriaRole.ALERT)).containsText("Hãy ghi ít nhất một nội dung");
            officer.getByLabel("Nguyên nhân").fill("Hai phần mềm chưa kết nối.");
            button(officer, "Lưu ý kiến").click();
            assertThat(officer.getByText("Đã lưu ý kiến.")).isVisible();
            Browser.assertFit(officer, "owner-words");
            leader.navigate(Browser.address("/dashboard/target.xhtml?code=P1-08"));
            assertThat(leader.locator("[aria-labelledby=owner]")).containsText("Hai phần mềm chưa kết nối.");
            Browser.assertFit(leader, "target-with-word");
            leader.locator("[aria-labelledby=matters] .btn").click();
            assertThat(leader.locator("[id='ask:person'] option:checked")).containsText("Nguyễn Thị Minh");
        }
    }

    /** An agency as a whole owns a target from a day to come: the day stands there, and from then on those who answer for it write. */
    @Test
    void anAgencyOwnsATargetFromADay() throws SQLException {
        try (Browser browser = Browser.open()) {
            LocalDate today = LocalDate.now(Time.ZONE);
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/matter/owner.xhtml?target=P1-08"));
            leader.locator("[id='owner:agency_input']").pressSequentially("lao cai");
            assertThat(leader.locator(".ui-autocomplete-item").first()).containsText("Lào Cai");
            leader.keyboard().press("ArrowDown");
            leader.keyboard().press("Enter");
            assertThat(leader.locator("[id='owner:person'] option:checked")).containsText("Cả cơ quan");
            leader.locator("[id='owner:from_input']").fill(Browser.written(today.plusDays(3)));
            button(leader, "Cử người phụ trách").click();
            assertThat(leader.getByText("Đã cử người phụ trách;")).isVisible();
            assertThat(leader.getByText("Chưa có người phụ trách.")).isVisible();
            assertThat(leader.locator("[data-next]"))
                    .hasText("Từ ngày " + Browser.written(today.plusDays(3)) + ": Tỉnh Lào Cai, "
                            + "người đứng đầu và cán bộ đầu mối");
            Browser.assertFit(leader, "owner-coming");
            leader.navigate(Browser.address("/dashboard/target.xhtml?code=P1-08"));
            assertThat(leader.locator("[aria-labelledby=owner] [data-next]")).containsText("Tỉnh Lào Cai");
            run("UPDATE target_owner SET valid_from = '" + today + "'");
            Page officer = browser.signIn("canbo");
            officer.navigate(Browser.address("/matter/owner.xhtml?target=P1-08"));
            assertThat(officer.locator("[data-next]")).hasCount(0);
            officer.getByLabel("Nguyên nhân").fill("Hai phần mềm chưa kết nối.");
            button(officer, "Lưu ý kiến").click();
            assertThat(officer.getByText("Đã lưu ý kiến.")).isVisible();
            leader.navigate(Browser.address("/dashboard/target.xhtml?code=P1-08"));
            assertThat(leader.locator("[aria-labelledby=owner]"))
                    .containsText("Tỉnh Lào Cai, người đứng đầu và cán bộ đầu mối");
            Browser.assertFit(leader, "target-of-an-agency");
            leader.locator("[aria-labelledby=matters] .btn").click();
            assertThat(leader.locator("[id='ask:agency_input']")).hasValue(Pattern.compile("Lào Cai"));
            assertThat(leader.locator("[id='ask:person'] option:checked")).containsText("Người đứng đầu và cán bộ");
        }
    }

    private static void asks(Page page) {
        page.waitForURL("**/matter/ask.xhtml**");
        Browser.assertFit(page, "matter-ask");
        button(page, "Gửi yêu cầu").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Hãy ghi nội dung");
        page.locator("[id='ask:agency_input']").pressSequentially("lao cai");
        assertThat(page.locator(".ui-autocomplete-item").first()).containsText("Lào Cai");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        Locator people = page.locator("[id='ask:person']");
        assertThat(people).containsText("Trần Văn Hòa");
        page.getByLabel("Nội dung yêu cầu").fill(WORDS);
        button(page, "Gửi yêu cầu").click();
        assertThat(page).hasURL(Pattern.compile("/matter/matter.xhtml\\?id=\\d+"));
        assertThat(page.locator(".course")).containsText(WORDS);
        assertThat(page.locator(".facts")).containsText("Chậm tiến độ");
        Browser.assertFit(page, "matter-open");
    }

    private static void answers(Page page) {
        assertThat(page.locator("#desk-matter")).isVisible();
        Browser.assertFit(page, "home-matter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("vấn đề chờ bạn hoặc cơ quan bạn")).click();
        assertThat(page.locator("#table_data > tr")).hasCount(1);
        page.locator("#table_data a").first().click();
        assertThat(page.locator(".course")).containsText(WORDS);
        button(page, "Gửi trả lời").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Hãy ghi nội dung");
        page.getByLabel("Nội dung", new Page.GetByLabelOptions().setExact(true)).fill(ANSWER);
        button(page, "Gửi trả lời").click();
        assertThat(page.getByText("Đã gửi trả lời.")).isVisible();
        Browser.assertFit(page, "matter-of-the-asked");
        page.navigate(Browser.address("/organisation/agency.xhtml?code=15"));
        assertThat(page.locator("[aria-labelledby=matters]")).containsText(ANSWER);
        Browser.assertFit(page, "agency-matters");
    }

    /** Two people have the same matter before them; the second hears of the first, and keeps the words. */
    @Test
    void theSecondHearsOfTheFirst() {
        try (Browser browser = Browser.open()) {
            Page leader = browser.signIn("lanhdao");
            leader.navigate(Browser.address("/matter/ask.xhtml?agency=15"));
            leader.getByLabel("Nội dung yêu cầu").fill(WORDS);
            button(leader, "Gửi yêu cầu").click();
            assertThat(leader.locator(".course")).containsText(WORDS);
            String address = leader.url();
            Page officer = browser.signIn("canbo");
            officer.navigate(address);
            Page head = browser.signIn("lanhdao.tinh");
            head.navigate(address);
            says(officer, "Một.");
            assertThat(officer.getByText("Đã gửi trả lời.")).isVisible();
            says(head, "Hai.");
            assertThat(head.getByText("Người khác vừa cập nhật vấn đề này.")).isVisible();
            assertThat(head.getByLabel("Nội dung", new Page.GetByLabelOptions().setExact(true))).hasValue("Hai.");
            assertThat(head.locator(".course")).containsText("Một.");
            button(head, "Gửi trả lời").click();
            assertThat(head.getByText("Đã gửi trả lời.")).isVisible();
            assertEquals(404, officer.navigate(Browser.address("/matter/matter.xhtml?id=999999999")).status());
            assertEquals(403, officer.navigate(Browser.address("/matter/ask.xhtml?agency=48")).status());
            Page other = browser.signIn("canbo.bo");
            assertEquals(404, other.navigate(address).status());
            assertEquals(403, browser.signIn("phoihop").navigate(Browser.address("/matter/index.xhtml")).status());
        }
    }

    private static void says(Page page, String words) {
        page.getByLabel("Nội dung", new Page.GetByLabelOptions().setExact(true)).fill(words);
        button(page, "Gửi trả lời").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
