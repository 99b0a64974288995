package vn.thang.indicator.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.intake.ReadingRebuild;
import vn.thang.platform.web.NoticePage;

/** The sources of readings: how they are and their tokens. */
@Named
@RequestScoped
public class SourcesPage {

    private static final String EXAMPLE = """
            agency,indicator,period,numerator,denominator,value,measured_at
            15,systems_connected,2026-Q3,31,40,,2026-10-01T02:00:00Z""";

    @Inject
    private ReadingSources sources;

    @Inject
    private ReadingIntake intake;

    @Inject
    private ReadingRebuild rebuild;

    @Inject
    private NoticePage notices;

    private String source;

    /** "attention" for those sources alone that need it. */
    @Inject
    @Param
    private String show;

    /** Code of the agency that the token is to report on; empty for the whole country. */
    private String agency;
    private List<ReadingSources.Source> list;
    private String token;

    public boolean isFound() {
        if (list == null) {
            list = notices.found(sources::list);
            if (list != null && isNeedyOnly()) {
                list = list.stream().filter(ReadingSources.Source::needy).toList();
            }
        }
        return list != null;
    }

    /** Gives the source a new token, which is shown on this page and never again. */
    public void renew(String code) {
        source = code;
        notices.attempt(() -> token = intake.renewToken(code, agency));
        list = null;
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

    public boolean isNeedyOnly() {
        return "attention".equals(show);
    }

    public List<ReadingSources.Source> getList() {
        return list;
    }

    /** The beginning of a file as a source sends it. */
    public String getExample() {
        return EXAMPLE;
    }

    public String getToken() {
        return token;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String code) {
        agency = code;
    }

    public String getSource() {
        return source;
    }
}
