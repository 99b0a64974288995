package vn.thang.indicator.connector;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** Describes a connector, new or not, and tries it before it is kept. Keeps the version it showed; never shows a credential. */
@Named
@ViewScoped
public class ConnectorEditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ConnectorAdministration administration;

    @Inject
    private ConnectorTrial trial;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    private String code;
    private ConnectorKind kind;
    private Map<String, Object> form;
    private int version;
    private boolean secretKept;
    private transient String secret;
    private transient ConnectorTrial.Result result;

    public void load() {
        if (form != null) {
            return;
        }
        ConnectorAdministration.Described known = code == null ? null : notices.found(() -> administration.get(code));
        if (code == null && notices.found(administration::mayCreate) != null) {
            kind = kind == null ? ConnectorKind.CKAN : kind;
            form = new HashMap<>(Map.of("every", "24", "at", "2", "active", true));
        } else if (known != null) {
            kind = known.form().kind();
            version = known.version();
            secretKept = known.secret();
            form = ConnectorFields.map(known.form());
        }
    }

    public void attempt() {
        notices.attempt(() -> result = trial.attempt(read()));
    }

    public String save() {
        boolean done = notices.attempt(() -> {
            ConnectorForm described = read();
            if (code == null) {
                administration.create(described);
            } else {
                administration.change(version, described);
            }
        });
        if (!done) {
            return null;
        }
        notices.say("connectors.saved");
        return "/indicator/connector?faces-redirect=true&code=" + form.get("code");
    }

    private ConnectorForm read() {
        if (code != null) {
            form.put("code", code);
        }
        return ConnectorFields.form(kind, form, secret);
    }

    public String fault(ReadingFault fault) {
        return language.text("source.line", fault.line(), fault.text(language.getLocale()));
    }

    /** Sources that have something to read; for a catalogue those with the indicators of open data. */
    public List<String> getSources() {
        return catalog.indicators().stream()
                .filter(one -> !kind.isCatalogue() || one.code().equals(PullTaking.DATASETS)).map(Indicator::source)
                .distinct().toList();
    }

    public List<String> getIndicators() {
        return catalog.indicators().stream().filter(one -> one.formula().isEmpty()).map(Indicator::code).toList();
    }

    public boolean isFound() {
        return form != null;
    }

    public boolean isNewOne() {
        return code == null;
    }

    public ConnectorTrial.Result getResult() {
        return result;
    }

    public Map<String, Object> getForm() {
        return form;
    }

    public boolean isSecretKept() {
        return secretKept;
    }

    public String getSecret() {
        return null;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public ConnectorKind getKind() {
        return kind;
    }

    public void setKind(ConnectorKind kind) {
        this.kind = kind;
    }
}
