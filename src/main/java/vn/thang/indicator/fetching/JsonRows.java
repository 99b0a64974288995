package vn.thang.indicator.fetching;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.TypeRef;
import com.jayway.jsonpath.spi.json.JakartaJsonProvider;
import com.jayway.jsonpath.spi.mapper.MappingException;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.thang.indicator.reading.ReadingRow;

/**
 * Reads readings from JSON: a path leads to the rows, and each row is an object. The page that follows is named where the connector
 * says that it stands in the document, else by the server beside it.
 */
public final class JsonRows {

    static final int LONGEST_PATH = 200;
    private static final int MOST_DIGITS = 30;
    private static final Map<String, String> ACCEPT = Map.of("Accept", "application/json");

    private final FieldMapping fields;
    private final RowMapping mapping;
    private final JsonPath path;

    /** @throws IllegalArgumentException when the path to the rows is none */
    public JsonRows(FieldMapping fields, RowMapping mapping) {
        this.fields = fields;
        this.mapping = mapping;
        this.path = path(fields.rows());
    }

    /** @throws IllegalArgumentException when it is none */
    public static JsonPath path(String written) {
        try {
            return JsonPath.compile(written == null ? "$[*]" : written);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns all rows of all pages. */
    public List<ReadingRow> read(Fetching documents, URI begin, int most) throws RemoteDocument.Failed {
        List<ReadingRow> rows = new ArrayList<>();
        DocumentPages.each(documents, begin, ACCEPT, page -> {
            JsonStructure document = parse(page);
            for (JsonValue row : rows(document)) {
                if (rows.size() == most) {
                    throw new RemoteDocument.Failed("too-many-rows", most);
                }
                if (!(row instanceof JsonObject object)) {
                    throw new RemoteDocument.Failed("no-rows", fields.rows());
                }
                mapping.row(new Row(object)).ifPresent(rows::add);
            }
            return fields.next() == null ? page.next() : text(document, fields.next());
        });
        return rows;
    }

    private static JsonStructure parse(RemoteDocument.Fetched document) throws RemoteDocument.Failed {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(document.content()))) {
            return reader.read();
        } catch (RuntimeException e) { // what is nested too deeply has no exception of its own
            throw new RemoteDocument.Failed("not-json", document.mediaType());
        }
    }

    private List<JsonValue> rows(JsonStructure document) throws RemoteDocument.Failed {
        try {
            Object found = path.read((Object) document, configuration());
            if (found instanceof JsonValue value && value.getValueType() == JsonValue.ValueType.ARRAY) {
                return value.asJsonArray();
            }
            if (found instanceof List<?> list) {
                return list.stream().map(JsonValue.class::cast).toList();
            }
            if (found instanceof JsonObject one) {
                return List.of(one);
            }
        } catch (JsonPathException | ClassCastException e) {
            throw new RemoteDocument.Failed("no-rows", fields.rows());
        }
        throw new RemoteDocument.Failed("no-rows", fields.rows());
    }

    private static Configuration configuration() {
        return Configuration.builder().jsonProvider(new JakartaJsonProvider()).mappingProvider(new Unmapped()).build();
    }

    /** Nothing is made into objects here. */
    private static final class Unmapped implements MappingProvider {

        @Override
        public <T> T map(Object source, Class<T> type, Configuration configuration) {
            throw new MappingException(type.getName());
        }

        @Override
        public <T> T map(Object source, TypeRef<T> type, Configuration configuration) {
            throw new MappingException(type.toString());
        }
    }

    private record Row(JsonObject object) implements RowMapping.Fields {

        @Override
        public String text(String name) {
            return JsonRows.text(object, name);
        }

        @Override
        public boolean isExact(String name) {
            return value(object, name) instanceof JsonNumber;
        }
    }

    private static String text(JsonStructure row, String name) {
        JsonValue value = value(row, name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber number && Math.abs(number.bigDecimalValue().scale()) <= MOST_DIGITS
                ? number.bigDecimalValue().toPlainString() : value.toString();
    }

    /** Returns a member by its name, or what a pointer such as /value/amount leads to. */
    private static JsonValue value(JsonStructure row, String name) {
        return name.startsWith("/") ? pointed(row, name) : row instanceof JsonObject object ? object.get(name) : null;
    }

    private static JsonValue pointed(JsonStructure row, String pointer) {
        try {
            return Json.createPointer(pointer).getValue(row);
        } catch (JsonException e) {
            return null;
        }
    }
}
