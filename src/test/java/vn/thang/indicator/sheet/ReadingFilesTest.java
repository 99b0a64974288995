package vn.thang.indicator.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingFilesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"Dòng 1 | \"Dòng 1\"", "=1+1 | \"'=1+1\"",
            "+84 | \"'+84\"", "-3 không phải là số | \"'-3 không phải là số\"",
            "@x | \"'@x\"", "`\t=1` | `\"'\t'=1\"`", "nói \"có\", rồi | \"nói \"\"có\"\", rồi\""})
    void aSpreadsheetTakesNoCellForAFormula(String text, String cell) {
        assertEquals(cell, ReadingFilesResource.quoted(text));
    }
}
