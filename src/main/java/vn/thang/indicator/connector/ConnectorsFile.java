package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The connectors as a file. */
@ApplicationScoped
class ConnectorsFile implements ListFile {

    @Inject
    private ConnectorAdministration administration;

    @Override
    public String name() {
        return "connectors";
    }

    @Override
    public Content<ConnectorLine> content(Asked asked) {
        return new Content<>(asked.text("connectors.title"),
                administration.list(ConnectorFilter.of(asked.filters()), asked.whole(ConnectorOrder.values())).rows(),
                List.of(new Column<>(asked.text("connectors.name"), 34, ConnectorLine::name),
                        new Column<>(asked.text("organisation.column.code"), 18, ConnectorLine::code),
                        new Column<>(asked.text("connectors.address"), 34, ConnectorLine::host),
                        new Column<>(asked.text("connectors.kind"), 22,
                                line -> asked.text("connectors.kind." + line.kind())),
                        new Column<>(asked.text("source.source"), 24, ConnectorLine::source),
                        new Column<>(asked.text("connectors.standing.FAILING"), 12, ConnectorLine::failures),
                        new Column<>(asked.text("connectors.last"), 14, line -> day(line.lastAt())),
                        new Column<>(asked.text("connectors.outcome"), 50, line -> line.faultText(asked.language())),
                        new Column<>(asked.text("connectors.next"), 14,
                                line -> line.active() ? day(line.nextAt()) : null)));
    }

    private static LocalDate day(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, Time.ZONE);
    }
}
