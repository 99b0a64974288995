package vn.thang.bulletin;

import java.util.List;

/**
 * What a bulletin says in one language.
 *
 * @param day of the document, with its place
 * @param seal of which facts it is made
 */
public record BulletinWords(String language, String title, String about, String day, List<Chapter> chapters,
        String seal) {

    /**
     * A part with a heading: sentences, a list, and a table where it has one.
     *
     * @param head   headings of the columns; empty where there is no table
     * @param widths of the columns, which together are 100
     */
    public record Chapter(String heading, List<String> sentences, List<String> items, List<String> head,
            List<Integer> widths, List<List<String>> rows) {

        static Chapter of(String heading, List<String> sentences, List<String> items) {
            return new Chapter(heading, sentences, items, List.of(), List.of(), List.of());
        }
    }
}
