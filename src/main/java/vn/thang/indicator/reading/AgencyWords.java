package vn.thang.indicator.reading;

import java.util.Map;

/** The agencies that words fit, as people type them: part of the name without marks, or beginning of the code. */
public final class AgencyWords {

    private static final String CONDITION = """

                AND (a.code LIKE :beginning ESCAPE '!'
                    OR REPLACE(REPLACE(a.name, 'đ', 'd'), 'Đ', 'D') LIKE :part ESCAPE '!'
                    OR REPLACE(REPLACE(a.name_en, 'đ', 'd'), 'Đ', 'D') LIKE :part ESCAPE '!')
            """;

    private AgencyWords() {
    }

    /** Returns a further condition on agency a; nothing for no words. */
    public static String condition(String words) {
        return isNone(words) ? "" : CONDITION;
    }

    /** Returns what the parameters of the condition stand for, by name. */
    public static Map<String, String> arguments(String words) {
        if (isNone(words)) {
            return Map.of();
        }
        String beginning = words.strip().replaceAll("[!%_]", "!$0") + "%";
        return Map.of("beginning", beginning, "part", "%" + beginning.replace('đ', 'd').replace('Đ', 'D'));
    }

    private static boolean isNone(String words) {
        return words == null || words.isBlank();
    }
}
