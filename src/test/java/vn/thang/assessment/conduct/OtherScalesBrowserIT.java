package vn.thang.assessment.conduct;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.catalog.SevenLevels;
import vn.thang.it.Browser;
import vn.thang.it.NewRound;
import vn.thang.it.SecondServer;

/** A model of seven levels and 0 is answered, shown and taken along, at a server that reads it from a folder. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class OtherScalesBrowserIT {

    private static final int LONG = 60_000;

    @Test
    void sevenLevelsAreAnsweredAndShown(@TempDir Path folder) throws Exception {
        System.setProperty("thang.model.dir", SevenLevels.beside(folder).toString());
        String code = "DT-B" + System.currentTimeMillis() % 100_000;
        try (SecondServer second = SecondServer.start(); Browser browser = Browser.open()) {
            assertTrue(second.pid() > 0);
            Page admin = browser.signIn("quantri");
            NewRound.rehearsed(admin, code, "Bảy mức", "seven/1.0");
            try {
                answer(browser.signIn("canbo"), code);
                admin.navigate(Browser.address("/dashboard/heatmap.xhtml?round=" + code));
                assertThat(admin.locator("#level option[value='7']")).hasCount(1);
                Browser.assertFit(admin, "seven-heatmap");
            } finally {
                admin.navigate(Browser.address("/assessment/round.xhtml?code=" + code));
                admin.getByLabel("Tôi đã kiểm tra và xác nhận xóa").check();
                button(admin, "Xóa đợt diễn tập");
                assertThat(admin.getByText("Đã xóa đợt diễn tập với 34 hồ sơ")).isVisible(
                        new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
            }
        } finally {
            System.clearProperty("thang.model.dir");
        }
    }

    private static void answer(Page page, String code) throws Exception {
        String scorecard = Browser.address("/dashboard/scorecard.xhtml?agency=15&round=" + code);
        page.navigate(scorecard);
        page.locator("a.btn[href*='edit.xhtml']").click();
        String assessment = page.url().replaceAll(".*assessment=([0-9]+).*", "$1");
        assertThat(page.locator("input[type=radio]")).hasCount(8);
        page.locator("input[type=radio][value='7']").check();
        assertThat(page.locator("#progress")).hasText("1 trên 8 câu đã trả lời");
        assertThat(page.locator("input[type=radio][value='7']")).isVisible();
        Browser.assertFit(page, "seven-question");
        for (String criterion : List.of("A.2", "A.3")) {
            page.navigate(
                    Browser.address("/assessment/edit.xhtml?assessment=" + assessment + "&criterion=" + criterion));
            page.locator("input[type=radio][value='0']").check();
        }
        assertThat(page.locator("#progress")).hasText("3 trên 8 câu đã trả lời");
        page.keyboard().press("6");
        assertThat(page.locator("input[type=radio][value='6']")).isChecked();
        assertThat(page.locator("#saved")).containsText("Đã lưu");
        page.navigate(scorecard);
        assertThat(page.locator("svg.radar polygon.ring")).hasCount(7);
        assertThat(page.locator(".lv7")).not().hasCount(0);
        Browser.assertFit(page, "seven-scorecard");
        page.navigate(Browser.address("/assessment/workbook.xhtml?assessment=" + assessment));
        Download download = page.waitForDownload(() -> page.getByText("Tải bảng tính để trả lời ngoại tuyến").click());
        try (InputStream in = download.createReadStream(); Workbook workbook = WorkbookFactory.create(in)) {
            assertEquals("A First group", workbook.getSheetName(1));
        }
        Locator task = goHome(page);
        assertThat(task).containsText("3 trên 8");
    }

    private static Locator goHome(Page page) {
        page.navigate(Browser.address("/index.xhtml"));
        return page.locator("section.task", new Page.LocatorOptions().setHasText("Bảy mức"));
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
