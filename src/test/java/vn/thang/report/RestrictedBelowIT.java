package vn.thang.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.report.workbook.NationalWorkbook;
import vn.thang.report.workbook.NodeFormulas;

/** A unit below the province has handed in answers of its own: who takes the province away with what of them. */
class RestrictedBelowIT extends ContainerFixture {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final String UNIT = "15-THU";
    private static final String WORDS = "Ghi chú riêng của xã";

    @Inject
    private NationalWorkbook workbooks;

    @BeforeEach
    void placeAUnitBelowTheProvince() throws Exception {
        anAgency(UNIT).named("Xã Thử").below("15");
        run("INSERT INTO assessment (id, round_id, agency_id, state, started_at, handed_in_at) SELECT NEXTVAL(assessment_seq), r.id, a.id,"
                + " 'HANDED_IN', NOW(6), NOW(6) FROM assessment_round r, agency a WHERE r.code = '2025' AND a.code = '"
                + UNIT + "'");
        run("INSERT INTO answer (id, assessment_id, criterion, value, comment, answered_at, version) SELECT NEXTVAL(answer_seq), u.id, w.criterion,"
                + " '4', '" + WORDS
                + "', NOW(6), 0 FROM answer w JOIN assessment s ON s.id = w.assessment_id JOIN agency a ON a.id = s.agency_id"
                + " AND a.code = '15' JOIN assessment u ON u.round_id = s.round_id JOIN agency b ON b.id = u.agency_id AND b.code = '"
                + UNIT
                + "' JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025'");
    }

    @Test
    void theHeadOfTheProvinceReadsTheOwnRestrictedAnswersAndNoneOfTheUnitBelow() throws IOException {
        caller.actAs("lanhdao.tinh");
        try (XSSFWorkbook workbook = workbook("15")) {
            for (String sheet : List.of("Trả lời", "Tự đánh giá")) {
                assertEquals(Set.of(NodeFormulas.HIDDEN),
                        Set.copyOf(restricted(workbook.getSheet(sheet), UNIT).values()), sheet);
                assertTrue(restricted(workbook.getSheet(sheet), "15").values().stream()
                        .allMatch(value -> value.matches("[1-5]")), sheet);
            }
            assertTrue(commented(workbook).contains("STR.1"));
            assertEquals(Set.of(),
                    commented(workbook).stream().filter(code -> code.startsWith("SEC.")).collect(Collectors.toSet()));
            Row security = dimension(workbook, UNIT);
            assertEquals(CellType.NUMERIC, security.getCell(5).getCellType());
            assertEquals(null, security.getCell(8), "sums would give the answers away");
        }
    }

    @Test
    void whoReviewsBothReadsBoth() throws IOException {
        caller.actAs("thamdinh");
        try (XSSFWorkbook workbook = workbook("15")) {
            assertFalse(restricted(workbook.getSheet("Trả lời"), UNIT).containsValue(NodeFormulas.HIDDEN));
            assertEquals(Set.of("4", NodeFormulas.NOT_APPLICABLE),
                    Set.copyOf(restricted(workbook.getSheet("Tự đánh giá"), UNIT).values()));
            assertTrue(commented(workbook).contains("SEC.1"));
        }
    }

    @Test
    void theAuditorReadsNeither() throws IOException {
        caller.actAs("kiemtoan");
        try (XSSFWorkbook workbook = workbook("15")) {
            assertEquals(Map.of(), restricted(workbook.getSheet("Trả lời"), UNIT));
            assertEquals(Map.of(), restricted(workbook.getSheet("Tự đánh giá"), "15"));
            assertFalse(commented(workbook).contains("SEC.1"));
        }
    }

    private XSSFWorkbook workbook(String agency) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbooks.prepare("2025", agency, VIETNAMESE).content().to(out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    /** What the row of the agency says under the restricted criteria. */
    private static Map<String, String> restricted(Sheet sheet, String agency) {
        Map<String, String> said = new TreeMap<>();
        Row heads = sheet.getRow(ListSheet.HEAD_ROW - 1);
        for (Row row : sheet) {
            for (Cell cell : row) {
                String head = cell.getColumnIndex() < heads.getLastCellNum()
                        ? heads.getCell(cell.getColumnIndex()).getStringCellValue() : "";
                if (head.startsWith("SEC.") && text(row, 0).equals(agency)) {
                    said.put(head, new DataFormatter().formatCellValue(cell));
                }
            }
        }
        return said;
    }

    /** Criteria about which the workbook has a comment of the unit. */
    private static Set<String> commented(XSSFWorkbook workbook) {
        Set<String> criteria = new TreeSet<>();
        workbook.getSheet("Ghi chú").forEach(row -> {
            if (text(row, 0).equals(UNIT) && text(row, 3).equals(WORDS)) {
                criteria.add(text(row, 2));
            }
        });
        return criteria;
    }

    private static Row dimension(XSSFWorkbook workbook, String agency) {
        for (Row row : workbook.getSheet("Lĩnh vực")) {
            if (text(row, 0).equals(agency) && text(row, 2).equals("SEC")) {
                return row;
            }
        }
        throw new AssertionError(agency);
    }

    private static String text(Row row, int column) {
        return row.getCell(column) == null ? "" : new DataFormatter().formatCellValue(row.getCell(column));
    }

    private void run(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }
}
