package vn.thang.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.platform.BusinessException;

/** What a program can ask for, and how rows are written. */
class AskedTest {

    @ParameterizedTest
    @CsvSource({"limit, 0, data.limit", "limit, 251, data.limit", "limit, -1, data.limit", "limit, zwei, data.limit",
            "cursor, 17, data.cursor", "cursor, %%%, data.cursor", "cursor, djE6LTE, data.cursor",
            "since, gestern, data.since", "since, 2026-13-01, data.since", "format, xml, data.format"})
    void whatCannotBeUnderstoodIsRefused(String name, String value, String key) {
        assertEquals(key, assertThrows(BusinessException.class, () -> Asked.of(Map.of(name, value))).key());
    }

    @Test
    void aCursorLeadsBehindTheLastRow() {
        assertEquals(4711, Asked.of(Map.of("cursor", Asked.cursor(4711))).after());
        assertEquals(0, Asked.of(Map.of()).after());
        assertEquals(Asked.MOST, Asked.of(Map.of()).most());
        assertNull(Asked.of(Map.of()).format());
        assertEquals(Asked.Format.CSV, Asked.of(Map.of("format", "csv")).format());
    }

    /** A day begins when it begins in Viet Nam. */
    @Test
    void sinceIsADayOrAMoment() {
        assertEquals(Instant.parse("2026-01-30T17:00:00Z"), Asked.of(Map.of("since", "2026-01-31")).since());
        assertEquals(Instant.parse("2026-01-31T00:00:00Z"), Asked.of(Map.of("since", "2026-01-31T00:00:00Z")).since());
    }

    /** A row of every kind of value. */
    public record Row(String name, Long number, BigDecimal share, List<String> many, Boolean truth) {
    }

    private static final List<Row> ROWS = Arrays.asList(
            new Row("=1+1", 3L, new BigDecimal("1E+2"), List.of("a", "b"), true),
            new Row("Sở \"Nội vụ\", Huế", null, null, List.of(), null));

    @Test
    void formulasAreInertAndNumbersPlainInLinesWithCommas() {
        assertEquals("name,number,share,many,truth\r\n'=1+1,3,100,a b,true\r\n\"Sở \"\"Nội vụ\"\", Huế\",,,,\r\n",
                new String(new RowWriter(Row.class, Set.of()).csv(ROWS), StandardCharsets.UTF_8));
    }

    @Test
    void objectsHoldValuesAsTheyAre() {
        assertEquals("[{\"name\":\"=1+1\",\"many\":[\"a\",\"b\"],\"truth\":true},"
                + "{\"name\":\"Sở \\\"Nội vụ\\\", Huế\",\"many\":[],\"truth\":null}]",
                new String(new RowWriter(Row.class, new java.util.LinkedHashSet<>(List.of("name", "many", "truth")))
                        .json(ROWS), StandardCharsets.UTF_8));
    }

    @Test
    void aFieldThatThereIsNotIsNamedWithThoseThatThereAre() {
        BusinessException refusal = assertThrows(BusinessException.class,
                () -> new RowWriter(Row.class, Set.of("nome")));
        assertEquals("data.field", refusal.key());
        assertEquals("name, number, share, many, truth", refusal.arguments()[1]);
    }
}
