package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * How a version of a model goes on from the one before it. A code belongs to its criterion for ever, so only what does not
 * simply go on is named.
 *
 * @param ref      the version before, such as vn-dgm/1.0
 * @param whole    whether the levels of the whole and of its dimensions are compared with those of that version
 * @param criteria by code, those that do not go on as they were
 */
public record Succession(String ref, Trend whole, Map<String, Trend> criteria) {

    /** How a level compares with that of the version before. */
    public enum Trend {
        /** It means the same, so it is compared and an answer can be taken over. */
        JOINED,
        /** It means something else: the line breaks, and the question is answered anew. */
        BREAK,
        /** There was no such criterion. */
        NEW
    }

    public static Succession of(String id, JsonNode continues) {
        return new Succession(id + "/" + continues.path("version").asText(), trend(continues.path("whole")),
                ModelTexts.byName(continues.path("criteria"), Succession::trend));
    }

    /** How a criterion goes on. */
    public Trend trend(String criterion) {
        return criteria.getOrDefault(criterion, Trend.JOINED);
    }

    private static Trend trend(JsonNode name) {
        return Trend.valueOf(name.asText().toUpperCase(Locale.ROOT));
    }
}
