package vn.thang.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;

/** The auditor downloads the workbook from the dashboard and recomputes it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WorkbookBrowserIT {

    @Tag("matrix")
    @Test
    void theDownloadedWorkbookRecomputesToWhatItSays() throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/dashboard/index.xhtml?round=2025"));
            try (DownloadedWorkbook workbook = DownloadedWorkbook.from(page, "thang-results-VN-2025.xlsx")) {
                assertTrue(workbook.recompute() > 56 * 12);
            }
        }
    }

    @Test
    void nobodyGetsItWithoutSignIn() {
        try (Browser browser = Browser.open()) {
            APIResponse refused = browser.person().request().get(Browser.address("/api/v1/rounds/2025/workbook.xlsx"));
            assertEquals(401, refused.status());
            assertTrue(refused.headers().get("content-type").startsWith("application/problem+json"));
        }
    }
}
