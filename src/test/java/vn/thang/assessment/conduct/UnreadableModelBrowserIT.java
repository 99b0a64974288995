package vn.thang.assessment.conduct;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.NewRound;

/** A round that runs with a version whose files cannot be read: its pages say so and what to do, all others go on. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UnreadableModelBrowserIT {

    private static final int LONG = 60_000;
    private static final String SAID = "Không đọc được mô hình vn-kqi/9.9";

    @Test
    void itsPagesSayWhoRepairsItAndAllOthersGoOn() throws SQLException {
        String code = "DT-V" + System.currentTimeMillis() % 100_000;
        try (Browser browser = Browser.open()) {
            Page admin = browser.signIn("quantri");
            NewRound.rehearsed(admin, code, "Tập kiểm toán", "vn-kqi/0.1");
            Page officer = browser.signIn("canbo");
            officer.navigate(Browser.address("/dashboard/scorecard.xhtml?agency=15&round=" + code));
            officer.locator("a.btn[href*='edit.xhtml']").click();
            String assessment = officer.url().replaceAll(".*assessment=([0-9]+).*", "$1");
            version(code, "9.9");
            try {
                ofTheRound(officer, code, assessment);
                others(officer, admin);
                admin.navigate(Browser.address("/assessment/rounds.xhtml"));
                assertThat(row(admin, "Tập kiểm toán")).containsText("Không đọc được mô hình");
                Browser.assertAccessible(admin);
                admin.navigate(Browser.address("/assessment/round.xhtml?code=" + code));
                assertThat(admin.locator("[data-unreadable='vn-kqi/9.9']")).containsText("khôi phục đúng tệp");
                Browser.assertAccessible(admin);
            } finally {
                version(code, "0.1");
                admin.navigate(Browser.address("/assessment/round.xhtml?code=" + code));
                admin.getByLabel("Tôi đã kiểm tra và xác nhận xóa").check();
                button(admin, "Xóa đợt diễn tập");
                assertThat(admin.getByText("Đã xóa đợt diễn tập với 34 hồ sơ")).isVisible(
                        new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
            }
        }
    }

    private static void ofTheRound(Page officer, String code, String assessment) {
        for (String page : List.of("/assessment/edit.xhtml?assessment=" + assessment,
                "/assessment/review.xhtml?assessment=" + assessment,
                "/assessment/delegation.xhtml?assessment=" + assessment,
                "/dashboard/scorecard.xhtml?agency=15&round=" + code, "/dashboard/heatmap.xhtml?round=" + code,
                "/assessment/discrepancies.xhtml?round=" + code)) {
            Response answer = officer.navigate(Browser.address(page));
            assertEquals(409, answer.status(), page);
            assertThat(officer.locator("main")).containsText(SAID);
        }
        Browser.assertFit(officer, "unreadable-model");
    }

    private static void others(Page officer, Page admin) {
        for (String page : List.of("/index.xhtml", "/dashboard/index.xhtml", "/dashboard/targets.xhtml",
                "/dashboard/heatmap.xhtml", "/dashboard/agencies.xhtml", "/assessment/discrepancies.xhtml",
                "/organisation/agency.xhtml?code=15", "/dashboard/scorecard.xhtml?agency=15&round=2026",
                "/indicator/indicators.xhtml", "/search/index.xhtml?q=dữ liệu")) {
            assertEquals(200, officer.navigate(Browser.address(page)).status(), page);
            assertThat(officer.locator("main")).not().containsText("Yêu cầu chưa được thực hiện");
        }
        officer.navigate(Browser.address("/index.xhtml"));
        Locator task = officer.locator("section.task:has([data-unreadable='vn-kqi/9.9'])");
        assertThat(task).containsText("Tập kiểm toán");
        assertThat(task.locator(".ways a")).hasCount(0);
        Browser.assertFit(officer, "unreadable-model-task");
        for (String page : List.of("/index.xhtml", "/work/jobs.xhtml", "/organisation/people.xhtml",
                "/organisation/agency.xhtml?code=15")) {
            assertEquals(200, admin.navigate(Browser.address(page)).status(), page);
        }
    }

    private static Locator row(Page page, String text) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    private static void version(String code, String version) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement change = connection
                        .prepareStatement("UPDATE assessment_round SET model_version = ? WHERE code = ?")) {
            change.setString(1, version);
            change.setString(2, code);
            assertEquals(1, change.executeUpdate());
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
