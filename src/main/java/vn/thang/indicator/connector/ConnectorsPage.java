package vn.thang.indicator.connector;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** All connectors and how they fare; the chosen ones are run at once. */
@Named
@ViewScoped
public class ConnectorsPage extends ListPage<ConnectorLine, ConnectorOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private ConnectorAdministration administration;

    @Inject
    private NoticePage notices;

    @Override
    protected List<String> filters() {
        return List.of("q", "kind", "state");
    }

    @Override
    protected ConnectorOrder[] orders() {
        return ConnectorOrder.values();
    }

    @Override
    protected Slice<ConnectorLine> cut(Cut<ConnectorOrder> cut) {
        return administration.list(ConnectorFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(ConnectorLine one) {
        return one.code();
    }

    /** Runs the chosen ones. */
    public void run() {
        int chosen = getSelected().size();
        if (notices.attempt(() -> administration
                .run(getSelected().stream().map(ConnectorLine::code).collect(Collectors.toSet())))) {
            notices.say("connectors.chosen-run", chosen);
            getSelected().clear();
        }
    }

    /** The look of a connector: whether what it is for works. */
    public String look(ConnectorLine one) {
        return one.open() ? "off"
                : one.failures() > 0 ? "risk" : one.outcome() == null || !one.active() ? "none" : "ok";
    }

    /** A key of the texts for the same. */
    public String state(ConnectorLine one) {
        return "connectors.state." + (one.running() ? "running"
                : !one.active() ? "inactive" : one.open() ? "open" : one.failures() > 0 ? "failing"
                        : one.outcome() == null ? "new" : "working");
    }

    public ConnectorKind[] getKinds() {
        return ConnectorKind.values();
    }

    public ConnectorFilter.Standing[] getStandings() {
        return ConnectorFilter.Standing.values();
    }
}
