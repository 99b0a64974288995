package vn.thang.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.assessment.discrepancy.Discrepancy;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.assessment.discrepancy.DiscrepancyOrder;
import vn.thang.assessment.discrepancy.DiscrepancyRegister;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.report.workbook.DiscrepancyWorkbook;
import vn.thang.report.workbook.NationalWorkbook;
import vn.thang.report.workbook.Pictures;
import vn.thang.security.Caller;

@ExtendWith(ArquillianExtension.class)
class ReportsIT {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    @Inject
    private Caller caller;

    @Inject
    private NationalWorkbook workbooks;

    @Inject
    private Pictures pictures;

    @Inject
    private DiscrepancyWorkbook discrepancies;

    @Inject
    private DiscrepancyRegister registered;

    @Test
    void theAuditorTakesTheWholeRoundWithoutRestrictedAnswers() throws IOException {
        caller.actAs("kiemtoan");
        try (XSSFWorkbook workbook = workbook("2025", "VN")) {
            assertEquals(56, rows(workbook, "Cơ quan"));
            assertEquals(56 * 11, rows(workbook, "Lĩnh vực"));
            assertFalse(heads(workbook).contains("SEC.1"));
            assertTrue(heads(workbook).contains("STR.1"));
        }
    }

    @Test
    void theWorkbookTellsHowManyAgenciesItHasWrittenAndWhenItWritesTheFile() throws IOException {
        caller.actAs("kiemtoan");
        List<String> told = new ArrayList<>();
        workbooks.prepare("2025", "VN", VIETNAMESE, (done, total, doing) -> told.add(doing + " " + done + "/" + total))
                .content().to(new ByteArrayOutputStream());
        assertEquals(57, told.size());
        assertEquals("work.doing.workbook 1/56", told.get(0));
        assertEquals("work.doing.workbook 56/56", told.get(55));
        assertEquals("work.doing.workbook-file 0/0", told.get(56));
    }

    @Test
    void theReviewerSeesRestrictedAnswersToo() throws IOException {
        caller.actAs("thamdinh");
        try (XSSFWorkbook workbook = workbook("2025", "VN")) {
            assertTrue(heads(workbook).contains("SEC.1"));
        }
    }

    @Test
    void theHeadOfAProvinceTakesTheOwnProvinceOnly() throws IOException {
        caller.actAs("lanhdao.tinh");
        try (XSSFWorkbook workbook = workbook("2025", "15")) {
            assertEquals(1, rows(workbook, "Cơ quan"));
        }
        assertThrows(BusinessException.Forbidden.class, () -> workbooks.prepare("2025", "VN", VIETNAMESE));
        assertThrows(BusinessException.Forbidden.class, () -> workbooks.prepare("2025", "01", VIETNAMESE));
        assertThrows(BusinessException.Forbidden.class, () -> pictures.radar("2025", "01", VIETNAMESE));
    }

    @Test
    void theRegisterOfDiscrepanciesIsTakenAwayByTheSameFilters() throws IOException {
        caller.actAs("thamdinh");
        long all = register(new DiscrepancyFilter("2026", null, null, null, null, null));
        caller.actAs("kiemtoan");
        DiscrepancyFilter everything = new DiscrepancyFilter("2026", null, null, null, null, null);
        long open = register(everything);
        assertEquals(registered.page(everything, Cut.by(DiscrepancyOrder.GAP)).total(), open);
        assertTrue(open > 0 && open < all, () -> open + " without restricted entries of " + all);
        assertTrue(register(new DiscrepancyFilter("2026", Discrepancy.State.ACCEPTED, null, null, null, null)) < open);
        caller.actAs("canbo");
        assertThrows(BusinessException.Forbidden.class, () -> discrepancies.prepare(everything, VIETNAMESE));
    }

    private long register(DiscrepancyFilter filter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        discrepancies.prepare(filter, VIETNAMESE).content().to(out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertEquals(4, workbook.getNumberOfSheets());
            assertTrue(rows(workbook, "Độ lệch cơ quan") > 0);
            return rows(workbook, "Sổ chênh lệch");
        }
    }

    @Test
    void anOfficerTakesNoWorkbookAway() {
        caller.actAs("canbo");
        assertThrows(BusinessException.Forbidden.class, () -> workbooks.prepare("2025", "15", VIETNAMESE));
    }

    @Test
    void whatDoesNotExistIsSaid() {
        caller.actAs("kiemtoan");
        assertThrows(BusinessException.NotFound.class, () -> workbooks.prepare("1999", "VN", VIETNAMESE));
        assertThrows(BusinessException.NotFound.class, () -> workbooks.prepare("2025", "khong-co", VIETNAMESE));
    }

    @Test
    void picturesArePicturesAndDifferByAgency() throws IOException {
        caller.actAs("lanhdao");
        byte[] health = pictures.radar("2025", "BYT", VIETNAMESE);
        assertEquals(960, ImageIO.read(new ByteArrayInputStream(health)).getWidth());
        assertArrayEquals(health, pictures.radar("2025", "BYT", VIETNAMESE));
        assertFalse(Arrays.equals(health, pictures.radar("2025", "BTP", VIETNAMESE)));
        assertEquals(600,
                ImageIO.read(new ByteArrayInputStream(pictures.distribution("2025", VIETNAMESE))).getHeight());
    }

    private XSSFWorkbook workbook(String round, String agency) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbooks.prepare(round, agency, VIETNAMESE).content().to(out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static int rows(XSSFWorkbook workbook, String sheet) {
        return workbook.getSheet(sheet).getLastRowNum() + 1 - ListSheet.HEAD_ROW;
    }

    private static String heads(XSSFWorkbook workbook) {
        StringBuilder heads = new StringBuilder();
        workbook.getSheet("Trả lời").getRow(ListSheet.HEAD_ROW - 1).forEach(cell -> heads.append(cell).append(' '));
        return heads.toString();
    }
}
