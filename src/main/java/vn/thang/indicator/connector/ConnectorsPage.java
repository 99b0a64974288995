package vn.thang.indicator.connector;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.platform.NoticePage;

/** All connectors and how they fare. */
@Named
@RequestScoped
public class ConnectorsPage {

    @Inject
    private ConnectorAdministration administration;

    @Inject
    private NoticePage notices;

    private List<ConnectorLine> list;

    public boolean isFound() {
        if (list == null) {
            list = notices.found(administration::list);
        }
        return list != null;
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

    public List<ConnectorLine> getList() {
        return list;
    }

    public ConnectorKind[] getKinds() {
        return ConnectorKind.values();
    }
}
