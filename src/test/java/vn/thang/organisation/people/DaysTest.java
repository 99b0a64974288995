package vn.thang.organisation.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5-9||5-9", "5-9|5-9|''", "5-9|1-20|''", "5-9|1-4,10-12|5-9", "5-9|1-5|6-9",
            "5-9|9-12|5-8", "5-9|7-7|5-6,8-9", "5-9|8-,1-6|7-7", "5-|1-9|10-", "5-|7-|5-6", "5-|1-|''",
            "5-|8-9,6-6|5-5,7-7,10-",
            "5-9|6-8,7-7|5-5,9-9", "5-9|3-8,3-6|9-9"})
    void daysOfOthersAreLeftOut(String days, String others, String left) {
        assertEquals(read(left), read(days).get(0).without(read(others)));
    }

    private static List<Days> read(String text) {
        return text == null || text.isEmpty() ? List.of() : Stream.of(text.split(",")).map(one -> {
            String[] ends = one.split("-");
            return new Days(day(ends[0]), ends.length == 1 ? null : day(ends[1]));
        }).toList();
    }

    private static LocalDate day(String ofMonth) {
        return LocalDate.of(2026, 3, Integer.parseInt(ofMonth));
    }
}
