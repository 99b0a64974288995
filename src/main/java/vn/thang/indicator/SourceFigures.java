package vn.thang.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures about the health of sources, each by one statement. */
@ApplicationScoped
class SourceFigures {

    @Inject
    private PullQuery query;

    /** Existing agencies by type. */
    Map<String, Integer> agencies(LocalDate day) {
        Map<String, Integer> agencies = new HashMap<>();
        query.list("SELECT type, COUNT(*) FROM agency WHERE (valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR valid_to >= ?) GROUP BY type",
                row -> agencies.put(row.getString(1), row.getInt(2)), day, day);
        return agencies;
    }

    /** Agencies with a reading of an indicator since a day, by indicator. */
    Map<String, Integer> arrived(Map<String, LocalDate> since, LocalDate day) {
        List<Object> arguments = new ArrayList<>();
        since.forEach((indicator, begin) -> arguments.addAll(List.of(indicator, begin)));
        arguments.add(day);
        Map<String, Integer> arrived = new HashMap<>();
        query.list("SELECT d.indicator, COUNT(*) FROM (SELECT DISTINCT r.indicator, r.agency_id FROM reading r WHERE "
                + since.keySet().stream().map(one -> "r.indicator = ? AND r.period >= ?").collect(Collectors.joining(" OR ")) + ") d"
                + " JOIN agency a ON a.id = d.agency_id AND (a.valid_to IS NULL OR a.valid_to >= ?) GROUP BY d.indicator",
                row -> arrived.put(row.getString(1), row.getInt(2)), arguments.toArray());
        return arrived;
    }

    /** Connectors that run by schedule and whose last run failed, by source. */
    Map<String, List<ReadingSources.LastError>> errors() {
        Map<String, List<ReadingSources.LastError>> errors = new HashMap<>();
        query.list("SELECT c.source, c.code, c.name, c.failures, r.ended_at, r.fault, r.details FROM connector c JOIN connector_run r ON r.id = (SELECT MAX(n.id)"
                + " FROM connector_run n WHERE n.connector_id = c.id AND n.outcome <> 'RUNNING') WHERE c.active AND c.failures > 0 ORDER BY c.name",
                row -> errors.computeIfAbsent(row.getString(1), source -> new ArrayList<>()).add(new ReadingSources.LastError(row.getString(2), row.getString(3),
                        row.getInt(4), PullQuery.moment(row, 5), row.getString(6), ConnectorRuns.details(row.getString(7)))));
        return errors;
    }
}
