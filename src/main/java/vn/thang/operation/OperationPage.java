package vn.thang.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** How the installation is, for administrators: what needs a hand, and the figures behind it. */
@Named
@RequestScoped
public class OperationPage {

    private static final int THOUSAND = 1_000;
    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

    @Inject
    private Operation operation;

    @Inject
    private Build build;

    @Inject
    private Catalog catalog;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private ServletContext application;

    private OperationState state;
    private List<Need> needs;

    public boolean isFound() {
        if (state == null) {
            state = notices.found(operation::state);
            needs = state == null ? List.of() : Need.of(state);
        }
        return state != null;
    }

    public OperationState getState() {
        return state;
    }

    public List<Need> getNeeds() {
        return needs;
    }

    /** Says a need in words. */
    public String say(Need need) {
        return language.text("operation.need." + need.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                need.arguments().stream().map(this::written).toArray());
    }

    private Object written(Object argument) {
        return argument instanceof Instant moment ? language.moment(moment)
                : argument instanceof Number number ? formats.integer(number)
                        : language.text("work.kind." + argument);
    }

    /** A size as people read it, such as 1,2 GB. */
    public String size(long bytes) {
        double size = bytes;
        String unit = "B";
        for (String next : UNITS) {
            if (size < THOUSAND) {
                break;
            }
            size /= THOUSAND;
            unit = next;
        }
        return (unit.equals("B") || size >= 100 ? formats.integer(size) : formats.number(Math.round(size * 10) / 10.0))
                + "\u00a0" + unit;
    }

    public String getVersion() {
        return build.version();
    }

    public String getSchema() {
        return build.schema();
    }

    public String getServer() {
        return ServerFigures.version(application.getServerInfo());
    }

    public String getJava() {
        return Runtime.version().toString();
    }

    public List<String> getModels() {
        return catalog.models().stream().map(MaturityModel::ref).toList();
    }
}
