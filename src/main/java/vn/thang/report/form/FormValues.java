package vn.thang.report.form;

import java.util.List;
import java.util.Map;

/**
 * What fills a template.
 *
 * @param facts by their marks
 * @param rows  each by the marks of its columns
 */
public record FormValues(Map<String, Value> facts, List<Map<String, Value>> rows) {

    /** Stands where a report knows nothing. */
    public static final Value NOTHING = new Value(null, "");

    /**
     * A value.
     *
     * @param plain number, day, moment or text for a cell of its own; null for none
     * @param words the same as people read it in a sentence
     */
    public record Value(Object plain, String words) {

        public static Value of(String text) {
            return text == null || text.isEmpty() ? NOTHING : new Value(text, text);
        }
    }

    Value of(String mark, Map<String, Value> row) {
        return mark.startsWith(FormMarks.ROW) ? row.getOrDefault(mark, NOTHING) : facts.getOrDefault(mark, NOTHING);
    }
}
