package vn.thang.indicator.reading;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import vn.thang.platform.Texts;

/** Why a line was not taken. */
public record ReadingFault(int line, String key, List<String> arguments) {

    public ReadingFault {
        arguments = List.copyOf(arguments);
    }

    /** As a batch keeps them. */
    public static String json(List<ReadingFault> faults) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        faults.forEach(fault -> list.add(Json.createObjectBuilder().add("line", fault.line()).add("key", fault.key())
                .add("arguments", Json.createArrayBuilder(fault.arguments()))));
        return list.build().toString();
    }

    public static List<ReadingFault> list(String json) {
        try (var reader = Json.createReader(new StringReader(json == null ? "[]" : json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(fault -> new ReadingFault(fault.getInt("line"), fault.getString("key"),
                            fault.getJsonArray("arguments").getValuesAs(JsonString::getString)))
                    .toList();
        }
    }

    public String text(Locale locale) {
        return Texts.text(locale, key, arguments.toArray());
    }
}
