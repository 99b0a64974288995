package vn.thang.dashboard.target;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.period.Period;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.platform.Time;

/** A leader asks why a target that is measured stands as it does, and who is missing below which agency. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("long")
class TargetBrowserIT {

    private static final String TOKEN = "ma-cua-nguon-som";

    @Test
    void fromTheTargetToThoseWhoAreMissing() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/dashboard/target.xhtml?code=P1-01"));
            assertThat(page.locator("dl.facts")).containsText("thủ tục");
            assertThat(page.locator("dl.facts")).containsText("còn giá trị đến hết ngày");
            assertThat(page.locator("dl.facts")).containsText("cơ quan đã báo cáo (100%)");
            assertThat(page.locator("dl.facts")).containsText("Độ tin cậy");
            assertThat(page.getByText("Thử lại trên chính chuỗi này")).isVisible();
            Browser.assertFit(page, "target-measured");
            String missing = page.locator("table.list tbody th a").first().innerText();
            page.locator("table.list tbody th a").first().click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText(missing);
            Locator rows = page.locator("#table_data > tr");
            assertThat(rows.first()).containsText(missing);
            assertThat(page.locator("a[data-export='']")).hasAttribute("href",
                    Pattern.compile("lists/missing.xlsx.*P1-01"));
            Browser.assertFit(page, "target-missing");
            page.navigate(Browser.address("/dashboard/missing.xhtml?code=P1-01&type=province"));
            page.getByRole(AriaRole.COLUMNHEADER).first().focus();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("code=P1-01.*sort=agency"));
            String province = rows.first().getByRole(AriaRole.LINK).first().innerText();
            page.getByLabel("Tên cơ quan").fill(province);
            assertThat(page).hasURL(Pattern.compile("[?&]q="));
            assertThat(rows).hasCount(1);
            assertThat(rows.first()).containsText(province);
            assertEquals(404, page.navigate(Browser.address("/dashboard/missing.xhtml?code=P9-99")).status());
            assertEquals(404,
                    page.navigate(Browser.address("/dashboard/missing.xhtml?code=P1-01&parent=KHONG")).status());
            assertEquals(403, browser.signIn("lanhdao.tinh")
                    .navigate(Browser.address("/dashboard/missing.xhtml?code=P1-01&parent=79")).status());
        }
    }

    /** Three agencies report on the quarter that runs: that is news, hollow in the picture, and neither value nor status. */
    @Test
    void anEarlyReadingIsPartialAndNeverTheValue() throws Exception {
        Period running = Period.at(Indicator.Period.QUARTER, LocalDate.now(Time.ZONE));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            page.navigate(Browser.address("/dashboard/target.xhtml?code=P1-02"));
            String status = page.locator("dl.facts dd").first().innerText();
            String value = page.locator("dl.facts dd").nth(1).innerText();
            run("INSERT INTO reading_token (id, source, hash, agency_id, made_at) SELECT NEXTVAL(reading_token_seq),"
                    + " 'public-service-portal', SHA2('" + TOKEN + "', 256), id, NOW(6) FROM agency WHERE code = 'VN'");
            StringBuilder csv = new StringBuilder("agency,indicator,period,numerator,denominator\n");
            for (String agency : List.of("15", "79", "01")) {
                csv.append(agency + ",papers_once_only," + running + "," + last("LEAST(r.denominator, r.numerator"
                        + " + FLOOR(r.denominator / 5))", agency) + "," + last("r.denominator", agency) + "\n");
            }
            HttpResponse<String> pushed = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(Browser.address("/api/v1/readings")))
                            .header("Authorization", "Bearer " + TOKEN).header("Content-Type", "text/csv")
                            .POST(HttpRequest.BodyPublishers.ofString(csv.toString())).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(200, pushed.statusCode(), pushed::body);
            page.navigate(Browser.address("/dashboard/target.xhtml?code=P1-02"));
            assertThat(page.locator("dl.facts")).containsText("3/56 cơ quan đã báo cáo. Chưa dùng làm giá trị.");
            assertEquals(status, page.locator("dl.facts dd").first().innerText());
            assertEquals(value, page.locator("dl.facts dd").nth(1).innerText());
            assertThat(page.locator(".partial-mark")).hasCount(1);
            Browser.assertFit(page, "target-early");
            APIResponse csvOfTarget = page.request()
                    .get(Browser.address("/api/v1/targets/P1-02/trajectory.csv"));
            assertTrue(csvOfTarget.text().contains("partial," + running.end() + ","), csvOfTarget::text);
            page.navigate(Browser.address("/dashboard/index.xhtml"));
            Browser.assertFit(page, "national-early");
            page.navigate(Browser.address("/dashboard/targets.xhtml"));
            Browser.assertFit(page, "targets-early");
        } finally {
            run("DELETE FROM reading WHERE period = '" + running.begin() + "' AND indicator = 'papers_once_only'",
                    "DELETE FROM reading_sum WHERE period = '" + running.begin()
                            + "' AND indicator = 'papers_once_only'",
                    "DELETE FROM reading_batch WHERE way = 'PUSH'", "DELETE FROM reading_token");
        }
    }

    /** What the agency said last, in whole units. */
    private static String last(String what, String agency) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement
                        .executeQuery("SELECT ROUND(" + what + ") FROM reading r JOIN agency a ON a.id ="
                                + " r.agency_id WHERE a.code = '" + agency + "' AND r.indicator = 'papers_once_only'"
                                + " ORDER BY r.period DESC, r.id DESC LIMIT 1")) {
            found.next();
            return found.getString(1);
        }
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
