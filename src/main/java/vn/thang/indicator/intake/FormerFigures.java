package vn.thang.indicator.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.Reading;

/** All that some agencies, and those that were merged into them, ever reported of an indicator and that waits for nothing. */
final class FormerFigures {

    private final Indicator.Period kind;
    /** By agency and what it was. */
    private final Map<Long, Map<Long, Self>> selves = new HashMap<>();

    /**
     * A figure of an agency, or of one that was merged into it.
     *
     * @param ended the last day of the one that was merged; null for the agency itself
     */
    record MemberFigure(long agency, long member, LocalDate ended, LocalDate period, BigDecimal numerator,
            BigDecimal denominator, BigDecimal value) {
    }

    /** A figure with the period that it is of. */
    record Known(Period period, Figure figure) {
    }

    private record Self(LocalDate ended, TreeMap<LocalDate, Figure> figures) {
    }

    FormerFigures(Indicator.Period kind) {
        this.kind = kind;
    }

    void add(MemberFigure one) {
        self(one.agency(), one.member(), one.ended()).figures().put(one.period(),
                new Figure(one.numerator(), one.denominator(), one.value()));
    }

    /** Takes what the agency reports of itself now. */
    void add(Reading reading) {
        self(reading.agency(), reading.agency(), null).figures().put(reading.period().begin(), Figure.of(reading));
    }

    private Self self(long agency, long member, LocalDate ended) {
        return selves.computeIfAbsent(agency, any -> new HashMap<>()).computeIfAbsent(member,
                any -> new Self(ended, new TreeMap<>()));
    }

    /**
     * Returns the newest figure of something by the period of a reading, that one included: the last that the agency reported itself,
     * or that was reported by whom it goes on for and it has said nothing of since.
     */
    Optional<Known> something(Reading reading) {
        Map<Long, Self> all = selves.getOrDefault(reading.agency(), Map.of());
        LocalDate until = reading.period().begin();
        Optional<Known> own = Optional.ofNullable(all.get(reading.agency())).flatMap(self -> newest(self, until));
        Stream<Known> merged = all.values().stream()
                .filter(self -> self.ended() != null && self.ended().isBefore(reading.period().end())
                        && own.filter(known -> known.period().end().isAfter(self.ended())).isEmpty())
                .flatMap(self -> newest(self, until).stream());
        return Stream.concat(own.stream(), merged).filter(known -> !known.figure().nothing())
                .max(Comparator.comparing(known -> known.period().begin()));
    }

    /** The newest of a period that was over while it was there. */
    private Optional<Known> newest(Self self, LocalDate until) {
        return self.figures().headMap(until, true).descendingMap().entrySet().stream()
                .map(one -> new Known(new Period(kind, one.getKey()), one.getValue()))
                .filter(known -> self.ended() == null || !known.period().end().isAfter(self.ended())).findFirst();
    }
}
