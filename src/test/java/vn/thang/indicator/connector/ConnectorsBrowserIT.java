package vn.thang.indicator.connector;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.indicator.catalogue.SamplePortal;
import vn.thang.indicator.fetching.AnsweringServer;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.platform.Time;

/** The administrator describes a connector, tries it, runs it, sees its points and its raw answer; a dead source shows as dead. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConnectorsBrowserIT {

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            for (String sql : new String[]{
                    "DELETE FROM reading WHERE batch_id IN (SELECT id FROM reading_batch WHERE way = 'PULL')",
                    "DELETE FROM open_dataset",
                    "DELETE FROM open_data_score", "DELETE FROM asked_address", "DELETE FROM connector_answer",
                    "DELETE FROM connector_run",
                    "DELETE FROM reading_batch WHERE way = 'PULL'", "DELETE FROM connector"}) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aPortalIsConnectedTriedRunAndLooksDeadWhenItIs() throws Exception {
        SamplePortal portal = new SamplePortal(LocalDate.now(Time.ZONE), "Ngân sách tỉnh");
        AnsweringServer server = new AnsweringServer("127.0.0.2", 0, portal::answer);
        try (Browser browser = Browser.open()) {
            assertEquals(403,
                    browser.signIn("lanhdao").navigate(Browser.address("/indicator/connectors.xhtml")).status());
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address("/indicator/connectors.xhtml"));
            assertThat(page.getByText("Không có kết nối nào.")).isVisible();
            Browser.assertFit(page, "connectors-none");
            link(page, "Cổng CKAN").click();
            page.getByLabel("Mã", new Page.GetByLabelOptions().setExact(true)).fill("cong-thu");
            page.getByLabel("Tên", new Page.GetByLabelOptions().setExact(true)).fill("Cổng dữ liệu thử");
            page.getByLabel("Địa chỉ").fill(server.address().toString());
            page.getByLabel("Tổ chức ở cổng = mã cơ quan").fill("so-tai-chinh-lao-cai = XX");
            button(page, "Chạy thử").press("Enter");
            assertThat(page.locator("[data-faults]")).containsText("Không có cơ quan mang mã XX");
            assertThat(page.getByLabel("Tên", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("Cổng dữ liệu thử");
            page.getByLabel("Tổ chức ở cổng = mã cơ quan").fill(SamplePortal.AGENCIES);
            page.getByLabel("Tên tiêu đề HTTP").fill("Authorization");
            page.getByLabel("Giá trị", new Page.GetByLabelOptions().setExact(true)).fill("khoa-truy-cap-thu");
            button(page, "Chạy thử").press("Enter");
            assertThat(page.locator("#trial")).containsText("bị từ chối. Chưa có gì thay đổi.");
            assertThat(page.locator("#trial")).containsText("3 tổ chức chưa gắn với cơ quan nào");
            Browser.assertFit(page, "connector-trial");
            assertThat(page.getByLabel("Giá trị", new Page.GetByLabelOptions().setExact(true))).hasValue("");
            page.getByLabel("Giá trị", new Page.GetByLabelOptions().setExact(true)).fill("khoa-truy-cap-thu");
            button(page, "Lưu").click();
            assertThat(page.locator(".notices")).containsText("Đã lưu kết nối");
            assertThat(page.getByText("Đã lưu, gửi trong tiêu đề Authorization")).isVisible();
            run(page, "Xong");
            Browser.assertFit(page, "connector");
            Download download = page.waitForDownload(() -> link(page, "Tải về").first().click());
            assertEquals(true, download.suggestedFilename().matches("cong-thu-\\d+\\.zip"));

            page.navigate(Browser.address("/indicator/open-data.xhtml"));
            Browser.assertFit(page, "open-data");
            link(page, "Tỉnh Lào Cai").click();
            assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Ngân sách tỉnh")))
                    .containsText("Xuất sắc");
            Browser.assertFit(page, "open-data-agency");

            server.close();
            page.navigate(Browser.address("/indicator/connector.xhtml?code=cong-thu"));
            for (int i = 0; i < 3; i++) {
                run(page, "Lỗi");
            }
            assertThat(page.getByText("tạm ngừng hỏi đến")).isVisible();
            page.navigate(Browser.address("/indicator/sources.xhtml"));
            Locator source = page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText("open-data-portal"));
            assertThat(source).containsText("Lỗi kết nối");
            assertThat(source).containsText("Không kết nối được tới 127.0.0.2");
            Browser.assertFit(page, "sources-failing");
        } finally {
            server.close();
        }
    }

    /** Runs it once more when it is free, and waits for its outcome until it is free again: it runs by itself as well. */
    private static void run(Page page, String outcome) {
        Page.WaitForConditionOptions patience = new Page.WaitForConditionOptions().setTimeout(60_000);
        page.waitForCondition(() -> isFree(page), patience);
        int before = page.locator("tbody tr").count();
        button(page, "Lấy ngay").click();
        page.waitForCondition(() -> isFree(page) && page.locator("tbody tr").count() > before
                && page.locator("tbody tr").first().innerText().contains(outcome), patience);
    }

    private static boolean isFree(Page page) {
        page.navigate(page.url());
        return button(page, "Lấy ngay").isEnabled();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
