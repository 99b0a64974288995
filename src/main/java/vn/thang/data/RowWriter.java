package vn.thang.data;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.thang.platform.BusinessException;
import vn.thang.platform.InertText;

/**
 * Writes records for programs: the names of fields and values as they are, days and moments by ISO 8601, a point before
 * decimals. In CSV a text that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class RowWriter {

    private final Map<String, RecordComponent> fields = new LinkedHashMap<>();

    /**
     * @param wanted names of fields in their order; empty for all
     * @throws BusinessException when the rows have no such field
     */
    public RowWriter(Class<? extends Record> type, Set<String> wanted) {
        Map<String, RecordComponent> all = Stream.of(type.getRecordComponents()).collect(Collectors.toMap(
                RowWriter::name, one -> one, (one, other) -> one, LinkedHashMap::new));
        for (String name : wanted.isEmpty() ? all.keySet() : wanted) {
            if (!all.containsKey(name)) {
                throw new BusinessException("data.field", name, String.join(", ", all.keySet()));
            }
            fields.put(name, all.get(name));
        }
    }

    private static String name(RecordComponent component) {
        JsonbProperty named = component.getAccessor().getAnnotation(JsonbProperty.class);
        return named == null ? component.getName() : named.value();
    }

    /** Returns the names of the fields that are written. */
    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    public byte[] json(List<?> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.createGenerator(out)) {
            json.writeStartArray();
            for (Object row : rows) {
                json.writeStartObject();
                fields.forEach((name, field) -> {
                    json.writeKey(name);
                    write(json, value(field, row));
                });
                json.writeEnd();
            }
            json.writeEnd();
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.write(truth);
            case Integer number -> json.write(number);
            case Long number -> json.write(number);
            case BigDecimal number -> json.write(number);
            case Collection<?> many -> {
                json.writeStartArray();
                many.forEach(one -> write(json, one));
                json.writeEnd();
            }
            default -> json.write(value.toString());
        }
    }

    public byte[] csv(List<?> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(fields.keySet());
            for (Object row : rows) {
                List<Object> cells = new ArrayList<>();
                fields.values().forEach(field -> cells.add(cell(value(field, row))));
                printer.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Object cell(Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(" "));
            case String words -> InertText.of(words);
            default -> value.toString();
        };
    }

    private static Object value(RecordComponent field, Object row) {
        try {
            return field.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
