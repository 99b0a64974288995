package vn.thang.indicator.catalogue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Formats;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** How well agencies describe their open data, one by one. */
@Named
@ViewScoped
public class OpenDataPage extends ListPage<OpenDataPoints.AgencyPoints, OpenDataOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private OpenDataPoints points;

    @Inject
    private Formats formats;

    @Override
    protected List<String> filters() {
        return List.of("q", "type");
    }

    @Override
    protected OpenDataOrder[] orders() {
        return OpenDataOrder.values();
    }

    @Override
    protected Slice<OpenDataPoints.AgencyPoints> cut(Cut<OpenDataOrder> cut) {
        return points.list(GivenText.orNull(getAsked().get("q")), GivenText.orNull(getAsked().get("type")), cut);
    }

    @Override
    protected Object key(OpenDataPoints.AgencyPoints line) {
        return line.run() + "-" + line.code();
    }

    /** With two decimals; a dash for none. */
    public String points(BigDecimal number) {
        return number == null ? "–" : formats.decimal(number);
    }

    public AgencyType[] getTypes() {
        return AgencyType.values();
    }
}
