package vn.thang.dashboard.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.thang.core.target.Coverage;
import vn.thang.core.model.Fraction;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.platform.BusinessException;
import vn.thang.platform.ReportRows;

/** All targets of the programme for a report, with the very figures of the page of targets. */
@ApplicationScoped
class TargetsReport implements ReportRows {

    private static final int DIGITS = 6;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Override
    public String name() {
        return "targets";
    }

    @Override
    public Set<String> columns() {
        return Set.of("code", "target", "task_group", "due_on", "relation", "demanded", "unit", "period", "standing",
                "value", "distance", "expected", "reported", "due", "coverage", "confidence", "forecast_low",
                "forecast_middle",
                "forecast_high", "chance", "status");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        RoundSelection selection = rounds.rounds(asked.round())
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
        targets.targets(selection).forEach(line -> reader.accept(row(line)));
    }

    private static Map<String, Object> row(TargetLine line) {
        Map<String, Object> row = new HashMap<>();
        row.put("code", line.target().code());
        row.put("target", line.target().code());
        row.put("task_group", line.target().group());
        row.put("due_on", line.target().phase().due());
        row.put("relation", line.target().demand().relation().shown());
        row.put("demanded", line.target().demand().value());
        row.put("unit", line.target().demand().unit().name().toLowerCase(Locale.ROOT));
        row.put("status", line.status());
        row.put("expected", line.expected());
        if (line.known()) {
            value(line, row);
        }
        line.ahead().ifPresent(ahead -> {
            row.put("forecast_low", ahead.low());
            row.put("forecast_middle", ahead.middle());
            row.put("forecast_high", ahead.high());
            row.put("chance", ahead.chance());
        });
        return row;
    }

    private static void value(TargetLine line, Map<String, Object> row) {
        List<TargetLine.Value> trend = line.trend();
        TargetLine.Value today = trend.get(trend.size() - 1);
        row.put("period", today.label());
        row.put("value", line.told(today.value()));
        if (line.measured() == null) {
            row.put("standing", line.preliminary() ? "preliminary" : "official");
        }
        row.put("confidence", line.behind().confidence().name());
        row.put("distance", line.told(today.value()).subtract(line.target().demand().value()));
        if (line.measured() != null) {
            Coverage coverage = line.measured().figure().coverage();
            cover(row, coverage.reported(), coverage.due());
        } else if (today.attainment() != null) {
            cover(row, today.attainment().inScope() - today.attainment().missing(), today.attainment().inScope());
        }
    }

    private static void cover(Map<String, Object> row, long reported, long due) {
        row.put("reported", reported);
        row.put("due", due);
        row.put("coverage", due == 0 ? null : Fraction.of(reported, due).toDecimal(DIGITS));
    }
}
