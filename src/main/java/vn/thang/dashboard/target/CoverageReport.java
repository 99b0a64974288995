package vn.thang.dashboard.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.thang.core.model.Fraction;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.platform.BusinessException;
import vn.thang.platform.ReportRows;

/**
 * How many of those who were due came for each period and round of the targets, for a report: figures of the country alone, so that
 * nothing of a single agency follows from them.
 */
@ApplicationScoped
class CoverageReport implements ReportRows {

    private static final int DIGITS = 6;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Set<String> columns() {
        return Set.of("target", "called", "measure", "measured_by", "source", "period", "carries", "type", "due",
                "reported", "missing", "coverage");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        RoundSelection selection = rounds.rounds(asked.round())
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
        boolean all = rounds.seesAll();
        targets.targets(selection).stream().flatMap(line -> TargetCoverage.of(line, all).stream())
                .forEach(one -> reader.accept(row(one)));
    }

    private static Map<String, Object> row(TargetCoverage one) {
        Map<String, Object> row = new HashMap<>();
        row.put("target", one.target());
        row.put("called", one.target());
        row.put("measure", one.indicator());
        row.put("measured_by", one.indicator());
        row.put("source", one.source());
        row.put("period", one.period());
        row.put("carries", String.valueOf(one.carries()));
        row.put("type", one.type());
        row.put("due", one.due());
        row.put("reported", one.reported());
        row.put("missing", one.due() - one.reported());
        row.put("coverage", one.due() == 0 ? null : Fraction.of(one.reported(), one.due()).toDecimal(DIGITS));
        return row;
    }
}
