package vn.thang.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.IndicatorLink;

/**
 * What is measured, without prose.
 *
 * @param targets   codes of the targets that it gives a value to; empty when it serves a criterion or a formula alone
 * @param source    where readings come from
 * @param owner     code of the agency that answers for it
 * @param maxAge    days after the end of its period for which a reading counts as fresh
 * @param scope     types of agency that it is read for
 * @param link      the criterion that it measures where the model names no indicator itself
 * @param formula   empty where it is read
 * @param ministryDenominator whether the ministry sets the denominators and freezes them per round
 * @param jump      how far a figure may move between two periods before somebody has to confirm it
 */
public record Indicator(String code, Set<String> targets, Optional<Measured> link, Shape shape, String unit,
        IndicatorLink.Direction direction, Period period, String source, String owner, int maxAge, Set<String> scope,
        Optional<Formula> formula, boolean ministryDenominator, Jump jump) {

    /**
     * The bounds of what moves without a word.
     *
     * @param factor by how much a denominator may grow or shrink
     * @param points by how many points of per cent a share may move
     */
    public record Jump(BigDecimal factor, BigDecimal points) {

        public static final Jump USUAL = new Jump(BigDecimal.valueOf(2), BigDecimal.valueOf(30));

        private static Jump of(JsonNode node) {
            return new Jump(node.has("factor") ? new BigDecimal(node.path("factor").asText()) : USUAL.factor,
                    node.has("points") ? new BigDecimal(node.path("points").asText()) : USUAL.points);
        }
    }

    /** Numerator and denominator, a number of things, or a figure without its parts. */
    public enum Shape {
        RATIO, COUNT, VALUE
    }

    /** How long the time is that a reading is about; the calendar of such times is known by their first days. */
    public enum Period {
        MONTH(1), QUARTER(3), YEAR(12);

        private final int months;

        Period(int months) {
            this.months = months;
        }

        /** The first day of the period that a day lies in. */
        public LocalDate begin(LocalDate day) {
            return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
        }

        /** The first day of the period after the one that begins on a day. */
        public LocalDate next(LocalDate begin) {
            return begin.plusMonths(months);
        }

        /** The first day of the period before the one that begins on a day. */
        public LocalDate back(LocalDate begin) {
            return begin.minusMonths(months);
        }

        /** The last day of the period that begins on a day. */
        public LocalDate end(LocalDate begin) {
            return next(begin).minusDays(1);
        }

        /** The number of the period in its year, the first being 1. */
        public int number(LocalDate begin) {
            return (begin.getMonthValue() - 1) / months + 1;
        }
    }

    /** A criterion with the link to it, which only informs. */
    public record Measured(String criterion, IndicatorLink link) {
    }

    /** Codes of what is read for it: its own, or those of its formula. */
    public Set<String> inputs() {
        return formula.map(Formula::inputs).orElse(Set.of(code));
    }

    /** From a tree that its schema and {@link IndicatorRules} have accepted. */
    static List<Indicator> of(JsonNode root) {
        List<Indicator> indicators = new ArrayList<>();
        root.path("indicators").forEach(node -> indicators.add(one(node)));
        return List.copyOf(indicators);
    }

    private static Indicator one(JsonNode node) {
        Map<Integer, Fraction> levels = new TreeMap<>();
        node.path("levels").properties().forEach(level -> levels.put(Integer.valueOf(level.getKey()),
                Fraction.of(new BigDecimal(level.getValue().asText()))));
        String code = node.path("code").asText();
        return new Indicator(code, texts(node.path("targets")),
                node.has("criterion") ? Optional.of(new Measured(node.path("criterion").asText(),
                        new IndicatorLink(code, IndicatorLink.Mode.INFORM, levels, node.path("prefill").asBoolean())))
                        : Optional.empty(),
                Shape.valueOf(constant(node, "shape")), node.path("unit").asText(),
                IndicatorLink.Direction.valueOf(constant(node, "direction")), Period.valueOf(constant(node, "period")),
                node.path("source").asText(), node.path("owner").asText(), node.path("maxAge").asInt(),
                texts(node.path("scope")),
                node.has("formula") ? Optional.of(Formula.of(node.path("formula").asText())) : Optional.empty(),
                node.path("denominator").asText().equals("ministry"), Jump.of(node.path("jump")));
    }

    private static String constant(JsonNode node, String key) {
        return node.path(key).asText().toUpperCase(Locale.ROOT);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
