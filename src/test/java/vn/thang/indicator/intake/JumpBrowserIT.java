package vn.thang.indicator.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.period.Period;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.platform.Time;

/** A source pushes a figure of the running quarter that moved too far; the administrator sees it and confirms it with a reason. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JumpBrowserIT {

    private static final String TOKEN = "ma-cua-nguon-nhay";
    private static final Period RUNNING = Period.at(Indicator.Period.QUARTER, LocalDate.now(Time.ZONE));

    @BeforeEach
    void token() throws SQLException {
        run("INSERT INTO reading_token (id, source, hash, agency_id, made_at) SELECT NEXTVAL(reading_token_seq), 'data-exchange', SHA2('"
                + TOKEN + "', 256), id, NOW(6) FROM agency WHERE code = 'VN'");
    }

    @AfterEach
    void forget() throws SQLException {
        run("DELETE FROM reading WHERE period = '" + RUNNING.begin() + "'",
                "DELETE FROM reading_sum WHERE period = '" + RUNNING.begin() + "'",
                "DELETE FROM reading_batch WHERE way = 'PUSH'", "DELETE FROM reading_token");
    }

    @Test
    void aJumpIsShownAndConfirmedWithAReason() throws Exception {
        HttpResponse<String> pushed = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(Browser.address("/api/v1/readings")))
                        .header("Authorization", "Bearer " + TOKEN).header("Content-Type", "text/csv")
                        .header("Accept-Language", "en")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "agency,indicator,period,numerator,denominator\n15,systems_connected," + RUNNING
                                        + ",1,100000\n"))
                        .build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(pushed.body().contains("the denominator moved too far"), pushed::body);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/indicator/sources.xhtml"));
            page.getByText("Có 1 số liệu thay đổi quá lớn").click();
            assertThat(page.locator("#table")).containsText("chờ xác nhận");
            assertThat(page.locator("#table")).containsText("1/100.000");
            Browser.assertFit(page, "readings-waiting");
            page.getByText("Xem và xác nhận").first().click();
            assertThat(page.locator("#content")).containsText("Mẫu số tăng hoặc giảm quá lớn");
            Browser.assertFit(page, "jump");
            String address = page.url();
            page.locator("[id='confirm:go']").click();
            assertThat(page.locator("[data-faults]")).containsText("Hãy ghi lý do");
            page.getByLabel("Vì sao số liệu này đúng").fill("Đã kiểm tra với nguồn: thống kê theo cách mới.");
            page.locator("[id='confirm:go']").click();
            assertThat(page.locator(".notices")).containsText("số liệu được tính từ bây giờ");
            assertThat(page.locator("#confirm")).hasCount(0);
            page.navigate(Browser.address("/indicator/reading.xhtml?agency=15&indicator=systems_connected"));
            assertThat(page.locator("#content")).not().containsText("chờ xác nhận");
            assertEquals(403, browser.signIn("kiemtoan").navigate(address).status());
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
