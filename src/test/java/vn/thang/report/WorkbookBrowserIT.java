package vn.thang.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.it.Browser;

/** The auditor downloads the workbook from the dashboard and recomputes it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WorkbookBrowserIT {

    @Test
    void theDownloadedWorkbookRecomputesToWhatItSays(@TempDir Path folder) throws Exception {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn("kiemtoan");
            page.navigate(Browser.address("/dashboard/index.xhtml?round=2025"));
            Download download = page.waitForDownload(() -> page.getByText("Tải bảng tính").click());
            assertEquals("thang-2025-VN.xlsx", download.suggestedFilename());
            Path file = folder.resolve(download.suggestedFilename());
            download.saveAs(file);
            assertTrue(recomputed(file) > 56 * 12);
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

    /** Every formula of levels and indexes gives again what stands in its cell; answers how many there were. */
    private static int recomputed(Path file) throws Exception {
        int formulas = 0;
        try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            for (String name : new String[] {"Tổng hợp", "Cơ quan", "Lĩnh vực"}) {
                Sheet sheet = workbook.getSheet(name);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                            double stored = cell.getNumericCellValue();
                            assertEquals(stored, evaluator.evaluate(cell).getNumberValue(), 1e-9, name + cell.getAddress());
                            formulas++;
                        }
                    }
                }
            }
        }
        return formulas;
    }
}
