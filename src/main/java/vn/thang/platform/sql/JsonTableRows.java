package vn.thang.platform.sql;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Rows as one value that the database takes apart by JSON_TABLE: the statement is the same however many rows there are, and binding
 * them costs next to nothing.
 */
public final class JsonTableRows {

    private static final JsonGeneratorFactory WRITERS = JsonProvider.provider().createGeneratorFactory(Map.of());

    private JsonTableRows() {
    }

    /** Returns an array of arrays; each row holds texts and numbers, and null where there is no value. */
    public static String of(List<? extends List<?>> rows) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = WRITERS.createGenerator(text)) {
            json.writeStartArray();
            for (List<?> row : rows) {
                json.writeStartArray();
                row.forEach(value -> write(json, value));
                json.writeEnd();
            }
            json.writeEnd();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Integer number -> json.write(number);
            case Long number -> json.write(number);
            case BigDecimal number -> json.write(number.toPlainString());
            default -> json.write(value.toString());
        }
    }
}
