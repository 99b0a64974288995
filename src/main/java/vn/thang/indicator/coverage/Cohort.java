package vn.thang.indicator.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.core.target.Existence;
import vn.thang.core.target.Participation;

/** So many agencies of a type are there over the same days. */
public record Cohort(String type, LocalDate validFrom, LocalDate validTo, long agencies) {

    private boolean isDue(LocalDate end) {
        return new Existence(validFrom, validTo).isDue(end);
    }

    /**
     * Returns by type how many were due on the last day of a period, and how many of them reported.
     *
     * @param reported by type how many reported that were due
     */
    public static Map<String, Participation> parts(List<Cohort> cohorts, Set<String> types, LocalDate end,
            Map<String, Long> reported) {
        Map<String, Participation> parts = new HashMap<>();
        for (String type : types) {
            long due = cohorts.stream().filter(cohort -> cohort.type().equals(type) && cohort.isDue(end))
                    .mapToLong(Cohort::agencies).sum();
            parts.put(type, new Participation(due, Math.min(due, Math.max(0, reported.getOrDefault(type, 0L)))));
        }
        return parts;
    }
}
