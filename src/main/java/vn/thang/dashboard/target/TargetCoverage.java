package vn.thang.dashboard.target;

import java.util.ArrayList;
import java.util.List;
import vn.thang.core.target.Coverage;
import vn.thang.dashboard.round.Group;

/**
 * How many of those who were due came for a period or round of a target.
 *
 * @param indicator what is measured; null for maturity
 * @param source    where its readings come from; null for maturity
 * @param period    as people call it
 * @param carries   whether the period carries the value of the target
 * @param type      key of the type of agency; null for all in scope
 */
public record TargetCoverage(String target, String indicator, String source, String period, boolean carries,
        String type, long due, long reported) {

    /**
     * Lists the periods and rounds of a target.
     *
     * @param all whether types with fewer than five agencies are told apart
     */
    public static List<TargetCoverage> of(TargetLine line, boolean all) {
        List<TargetCoverage> told = new ArrayList<>();
        if (line.measured() != null) {
            if (line.known()) {
                told.addAll(of(line, line.measured().period(), true, line.measured().figure().coverage(), all));
            }
            line.partial().forEach(partial -> told.addAll(of(line, partial.value().label(), false, partial.coverage(),
                    all)));
            line.measured().untold()
                    .forEach(period -> told.addAll(of(line, period.label(), false, period.coverage(), all)));
        } else {
            line.trend().stream().filter(value -> value.attainment() != null)
                    .forEach(value -> told.add(new TargetCoverage(line.target().code(), null, null, value.label(), true,
                            null, value.attainment().inScope(),
                            value.attainment().inScope() - value.attainment().missing())));
        }
        return told;
    }

    private static List<TargetCoverage> of(TargetLine line, String period, boolean carries, Coverage coverage,
            boolean all) {
        List<TargetCoverage> told = new ArrayList<>();
        told.add(of(line, period, carries, null, coverage.due(), coverage.reported()));
        coverage.types().forEach((type, part) -> {
            if (all || part.due() >= Group.SMALLEST) {
                told.add(of(line, period, carries, type, part.due(), part.came()));
            }
        });
        return told;
    }

    private static TargetCoverage of(TargetLine line, String period, boolean carries, String type, long due,
            long reported) {
        return new TargetCoverage(line.target().code(), line.measured().indicator().code(),
                line.measured().indicator().source(), period, carries, type, due, reported);
    }
}
