package vn.thang.platform.work;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** A text by its key with its arguments, kept so that everybody can read it in their own language later. */
public record KeyedWords(String key, List<Object> arguments) {

    private static final String DAY = "day:";

    static KeyedWords of(String key, Object... arguments) {
        return new KeyedWords(key, List.of(arguments));
    }

    static KeyedWords of(BusinessException refusal) {
        return of(refusal.key(), refusal.arguments());
    }

    public String in(Locale language) {
        return Texts.text(language, key, arguments.toArray());
    }

    /** Writes the arguments down: numbers and days keep their kind, anything else is a text. */
    String json() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (Object argument : arguments) {
            if (argument instanceof Number number) {
                list.add(new BigDecimal(number.toString()));
            } else {
                list.add(argument instanceof LocalDate day ? DAY + day : String.valueOf(argument));
            }
        }
        return list.build().toString();
    }

    /** Reads what {@link #json} wrote; null where there is no key. */
    static KeyedWords read(String key, String json) {
        if (key == null) {
            return null;
        }
        List<Object> arguments = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new StringReader(json == null ? "[]" : json))) {
            reader.readArray().forEach(value -> arguments.add(argument(value)));
        }
        return new KeyedWords(key, arguments);
    }

    private static Object argument(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        String text = ((JsonString) value).getString();
        return text.startsWith(DAY) ? LocalDate.parse(text.substring(DAY.length())) : text;
    }
}
