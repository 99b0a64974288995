package vn.thang.indicator.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.target.Existence;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.Reading;

/**
 * What agencies are compared with that others were merged into: for periods that ended before the merger, the sum of all that are
 * one now. A figure without parts cannot be added up, and stays that of whoever reported it.
 */
final class MergedFigures {

    private static final int DIGITS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Indicator indicator;
    private final Map<Long, TreeMap<LocalDate, Figure>> figures;
    /** By agency, those that were merged into it. */
    private final Map<Long, Map<Long, Existence>> merged = new HashMap<>();
    private final Map<Long, Existence> own = new HashMap<>();

    /**
     * An agency that was merged into another, with a figure where it has reported for a period.
     *
     * @param since      the first day of the agency itself; null where nobody knows it
     * @param memberFrom the first day of the one that was merged; null where nobody knows it
     * @param ended      its last day
     * @param period     null where it has reported nothing
     */
    record MergedAgency(long agency, LocalDate since, long member, LocalDate memberFrom, LocalDate ended,
            LocalDate period,
            BigDecimal numerator, BigDecimal denominator, BigDecimal value) {
    }

    /** @param figures what agencies reported themselves, by period; what comes in one batch is added as it is read */
    MergedFigures(Indicator indicator, Map<Long, TreeMap<LocalDate, Figure>> figures) {
        this.indicator = indicator;
        this.figures = figures;
    }

    /** Whether the figures of several agencies can be added up. */
    static boolean addUp(Indicator indicator) {
        return indicator.shape() != Indicator.Shape.VALUE;
    }

    void add(MergedAgency one) {
        own.put(one.agency(), new Existence(one.since(), null));
        merged.computeIfAbsent(one.agency(), any -> new HashMap<>()).put(one.member(),
                new Existence(one.memberFrom(), one.ended()));
        if (one.period() != null) {
            figures.computeIfAbsent(one.member(), any -> new TreeMap<>()).putIfAbsent(one.period(),
                    new Figure(one.numerator(), one.denominator(), one.value()));
        }
    }

    /**
     * Returns the figure of a period with which a reading is compared; empty where the agency, or one of those that are one with it
     * now, has not reported for it.
     */
    Optional<Figure> of(Reading reading, LocalDate begin) {
        LocalDate end = indicator.period().end(begin);
        List<Long> before = merged.getOrDefault(reading.agency(), Map.of()).entrySet().stream()
                .filter(one -> one.getValue().isOver(reading.period().end()) && one.getValue().isDue(end))
                .map(Map.Entry::getKey).toList();
        if (before.isEmpty()) {
            return figure(reading.agency(), begin);
        }
        Stream<Long> itself = Stream.of(reading.agency()).filter(agency -> own.get(agency).isDue(end));
        List<Optional<Figure>> all = new ArrayList<>(
                Stream.concat(itself, before.stream()).map(one -> figure(one, begin)).toList());
        return all.stream().allMatch(one -> one.filter(Figure::ratio).isPresent())
                ? Optional.of(sum(all.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private Optional<Figure> figure(long agency, LocalDate begin) {
        return Optional.ofNullable(figures.getOrDefault(agency, new TreeMap<>()).get(begin));
    }

    private static Figure sum(List<Figure> some) {
        BigDecimal numerator = some.stream().map(Figure::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal denominator = some.stream().map(Figure::denominator).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Figure(numerator, denominator, denominator.signum() == 0 ? BigDecimal.ZERO
                : numerator.multiply(HUNDRED).divide(denominator, DIGITS, RoundingMode.HALF_UP));
    }
}
