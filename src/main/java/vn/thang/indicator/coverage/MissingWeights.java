package vn.thang.indicator.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.denominator.Denominators;
import vn.thang.indicator.denominator.FrozenDenominators;
import vn.thang.indicator.period.Period;

/**
 * What agencies weigh that are missing: the denominator of the ministry, else the last of their own and of those that were merged into
 * them since, else the median of their type.
 */
@ApplicationScoped
public class MissingWeights {

    @Inject
    private SilentAgencies silent;

    @Inject
    private Denominators denominators;

    /**
     * Returns who is due and missing in some places; at most six statements.
     *
     * @param indicators by code, those of the places at least
     */
    public List<Missing> of(Collection<TypePeriod> places, Map<String, Indicator> indicators, List<Merger> mergers) {
        if (places.isEmpty()) {
            return List.of();
        }
        List<SilentAgencies.Silent> due = silent.of(places).stream()
                .filter(one -> one.existence().isDue(indicators.get(one.indicator()).period().end(one.period())))
                .toList();
        FrozenDenominators frozen = denominators.frozen(due.stream().map(SilentAgencies.Silent::indicator).distinct()
                .filter(code -> indicators.get(code).ministryDenominator()).toList());
        JoinedWeights joined = new JoinedWeights(mergers);
        joined.know(silent.last(joined.asked(due, indicators)));
        Map<SilentAgencies.Silent, BigDecimal> weights = new HashMap<>();
        Set<TypePeriod> unknown = new LinkedHashSet<>();
        for (SilentAgencies.Silent one : due) {
            Period period = new Period(indicators.get(one.indicator()).period(), one.period());
            frozen.of(one.indicator(), period, one.agency()).or(() -> joined.of(one, indicators))
                    .or(() -> Optional.ofNullable(one.last()))
                    .ifPresentOrElse(weight -> weights.put(one, weight), () -> unknown.add(one.place()));
        }
        Map<TypePeriod, BigDecimal> medians = medians(unknown);
        return due.stream().map(one -> new Missing(one.place(), one.agency(), one.first(),
                weights.getOrDefault(one, medians.getOrDefault(one.place(), BigDecimal.ZERO)))).toList();
    }

    /** The lower median, which is a denominator that somebody reported. */
    private Map<TypePeriod, BigDecimal> medians(Set<TypePeriod> places) {
        Map<TypePeriod, BigDecimal> medians = new HashMap<>();
        if (!places.isEmpty()) {
            silent.denominators(places).stream().collect(Collectors.groupingBy(SilentAgencies.Amount::place))
                    .forEach((place, amounts) -> medians.put(place, amounts.stream().map(SilentAgencies.Amount::amount)
                            .sorted().toList().get((amounts.size() - 1) / 2)));
        }
        return medians;
    }
}
