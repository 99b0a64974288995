package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.PullQuery;
import vn.thang.indicator.fetching.PullRun;

/** All connectors with their newest runs, by one statement. */
@ApplicationScoped
class ConnectorLines {

    @Inject
    private PullQuery query;

    /** By name. */
    List<ConnectorLine> list(Instant now) {
        return query.list("SELECT c.code, c.name, c.source, c.kind, c.address, c.active, c.failures, c.next_at, c.busy_until > ?, r.started_at, r.outcome, r.fault,"
                + " r.details FROM connector c LEFT JOIN connector_run r ON r.id = (SELECT MAX(n.id) FROM connector_run n WHERE n.connector_id = c.id)"
                + " ORDER BY c.name, c.code", row -> new ConnectorLine(row.getString(1), row.getString(2), row.getString(3), ConnectorKind.valueOf(row.getString(4)),
                URI.create(row.getString(5)).getHost(), row.getBoolean(6), row.getInt(7), PullQuery.moment(row, 8), row.getBoolean(9), PullQuery.moment(row, 10),
                row.getString(11) == null ? null : PullRun.Outcome.valueOf(row.getString(11)), row.getString(12), ConnectorRuns.details(row.getString(13))), now);
    }
}
