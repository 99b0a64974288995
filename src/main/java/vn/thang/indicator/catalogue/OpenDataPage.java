package vn.thang.indicator.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import vn.thang.core.model.Fraction;
import vn.thang.platform.Formats;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** How well agencies describe their open data: all of them, or one with its datasets and what to mend. */
@Named
@RequestScoped
public class OpenDataPage {

    private static final int DECIMALS = 2;

    @Inject
    private OpenDataPoints points;

    @Inject
    private NoticePage notices;

    @Inject
    private Formats formats;

    private String agency;
    private int page = 1;
    private Slice<OpenDataPoints.Line> list;
    private OpenDataPoints.OfAgency found;

    public void loadAll() {
        list = notices.found(() -> points.list(page));
    }

    public void loadOne() {
        found = notices.found(() -> points.of(agency == null ? "" : agency, page));
    }

    /** With two decimals; a dash for none. */
    public String points(BigDecimal number) {
        return number == null ? "–" : formats.decimal(number);
    }

    public String cost(Fraction number) {
        return formats.decimal(number.toDecimal(DECIMALS));
    }

    public Slice<OpenDataPoints.Line> getList() {
        return list;
    }

    public OpenDataPoints.OfAgency getFound() {
        return found;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String agency) {
        this.agency = agency;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
