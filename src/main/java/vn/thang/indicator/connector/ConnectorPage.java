package vn.thang.indicator.connector;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.indicator.fetching.PullRun;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** One connector: how it fares, its runs, and what to do with it. */
@Named
@RequestScoped
public class ConnectorPage {

    @Inject
    private ConnectorAdministration administration;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    @Param
    private String code;

    private ConnectorAdministration.Described connector;
    private List<PullRun> runs;

    public boolean isFound() {
        if (connector == null) {
            connector = notices.found(() -> administration.get(code == null ? "" : code));
        }
        return connector != null;
    }

    public String run() {
        if (!notices.attempt(() -> administration.run(code))) {
            return null;
        }
        notices.say("connectors.begun");
        return here();
    }

    public String forget() {
        if (!notices.attempt(() -> administration.forgetSecret(code))) {
            return null;
        }
        notices.say("connectors.forgotten");
        return here();
    }

    private String here() {
        return "/indicator/connector?faces-redirect=true&code=" + code;
    }

    public List<PullRun> getRuns() {
        if (runs == null) {
            runs = administration.runs(code);
        }
        return runs;
    }

    public String look(PullRun run) {
        return switch (run.outcome()) {
            case DONE -> "ok";
            case RUNNING -> "on";
            case FAILED -> "off";
            case LOST -> "risk";
        };
    }

    public String fault(ReadingFault fault) {
        return language.text("source.line", fault.line(), fault.text(language.getLocale()));
    }

    public ConnectorAdministration.Described getConnector() {
        return connector;
    }

    public String getCode() {
        return code;
    }
}
