package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Every sentence of one version of a model in one language, by code. */
public final class ModelTexts {

    /** The words for a dimension; {@code shortName} fits the axis of a chart. */
    public record DimensionText(String name, String shortName, String description) {
    }

    /**
     * The words for a criterion. Levels are empty on a points scale and options on a scale of levels; guidance, example
     * and source are empty where the model gives none, and {@code changed} where nothing is new since the version before.
     */
    public record CriterionText(String name, String question, SortedMap<Integer, String> levels,
            Map<String, String> options, SortedMap<Integer, String> evidence, String guidance, String example,
            String source, String changed) {
    }

    /** The words for a level. */
    public record LevelText(String name, String summary) {
    }

    private final String language;
    private final String title;
    private final String summary;
    private final String notice;
    private final SortedMap<Integer, LevelText> levels;
    private final Map<String, String> evidenceKinds;
    private final Map<String, DimensionText> dimensions;
    private final Map<String, CriterionText> criteria;

    /**
     * From a tree that its schema and {@link TextRules} have accepted.
     *
     * @param numbers by criterion, what its sentences name; of the levels under an empty code
     */
    public ModelTexts(JsonNode texts, Locale locale, Map<String, StatedNumbers> numbers) {
        language = locale.getLanguage();
        title = texts.at("/model/title").asText();
        summary = texts.at("/model/summary").asText();
        notice = texts.at("/model/notice").asText();
        levels = byLevel(texts.path("levels"), l -> new LevelText(l.path("name").asText(),
                numbers.getOrDefault("", StatedNumbers.NONE).in(l.path("summary").asText(), locale)));
        evidenceKinds = byName(texts.path("evidenceKinds"), JsonNode::asText);
        dimensions = byName(texts.path("dimensions"), d -> new DimensionText(d.path("name").asText(),
                d.path("short").asText(), d.path("description").asText()));
        Map<String, CriterionText> words = new LinkedHashMap<>();
        texts.path("criteria").properties().forEach(one -> words.put(one.getKey(), criterion(one.getValue(),
                node -> numbers.getOrDefault(one.getKey(), StatedNumbers.NONE).in(node.asText(), locale))));
        criteria = Collections.unmodifiableMap(words);
    }

    private static CriterionText criterion(JsonNode c, Function<JsonNode, String> sentence) {
        return new CriterionText(c.path("name").asText(), sentence.apply(c.path("question")),
                byLevel(c.path("levels"), sentence), byName(c.path("options"), sentence),
                byLevel(c.path("evidence"), sentence), sentence.apply(c.path("guidance")),
                sentence.apply(c.path("example")), sentence.apply(c.path("source")),
                sentence.apply(c.path("changed")));
    }

    /** The language of all these words, as the attribute lang of a page names it. */
    public String language() {
        return language;
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    /** What a reader must know of the standing of the model; shown with every question of it. */
    public String notice() {
        return notice;
    }

    /** The name of a level of the model; of 0 only where it is an answer. */
    public String levelName(int level) {
        return level(level).name();
    }

    /** The levels that the model has, the lowest first. */
    public SortedMap<Integer, LevelText> levels() {
        return levels;
    }

    public LevelText level(int level) {
        return known(levels, level);
    }

    public String evidenceKind(String kind) {
        return known(evidenceKinds, kind);
    }

    public DimensionText dimension(String code) {
        return known(dimensions, code);
    }

    public CriterionText criterion(String code) {
        return known(criteria, code);
    }

    public static <T> Map<String, T> byName(JsonNode object, Function<JsonNode, T> convert) {
        Map<String, T> map = new LinkedHashMap<>();
        object.properties().forEach(field -> map.put(field.getKey(), convert.apply(field.getValue())));
        return Collections.unmodifiableMap(map);
    }

    static <T> SortedMap<Integer, T> byLevel(JsonNode object, Function<JsonNode, T> convert) {
        SortedMap<Integer, T> map = new TreeMap<>();
        object.properties().forEach(f -> map.put(Integer.valueOf(f.getKey()), convert.apply(f.getValue())));
        return Collections.unmodifiableSortedMap(map);
    }

    public static <K, T> T known(Map<K, T> texts, K key) {
        T text = texts.get(key);
        if (text == null) {
            throw new NoSuchElementException(String.valueOf(key));
        }
        return text;
    }
}
