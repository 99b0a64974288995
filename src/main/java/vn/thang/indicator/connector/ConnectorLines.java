package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.PullRun;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** All connectors with their newest runs. */
@ApplicationScoped
class ConnectorLines {

    private static final String LINES = """
            SELECT c.code, c.name, c.source, c.kind, c.address, c.active, c.failures, c.next_at,
                COALESCE(c.busy_until > :now, FALSE) AS running, r.started_at, r.outcome, r.fault, r.details
            FROM connector c
            LEFT JOIN connector_run r ON r.id = (SELECT MAX(n.id) FROM connector_run n WHERE n.connector_id = c.id)
            WHERE\s""";

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

    /** Two statements however many there are. */
    Slice<ConnectorLine> list(ConnectorFilter filter, Cut<ConnectorOrder> cut, Instant now) {
        return jdbi.withHandle(sql -> Slice.of(
                bound(sql.createQuery("SELECT COUNT(*) FROM connector c WHERE " + filter.condition()), filter)
                        .mapTo(Long.class).one(),
                cut, (size, offset) -> bound(sql.createQuery(LINES + filter.condition() + " ORDER BY "
                        + cut.sql("c.name, c.code") + " LIMIT :size OFFSET :offset"), filter).bind("now", now)
                        .bind("size", size).bind("offset", offset).mapTo(Line.class).map(Line::line).list()));
    }

    private static Query bound(Query query, ConnectorFilter filter) {
        return query.bind("words", filter.words()).bind("kind", filter.kind());
    }
}
