package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.PullRun;

/** All connectors with their newest runs, by one statement. */
@ApplicationScoped
class ConnectorLines {

    private static final String LINES = """
            SELECT c.code, c.name, c.source, c.kind, c.address, c.active, c.failures, c.next_at,
                COALESCE(c.busy_until > :now, FALSE) AS running, r.started_at, r.outcome, r.fault, r.details
            FROM connector c
            LEFT JOIN connector_run r ON r.id = (SELECT MAX(n.id) FROM connector_run n WHERE n.connector_id = c.id)
            ORDER BY c.name, c.code""";

    @Inject
    private Jdbi jdbi;

    /** @param details as JSON */
    private record Line(String code, String name, String source, ConnectorKind kind, String address, boolean active,
            int failures, Instant nextAt, boolean running, Instant startedAt, PullRun.Outcome outcome, String fault,
            String details) {

        private ConnectorLine line() {
            return new ConnectorLine(code, name, source, kind, URI.create(address).getHost(), active, failures, nextAt,
                    running, startedAt, outcome, fault, ConnectorRuns.details(details));
        }
    }

    /** By name. */
    List<ConnectorLine> list(Instant now) {
        return jdbi.withHandle(sql -> sql.createQuery(LINES).bind("now", now).mapTo(Line.class).map(Line::line).list());
    }
}
