package vn.thang.catalog.programme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.IndicatorLink;
import vn.thang.core.model.MaturityModel;

/**
 * What measures a criterion: what the model itself links it to. A version that was published before models named all their
 * links takes what it lacks from the indicators, which only informs.
 */
public record Measure(Indicator indicator, IndicatorLink link) {

    /**
     * By criterion, in model order; criteria that nothing measures, and those on a points scale, are absent.
     *
     * @param published whether links of the indicators count as well
     */
    public static Map<String, Measure> of(MaturityModel model, List<Indicator> indicators, boolean published) {
        Map<String, Indicator> byCode = indicators.stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        Map<String, Indicator> byCriterion = indicators.stream().filter(one -> published && one.link().isPresent())
                .collect(Collectors.toMap(one -> one.link().get().criterion(), Function.identity()));
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (Criterion criterion : model.criteria()) {
            Optional<Measure> measure = criterion.indicator().map(link -> new Measure(byCode.get(link.code()), link))
                    .or(() -> Optional.ofNullable(byCriterion.get(criterion.code()))
                            .map(one -> new Measure(one, one.link().get().link())));
            if (criterion.scale().ofLevels()) {
                measure.ifPresent(one -> measures.put(criterion.code(), one));
            }
        }
        return Collections.unmodifiableMap(measures);
    }

    public int level(Fraction value) {
        return link.level(value, indicator.direction());
    }

    /** Whether it holds the level of an answer down. */
    public boolean caps() {
        return link.mode() == IndicatorLink.Mode.CAP;
    }

    /** Whether scores depend on it. */
    public boolean counts() {
        return link.mode() != IndicatorLink.Mode.INFORM;
    }
}
