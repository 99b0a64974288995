package vn.thang.indicator.catalogue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.core.model.Fraction;
import vn.thang.platform.Formats;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** How well an agency describes its open data: its datasets one by one, what is to mend first, and how it was before. */
@Named
@ViewScoped
public class OpenDataAgencyPage extends ListPage<OpenDataPoints.Described, DatasetOrder> {

    private static final long serialVersionUID = 1L;
    private static final int DECIMALS = 2;

    @Inject
    private OpenDataPoints points;

    @Inject
    private NoticePage notices;

    @Inject
    private Formats formats;

    private transient OpenDataPoints.OfAgency found;

    @Override
    protected boolean prepare() {
        return getFound() != null;
    }

    @Override
    protected List<String> filters() {
        return List.of("agency", "q", "metric");
    }

    @Override
    protected DatasetOrder[] orders() {
        return DatasetOrder.values();
    }

    @Override
    protected Slice<OpenDataPoints.Described> cut(Cut<DatasetOrder> cut) {
        return points.datasets(getAgency(), DatasetFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(OpenDataPoints.Described dataset) {
        return dataset.id();
    }

    private String getAgency() {
        return getAsked().get("agency") == null ? "" : getAsked().get("agency");
    }

    /** The agency, which is found again on each request. */
    public OpenDataPoints.OfAgency getFound() {
        if (found == null) {
            found = notices.found(() -> points.of(getAgency()));
        }
        return found;
    }

    public MetadataQuality.Metric[] getMetrics() {
        return MetadataQuality.Metric.values();
    }

    /** With two decimals; a dash for none. */
    public String points(BigDecimal number) {
        return number == null ? "–" : formats.decimal(number);
    }

    public String cost(Fraction number) {
        return formats.decimal(number.toDecimal(DECIMALS));
    }
}
