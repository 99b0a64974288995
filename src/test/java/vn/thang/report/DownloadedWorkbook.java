package vn.thang.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thang.it.Browser;

/** The national workbook as the dashboard hands it out, recomputed by a spreadsheet that knows nothing of the application. */
public final class DownloadedWorkbook implements AutoCloseable {

    private static final List<String> SCORED = List.of("Tổng hợp", "Cơ quan", "Lĩnh vực");
    private static final int LONGEST = 60_000;
    private static final int LEVEL = 5;
    private static final int INDEX = 6;

    private final XSSFWorkbook workbook;
    private final FormulaEvaluator evaluator;

    /** Level and index of an agency as the formulas give them. */
    public record Score(int level, double index) {
    }

    private DownloadedWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
    }

    /** @param page the dashboard of a person who may take the workbook */
    public static DownloadedWorkbook from(Page page, String name) throws IOException {
        page.getByText("Tải bảng tính").click();
        Browser.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lập báo cáo")).click();
        Locator link = page.getByText("Tải xuống " + name);
        link.waitFor(new Locator.WaitForOptions().setTimeout(LONGEST));
        Download download = page.waitForDownload(link::click);
        assertEquals(name, download.suggestedFilename());
        try (InputStream in = Files.newInputStream(download.path())) {
            return new DownloadedWorkbook(new XSSFWorkbook(in));
        }
    }

    /** Every formula of levels and indexes gives again what stands in its cell; answers how many there were. */
    public int recompute() {
        int formulas = 0;
        for (String name : SCORED) {
            for (Row row : workbook.getSheet(name)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA
                            && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                        double stored = cell.getNumericCellValue();
                        assertEquals(stored, number(cell), 1e-9, name + cell.getAddress());
                        formulas++;
                    }
                }
            }
        }
        return formulas;
    }

    /** What stands there for somebody who may not read restricted answers: a level that is computed, an index to one decimal. */
    public Score score(String agencyCode) {
        Row row = StreamSupport.stream(workbook.getSheet("Cơ quan").spliterator(), false)
                .filter(one -> one.getRowNum() >= ListSheet.FIRST_ROW - 1
                        && one.getCell(0).getStringCellValue().equals(agencyCode))
                .findFirst().orElseThrow();
        assertEquals(CellType.FORMULA, row.getCell(LEVEL).getCellType());
        assertEquals(CellType.NUMERIC, row.getCell(INDEX).getCellType());
        return new Score((int) number(row.getCell(LEVEL)), number(row.getCell(INDEX)));
    }

    private double number(Cell cell) {
        return evaluator.evaluate(cell).getNumberValue();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
