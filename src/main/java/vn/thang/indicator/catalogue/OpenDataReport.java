package vn.thang.indicator.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.thang.platform.ReportRows;
import vn.thang.platform.list.Cut;

/** The points of agencies for their open data, as the connectors last found them, for a report. */
@ApplicationScoped
class OpenDataReport implements ReportRows {

    private static final int DIGITS = 6;

    @Inject
    private OpenDataPoints points;

    @Override
    public String name() {
        return "open-data";
    }

    @Override
    public Set<String> columns() {
        return Set.of("code", "name", "points", "rating", "datasets", "good", "share", "recent", "read_at");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        points.list(null, null, Cut.whole(OpenDataOrder.values()[0], false)).rows()
                .forEach(line -> reader.accept(row(line, asked)));
    }

    private static Map<String, Object> row(OpenDataPoints.AgencyPoints line, Asked asked) {
        Map<String, Object> row = new HashMap<>();
        row.put("code", line.code());
        row.put("name", line.name(asked.language()));
        row.put("points", line.points());
        row.put("rating", line.rating() == null ? null : line.rating().name());
        row.put("datasets", line.datasets());
        row.put("good", line.good());
        row.put("share", line.datasets() == 0 ? null
                : BigDecimal.valueOf(line.good()).divide(BigDecimal.valueOf(line.datasets()), DIGITS,
                        RoundingMode.DOWN));
        row.put("recent", line.recent());
        row.put("read_at", line.at());
        return row;
    }
}
