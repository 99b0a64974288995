package vn.thang.assessment.conduct;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.NewRound;

/** An instrument of others, in one language and on points, is answered in a rehearsal. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InstrumentOfOthersBrowserIT {

    private static final int LONG = 60_000;

    @Test
    void aProvinceAnswersOpenDataMaturityInARehearsal() throws IOException {
        String code = "DT-" + System.currentTimeMillis() % 100_000;
        try (Browser browser = Browser.open()) {
            Page admin = browser.signIn("quantri");
            NewRound.rehearsed(admin, code, "Dữ liệu mở", "eu-odm/2023");
            try {
                answer(browser.signIn("canbo"), code);
            } finally {
                admin.navigate(Browser.address("/assessment/round.xhtml?code=" + code));
                admin.getByLabel("Tôi đã kiểm tra và xác nhận xóa").check();
                button(admin, "Xóa đợt diễn tập");
                assertThat(admin.getByText("Đã xóa đợt diễn tập với 34 hồ sơ")).isVisible(
                        new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
            }
        }
    }

    private static void answer(Page page, String code) throws IOException {
        String scorecard = Browser.address("/dashboard/scorecard.xhtml?agency=15&round=" + code);
        page.navigate(scorecard);
        page.locator("a.btn[href*='edit.xhtml']").click();
        String assessment = page.url().replaceAll(".*assessment=([0-9]+).*", "$1");
        assertThat(page.locator("legend h1")).hasAttribute("lang", "en");
        assertThat(page.locator("[data-other-language]")).containsText("Tiếng Anh");
        page.locator("input[type=radio][value=other]").check();
        assertThat(page.locator("#progress")).hasText("1 trên 161 câu đã trả lời");
        Browser.assertAccessible(page);
        Browser.picture(page, "instrument-question");
        page.navigate(scorecard);
        assertThat(page.locator(".scores")).containsText("1/161");
        assertThat(page.locator("#noLevel")).hasText(
                "Mô hình này không có mức chung; chỉ có chỉ số chung và mức của từng lĩnh vực.");
        assertThat(page.getByText("nên không có cách lên mức tiếp theo")).isVisible();
        assertThat(page.locator("body")).containsText("Q129 · ");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Chỉ số qua các đợt")))
                .hasCount(0);
        Browser.assertAccessible(page);
        Browser.picture(page, "instrument-scorecard");
        page.navigate(Browser.address("/assessment/workbook.xhtml?assessment=" + assessment));
        Download download = page.waitForDownload(() -> page.getByText("Tải bảng tính để trả lời ngoại tuyến").click());
        try (InputStream in = download.createReadStream(); Workbook workbook = WorkbookFactory.create(in)) {
            assertEquals("D1 Open Data Policy", workbook.getSheetName(1));
            assertTrue(workbook.getSheetAt(1).getLastRowNum() > 30);
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
