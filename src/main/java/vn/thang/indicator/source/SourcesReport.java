package vn.thang.indicator.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.thang.catalog.programme.Indicator;
import vn.thang.platform.ReportRows;

/** The sources of readings for a report, one row for each indicator: also those from which nothing ever came. */
@ApplicationScoped
class SourcesReport implements ReportRows {

    private static final int DIGITS = 6;

    @Inject
    private ReadingSources sources;

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public Set<String> columns() {
        return Set.of("source", "called", "health", "last_arrival", "rejected", "failing", "measure", "measured_by",
                "fresh", "arrived", "expected", "missing", "coverage");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        sources.reported().forEach(source -> source.indicators()
                .forEach(indicator -> reader.accept(row(source, indicator, asked))));
    }

    private static Map<String, Object> row(ReadingSources.Source source, Indicator indicator, Asked asked) {
        ReadingSources.Coverage coverage = source.coverage().get(indicator.code());
        Map<String, Object> row = new HashMap<>();
        row.put("source", source.code());
        row.put("called", source.code());
        row.put("health", source.health().name());
        row.put("last_arrival", source.lastArrival());
        row.put("rejected", source.lastRejected());
        row.put("failing", source.errors().stream().map(error -> error.name() + ": " + error.text(asked.language()))
                .collect(Collectors.joining("\n")));
        row.put("measure", indicator.code());
        row.put("measured_by", indicator.code());
        row.put("fresh", String.valueOf(!source.late().contains(indicator.code())));
        row.put("arrived", coverage.arrived());
        row.put("expected", coverage.expected());
        row.put("missing", coverage.expected() - coverage.arrived());
        row.put("coverage", coverage.expected() == 0 ? null : BigDecimal.valueOf(coverage.arrived())
                .divide(BigDecimal.valueOf(coverage.expected()), DIGITS, RoundingMode.DOWN));
        return row;
    }
}
