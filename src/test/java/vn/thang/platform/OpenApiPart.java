package vn.thang.platform;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the document of the API that everybody reads: what programs with a token call, and what is open to everybody. */
final class OpenApiPart {

    static final Path FILE = Path.of("src/main/resources/open/openapi.json");
    private static final Set<String> TAGS = Set.of("data", "scorings");
    private static final Pattern SCHEMA = Pattern.compile("#/components/schemas/(\\w+)");

    private OpenApiPart() {
    }

    static String of(JsonObject document) {
        JsonObjectBuilder paths = Json.createObjectBuilder();
        document.getJsonObject("paths").forEach((path, item) -> {
            JsonObjectBuilder operations = Json.createObjectBuilder();
            item.asJsonObject().forEach((method, one) -> {
                if (one instanceof JsonObject operation && TAGS.contains(operation.getJsonArray("tags").getString(0))) {
                    operations.add(method, Json.createObjectBuilder(operation).add("security",
                            withoutSession(operation.getJsonArray("security"))));
                }
            });
            JsonObject kept = operations.build();
            if (!kept.isEmpty()) {
                paths.add(path, kept);
            }
        });
        JsonArrayBuilder tags = Json.createArrayBuilder();
        document.getJsonArray("tags").stream().filter(tag -> TAGS.contains(tag.asJsonObject().getString("name")))
                .forEach(tags::add);
        JsonValue kept = sorted(paths.build());
        return written(Json.createObjectBuilder().add("openapi", document.get("openapi"))
                .add("info", document.get("info")).add("servers", document.get("servers")).add("tags", tags)
                .add("paths", kept)
                .add("components", Json.createObjectBuilder()
                        .add("schemas", schemas(document.getJsonObject("components").getJsonObject("schemas"), kept))
                        .add("securitySchemes", Json.createObjectBuilder().add("token", document
                                .getJsonObject("components").getJsonObject("securitySchemes").get("token"))))
                .build());
    }

    private static JsonArray withoutSession(JsonArray security) {
        JsonArrayBuilder left = Json.createArrayBuilder();
        security.stream().filter(one -> !one.asJsonObject().containsKey("session")).forEach(left::add);
        return left.build();
    }

    private static JsonObject schemas(JsonObject all, JsonValue from) {
        Set<String> used = new TreeSet<>();
        use(all, from, used);
        JsonObjectBuilder kept = Json.createObjectBuilder();
        used.forEach(name -> kept.add(name, sorted(all.get(name))));
        return kept.build();
    }

    /** The server writes the members of objects in no order that lasts. */
    private static JsonValue sorted(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder sorted = Json.createObjectBuilder();
            new TreeMap<>(object).forEach((name, one) -> sorted.add(name, sorted(one)));
            return sorted.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder all = Json.createArrayBuilder();
            array.forEach(one -> all.add(sorted(one)));
            return all.build();
        }
        return value;
    }

    private static void use(JsonObject all, JsonValue from, Set<String> used) {
        Matcher names = SCHEMA.matcher(from.toString());
        while (names.find()) {
            if (used.add(names.group(1))) {
                use(all, all.get(names.group(1)), used);
            }
        }
    }

    private static String written(JsonObject document) {
        StringWriter text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
            writer.writeObject(document);
        }
        return text.toString().strip() + "\n";
    }
}
