package vn.thang.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.Paper;

/** What is taken along to a meeting: each page begins on its first sheet, fits A4 and leaves no sheet empty. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PaperBrowserIT {

    @Test
    void whatLeadersTakeAlongFitsItsPaper() throws IOException {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            printed(page, "national", "/dashboard/index.xhtml").isWhole(6)
                    .beginsWith("Chương trình có đạt các mục tiêu", "Theo giai đoạn", "Theo nhóm nhiệm vụ");
            printed(page, "targets", "/dashboard/targets.xhtml").isWhole(4)
                    .beginsWith("Mục tiêu của chương trình", "P1-01", "Tiến độ").repeats("Mục tiêu", "Tiến độ");
            printed(page, "target", "/dashboard/target.xhtml?code=P1-08").isWhole(4)
                    .beginsWith("P1-08", "Thời hạn", "mục tiêu 100%");
            printed(page, "scorecard", "/dashboard/scorecard.xhtml?agency=15&round=2025").isWhole(4)
                    .beginsWith("Tỉnh Lào Cai", "Chính thức", "Các lĩnh vực");
            printed(page, "heatmap", "/dashboard/heatmap.xhtml?round=2025").isWhole(5)
                    .beginsWith("Cơ quan nào mạnh, yếu", "Cơ quan", "Chỉ số").repeats("Cơ quan", "Chỉ số", "Hạng");
            printed(page, "compare", "/dashboard/compare.xhtml?agency=15&agency=48").isWhole(5)
                    .beginsWith("So sánh cơ quan", "Tỉnh Lào Cai", "Đà Nẵng");
            printed(page, "agency", "/organisation/agency.xhtml?code=15").isWhole(5).beginsWith("Tỉnh Lào Cai");
        }
    }

    @Test
    void whatIsFollowedUpFitsItsPaper() throws IOException {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao");
            printed(page, "plan", "/matter/plan.xhtml?agency=15").isWhole(2)
                    .beginsWith("Kế hoạch cải thiện · Tỉnh Lào Cai", "Việc còn lại để lên mức");
            printed(page, "discrepancies", "/assessment/discrepancies.xhtml").isWhole(6)
                    .beginsWith("Sổ chênh lệch", "Tiêu chí").repeats("Cơ quan", "Đo được", "Trạng thái");
            printed(browser.signIn("thamdinh"), "queue", "/assessment/queue.xhtml").isWhole(4)
                    .beginsWith("Hàng đợi thẩm định", "Dấu hiệu rủi ro").repeats("Cơ quan", "Hạn của bước");
        }
    }

    @Test
    void whatIsSignedFitsItsPaper() throws IOException {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("lanhdao.tinh");
            page.navigate(Browser.address("/dashboard/heatmap.xhtml?round=2025"));
            String assessment = page.locator(".heat tbody th a").first().getAttribute("href")
                    .replaceFirst("^.*assessment=", "?assessment=");
            printed(page, "sign", "/assessment/sign.xhtml" + assessment).isWhole(10)
                    .beginsWith("Tỉnh Lào Cai", "Lĩnh vực");
            printed(page, "receipt", "/assessment/receipt.xhtml" + assessment).isWhole(1)
                    .beginsWith("Biên nhận", "Lào Cai");
            printed(browser.signIn("hoidong"), "minutes", "/assessment/minutes.xhtml" + assessment).isWhole(2)
                    .beginsWith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Lào Cai");
        }
    }

    private static Paper printed(Page page, String name, String address) throws IOException {
        page.setViewportSize(1366, 900);
        assertEquals(200, page.navigate(Browser.address(address)).status(), address);
        return Paper.of(page, name);
    }
}
