package vn.thang.catalog.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

    private final List<Fault> faults = new ArrayList<>();

    private Document read(String... lines) {
        return YamlReader.read("a.yaml", String.join("\n", lines).getBytes(StandardCharsets.UTF_8), faults);
    }

    private String found() {
        return faults.stream().map(f -> f.line() + ":" + f.column() + " " + f.pointer() + " " + f.key())
                .collect(Collectors.joining(", "));
    }

    @Test
    void valuesMeanWhatJsonMeans() {
        Document document = read("a: [1, 2.50, true, null, no, '3', 2027-12-31]", "1: {b/c: Thống nhất}");
        assertEquals("", found());
        assertEquals("{\"a\":[1,2.50,true,null,\"no\",\"3\",\"2027-12-31\"],\"1\":{\"b/c\":\"Thống nhất\"}}",
                document.root().toString());
        assertEquals(new Document.Place(2, 10), document.values().get("/1/b~1c"));
        assertEquals(new Document.Place(2, 5), document.keys().get("/1/b~1c"));
    }

    @Test
    void theSameKeyTwiceIsFoundWhereItStandsAgain() {
        assertEquals(1, read("a: 1", "b:", "  c: 1", "  c: 2").root().at("/b/c").asInt());
        assertEquals("4:3 /b/c twice", found());
    }

    @Test
    void aBombOfAliasesIsRefusedAndNotExpanded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            String item = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s, %s, %s]\n".formatted(i, i, item, item, item));
        }
        assertTrue(read(bomb.toString()).read());
        assertEquals(30 + 29 * 3, faults.size());
        assertTrue(faults.stream().allMatch(fault -> fault.key().equals("alias")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a: [1, 2            | 1:9  syntax",
            "a: 'x               | 1:6  syntax",
            "a: !!str x          | 1:4 /a tag",
            "a: 1e3              | 1:4 /a number",
            "a: 0x10             | 1:4 /a number",
            "a: .nan             | 1:4 /a number",
            "a: 123456789012345678901 | 1:4 /a number",
            "? [a, b]            | 1:3 /? key",
    })
    void whatIsNotPlainIsRefused(String text, String expected) {
        read(text);
        assertEquals(expected.strip(), found());
    }

    @Test
    void moreThanOneDocumentOrNoneIsRefused() {
        read("a: 1", "---", "b: 1");
        read("# nothing");
        assertEquals("2:1  documents, 1:1  empty", found());
    }

    @Test
    void deepNestingStopsTheReading() {
        assertFalse(read("[".repeat(5000) + "]".repeat(5000)).read());
        assertEquals(List.of("depth"), faults.stream().map(Fault::key).toList());
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        YamlReader.read("a.yaml", "a: é".getBytes(StandardCharsets.ISO_8859_1), faults);
        assertEquals("1:1  encoding", found());
    }
}
