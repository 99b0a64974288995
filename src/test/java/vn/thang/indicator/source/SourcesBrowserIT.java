package vn.thang.indicator.source;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

/** The administrator gives a source its token, the source pushes with it, and the page says what became of that. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("long")
class SourcesBrowserIT {

    private static final String ROWS = "agency,indicator,period,numerator,denominator\n15,security_dossiers,2021-Q1,3,4\nXX,security_dossiers,2021-Q1,3,4\n";

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM reading WHERE period < '2022-01-01'");
            statement.execute("DELETE FROM reading_sum WHERE period < '2022-01-01'");
            statement.execute("DELETE FROM reading_batch WHERE way = 'PUSH'");
            statement.execute("DELETE FROM reading_token");
        }
    }

    @Test
    void aTokenIsMadeUsedAndReplaced() throws Exception {
        try (Browser browser = Browser.open()) {
            assertEquals(403, browser.signIn("lanhdao").navigate(Browser.address("/indicator/sources.xhtml")).status());
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/indicator/sources.xhtml"));
            Browser.assertFit(page, "sources");
            String token = renew(page);
            assertEquals(200, push(token));
            page.navigate(Browser.address("/indicator/sources.xhtml"));
            assertThat(page.locator(".once")).hasCount(0);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Các lần nhận gần nhất")).click();
            Browser.assertFit(page, "batches");
            page.getByLabel("Từ chối", new Page.GetByLabelOptions().setExact(true)).selectOption("some");
            Locator batch = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Hệ thống gửi"));
            batch.getByText("Lý do").click();
            assertThat(batch).containsText("Dòng 3: Không có cơ quan XX");
            page.navigate(Browser.address("/indicator/sources.xhtml"));
            page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("security-register"))
                    .getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator(".ui-confirm-dialog-message")).containsText("hết hiệu lực ngay");
            assertEquals(200, push(token), "nothing ends before the answer");
            page.locator(".ui-confirmdialog-yes").click();
            assertThat(page.getByText("Mã chỉ hiện một lần này")).isVisible();
            assertEquals(401, push(token));
        }
    }

    private static String renew(Page page) {
        page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("security-register"))
                .getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByText("Mã chỉ hiện một lần này")).isVisible();
        return page.locator(".once").innerText();
    }

    private static int push(String token) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(Browser.address("/api/v1/readings")))
                .header("Authorization", "Bearer " + token).header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(ROWS)).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
