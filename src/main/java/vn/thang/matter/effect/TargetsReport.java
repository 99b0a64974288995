package vn.thang.matter.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.thang.core.model.Fraction;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TargetValue;
import vn.thang.platform.BusinessException;
import vn.thang.platform.ReportRows;

/**
 * All targets of the programme for a report, with the very figures of the page of targets and of what becomes of them by plans: as
 * they are shown, since a workbook that rounds them would put some on the other side of the demand.
 */
@ApplicationScoped
class TargetsReport implements ReportRows {

    private static final int DIGITS = 6;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private TargetSums sums;

    @Override
    public String name() {
        return "targets";
    }

    @Override
    public Set<String> columns() {
        return Set.of("code", "target", "task_group", "due_on", "relation", "demanded", "unit", "period", "standing",
                "value", "low", "high", "stale", "distance", "expected", "reported", "due", "coverage", "confidence",
                "error_rate", "error_bound", "forecast_low", "forecast_middle", "forecast_high", "chance",
                "planned", "if_kept", "as_before", "status");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        RoundSelection selection = rounds.rounds(asked.round())
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
        List<TargetLine> lines = targets.targets(selection);
        Map<String, TargetSums.Sum> kept = sums.of(lines, selection);
        lines.forEach(line -> {
            Map<String, Object> row = row(line);
            Optional.ofNullable(kept.get(line.target().code())).ifPresent(sum -> kept(line, sum, row));
            reader.accept(row);
        });
    }

    private static void kept(TargetLine line, TargetSums.Sum sum, Map<String, Object> row) {
        row.put("planned", sum.agencies());
        row.put("if_kept", line.shown(sum.ifKept()));
        row.put("as_before", sum.asBefore() == null ? null : line.shown(sum.asBefore()));
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
        line.forecast().ifPresent(forecast -> {
            row.put("forecast_low", forecast.low());
            row.put("forecast_middle", forecast.middle());
            row.put("forecast_high", forecast.high());
            row.put("chance", forecast.chance());
        });
        return row;
    }

    private static void value(TargetLine line, Map<String, Object> row) {
        List<TargetValue> trend = line.trend();
        TargetValue today = trend.get(trend.size() - 1);
        row.put("period", today.label());
        row.put("value", line.today());
        line.bounds().ifPresent(bounds -> {
            row.put("low", line.shown(bounds.low()));
            row.put("high", line.shown(bounds.high()));
        });
        row.put("stale", line.stale() ? "stale" : "fresh");
        if (line.measured() == null) {
            row.put("standing", line.preliminary() ? "preliminary" : "official");
        }
        row.put("confidence", line.quality().confidence().name());
        line.quality().error().ifPresent(error -> {
            row.put("error_rate", error.rate().toDecimal(DIGITS));
            row.put("error_bound", error.bound().toDecimal(DIGITS));
        });
        row.put("distance", line.today().subtract(line.target().demand().value()));
        if (today.due() != null) {
            cover(row, today.reported(), today.due());
        }
    }

    private static void cover(Map<String, Object> row, long reported, long due) {
        row.put("reported", reported);
        row.put("due", due);
        row.put("coverage", due == 0 ? null : Fraction.of(reported, due).toDecimal(DIGITS));
    }
}
