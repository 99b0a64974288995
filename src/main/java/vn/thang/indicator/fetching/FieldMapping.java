package vn.thang.indicator.fetching;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import vn.thang.table.DecimalSign;

/**
 * Where in a document the parts of a reading stand: names of columns, or of members of a JSON object, or JSON pointers into it.
 *
 * @param rows         path to the rows of a JSON document, such as $.result[*]
 * @param next         JSON pointer to the address of the next page; null for one page
 * @param indicator    the one indicator of the document; null where a field names it
 * @param only         rows that count: field=value, one a line; null for all
 * @param separator    of columns; null for a comma
 * @param decimals     sign that begins the decimals; null where the source has not said, and what can be read in two ways is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldMapping(String rows, String next, String indicator, String indicatorField, String agency,
        String period, String numerator,
        String denominator, String value, String measuredAt, String only, String separator, DecimalSign decimals) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a catalogue, which needs none. */
    public static final FieldMapping NONE = new FieldMapping(null, null, null, null, null, null, null, null, null, null,
            null, null, null);

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static FieldMapping of(String json) {
        try {
            return JSON.readValue(json, FieldMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
