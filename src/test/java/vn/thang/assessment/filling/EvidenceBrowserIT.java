package vn.thang.assessment.filling;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.OwnAssessment.Person;
import vn.thang.it.OwnAssessment;

@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EvidenceBrowserIT {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF"
            .getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 10 * 1024 * 1024;
    private static OwnAssessment own;
    private static Person officer;

    @BeforeAll
    static void person() throws Exception {
        own = OwnAssessment.of("BNG");
        try (Browser browser = Browser.open()) {
            officer = own.person(browser, "Hồ Thị Mỹ Duyên", "OFFICER");
        }
    }

    @AfterEach
    void empty() throws Exception {
        own.empty();
    }

    @Test
    void aFileAndALinkAreAttachedOpenedAndTakenBack() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = at(browser, "STR.1", 3);
            assertThat(need(page, 2)).containsText("còn thiếu");
            assertThat(need(page, 4)).isHidden();
            attach(page, 2, "Kế hoạch “214”.pdf", PDF);
            assertThat(said(page)).hasText("Đã đính kèm.");
            assertThat(need(page, 2)).containsText("đủ");
            assertThat(need(page, 2)).containsText(officer.fullName());
            attach(page, 2, "cùng nội dung, tên khác.pdf", PDF);
            assertThat(said(page)).hasText("Tệp hoặc liên kết này đã được đính kèm ở đây.");
            assertThat(need(page, 2).getByRole(AriaRole.LISTITEM)).hasCount(1);

            need(page, 3).getByText("Thêm liên kết").click();
            need(page, 3).getByLabel("Địa chỉ").fill("javascript:alert(1)");
            need(page, 3).getByLabel("Tên gọi").fill("Bảng theo dõi");
            button(need(page, 3), "Đính kèm").click();
            assertThat(said(page)).hasText(
                    "Địa chỉ “javascript:alert(1)” không phải là liên kết web. Hãy nhập địa chỉ bắt đầu bằng https://.");
            need(page, 3).getByLabel("Địa chỉ").fill("https://theo-doi.example.org/2026?q=dữ liệu".replace(' ', '+'));
            button(need(page, 3), "Đính kèm").click();
            Locator link = need(page, 3).getByRole(AriaRole.LINK);
            assertThat(link).hasText("Bảng theo dõi");
            assertEquals("noopener noreferrer", link.getAttribute("rel"));
            Browser.assertFit(page, "evidence");

            page.reload();
            assertThat(link).hasAttribute("target", "_blank");
            Download download = page.waitForDownload(() -> need(page, 2).getByRole(AriaRole.LINK).click());
            assertEquals("Kế hoạch “214”.pdf", download.suggestedFilename());
            assertArrayEquals(PDF, Files.readAllBytes(download.path()));

            button(need(page, 2), "Gỡ: Kế hoạch “214”.pdf").press("Enter");
            assertThat(need(page, 2).getByRole(AriaRole.LISTITEM)).hasCount(0);
            assertThat(need(page, 2)).containsText("còn thiếu");
            assertThat(page.locator("#evidence-title-STR\\.1")).isFocused();
            page.reload();
            assertThat(need(page, 2).getByRole(AriaRole.LISTITEM)).hasCount(0);
        }
    }

    @Test
    void whatIsNotTakenIsSaidInWordsAndChangesNothing() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = at(browser, "QUA.1", 2);
            attach(page, 2, "ke-hoach.pdf", "MZ\u0090\0\u0003\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(said(page)).hasText(
                    "Loại tệp của “ke-hoach.pdf” không được nhận. Hãy dùng PDF, ảnh PNG hoặc JPEG, Word, Excel,"
                            + " PowerPoint, OpenDocument hoặc văn bản thuần.");
            assertThat(said(page)).hasClass("said small fault");
            attach(page, 2, "bang-tinh.xlsx", macros());
            assertThat(said(page)).hasText("Tệp “bang-tinh.xlsx” chứa macro. Hãy lưu lại dưới dạng không có macro.");
            attach(page, 2, "trong.pdf", new byte[0]);
            assertThat(said(page)).hasText("Tệp “trong.pdf” trống.");
            attach(page, 2, "lon.pdf", new byte[MOST + 1]);
            assertThat(said(page)).hasText("Tệp quá lớn. Hãy giảm dung lượng hoặc gửi liên kết.");
            Browser.assertAccessible(page);
            page.context().setOffline(true);
            attach(page, 2, "ke-hoach.pdf", PDF);
            assertThat(said(page)).hasText("Chưa gửi được tệp vì mất kết nối. Hãy thử lại khi có kết nối.");
            page.context().setOffline(false);
            page.reload();
            assertThat(need(page, 2).getByRole(AriaRole.LISTITEM)).hasCount(0);

            APIResponse refused = page.request().post(own.files("QUA.1", 2) + "?name=lon.pdf", RequestOptions.create()
                    .setHeader("Content-Type", "application/octet-stream").setHeader("Accept-Language", "vi")
                    .setData(new byte[MOST + 1]));
            assertEquals(400, refused.status());
            assertTrue(refused.text().contains("Tệp “lon.pdf” lớn hơn 10 MB. Hãy giảm dung lượng hoặc gửi liên kết."),
                    refused.text());
        }
    }

    @Test
    void aFileIsDroppedAndHandedOutAsNothingButAFile() {
        try (Browser browser = Browser.open()) {
            Page page = at(browser, "SEC.1", 2);
            page.waitForResponse("**/files?*", () -> page.locator("[data-drop='2']").evaluate("""
                    zone => {
                      const transfer = new DataTransfer();
                      transfer.items.add(new File(['<!DOCTYPE html><html><script>alert(1)</script></html>'], 'trang.txt', { type: 'text/html' }));
                      for (const kind of ['dragover', 'drop']) {
                        zone.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
                      }
                    }"""));
            assertThat(said(page)).containsText("Loại tệp của “trang.txt” không được nhận.");
            attach(page, 2, "ket-noi.txt", "tháng;lỗi\n9;2\n".getBytes(StandardCharsets.UTF_8));
            String address = need(page, 2).getByRole(AriaRole.LINK).getAttribute("href");
            APIResponse file = page.request().get(Browser.address(address));
            assertEquals(200, file.status());
            assertTrue(file.headers().get("content-disposition").startsWith("attachment;"));
            assertEquals("nosniff", file.headers().get("x-content-type-options"));
            assertEquals("default-src 'none'; frame-ancestors 'none'; sandbox",
                    file.headers().get("content-security-policy"));
            assertEquals("private, no-store", file.headers().get("cache-control"));
            assertTrue(file.headers().get("content-type").startsWith("text/plain"));

            assertEquals(401, browser.person().request().get(Browser.address(address)).status());
            assertEquals(403, browser.signIn("canbo").request().get(Browser.address(address)).status());
            assertEquals(403, browser.signIn("kiemtoan").request().get(Browser.address(address)).status());
            assertEquals(403, browser.signIn("thamdinh").request().get(Browser.address(address)).status(),
                    "before it is submitted");
            assertEquals(403, browser.signIn("canbo").request().delete(Browser.address(address)).status());
            page.request().delete(Browser.address(address));
            assertEquals(404, page.request().get(Browser.address(address)).status());
        }
    }

    /** The officer at a question whose level is chosen. */
    private static Page at(Browser browser, String criterion, int level) {
        Page page = officer.signIn(browser);
        page.navigate(own.question(criterion));
        page.waitForResponse("**/answers/*", () -> page.keyboard().press(String.valueOf(level)));
        return page;
    }

    private static void attach(Page page, int level, String name, byte[] content) {
        need(page, level).locator("[data-file]").setInputFiles(new FilePayload(name, "application/pdf", content));
    }

    private static Locator need(Page page, int level) {
        return page.locator(".need[data-level='" + level + "']");
    }

    private static Locator said(Page page) {
        return page.locator(".evidence [data-said]");
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static byte[] macros() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : new String[]{"[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"}) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write('x');
            }
        }
        return out.toByteArray();
    }
}
