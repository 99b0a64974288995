package vn.thang.organisation.agency;

import java.util.Map;

/**
 * The agencies that words fit, as people type them: part of a name whatever its marks, or beginning of the code. Every list of
 * agencies that is searched takes its condition from here.
 */
public final class AgencyWords {

    private static final String CONDITION = """

                AND (a.code LIKE :beginning ESCAPE '!' OR %s OR %s)
            """.formatted(SearchedWords.in("a.name"), SearchedWords.in("a.name_en"));

    private AgencyWords() {
    }

    /** Returns a further condition on agency a; nothing for no words. */
    public static String condition(String words) {
        return isNone(words) ? "" : CONDITION;
    }

    /** Returns what the parameters of the condition stand for, by name. */
    public static Map<String, String> arguments(String words) {
        return isNone(words) ? Map.of()
                : Map.of("beginning", SearchedWords.escaped(words) + "%", "words", SearchedWords.containing(words));
    }

    private static boolean isNone(String words) {
        return words == null || words.isBlank();
    }
}
