package vn.thang.indicator.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.indicator.connector.ConnectorRuns;
import vn.thang.indicator.fetching.PullQuery;

/** Figures about the health of sources, each by one statement. */
@ApplicationScoped
class SourceFigures {

    @Inject
    private PullQuery query;

    /** @param at null when nothing ever arrived; token and the code of its agency null without one */
    record Arrival(Instant at, int rejected, Instant token, String agency) {

        static final Arrival NONE = new Arrival(null, 0, null, null);
    }

    /** Returns the newest period with a reading, by indicator. */
    Map<String, LocalDate> newestPeriods() {
        Map<String, LocalDate> newest = new HashMap<>();
        query.list("SELECT indicator, MAX(period) FROM reading_sum WHERE readings > 0 GROUP BY indicator",
                row -> newest.put(row.getString(1), row.getObject(2, LocalDate.class)));
        return newest;
    }

    /** Returns the newest batch of every source with its rejected lines, and since when its token holds. */
    Map<String, Arrival> arrivals() {
        Map<String, Arrival> arrivals = new HashMap<>();
        query.list("SELECT s.source, b.arrived_at, b.rejected, t.made_at, a.code FROM"
                + " (SELECT source FROM reading_batch UNION SELECT source FROM reading_token) s"
                + " LEFT JOIN reading_batch b ON b.id = (SELECT MAX(n.id) FROM reading_batch n WHERE n.source = s.source)"
                + " LEFT JOIN reading_token t ON t.source = s.source AND t.ended_at IS NULL LEFT JOIN agency a ON a.id = t.agency_id",
                row -> arrivals.put(row.getString(1), new Arrival(PullQuery.moment(row, 2), row.getInt(3), PullQuery.moment(row, 4), row.getString(5))));
        return arrivals;
    }

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
