package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a version of a model goes on from an earlier one. A code belongs to its criterion for ever, so only what does not
 * simply go on is named.
 *
 * @param ref      the earlier version, such as vn-dgm/1.0
 * @param whole    whether the levels of the whole and of its dimensions are compared with those of that version
 * @param criteria by code, those that do not go on as they were
 */
public record Succession(String ref, Trend whole, Map<String, Trend> criteria) {

    /** How a level compares with that of the version before; what comes later here prevails over several versions. */
    public enum Trend {
        /** It means the same, so it is compared and an answer can be taken over. */
        JOINED,
        /** It means something else: the line breaks, and the question is answered anew. */
        BREAK,
        /** There was no such criterion. */
        NEW;

        private Trend and(Trend other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    public Succession {
        criteria = Map.copyOf(criteria);
    }

    /** How a version compares with itself. */
    public static Succession same(String ref) {
        return new Succession(ref, Trend.JOINED, Map.of());
    }

    /**
     * How a version goes on from an earlier one, over all that lie between; empty where no way of versions that go on from each
     * other leads there.
     *
     * @param steps how a version goes on from the one before it; empty where it names none or is not known
     */
    public static Optional<Succession> between(String ref, String before,
            Function<String, Optional<Succession>> steps) {
        Set<String> passed = new HashSet<>();
        Optional<Succession> way = Optional.of(same(ref));
        while (way.isPresent() && !way.get().ref().equals(before) && passed.add(way.get().ref())) {
            Succession later = way.get();
            way = steps.apply(later.ref()).map(later::after);
        }
        return way.filter(one -> one.ref().equals(before));
    }

    /** Over this step and the one before it: what breaks in either breaks, and what is new in either is new. */
    public Succession after(Succession earlier) {
        Map<String, Trend> both = new HashMap<>(earlier.criteria);
        criteria.forEach((code, trend) -> both.merge(code, trend, Trend::and));
        return new Succession(earlier.ref, whole.and(earlier.whole), both);
    }

    public static Succession of(String id, JsonNode continues) {
        return new Succession(id + "/" + continues.path("version").asText(), trend(continues.path("whole")),
                ModelTexts.byName(continues.path("criteria"), Succession::trend));
    }

    /** Whether levels of the whole and of its dimensions compare. */
    public boolean joined() {
        return whole == Trend.JOINED;
    }

    /** Whether levels of a criterion compare, so that an answer of before can be taken over. */
    public boolean joined(String criterion) {
        return trend(criterion) == Trend.JOINED;
    }

    /** How a criterion goes on. */
    public Trend trend(String criterion) {
        return criteria.getOrDefault(criterion, Trend.JOINED);
    }

    private static Trend trend(JsonNode name) {
        return Trend.valueOf(name.asText().toUpperCase(Locale.ROOT));
    }
}
