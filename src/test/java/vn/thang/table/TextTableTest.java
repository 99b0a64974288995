package vn.thang.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.platform.BusinessException;

/** Text tables in the forms in which programs and people save them. */
class TextTableTest {

    private static final Predicate<TableLine> CODE = line -> line.cells().stream()
            .anyMatch(cell -> Folded.of(cell.text()).equals("code"));

    private static TextTable read(String text) {
        return TextTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code;name\n15;Lào Cai\n", "sep=;\ncode;name\n15;Lào Cai\n",
            "\uFEFFsep=;\r\ncode;name\r\n15;Lào Cai",
            "\"sep=|\"\ncode|name\n15|Lào Cai\n", "SEP=\t\ncode\tname\n15\tLào Cai\n",
            "Báo cáo, quý I, năm 2021, của Sở\ncode;name\n15;Lào Cai\n",
            "Báo cáo; quý I; năm 2021; của Sở\ncode,name\n15,Lào Cai\n",
            "\"Tiêu đề\n, hai dòng\";\n\ncode;name;\n15;Lào Cai;\n", "code|name\n15|Lào Cai\n",
            "\uFEFF\"code\",\"name\"\r15,\"Lào Cai\"\r", "Code , NAME\n15 , Lào Cai\n",
            "code\tname, official\n15\tLào Cai\n"})
    void theSeparatorIsTheOneOfTheHeading(String text) {
        TextTable table = read(text);
        assertTrue(table.hasHeading());
        assertEquals("code", Folded.of(table.heading().cell(0).text()));
        assertEquals("15", table.next().cell(0).text());
    }

    /** However a table is saved, the same cells come out. */
    @Test
    void theSameCellsHoweverTheyAreSaved() {
        long seed = 20261129;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> values = List.of("15", "Lào Cai", "a,b", "x;y", "1\t2", "\"quoted\"", "", "hai\ndòng", "'", "ố|ộ",
                " ");
        for (int i = 0; i < 400; i++) {
            char sign = List.of(',', ';', '\t', '|').get(random.nextInt(4));
            String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
            text.append(random.nextInt(3) == 0 ? "sep=" + sign + end : "")
                    .append(random.nextInt(3) == 0 ? "Bảng, của; Sở: " + sign + end : "")
                    .append("code" + sign + "b" + sign + "c" + end);
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < 5; row++) {
                List<String> cells = List.of("c" + row, values.get(random.nextInt(values.size())),
                        values.get(random.nextInt(values.size())));
                rows.add(cells.stream().map(String::strip).toList());
                text.append(String.join(String.valueOf(sign), cells.stream().map(TextTableTest::quoted).toList()))
                        .append(end);
            }
            TextTable table = read(text.toString());
            List<List<String>> found = new ArrayList<>();
            table.forEachRemaining(line -> found.add(line.cells().stream().map(cell -> cell.text().strip()).toList()));
            assertEquals(rows, found, () -> "seed " + seed + ":\n" + text);
        }
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    @Test
    void linesKeepTheirNumbersBelowANamedSeparatorAndOverBreaks() {
        TextTable table = read("sep=;\ncode;name\n15;\"a\nb\"\n\n16;c\n");
        assertEquals(List.of(2, 3, 6), List.of(table.heading().number(), table.next().number(), table.next().number()));
    }

    @ParameterizedTest
    @CsvSource({"windows-1258, 3", "windows-1258,3", "windows-1252, 3"})
    void whatIsNotUtf8IsToldWithItsLine(String charset, long line) {
        byte[] content = "code,name\n1,x\n2,é\n".getBytes(Charset.forName(charset));
        BusinessException refusal = assertThrows(BusinessException.class,
                () -> TextTable.read(new ByteArrayInputStream(content), CODE).forEachRemaining(any -> {
                }));
        assertEquals("table.encoding", refusal.key());
        assertEquals(line, refusal.arguments()[0]);
    }

    /** Signs of several bytes lie across the border of what is read at once. */
    @Test
    void aLongTextIsDecodedWhole() {
        String name = "ộ".repeat(20_001);
        assertEquals(name, read("code,name\n1," + name + "\n").next().cell(1).text());
        assertEquals(name, read("code,name\nx1," + name + "\n").next().cell(1).text());
    }

    @Test
    void withoutAHeadingTheFirstLineStandsForIt() {
        TextTable table = read("15;ai;2026\n16;ai;2026\n");
        assertEquals(List.of(false, 3), List.of(table.hasHeading(), table.heading().cells().size()));
        assertEquals("16", table.next().cell(0).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | table.empty", "'\n \n' | table.empty", "'\uFEFF' | table.empty",
            "'code,x\n1,\"a\"b\n' | table.quotes", "'code,x\n1,\"a\n' | table.quotes"})
    void whatCannotBeReadIsToldInWords(String text, String key) {
        assertEquals(key, assertThrows(BusinessException.class, () -> read(text).forEachRemaining(any -> {
        })).key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<html><table> | web-page", "' \n<!DOCTYPE html><p>' | web-page",
            "\uFEFF<TABLE border=1> | web-page", "'<?xml version=\"1.0\"?><html xmlns=\"x\">' | web-page",
            "'<!-- x -->\n<table>' | web-page", "'<?xml version=\"1.0\"?><a/>' | xml",
            "'<?xml version=\"1.0\"?><ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">' | xml-spreadsheet",
            "'MIME-Version: 1.0\nX: y' | mail-page", "%PDF-1.7 | pdf", "{\\rtf1 | rtf", "[{\"code\": 1}] | json"})
    void whatOnlyCarriesTheEndingOfATableIsToldWhatItIs(String text, String kind) {
        assertEquals("table.disguise." + kind, assertThrows(BusinessException.class,
                () -> Table.read(text.getBytes(StandardCharsets.UTF_8), new Table.Limits(1_000, 10), CODE)).key());
    }
}
