package vn.thang.assessment.workbook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment;
import vn.thang.it.OwnAssessment.Person;

@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WorkbookExchangeBrowserIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static OwnAssessment own;
    private static Person officer;

    @BeforeAll
    static void person() throws Exception {
        own = OwnAssessment.of("31");
        try (Browser browser = Browser.open()) {
            officer = own.person(browser, "Lò Thị Hạnh", "OFFICER");
        }
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void fetchedFilledBroughtBackDecidedAndWritten() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            answered(page, "STR.1", "2", "gốc", 0);
            answered(page, "STR.3", "2", null, 0);
            page.navigate(own.at("edit"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Trả lời ngoại tuyến")).click();
            assertThat(page.getByText("Chưa có tệp nào được nhập.")).isVisible();
            Browser.assertFit(page, "workbook");
            byte[] filled = SampleWorkbook.changed(fetched(page), book -> {
                SampleWorkbook.answer(book, "STR.1").setCellValue("4,0");
                SampleWorkbook.comment(book, "STR.1").setCellValue("Điền khi không có mạng\n=dòng hai");
                SampleWorkbook.answer(book, "STR.2").setCellValue(3);
                SampleWorkbook.answer(book, "STR.3").setCellValue(5);
            });
            answered(page, "STR.1", "3", "gốc", 1);
            answered(page, "GOV.1", "1", null, 0);

            send(page, "đã điền.xlsx", filled);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("So sánh ba chiều")))
                    .isVisible();
            assertThat(cell(page, "STR.1/ANSWER")).containsText("khác nhau: cần chọn");
            assertThat(cell(page, "STR.1/ANSWER")).containsText("2 – ");
            assertThat(cell(page, "STR.1/ANSWER")).containsText("E3");
            assertThat(cell(page, "STR.1/COMMENT")).containsText("=dòng hai");
            assertThat(cell(page, "STR.2/ANSWER")).containsText("trống");
            assertThat(choice(page, "STR.2/ANSWER", "Theo tệp")).isChecked();
            assertThat(choice(page, "STR.1/ANSWER", "Theo tệp")).not().isChecked();
            assertThat(choice(page, "STR.1/ANSWER", "Giữ hệ thống")).not().isChecked();
            assertThat(choice(page, "GOV.1/ANSWER", "Giữ hệ thống")).isChecked();
            Browser.assertFit(page, "workbook-comparison");

            apply(page).click();
            assertThat(page.locator(".notices")).not().containsText("Đã ghi");
            choice(page, "STR.1/ANSWER", "Theo tệp").focus();
            page.keyboard().press("Space");
            choice(page, "STR.3/ANSWER", "Giữ hệ thống").check();
            apply(page).press("Enter");
            assertThat(page.locator(".notices")).containsText("Đã ghi 3 ô vào hệ thống.");
            Locator written = page.getByRole(AriaRole.REGION,
                    new Page.GetByRoleOptions().setName("Đã ghi vào hệ thống"));
            assertThat(written).containsText("Lò Thị Hạnh");
            assertThat(written.getByRole(AriaRole.ROW)).hasCount(1 + 3);
            Browser.assertFit(page, "workbook-written");
            Download kept = page.waitForDownload(() -> page.getByRole(AriaRole.LINK,
                    new Page.GetByRoleOptions().setName("đã điền.xlsx")).click());
            assertArrayEquals(filled, Files.readAllBytes(kept.path()));

            send(page, "lần nữa.xlsx", filled);
            assertThat(page.getByText("Lò Thị Hạnh đã nhập tệp này lúc")).isVisible();
            assertThat(apply(page)).hasCount(0);

            page.navigate(own.question("STR.1"));
            assertThat(page.locator("input[type=radio]:checked")).hasValue("4");
            assertThat(page.locator("textarea").first()).hasValue("Điền khi không có mạng\n=dòng hai");
            page.navigate(own.question("STR.3"));
            assertThat(page.locator("input[type=radio]:checked")).hasValue("2");
        }
    }

    @Test
    void whatIsWrongIsToldWithSheetAndCell() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.navigate(own.at("workbook"));
            byte[] fetched = fetched(page);
            byte[] wrong = SampleWorkbook.changed(fetched, book -> {
                SampleWorkbook.answer(book, "STR.1").setCellValue("sáu");
                SampleWorkbook.comment(book, "STR.2").setCellFormula("NOW()");
            });
            send(page, "sai.xlsx", wrong);
            assertThat(page.locator(".notices"))
                    .hasText("Tệp có 2 lỗi nên chưa được nhận. Không có gì thay đổi trong hệ thống.");
            Locator faults = page.locator("#faults");
            assertThat(faults).containsText("F4");
            assertThat(faults).containsText("Ô chứa công thức: =NOW()");
            assertThat(faults).containsText("E3");
            assertThat(faults).containsText("“sáu” không phải là mức từ 1 đến 5.");
            Browser.assertFit(page, "workbook-faults");
            send(page, "cắt.xlsx", Arrays.copyOf(fetched, fetched.length / 2));
            assertThat(faults).containsText("Tệp không trọn vẹn");
            send(page, "danh-sach.xlsx", "mã;mức".getBytes(StandardCharsets.UTF_8));
            assertThat(faults).containsText("Tệp không phải là bảng tính Excel (.xlsx).");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm tra tệp")).click();
            assertThat(page.locator(".notices")).hasText("Hãy chọn tệp.");
            send(page, "không-đổi.xlsx", fetched);
            assertThat(page.getByText("Tệp không có gì khác với hệ thống; không có gì để ghi.")).isVisible();
            assertThat(apply(page)).hasCount(0);
        }
    }

    @Test
    void aChangeInTheMeantimeIsShownBeforeAnythingIsWritten() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = officer.signIn(browser);
            page.navigate(own.at("workbook"));
            send(page, "điền.xlsx", SampleWorkbook.changed(fetched(page),
                    book -> SampleWorkbook.answer(book, "STR.2").setCellValue(3)));
            answered(page, "STR.2", "1", null, 0);
            apply(page).click();
            assertThat(page.locator(".notices")).containsText("chưa có gì được ghi");
            assertThat(cell(page, "STR.2/ANSWER")).containsText("khác nhau: cần chọn");
        }
    }

    @Test
    void othersGetNeitherPageNorFile() {
        try (Browser browser = Browser.open()) {
            String address = Browser.address("/api/v1/assessments/" + own.id() + "/answers.xlsx");
            assertEquals(401, browser.person().request().get(address).status());
            for (String person : new String[]{"canbo", "kiemtoan", "thamdinh"}) {
                Page page = browser.signIn(person);
                assertEquals(403, page.request().get(address).status(), person);
                assertEquals(403, page.navigate(own.at("workbook")).status(), person);
            }
            Page page = officer.signIn(browser);
            assertEquals(404, page.request().get(Browser.address("/api/v1/workbooks/999999999")).status());
            APIResponse file = page.request().get(address + "?lang=en");
            assertEquals(200, file.status());
            assertTrue(file.headers().get("content-type").startsWith(XLSX));
            assertTrue(file.headers().get("content-disposition").endsWith("thang-2026-31.xlsx"));
            assertEquals("private, no-store", file.headers().get("cache-control"));
        }
    }

    private static byte[] fetched(Page page) throws IOException {
        Download download = page.waitForDownload(() -> page.getByText("Tải bảng tính để trả lời ngoại tuyến").click());
        assertEquals("thang-2026-31.xlsx", download.suggestedFilename());
        return Files.readAllBytes(download.path());
    }

    private static void send(Page page, String name, byte[] content) {
        page.getByLabel("Bảng tính đã điền").setInputFiles(new FilePayload(name, XLSX, content));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm tra tệp")).click();
    }

    private static Locator cell(Page page, String key) {
        return page.locator("tr[data-cell='" + key + "']");
    }

    private static Locator choice(Page page, String key, String name) {
        return cell(page, key).getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator apply(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ghi vào hệ thống"));
    }

    /** A colleague at the form. */
    private static void answered(Page page, String criterion, String value, String comment, int version) {
        String body = "{\"value\":\"" + value + "\",\"comment\":" + (comment == null ? "null" : "\"" + comment + "\"")
                + ",\"version\":" + version + "}";
        APIResponse answer = page.request().put(
                Browser.address("/api/v1/assessments/" + own.id() + "/answers/" + criterion),
                RequestOptions.create().setHeader("Content-Type", "application/json").setData(body));
        assertEquals(200, answer.status(), answer::text);
    }
}
