package vn.thang.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.thang.history.TargetStatus.Cause;
import vn.thang.platform.ReportRows;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;

/** How the targets stood for a report: one row for each target and each time that its status was taken. */
@ApplicationScoped
class StatusReport implements ReportRows {

    @Inject
    private StatusHistory history;

    @Override
    public String name() {
        return "target-history";
    }

    @Override
    public Set<String> columns() {
        return Set.of("taken_at", "occasion", "cause", "about", "target", "called", "programme", "status", "former",
                "changed", "value", "distance", "relation", "demanded", "unit", "due_on", "period", "standing",
                "confidence", "reported", "due", "low", "middle", "high", "chance");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        history.each(asked.begin(), asked.end(), row -> reader.accept(told(row, asked)));
    }

    private static Map<String, Object> told(Map<String, Object> row, Asked asked) {
        Object about = row.get("about");
        LocalDate day = LocalDate.ofInstant((Instant) row.get("taken_at"), Time.ZONE);
        row.put("occasion", Texts.day(asked.language(), day) + " · " + Cause.valueOf(row.get("cause").toString())
                .words(about == null ? "" : about.toString(), asked.language()));
        row.put("called", row.get("target"));
        row.put("changed", String.valueOf(row.get("former") != null && !row.get("former").equals(row.get("status"))));
        if (row.get("value") instanceof BigDecimal value) {
            row.put("distance", value.subtract(new BigDecimal(row.get("demanded").toString())));
            row.put("standing", Boolean.TRUE.equals(row.get("preliminary")) ? "preliminary" : "official");
        }
        return row;
    }
}
