package vn.thang.indicator.intake;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.indicator.reading.ReadingColumn;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.table.Headings;
import vn.thang.table.TableLine;
import vn.thang.table.TextTable;
import vn.thang.table.WrittenNumber;

/** The rows of a body that a source has pushed, read one after the other. */
public final class PushedRows {

    private static final int MOST_NAMES = 200;

    private PushedRows() {
    }

    /** @throws vn.thang.platform.BusinessException when the body has no heading, or none that names what is needed */
    public static Iterator<ReadingRow> csv(InputStream body) {
        TextTable table = TextTable.read(body, ReadingColumn::isHeading);
        Headings<ReadingColumn> headings = new Headings<>(table.heading(), ReadingColumn::of);
        headings.require(Stream.of(ReadingColumn.AGENCY, ReadingColumn.INDICATOR, ReadingColumn.PERIOD),
                ReadingColumn::heading);
        if (!headings.has(ReadingColumn.VALUE) && !headings.has(ReadingColumn.NUMERATOR)) {
            throw headings.missing(ReadingColumn.VALUE.heading() + " / " + ReadingColumn.NUMERATOR.heading());
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return table.hasNext();
            }

            @Override
            public ReadingRow next() {
                TableLine line = table.next();
                return ReadingRow.of(line, headings);
            }
        };
    }

    /** @throws RuntimeException of any kind when the body is no array of objects */
    public static Iterator<ReadingRow> json(InputStream body) {
        JsonParser parser = Json.createParser(body);
        if (!parser.hasNext() || parser.next() != JsonParser.Event.START_ARRAY) {
            throw new IllegalArgumentException("array");
        }
        return new Objects(parser);
    }

    /** The objects of an array as rows; a member whose name is given twice makes its row unreadable. */
    private static final class Objects implements Iterator<ReadingRow> {

        private final JsonParser parser;
        /** As they are written: all rows name the same few. */
        private final Map<String, Optional<ReadingColumn>> names = new HashMap<>();
        private JsonParser.Event event;
        private int place;

        Objects(JsonParser parser) {
            this.parser = parser;
        }

        @Override
        public boolean hasNext() {
            if (event == null) {
                event = parser.next();
                if (event == JsonParser.Event.END_ARRAY && parser.hasNext()) {
                    throw new IllegalArgumentException("after the array");
                }
            }
            return event != JsonParser.Event.END_ARRAY;
        }

        @Override
        public ReadingRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (event != JsonParser.Event.START_OBJECT) {
                throw new IllegalArgumentException("object");
            }
            event = null;
            place++;
            Map<ReadingColumn, JsonValue> members = new EnumMap<>(ReadingColumn.class);
            String twice = null;
            while (parser.next() == JsonParser.Event.KEY_NAME) {
                String name = parser.getString();
                parser.next();
                JsonValue value = parser.getValue();
                Optional<ReadingColumn> column = names.size() < MOST_NAMES
                        ? names.computeIfAbsent(name, ReadingColumn::of)
                        : ReadingColumn.of(name);
                if (column.isPresent() && members.putIfAbsent(column.get(), value) != null) {
                    twice = name;
                }
            }
            return twice == null ? row(members) : ReadingRow.unreadable(place, "member-twice", twice);
        }

        private ReadingRow row(Map<ReadingColumn, JsonValue> members) {
            return new ReadingRow(place, text(members.get(ReadingColumn.AGENCY)),
                    text(members.get(ReadingColumn.INDICATOR)), text(members.get(ReadingColumn.PERIOD)),
                    number(members.get(ReadingColumn.NUMERATOR)), number(members.get(ReadingColumn.DENOMINATOR)),
                    number(members.get(ReadingColumn.VALUE)), text(members.get(ReadingColumn.MEASURED_AT)));
        }

        private static String text(JsonValue value) {
            if (value == null || value == JsonValue.NULL) {
                return null;
            }
            return value instanceof JsonString text ? text.getString() : value.toString();
        }

        /** Returns a number of JSON as exact, and one in quotation marks as somebody wrote it. */
        private static WrittenNumber number(JsonValue value) {
            return value instanceof JsonNumber number ? WrittenNumber.exact(number.toString())
                    : WrittenNumber.of(text(value));
        }
    }
}
