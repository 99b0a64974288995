package vn.thang.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.platform.BusinessException;

class HeadingsTest {

    private static TableLine line(int number, String... cells) {
        return new TableLine(number, Stream.of(cells).map(TableLine.Cell::text).toList());
    }

    private static Headings<String> headings(String... titles) {
        return new Headings<>(line(3, titles),
                title -> Optional.of(Folded.of(title)).filter(List.of("ma", "gia tri")::contains));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MÃ", "ma", " Mã ", "\uFEFFmã", "m\u00e3", "ma\u0303", "M\u200bã", "m\u00adã"})
    void capitalsMarksAndSignsThatNobodySeesAreNoDifference(String title) {
        assertTrue(headings(title, "khác").has("ma"));
        assertEquals(List.of("khác"), headings(title, "khác").ignored());
    }

    @Test
    void aColumnThatIsNamedTwiceIsRefusedWithItsPlace() {
        BusinessException refusal = assertThrows(BusinessException.class, () -> headings("Mã", "Giá trị", "gia_tri"));
        assertEquals(List.of("table.heading-twice", "C3", "gia_tri"),
                List.of(refusal.key(), refusal.arguments()[0], refusal.arguments()[1]));
    }

    @Test
    void whatIsMissingIsToldWithWhatIsThere() {
        BusinessException refusal = assertThrows(BusinessException.class,
                () -> headings("Mã", "x").require(Stream.of("ma", "gia tri"), String::toUpperCase));
        assertEquals(List.of("table.heading-missing", "GIA TRI", "Mã, x"),
                List.of(refusal.key(), refusal.arguments()[0], refusal.arguments()[1]));
    }

    @Test
    void aRowIsOverrunByWhatStandsUnderNoHeading() {
        Headings<String> two = headings("Mã", "Giá trị");
        assertFalse(two.isOverrunBy(line(4, "1", "2")));
        assertFalse(two.isOverrunBy(line(4, "1", "2", "")), "a line that ends with its separator");
        assertTrue(two.isOverrunBy(line(4, "1", "2", "", "")), "the row has moved");
        assertTrue(two.isOverrunBy(line(4, "1", "71", "5")));
        assertTrue(two.isOverrunBy(line(4, "1", "2", "=A1")));
        Headings<String> ended = headings("Mã", "Giá trị", "", "");
        assertFalse(ended.isOverrunBy(line(4, "1", "2", "", "")));
        assertTrue(ended.isOverrunBy(line(4, "1", "71", "5", "")), "a heading without a name is none");
    }
}
