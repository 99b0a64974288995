package vn.thang.platform.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void whatWasWrittenDownIsReadAsItWas() {
        Words words = Words.of("organisation.import.done", 3_400, 12L, "Bắc Ninh", LocalDate.of(2026, 11, 28),
                new BigDecimal("1.5"));
        assertEquals(
                List.of(new BigDecimal(3_400), new BigDecimal(12), "Bắc Ninh", LocalDate.of(2026, 11, 28),
                        new BigDecimal("1.5")),
                Words.read(words.key(), words.json()).arguments());
    }

    @Test
    void everybodyReadsThemInTheirLanguage() {
        Words words = Words.read("work.lost", Words.of("work.lost").json());
        assertEquals(words.in(Locale.forLanguageTag("vi-VN")),
                Words.of("work.lost").in(Locale.forLanguageTag("vi-VN")));
        assertNull(Words.read(null, "[]"));
    }
}
