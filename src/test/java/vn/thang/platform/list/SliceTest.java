package vn.thang.platform.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks for a page that does not exist sees one that does. */
class SliceTest {

    @ParameterizedTest(name = "page {1} of {0} rows is page {2} with {3} rows, the first of them {4}")
    @CsvSource({"120, 1, 1, 50, 0", "120, 3, 3, 20, 100", "120, 9999, 3, 20, 100", "120, 2147483647, 3, 20, 100",
            "120, 0, 1, 50, 0",
            "120, -7, 1, 50, 0", "100, 3, 2, 50, 50", "0, 9999, 1, 0, -1"})
    void aPageThatDoesNotExistIsTheFirstOrTheLast(int total, int asked, int shown, int rows, int first) {
        Slice<Integer> slice = Slice.of(total, asked,
                before -> IntStream.range(before, Math.min(total, before + Slice.SIZE))
                        .boxed().toList());
        assertEquals(shown, slice.page());
        assertEquals(rows, slice.rows().size());
        assertEquals(first, slice.rows().isEmpty() ? -1 : slice.rows().get(0));
        assertEquals(List.of((long) total, (long) Math.max(1, (total + Slice.SIZE - 1) / Slice.SIZE)),
                List.of(slice.total(), (long) slice.pages()));
    }

    @ParameterizedTest(name = "page {1} with {2} of {0} rows is page {3} with {4} a page, the first of them {5}")
    @CsvSource({"120, 1, 25, 1, 25, 0", "120, 5, 25, 5, 25, 100", "120, 9, 100, 2, 100, 100", "120, 2, 7, 2, 50, 50",
            "0, 3, 25, 1, 25, 0"})
    void aCutSaysHowManyRowsAPageHas(int total, int page, int size, int shown, int most, int first) {
        Slice<List<Integer>> slice = Slice.of(total, new Cut<>(Letters.A, false, page, size),
                (rows, before) -> List.of(List.of(rows, before)));
        assertEquals(List.of(List.of(most, first)), slice.rows());
        assertEquals(shown, slice.page());
        assertEquals((total + most - 1) / most, total == 0 ? 0 : slice.pages());
    }

    @Test
    void anOrderEndsWithWhatTellsAllRowsApart() {
        assertEquals("a.a, id", Cut.by(Letters.A).sql("id"));
        assertEquals("a.a DESC, id", new Cut<>(Letters.A, true, 1, 50).sql("id"));
    }

    @ParameterizedTest(name = "page {2} of a reckoned list by {0}, descending {1}, is {3}")
    @CsvSource({"GIVEN, false, 1, first is b0", "GIVEN, false, 2, first is b50", "NUMBER, true, 1, first is b59",
            "NUMBER, false, 2, first is b50", "LETTER, false, 1, first is b0", "LETTER, true, 2, first is b50"})
    void aReckonedListIsSortedAndCutAndEqualRowsStayInTheirOrder(Words order, boolean descending, int page,
            String first) {
        List<String> all = IntStream.range(0, 60).mapToObj(number -> "b" + number).toList();
        Slice<String> slice = Slice.of(all, new Cut<>(order, descending, page, Slice.SIZE));
        assertEquals(60, slice.total());
        assertEquals(page == 1 ? 50 : 10, slice.rows().size());
        assertEquals(first, "first is " + slice.rows().get(0));
        assertEquals(60, Slice.of(all, Cut.whole(order, descending)).rows().size());
        assertEquals(0, Slice.of(List.<String>of(), new Cut<>(order, descending, page, Slice.SIZE)).rows().size());
        assertThrows(UnsupportedOperationException.class, order::sql);
    }

    private enum Words implements Cut.Reckoned<String> {
        GIVEN((one, other) -> 0), LETTER(Comparator.comparing(word -> word.charAt(0))),
        NUMBER(Comparator.comparing(word -> Integer.parseInt(word.substring(1))));

        private final Comparator<String> by;

        Words(Comparator<String> by) {
            this.by = by;
        }

        @Override
        public Comparator<String> by() {
            return by;
        }
    }

    private enum Letters implements Cut.Order {
        A;

        @Override
        public String sql() {
            return "a.a";
        }
    }
}
