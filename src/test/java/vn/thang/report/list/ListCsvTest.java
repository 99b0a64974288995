package vn.thang.report.list;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.thang.platform.Texts;
import vn.thang.platform.list.ListFile.Asked;
import vn.thang.platform.list.ListFile.Column;
import vn.thang.platform.list.ListFile.Content;

/** Lists as plain lines with commas. */
class ListCsvTest {

    @Test
    void whatItIsStandsAboveItsRows() throws IOException {
        Content<String> content = new Content<>("Cơ quan", List.of("Bộ A", "Tỉnh B, C"),
                List.of(new Column<>("Tên", 10, name -> name), new Column<>("Chữ", 10, String::length)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ListCsv(new ListWorkbook(content, "type=a", new Asked(Map.of(), Texts.LANGUAGES.get(0)), "29/11/2026"))
                .write(out);
        assertArrayEquals(new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(out.toByteArray(), 3));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("# Cơ quan", lines.get(0).substring(1));
        assertEquals(List.of("Tên,Chữ", "Bộ A,4", "\"Tỉnh B, C\",9"), lines.subList(3, lines.size()));
    }

    /** Whoever is sent an address with a filter opens a file that says it; the filter stays one text. */
    @Test
    void whatSomebodyFilteredByIsNoCellOfItsOwn() throws IOException {
        Content<String> content = new Content<>("Cơ quan", List.of(), List.of(new Column<>("Tên", 10, name -> name)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ListCsv(new ListWorkbook(content, "q=x,=HYPERLINK(1);=cmd", new Asked(Map.of(), Texts.LANGUAGES.get(0)),
                "29/11/2026")).write(out);
        String line = out.toString(StandardCharsets.UTF_8).lines().toList().get(2);
        assertTrue(line.startsWith("\"# ") && line.endsWith("q=x,=HYPERLINK(1);'=cmd\""), line);
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysAText() {
        assertEquals("'=1+1", ListCsv.cell("=1+1"));
        assertEquals("\"'@SUM(A1,A2)\"", ListCsv.cell("@SUM(A1,A2)"));
        assertEquals("-2.5", ListCsv.cell(-2.5));
        assertEquals("12000000", ListCsv.cell(new BigDecimal("1.2E+7")));
    }

    @Test
    void quotesNumbersAndTimesAreReadBack() {
        assertEquals("\"a \"\"b\"\"\"", ListCsv.cell("a \"b\""));
        assertEquals("\"a\nb\"", ListCsv.cell("a\nb"));
        assertEquals("", ListCsv.cell(null));
        assertEquals("2026-11-29", ListCsv.cell(LocalDate.of(2026, 11, 29)));
        assertEquals("1999-03-05T03:15", ListCsv.cell(Instant.parse("1999-03-04T20:15:00Z")));
    }
}
