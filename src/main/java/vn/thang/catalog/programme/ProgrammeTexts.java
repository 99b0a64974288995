package vn.thang.catalog.programme;

import static vn.thang.catalog.model.ModelTexts.byName;
import static vn.thang.catalog.model.ModelTexts.known;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.thang.core.target.TargetMeasure;

/** Every sentence of the programme in one language, by code. */
public final class ProgrammeTexts {

    /** The words for a phase; {@code shortName} names its due year. */
    public record PhaseText(String name, String shortName) {
    }

    /** The words for a way of measuring. */
    public record MeasureText(String name, String description) {
    }

    /** The words for a target: a few for cards, and the target in the words of the decision. */
    public record TargetText(String name, String text) {
    }

    /**
     * The words for an indicator: its name, what is counted by what, of a ratio that is read both parts, and what the numbers
     * are numbers of; empty where there are none.
     */
    public record IndicatorText(String name, String text, String numerator, String denominator, String units) {
    }

    private final JsonNode programme;
    private final Map<String, PhaseText> phases;
    private final Map<String, String> groups;
    private final Map<String, MeasureText> measures;
    private final Map<String, TargetText> targets;
    private final Map<String, IndicatorText> indicators;
    private final Map<String, String> sources;
    private final Map<String, String> breaks;

    private ProgrammeTexts(ProgrammeTexts own, ProgrammeTexts before) {
        programme = own.programme;
        phases = both(own.phases, before.phases);
        groups = both(own.groups, before.groups);
        measures = own.measures;
        targets = both(own.targets, before.targets);
        indicators = own.indicators;
        sources = both(own.sources, before.sources);
        breaks = both(own.breaks, before.breaks);
    }

    private static <T> Map<String, T> both(Map<String, T> own, Map<String, T> before) {
        Map<String, T> both = new LinkedHashMap<>(before);
        both.putAll(own);
        return Collections.unmodifiableMap(both);
    }

    /**
     * Returns the words, and those of a version before for what these name no more: a target that is dropped keeps its
     * name.
     */
    public ProgrammeTexts after(ProgrammeTexts before) {
        return new ProgrammeTexts(this, before);
    }

    /** From a tree that its schema and {@link ProgrammeRules} have accepted. */
    public ProgrammeTexts(JsonNode texts) {
        programme = texts.path("programme");
        phases = byName(texts.path("phases"), p -> new PhaseText(p.path("name").asText(), p.path("short").asText()));
        groups = byName(texts.path("groups"), g -> g.path("name").asText());
        measures = byName(texts.path("measures"),
                m -> new MeasureText(m.path("name").asText(), m.path("description").asText()));
        targets = byName(texts.path("targets"), t -> new TargetText(t.path("name").asText(), t.path("text").asText()));
        indicators = byName(texts.path("indicators"),
                i -> new IndicatorText(i.path("name").asText(), i.path("text").asText(),
                        i.path("numerator").asText(), i.path("denominator").asText(), i.path("units").asText()));
        sources = byName(texts.path("sources"), s -> s.path("name").asText());
        breaks = byName(texts.path("breaks"), b -> b.path("text").asText());
    }

    public String title() {
        return programme.path("title").asText();
    }

    public String summary() {
        return programme.path("summary").asText();
    }

    /** Who leads and supervises. */
    public String lead() {
        return programme.path("lead").asText();
    }

    /** What a reader must know of the wording. */
    public String notice() {
        return programme.path("notice").asText();
    }

    public PhaseText phase(String code) {
        return known(phases, code);
    }

    public String group(String code) {
        return known(groups, code);
    }

    public MeasureText measure(TargetMeasure measure) {
        return known(measures, measure.code());
    }

    public TargetText target(String code) {
        return known(targets, code);
    }

    public IndicatorText indicator(String code) {
        return known(indicators, code);
    }

    /** Name of a source of readings. */
    public String source(String code) {
        return known(sources, code);
    }

    /** Why values mean something else from a day on. */
    public String breakReason(String key) {
        return known(breaks, key);
    }
}
