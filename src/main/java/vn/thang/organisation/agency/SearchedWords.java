package vn.thang.organisation.agency;

/**
 * Finding by words as people type them. The collation of the database ignores marks and capitals, except that it holds
 * đ for a letter of its own; here both sides are compared with d. The escape sign of the patterns is !.
 */
public final class SearchedWords {

    private SearchedWords() {
    }

    /** A condition in SQL: the column contains the parameter {@code words}. */
    public static String in(String column) {
        return "REPLACE(REPLACE(" + column + ", 'đ', 'd'), 'Đ', 'D') LIKE :words ESCAPE '!'";
    }

    public static String containing(String words) {
        return "%" + escaped(words).replace('đ', 'd').replace('Đ', 'D') + "%";
    }

    static String escaped(String words) {
        return words.strip().replaceAll("[!%_]", "!$0");
    }
}
