package vn.thang.catalog.programme;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
 * @param fixed     both bounds, as they were fixed before periods began
 */
public record Indicator(String code, Set<String> targets, Optional<Measured> link, Shape shape, String unit,
        IndicatorLink.Direction direction, Period period, String source, String owner, int maxAge, Set<String> scope,
        Optional<Formula> formula, boolean ministryDenominator, Jump jump, Fixed<Bounds> fixed) {

    /** The bounds of an indicator that are fixed before a period begins. */
    public record Bounds(int maxAge, Jump jump) {
    }

    /** An indicator whose bounds have always held. */
    public Indicator(String code, Set<String> targets, Optional<Measured> link, Shape shape, String unit,
            IndicatorLink.Direction direction, Period period, String source, String owner, int maxAge,
            Set<String> scope, Optional<Formula> formula, boolean ministryDenominator, Jump jump) {
        this(code, targets, link, shape, unit, direction, period, source, owner, maxAge, scope, formula,
                ministryDenominator, jump, Fixed.of(new Bounds(maxAge, jump)));
    }

    /**
     * Returns the indicator with the bounds of the version before, followed by its own, which were published on a day.
     */
    Indicator after(Indicator before, LocalDate day) {
        return new Indicator(code, targets, link, shape, unit, direction, period, source, owner, maxAge, scope, formula,
                ministryDenominator, jump, before.fixed.and(day, new Bounds(maxAge, jump)));
    }

    /** Whether a reading consists of numbers of things, which are whole: a count does, and so do the parts of a share. */
    public boolean counted() {
        return shape == Shape.COUNT || shape == Shape.RATIO && unit.equals("percent");
    }

    /** How many days after its end the reading of a period counts as fresh that begins on a day. */
    public int maxAge(LocalDate begin) {
        return fixed.at(begin).maxAge();
    }

    /** How far the figure of a period may move that begins on a day. */
    public Jump jump(LocalDate begin) {
        return fixed.at(begin).jump();
    }

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

    /**
     * How long the time is that a reading is about, and in which month its year begins; the calendar of such times is known by
     * their first days.
     *
     * @param firstMonth 1 but for reporting years that do not begin in January
     */
    public record Period(Length length, int firstMonth) {

        public static final Period MONTH = new Period(Length.MONTH, 1);
        public static final Period QUARTER = new Period(Length.QUARTER, 1);
        public static final Period HALF_YEAR = new Period(Length.HALF_YEAR, 1);
        public static final Period NINE_MONTHS = new Period(Length.NINE_MONTHS, 1);
        public static final Period YEAR = new Period(Length.YEAR, 1);

        /** How many months a period has, and how many after its begin the next one begins. */
        public enum Length {
            MONTH(1, 1), QUARTER(3, 3), HALF_YEAR(6, 6),
            /** The first nine months of a year, of which there is one each year. */
            NINE_MONTHS(9, 12), YEAR(12, 12);

            private final int months;
            private final int step;

            Length(int months, int step) {
                this.months = months;
                this.step = step;
            }
        }

        /** Returns the period of a calendar year that has the name of a length. */
        public static Period valueOf(String length) {
            return new Period(Length.valueOf(length), 1);
        }

        /** Whether its year begins in another month than January. */
        public boolean shifted() {
            return firstMonth != 1;
        }

        /** The first day of the period that a day lies in, or that ended last before it where it lies between two. */
        public LocalDate begin(LocalDate day) {
            LocalDate year = year(day);
            int elapsed = (int) ChronoUnit.MONTHS.between(year, day.withDayOfMonth(1));
            return year.plusMonths(elapsed / length.step * length.step);
        }

        /** The first day of the period with a number in the year that begins in a calendar year. */
        public LocalDate begin(int year, int number) {
            return LocalDate.of(year, firstMonth, 1).plusMonths((long) (number - 1) * length.step);
        }

        /** The first day of the period after the one that begins on a day. */
        public LocalDate next(LocalDate begin) {
            return begin.plusMonths(length.step);
        }

        /** The first day of the period before the one that begins on a day. */
        public LocalDate back(LocalDate begin) {
            return begin.minusMonths(length.step);
        }

        /** The last day of the period that begins on a day. */
        public LocalDate end(LocalDate begin) {
            return begin.plusMonths(length.months).minusDays(1);
        }

        /** How many months a period lasts. */
        public int months() {
            return length.months;
        }

        /** The number of the period in its year, the first being 1. */
        public int number(LocalDate begin) {
            return (int) ChronoUnit.MONTHS.between(year(begin), begin) / length.step + 1;
        }

        /** The first day of the year that a day lies in. */
        public LocalDate year(LocalDate day) {
            LocalDate year = LocalDate.of(day.getYear(), firstMonth, 1);
            return year.isAfter(day) ? year.minusYears(1) : year;
        }

        /** The name of its length, by which texts know it. */
        @Override
        public String toString() {
            return length.name();
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
                IndicatorLink.Direction.valueOf(constant(node, "direction")),
                new Period(Period.Length.valueOf(constant(node, "period")), node.path("yearBegins").asInt(1)),
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
