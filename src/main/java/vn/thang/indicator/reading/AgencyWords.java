package vn.thang.indicator.reading;

import java.util.List;

/** The agencies that words fit, as people type them: part of the name without marks, or beginning of the code. */
public final class AgencyWords {

    private AgencyWords() {
    }

    /** A condition on agency a, with its arguments added; nothing for no words. */
    public static String condition(String words, List<Object> arguments) {
        if (words == null || words.isBlank()) {
            return "";
        }
        String begin = words.strip().replaceAll("[!%_]", "!$0") + "%";
        String part = "%" + begin.replace('đ', 'd').replace('Đ', 'D');
        arguments.addAll(List.of(begin, part, part));
        return " AND (a.code LIKE ? ESCAPE '!' OR REPLACE(REPLACE(a.name, 'đ', 'd'), 'Đ', 'D') LIKE ? ESCAPE '!'"
                + " OR REPLACE(REPLACE(a.name_en, 'đ', 'd'), 'Đ', 'D') LIKE ? ESCAPE '!')";
    }
}
