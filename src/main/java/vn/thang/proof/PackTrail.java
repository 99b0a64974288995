package vn.thang.proof;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.thang.audit.anchor.Anchor;
import vn.thang.audit.seal.Block;
import vn.thang.audit.seal.SealedEntry;

/** How entries, blocks and anchors of the trail are written in a pack, each as JSON in a line, and read again. */
final class PackTrail {

    static final String ENTRIES = "trail/entries.jsonl";
    static final String BLOCKS = "trail/blocks.jsonl";
    static final String ANCHORS = "trail/anchors.jsonl";
    static final String AUTHORITIES = "trail/authorities.pem";

    private PackTrail() {
    }

    static String token(long anchor) {
        return "trail/anchors/" + anchor + ".tst";
    }

    static String written(SealedEntry entry) {
        JsonObjectBuilder line = Json.createObjectBuilder();
        if (entry.hidden() != null) {
            line.add("hidden", entry.hidden());
        } else {
            JsonArrayBuilder columns = Json.createArrayBuilder();
            entry.columns().forEach(column -> columns.add(column == null ? JsonValue.NULL : Json.createValue(column)));
            line.add("entry", columns);
        }
        if (entry.block() != null) {
            line.add("block", entry.block()).add("path", texts(entry.path()));
        }
        if (!entry.values().isEmpty()) {
            JsonObjectBuilder values = Json.createObjectBuilder();
            entry.values().forEach((kind, value) -> values.add(kind, texts(value)));
            line.add("values", values);
        }
        return line.build() + "\n";
    }

    static SealedEntry entry(String line) {
        JsonObject read = object(line);
        List<String> columns = new ArrayList<>();
        if (read.containsKey("entry")) {
            read.getJsonArray("entry").forEach(column -> columns.add(
                    column instanceof JsonString text ? text.getString() : null));
        }
        Map<String, List<String>> values = new TreeMap<>();
        if (read.containsKey("values")) {
            read.getJsonObject("values").forEach((kind, value) -> values.put(kind, texts((JsonArray) value)));
        }
        return new SealedEntry(columns, read.getString("hidden", null),
                read.containsKey("block") ? Long.valueOf(read.getJsonNumber("block").longValue()) : null,
                read.containsKey("path") ? texts(read.getJsonArray("path")) : List.of(), values);
    }

    static String written(Block block) {
        return Json.createObjectBuilder().add("number", block.number())
                .add("sealedAt", ChronoUnit.MICROS.between(Instant.EPOCH, block.sealedAt()))
                .add("entries", block.entries()).add("root", block.root()).add("previous", block.previousHash())
                .add("hash", block.blockHash()).build() + "\n";
    }

    static Block block(String line) {
        JsonObject read = object(line);
        return new Block(read.getJsonNumber("number").longValue(),
                Instant.EPOCH.plus(read.getJsonNumber("sealedAt").longValue(), ChronoUnit.MICROS),
                read.getInt("entries"), read.getString("root"), read.getString("previous"), read.getString("hash"));
    }

    static String written(Anchor anchor) {
        return Json.createObjectBuilder().add("number", anchor.number()).add("block", anchor.block())
                .add("stampedAt", anchor.stampedAt().toString()).add("authority", anchor.authority())
                .add("file", token(anchor.number())).build() + "\n";
    }

    static Anchor anchor(String line, byte[] token) {
        JsonObject read = object(line);
        return new Anchor(number(line), read.getJsonNumber("block").longValue(),
                Instant.parse(read.getString("stampedAt")), read.getString("authority"), token);
    }

    static long number(String line) {
        return object(line).getJsonNumber("number").longValue();
    }

    private static JsonArrayBuilder texts(List<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    static JsonObject object(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
