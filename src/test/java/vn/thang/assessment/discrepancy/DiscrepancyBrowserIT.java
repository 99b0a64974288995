package vn.thang.assessment.discrepancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.OwnAssessment;

/** An officer explains an answer above its measured level and hands in; a reviewer decides on the explanation. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DiscrepancyBrowserIT {

    private static final String MEASURED = "measured-in-browser";
    private static final String EXPLANATION = "Hai hệ thống mới kết nối trong tháng này.";

    private OwnAssessment own;

    /** Everything at the first level, and systems connected measured at the second. */
    @BeforeEach
    void take() throws Exception {
        own = OwnAssessment.of("BNG");
        own.answered();
        own.lowest();
        run("INSERT INTO reading (indicator, period, agency_id, source, numerator, denominator, value, arrived_at, payload, batch_id)"
                + " SELECT 'systems_connected', MAKEDATE(YEAR(d.day), 1) + INTERVAL (QUARTER(d.day) - 1) QUARTER, s.agency_id, '"
                + MEASURED
                + "', 31, 100, 31, NOW(6), UNHEX(SHA2('31', 256)), (SELECT MAX(id) FROM reading_batch) FROM assessment s,"
                + " (SELECT DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR) - INTERVAL 1 QUARTER AS day) d WHERE s.id = ?");
    }

    @AfterEach
    void empty() throws Exception {
        run("DELETE FROM reading WHERE source = '" + MEASURED
                + "' AND agency_id = (SELECT agency_id FROM assessment WHERE id = ?)");
        own.empty();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, own.id());
            statement.executeUpdate();
        }
    }

    @Test
    void explainedHandedInAndDecided() {
        try (Browser browser = Browser.open()) {
            Page officer = own.person(browser, "Ngô Thị Lan", "OFFICER").signIn(browser);
            Page head = own.person(browser, "Vũ Đình Khoa", "HEAD").signIn(browser);
            explains(officer);
            own.submit(officer);
            own.sign(head, "Bộ trưởng");
            Page reviewer = browser.signIn("thamdinh");
            own.admit(reviewer);
            decides(reviewer);
            listed(reviewer);
            notDecidedYet(browser.signIn("kiemtoan"));
            officer.navigate(own.question("SHR.1"));
            assertThat(officer.locator("[data-explain]")).containsText("Đã giải trình, chờ quyết định");
            assertThat(officer.locator("[data-explain]")).not().containsText("Đã xem biên bản kết nối.");
        }
    }

    /** An answer that no source measures is marked and explained, however low it is. */
    @Test
    void whatIsNotMeasuredIsMarkedAndExplained() throws Exception {
        run("DELETE FROM reading WHERE indicator = 'results_digitised' AND period < '2040-01-01'"
                + " AND agency_id = (SELECT agency_id FROM assessment WHERE id = ?)");
        try (Browser browser = Browser.open()) {
            Page page = own.person(browser, "Ngô Thị Lan", "OFFICER").signIn(browser);
            page.navigate(own.question("DIG.1"));
            Locator measured = page.locator("[data-measured]");
            assertThat(measured.locator(".status")).hasText("chưa được đo");
            assertThat(measured).containsText("câu trả lời này chưa được đo và phải giải trình.");
            Locator box = page.locator("[data-explain='DIG.1']");
            assertThat(box).containsText("Nguồn số liệu không đo câu này của cơ quan bạn.");
            Browser.assertFit(page, "never-measured");
            page.keyboard().press("2");
            assertThat(page.locator("#saved")).hasAttribute("data-state", "saved");
            page.getByLabel("Giải trình", new Page.GetByLabelOptions().setExact(true)).fill(EXPLANATION);
            button(page, "Gửi giải trình").click();
            assertThat(box).containsText("Đã giải trình, chờ quyết định");
            page.navigate(Browser.address("/assessment/discrepancies.xhtml?round=2026&q=BNG"));
            Locator line = page.locator("#table_data > tr").filter(new Locator.FilterOptions().setHasText("DIG.1"));
            assertThat(line).containsText("chưa được đo");
            Browser.assertFit(page, "discrepancies-never");
            page.navigate(Browser.address("/dashboard/scorecard.xhtml?assessment=" + own.id()));
            assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("DIG.1 ·")))
                    .containsText("chưa được đo");
            assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("DIG.2 ·")))
                    .not().containsText("chưa được đo");
        }
    }

    private void explains(Page page) {
        page.navigate(own.question("SHR.1"));
        Locator box = page.locator("[data-explain='SHR.1']");
        assertThat(page.locator("[data-measured='2']")).containsText("Mức chính thức không cao hơn mức đo được.");
        assertThat(box).isHidden();
        page.keyboard().press("3");
        assertThat(box).isVisible();
        assertThat(page.locator("#saved")).hasAttribute("data-state", "saved");
        page.navigate(own.at("review"));
        assertThat(page.locator("[aria-labelledby=unexplained] a"))
                .hasText("SHR.1 Hệ thống kết nối qua dịch vụ chia sẻ dữ liệu");
        button(page, "Trình ký").click();
        assertThat(page.getByText("Còn 1 câu cao hơn mức đo được hoặc không được đo mà chưa giải trình: SHR.1."))
                .isVisible();
        page.locator("[aria-labelledby=unexplained] a").click();
        Browser.assertFit(page, "explanation");
        button(page, "Gửi giải trình").click();
        assertThat(box.getByText("Hãy ghi nội dung giải trình, không quá")).isVisible();
        page.getByLabel("Giải trình", new Page.GetByLabelOptions().setExact(true)).fill(EXPLANATION);
        button(page, "Gửi giải trình").click();
        assertThat(box).containsText("Đã giải trình, chờ quyết định");
        page.navigate(own.at("review"));
        assertThat(page.getByText("Không còn chênh lệch nào chưa giải trình.")).isVisible();
    }

    private void decides(Page page) {
        page.navigate(own.at("judge") + "&criterion=SHR.1");
        assertThat(page.locator("#explanation")).hasText(EXPLANATION);
        Browser.assertFit(page, "decision");
        button(page, "Chấp nhận giải trình").click();
        assertThat(page.locator(".fault").filter(new Locator.FilterOptions().setHasText("Hãy ghi lý do, không quá")))
                .isVisible();
        page.getByLabel("Lý do quyết định về giải trình").fill("Đã xem biên bản kết nối.");
        button(page, "Chấp nhận giải trình").click();
        assertThat(page.getByText("Đã chấp nhận giải trình của câu SHR.1.")).isVisible();
        assertThat(page.locator("#explanation")).hasText(EXPLANATION);
    }

    private static void listed(Page page) {
        page.navigate(Browser.address("/assessment/discrepancies.xhtml?round=2026&q=BNG&state=ACCEPTED"));
        Locator line = page.locator("#table_data > tr").filter(new Locator.FilterOptions().setHasText(EXPLANATION));
        assertThat(line).hasCount(1);
        line.locator("summary").click();
        assertThat(line).containsText("Đã xem biên bản kết nối.");
        Browser.assertFit(page, "discrepancies");
        page.navigate(Browser.address("/assessment/discrepancies.xhtml?round=2026&q=BNG&state=OPEN"));
        assertThat(page.getByText("Không có mục nào.")).isVisible();
        page.navigate(Browser.address("/assessment/discrepancies.xhtml"));
        Browser.assertFit(page, "discrepancies-all");
        assertThat(page.locator("#biasOfDimensions tbody tr").first()).isVisible();
    }

    /** What a reviewer decided is shown to others with the provisional result. */
    private static void notDecidedYet(Page page) {
        page.navigate(Browser.address("/assessment/discrepancies.xhtml?round=2026&q=BNG&state=ACCEPTED"));
        assertThat(page.getByText("Không có mục nào.")).isVisible();
        page.navigate(Browser.address("/assessment/discrepancies.xhtml?round=2026&q=BNG&state=EXPLAINED"));
        Locator line = page.locator("#table_data > tr").filter(new Locator.FilterOptions().setHasText(EXPLANATION));
        assertThat(line).hasCount(1);
        assertThat(line).not().containsText("Đã xem biên bản kết nối.");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
