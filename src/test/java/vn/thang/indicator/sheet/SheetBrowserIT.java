package vn.thang.indicator.sheet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;

/** The administrator takes a sheet, fills it in, sees what would become of it and confirms; what came of it can be looked into. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SheetBrowserIT {

    private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(60_000);

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String SHEET = "/indicator/sheet.xhtml?source=data-exchange";

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM reading WHERE period < '2022-01-01'");
            statement.execute("DELETE FROM reading_sum WHERE period < '2022-01-01'");
            statement.execute("DELETE FROM reading_batch WHERE way = 'SHEET'");
            statement.execute("DELETE FROM denominator_freeze");
            statement.execute("DELETE FROM denominator");
        }
    }

    @Test
    void readingsAreTakenFilledInShownAndConfirmed() throws Exception {
        try (Browser browser = Browser.open()) {
            assertEquals(403, browser.signIn("kiemtoan").navigate(Browser.address(SHEET)).status());
            Page page = browser.signIn("quantri");
            page.navigate(Browser.address(SHEET));
            Browser.assertFit(page, "reading-sheet");
            Download download = page.waitForDownload(() -> page
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tải bảng tính mẫu")).click());
            byte[] filled = filled(Files.readAllBytes(download.path()));
            send(page, "số liệu.xlsx", filled);
            assertThat(page.locator(".counts")).containsText("1 mới");
            assertThat(page.locator(".counts")).containsText("1 bị từ chối");
            assertThat(row(page, "F3")).containsText("1.234 có thể đọc theo hai cách");
            assertThat(row(page, "2021-Q1").first()).containsText("75% (3/4)");
            Browser.assertFit(page, "reading-sheet-report");
            confirm(page);
            assertThat(page.locator(".notices")).containsText("Có 1 dòng bị từ chối");
            page.getByLabel("Bỏ qua các dòng bị từ chối").check();
            confirm(page);
            assertThat(page.getByText("Đã ghi: 1 mới, 0 đính chính; 0 không đổi, 1 bị từ chối.")).isVisible(LONG);

            lookInto(page);
            send(page, Browser.address(SHEET), "sửa.csv",
                    "Mã cơ quan;Mã chỉ tiêu;Kỳ;Tử số;Mẫu số\n01;systems_connected;Quý I/2021;2;4\n"
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("del")).hasText("75% (3/4)");
            assertThat(page.locator("ins")).hasText("50% (2/4)");
            confirm(page);
            assertThat(page.getByText("Đã ghi: 0 mới, 1 đính chính;")).isVisible(LONG);
            page.navigate(Browser.address("/indicator/reading.xhtml?agency=01&indicator=systems_connected"));
            Locator period = row(page, "Q1/2021");
            assertThat(period).containsText("50%");
            assertThat(period.locator("del")).hasText("75% (3/4)");
            Browser.assertFit(page, "reading-history");
        }
    }

    @Test
    void denominatorsAreSetBySheetAndByHandAndFrozen() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("quantri");
            send(page, Browser.address("/indicator/sheet.xhtml?round=2026"), "mẫu số.csv",
                    "Mã cơ quan,Mã chỉ tiêu,Mẫu số\n01,systems_connected,\"1.234,0\"\n"
                            .getBytes(StandardCharsets.UTF_8));
            confirm(page);
            assertThat(page.locator("#content")).containsText("Đã lưu 1 mẫu số");
            page.navigate(Browser.address("/assessment/round.xhtml?code=2026"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hệ thống kết nối, chia sẻ dữ liệu"))
                    .click();
            assertThat(page.getByLabel("Thành phố Hà Nội")).hasValue("1234");
            Browser.assertFit(page, "denominators");
            page.getByLabel("Tỉnh Cao Bằng").fill("1.234");
            save(page);
            assertThat(page.locator(".notices")).containsText("Hãy viết 1234 hoặc 1,2340");
            assertThat(page.getByLabel("Tỉnh Cao Bằng")).hasValue("1.234");
            page.getByLabel("Tỉnh Cao Bằng").fill("1234");
            save(page);
            assertThat(page.locator(".notices")).containsText("Đã lưu 1 mẫu số");
            page.getByLabel("Tôi hiểu rằng").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chốt mẫu số")).click();
            assertThat(page.locator(".notices")).containsText("Đã chốt mẫu số của 2 cơ quan");
            assertThat(page.locator("#content .status.ok")).hasText("Đã chốt");
            assertThat(page.locator("#standing")).containsText("Hoàng Minh Đức, ");
            assertThat(page.getByLabel("Tỉnh Cao Bằng")).hasCount(0);
            page.navigate(Browser.address("/assessment/round.xhtml?code=2026"));
            Browser.assertFit(page, "round-denominators");
        }
    }

    @Test
    void indicatorsAndReadingsAreThereForWhoeverMaySeeThem() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("canbo");
            page.navigate(Browser.address("/indicator/indicators.xhtml"));
            Browser.assertFit(page, "indicators");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hệ thống kết nối, chia sẻ dữ liệu"))
                    .click();
            assertThat(page.getByText("Bộ Khoa học và Công nghệ")).isVisible();
            Browser.assertFit(page, "indicator");
            page.navigate(Browser.address("/indicator/indicator.xhtml?code=open_data_quality"));
            assertThat(page.locator("code.lines")).containsText("open_datasets");
            assertEquals(404, page.navigate(Browser.address("/indicator/indicator.xhtml?code=khong-co")).status());
            page.navigate(Browser.address("/indicator/readings.xhtml?q=&indicator=systems_connected"));
            Locator agencies = page.locator("#table_data > tr > td:first-child");
            assertThat(agencies.first()).containsText("Tỉnh Lào Cai");
            assertEquals(1, agencies.locator(".of").allInnerTexts().stream().distinct().count());
            page.getByRole(AriaRole.COLUMNHEADER).filter(new Locator.FilterOptions().setHasText("Kỳ")).click();
            assertThat(page).hasURL(Pattern.compile("indicator=systems_connected&sort=period"));
            Browser.assertFit(page, "readings");
            assertEquals(403,
                    page.navigate(Browser.address("/indicator/reading.xhtml?agency=79&indicator=systems_connected"))
                            .status());
            assertEquals(200,
                    browser.signIn("phoihop").navigate(Browser.address("/indicator/indicators.xhtml")).status());
        }
    }

    /** From the list of readings to the batch and its faults, as a file too. */
    private static void lookInto(Page page) throws IOException {
        page.navigate(Browser.address("/indicator/readings.xhtml?period=Q1/2021&way=SHEET"));
        assertThat(row(page, "Thành phố Hà Nội")).containsText("75%");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hệ thống kết nối, chia sẻ dữ liệu"))
                .click();
        row(page, "Q1/2021").getByRole(AriaRole.LINK).click();
        assertThat(row(page, "1.234")).containsText("3");
        Browser.assertFit(page, "reading-batch");
        Download faults = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Tải danh sách dòng bị từ chối (CSV)")).click());
        String text = Files.readString(faults.path());
        assertTrue(text.startsWith("\uFEFF\"") && text.contains("\"3\",\"1.234 có thể"), text);
    }

    /** One line for the first quarter of 2021 that is right, and one with a number that reads in two ways. */
    private static byte[] filled(byte[] template) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.getSheetAt(0);
            Row right = sheet.getRow(1);
            right.getCell(4).setCellValue("Quý I/2021");
            right.getCell(5).setCellValue(3);
            right.getCell(6).setCellValue(4);
            Row wrong = sheet.getRow(2);
            wrong.getCell(5).setCellValue("1.234");
            wrong.getCell(6).setCellValue(5000);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void send(Page page, String address, String name, byte[] content) {
        page.navigate(address);
        send(page, name, content);
    }

    private static void send(Page page, String name, byte[] content) {
        page.getByLabel("Tệp bảng tính")
                .setInputFiles(new FilePayload(name, name.endsWith("csv") ? "text/csv" : XLSX, content));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm tra tệp")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Kết quả kiểm tra")))
                .isVisible();
    }

    private static void confirm(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xác nhận và ghi")).click();
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu các thay đổi")).click();
    }

    private static Locator row(Page page, String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }
}
