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
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.indicator.connector.ConnectorRuns;
import vn.thang.indicator.fetching.PullRun;
import vn.thang.organisation.agency.Lasting;

/** Figures about the health of sources, each by one statement. */
@ApplicationScoped
class SourceFigures {

    private static final String ARRIVALS = """
            SELECT s.source, b.arrived_at, COALESCE(b.rejected, 0) AS rejected, t.made_at, a.code AS agency
            FROM (SELECT source FROM reading_batch UNION SELECT source FROM reading_token) s
            LEFT JOIN reading_batch b ON b.id = (SELECT MAX(n.id) FROM reading_batch n WHERE n.source = s.source)
            LEFT JOIN reading_token t ON t.source = s.source AND t.ended_at IS NULL
            LEFT JOIN agency a ON a.id = t.agency_id""";
    private static final String ARRIVED = """
            SELECT d.indicator AS `of`, COUNT(*) AS number
            FROM (SELECT DISTINCT r.indicator, r.agency_id FROM reading r WHERE <which>) d
            JOIN agency a ON a.id = d.agency_id AND %s
            GROUP BY d.indicator""".formatted(Lasting.since("a", ":day"));
    private static final String ERRORS = """
            SELECT c.source, c.code, c.name, c.failures, r.ended_at, r.fault, r.details FROM connector c
            JOIN connector_run r ON r.id = (
                SELECT MAX(n.id) FROM connector_run n WHERE n.connector_id = c.id AND n.outcome <> :running)
            WHERE c.active AND c.failures > 0
            ORDER BY c.name""";

    @Inject
    private Jdbi jdbi;

    /** @param at null when nothing ever arrived; token and the code of its agency null without one */
    record Arrival(Instant at, int rejected, Instant token, String agency) {

        static final Arrival NONE = new Arrival(null, 0, null, null);
    }

    private record ArrivalLine(String source, Instant arrivedAt, int rejected, Instant madeAt, String agency) {

        private Arrival arrival() {
            return new Arrival(arrivedAt, rejected, madeAt, agency);
        }
    }

    private record Newest(String indicator, LocalDate period) {
    }

    private record Count(String of, int number) {
    }

    /** @param details as JSON */
    private record ErrorLine(String source, String code, String name, int failures, Instant endedAt, String fault,
            String details) {

        private ReadingSources.LastError error() {
            return new ReadingSources.LastError(code, name, failures, endedAt, fault, ConnectorRuns.details(details));
        }
    }

    /** Returns the newest period with a reading, by indicator. */
    Map<String, LocalDate> newestPeriods() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT indicator, MAX(period) AS period FROM reading_sum WHERE readings > 0 GROUP BY indicator""")
                .mapTo(Newest.class).collect(Collectors.toMap(Newest::indicator, Newest::period)));
    }

    /** Returns the newest batch of every source with its rejected lines, and since when its token holds. */
    Map<String, Arrival> arrivals() {
        Map<String, Arrival> arrivals = new HashMap<>();
        jdbi.useHandle(sql -> sql.createQuery(ARRIVALS).mapTo(ArrivalLine.class)
                .forEach(line -> arrivals.put(line.source(), line.arrival())));
        return arrivals;
    }

    /** Existing agencies by type. */
    Map<String, Integer> agencies(LocalDate day) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT type AS `of`, COUNT(*) AS number FROM agency a
                WHERE %s
                GROUP BY type""".formatted(Lasting.on("a", ":day"))).bind("day", day).mapTo(Count.class)
                .collect(Collectors.toMap(Count::of, Count::number)));
    }

    /** Agencies with a reading of an indicator since a day, by indicator. */
    Map<String, Integer> arrived(Map<String, LocalDate> since, LocalDate day) {
        return jdbi.withHandle(sql -> {
            Query query = sql.createQuery(ARRIVED).bind("day", day);
            List<String> which = new ArrayList<>();
            since.forEach((indicator, begin) -> {
                int number = which.size();
                query.bind("indicator" + number, indicator).bind("begin" + number, begin);
                which.add("r.indicator = :indicator%1$d AND r.period >= :begin%1$d".formatted(number));
            });
            return query.define("which", String.join(" OR ", which)).mapTo(Count.class)
                    .collect(Collectors.toMap(Count::of, Count::number));
        });
    }

    /** Connectors that run by schedule and whose last run failed, by source. */
    Map<String, List<ReadingSources.LastError>> errors() {
        return jdbi.withHandle(sql -> sql.createQuery(ERRORS).bind("running", PullRun.Outcome.RUNNING)
                .mapTo(ErrorLine.class).collect(Collectors.groupingBy(
                        ErrorLine::source, Collectors.mapping(ErrorLine::error, Collectors.toList()))));
    }
}
