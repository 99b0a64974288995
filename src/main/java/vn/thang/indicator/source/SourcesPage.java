package vn.thang.indicator.source;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.thang.indicator.intake.ReadingRebuild;
import vn.thang.indicator.intake.TokenRenewal;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** The sources of readings: how they are and their tokens. */
@Named
@ViewScoped
public class SourcesPage extends ListPage<ReadingSources.Source, SourceOrder> {

    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "source.token";
    private static final String SOURCE = "source.of-token";
    private static final String EXAMPLE = """
            agency,indicator,period,numerator,denominator,value,measured_at
            15,systems_connected,2026-Q3,31,40,,2026-10-01T02:00:00Z""";

    @Inject
    private ReadingSources sources;

    @Inject
    private TokenRenewal tokens;

    @Inject
    private ReadingRebuild rebuild;

    @Inject
    private NoticePage notices;

    /** Code of the agency that the token is to report on; empty for the whole country. */
    private String agency;

    @Override
    protected List<String> filters() {
        return List.of("show");
    }

    @Override
    protected SourceOrder[] orders() {
        return SourceOrder.values();
    }

    @Override
    protected Slice<ReadingSources.Source> cut(Cut<SourceOrder> cut) {
        return sources.list(getAsked().get("show"), cut);
    }

    @Override
    protected Object key(ReadingSources.Source one) {
        return one.code();
    }

    /** Gives the source a new token, which is shown on this page and never again. */
    public void renew(String code) {
        request().put(SOURCE, code);
        notices.attempt(() -> request().put(TOKEN, tokens.renew(code, agency)));
    }

    /** A new token and its source go with the answer to this request: they are never kept, not even with the view. */
    private static Map<String, Object> request() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestMap();
    }

    public String rebuild() {
        long[] work = {0};
        return notices.attempt(() -> work[0] = rebuild.start()) ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }

    /** The look of the health of a source. */
    public String look(ReadingSources.Source one) {
        return switch (one.health()) {
            case ARRIVED -> "ok";
            case LATE -> "risk";
            case SILENT -> "none";
            case FAILING -> "off";
        };
    }

    public ReadingSources.Health[] getHealths() {
        return ReadingSources.Health.values();
    }

    /** The beginning of a file as a source sends it. */
    public String getExample() {
        return EXAMPLE;
    }

    public String getToken() {
        return (String) request().get(TOKEN);
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String code) {
        agency = code;
    }

    public String getSource() {
        return (String) request().get(SOURCE);
    }
}
