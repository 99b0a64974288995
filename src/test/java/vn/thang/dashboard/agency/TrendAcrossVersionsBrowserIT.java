package vn.thang.dashboard.agency;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** Where the version of the model changes between two rounds, the pages of an agency say so by a mark, by words and by the line. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("long")
class TrendAcrossVersionsBrowserIT {

    private static final String COMPARED = "/dashboard/compare.xhtml?agency=15&agency=48";
    private static final String PROFILE = "/organisation/agency.xhtml?code=15";

    @AfterEach
    void asItWas() throws SQLException {
        versions("1.0", "1.0");
    }

    private static void versions(String of2024, String of2025) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE assessment_round SET version = version + 1, model_version = IF(code = '2024', '"
                    + of2024 + "', '" + of2025 + "') WHERE code IN ('2024', '2025')");
        }
    }

    @Test
    void aVersionThatGoesOnIsMarkedAndTheLineWithIt() throws SQLException {
        versions("1.0", "1.1");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address(COMPARED));
            assertThat(page.locator("svg.trend .value-line")).hasCount(2);
            assertThat(page.locator("svg.trend .break-mark")).hasCount(2);
            assertThat(page.locator("[data-step='joined']").first())
                    .hasText("từ đây theo mô hình vn-dgm/1.1, so sánh được");
            assertThat(page.locator("[data-step='break']")).hasCount(0);
            Browser.assertFit(page, "compare-joined");
            page.navigate(Browser.address(PROFILE));
            assertThat(page.locator("[data-step='joined']")).hasCount(1);
        }
    }

    @Test
    void aVersionThatDoesNotBreaksTheLineInEachPicture() throws SQLException {
        versions("1.1", "1.0");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address(COMPARED));
            assertThat(page.locator("svg.trend .value-line")).hasCount(4);
            assertThat(page.locator("[data-step='break']").first())
                    .hasText("từ đây theo mô hình vn-dgm/1.0, không so sánh được với trước");
            assertThat(page.locator("main p, main td, main li").getByText("không so sánh được với nhau").first())
                    .isVisible();
            Browser.assertFit(page, "compare-break");
            page.navigate(Browser.address(PROFILE));
            Locator rounds = page.locator("section[aria-labelledby='rounds']");
            assertThat(rounds.locator("[data-step='break']")).hasCount(1);
            assertThat(rounds).containsText("2025: Mô hình chuyển từ vn-dgm/1.1 sang vn-dgm/1.0");
            Browser.assertFit(page, "profile-break");
            rounds.locator("a[href*='scorecard.xhtml']").last().click();
            assertThat(page.locator("svg.trend .value-line")).hasCount(2);
            assertThat(page.locator("[data-step='break']")).hasCount(1);
            Browser.assertFit(page, "scorecard-break");
        }
    }
}
