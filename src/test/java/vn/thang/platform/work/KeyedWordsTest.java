package vn.thang.platform.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeyedWordsTest {

    @Test
    void whatWasWrittenDownIsReadAsItWas() {
        KeyedWords words = KeyedWords.of("organisation.import.done", 3_400, 12L, "Bắc Ninh", LocalDate.of(2026, 11, 28),
                new BigDecimal("1.5"));
        assertEquals(
                List.of(new BigDecimal(3_400), new BigDecimal(12), "Bắc Ninh", LocalDate.of(2026, 11, 28),
                        new BigDecimal("1.5")),
                KeyedWords.read(words.key(), words.json()).arguments());
    }

    @Test
    void everybodyReadsThemInTheirLanguage() {
        KeyedWords words = KeyedWords.read("work.lost", KeyedWords.of("work.lost").json());
        assertEquals(words.in(Locale.forLanguageTag("vi-VN")),
                KeyedWords.of("work.lost").in(Locale.forLanguageTag("vi-VN")));
        assertNull(KeyedWords.read(null, "[]"));
    }
}
