package vn.thang.dashboard.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.target.MeasuredValue;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.indicator.period.Period;
import vn.thang.platform.BusinessException;
import vn.thang.platform.ReportRows;
import vn.thang.platform.Time;

/**
 * The agencies that were due and have reported nothing, for a report: for the period of each measured target, and for those that
 * are over and to which too few came.
 */
@ApplicationScoped
class MissingReport implements ReportRows {

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private AgencyReadings readings;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "missing-readings";
    }

    @Override
    public Set<String> columns() {
        return Set.of("target", "indicator", "called", "source", "period", "begin", "code", "name", "type", "parent",
                "agency_path", "standing", "last_period");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        LocalDate today = LocalDate.now(clock.withZone(Time.ZONE));
        targets.targets(rounds.rounds(null).orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round")))
                .stream().filter(line -> line.measured() != null && line.target().measure().ofAgencies())
                .forEach(line -> periods(line, today).forEach((begin, period) -> readings.silent(line.target(),
                        line.measured().indicator(), begin, asked.agencyPath(),
                        row -> reader.accept(told(row, line, begin, period)))));
    }

    /** What the periods that are over are called in which somebody can be missing, by their first day. */
    private static Map<LocalDate, String> periods(TargetLine line, LocalDate today) {
        Map<LocalDate, String> periods = new LinkedHashMap<>();
        if (line.measured().end().isBefore(today)) {
            periods.put(line.measured().begin(), line.measured().period());
        }
        line.partial().stream().map(MeasuredValue.Partial::value).filter(value -> value.on().isBefore(today))
                .forEach(value -> periods.put(
                        Period.at(line.measured().indicator().period(), value.on()).begin(), value.label()));
        return periods;
    }

    private static Map<String, Object> told(Map<String, Object> row, TargetLine line, LocalDate begin, String period) {
        row.put("target", line.target().code());
        row.put("indicator", line.measured().indicator().code());
        row.put("called", line.measured().indicator().code());
        row.put("source", line.measured().indicator().source());
        row.put("period", period);
        row.put("begin", begin);
        return row;
    }
}
