package vn.thang.matter.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.core.target.Demand;
import vn.thang.core.target.Demand.Relation;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.target.TargetLine;

/**
 * What becomes of targets that are measured once agencies have brought their own readings to what they plan. Restricted readings
 * are left out: the rise of one agency would give its reading away.
 */
@ApplicationScoped
public class SummedReadings {

    @Inject
    private OwnReadings readings;

    @Inject
    private Catalog catalog;

    /**
     * What plans add to the figure of a target.
     *
     * @param agencies how many agencies add something
     * @param lifted   in units of what is counted
     */
    public record Lifted(long agencies, long lifted) {

        public static final Lifted NOTHING = new Lifted(0, 0);
    }

    /** Whether agencies can plan their own reading for the target: it is a share of them, or of what they count, that is to rise. */
    boolean sums(TargetLine line) {
        Relation relation = line.target().ofAgency().relation();
        return line.measured() != null && line.known() && line.attainment() != null && line.attainment().hasData()
                && (relation == Relation.AT_LEAST || relation == Relation.MORE_THAN)
                && !catalog.restrictedIndicators().contains(line.measured().indicator().code());
    }

    public static OwnReadings.Of of(TargetLine line) {
        return new OwnReadings.Of(line.target().code(), line.measured().indicator().code(), line.measured().begin());
    }

    /** Returns what is added to each target by the day on which it is due; one statement. */
    public Map<String, Lifted> of(List<TargetLine> lines) {
        List<TargetLine> summed = lines.stream().filter(this::sums).toList();
        Map<String, List<OwnReadings.Promised>> promised = readings
                .promised(summed.stream().map(SummedReadings::of).toList()).stream()
                .collect(Collectors.groupingBy(OwnReadings.Promised::target));
        return summed.stream().collect(Collectors.toMap(line -> line.target().code(),
                line -> lifted(line, promised.getOrDefault(line.target().code(), List.of()))));
    }

    /** Of several measures of an agency the one that leads farthest counts. */
    private static Lifted lifted(TargetLine line, List<OwnReadings.Promised> promised) {
        Collection<OwnReadings.Promised> farthest = promised.stream()
                .filter(one -> !one.dueOn().isAfter(line.target().phase().due()) && !one.nothing())
                .filter(one -> line.target().scope().contains(one.type()))
                .collect(Collectors.toMap(OwnReadings.Promised::agency, one -> one,
                        (one, other) -> Comparator.comparing(OwnReadings.Promised::wanted).compare(one, other) < 0
                                ? other : one))
                .values();
        if (line.target().measure() == TargetMeasure.POOLED) {
            List<BigDecimal> rises = farthest.stream().map(OwnReadings.Promised::rise)
                    .filter(rise -> rise.signum() > 0).toList();
            return new Lifted(rises.size(), rises.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                    .setScale(0, RoundingMode.FLOOR).longValue());
        }
        Demand demand = line.target().ofAgency();
        long reaching = farthest.stream()
                .filter(one -> !demand.isMetBy(one.numerator(), one.denominator(), one.value()))
                .filter(one -> demand.isMetBy(null, null, one.wanted())).count();
        return new Lifted(reaching, reaching);
    }
}
