package vn.thang.indicator.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.core.model.Fraction;
import vn.thang.platform.Formats;
import vn.thang.platform.web.NoticePage;

/** How well a catalogue of open data is described. */
@Named
@RequestScoped
public class CataloguePage {

    @Inject
    private CatalogueCheck check;

    @Inject
    private NoticePage notices;

    @Inject
    private Formats formats;

    @Inject
    private OpenDataPoints points;

    private String address;
    private CatalogueCheck.Kind kind = CatalogueCheck.Kind.CKAN;
    private CatalogueReport report;

    public void check() {
        notices.attempt(() -> report = check.check(address, kind));
    }

    /** Whether the points that are stored of all agencies are shown to the person. */
    public boolean isListing() {
        return points.lists();
    }

    /** Points with two decimals. */
    public String points(Fraction points) {
        return formats.decimal(points.toDecimal(2));
    }

    public CatalogueReport getReport() {
        return report;
    }

    public CatalogueCheck.Kind[] getKinds() {
        return CatalogueCheck.Kind.values();
    }

    public CatalogueCheck.Kind getKind() {
        return kind;
    }

    public void setKind(CatalogueCheck.Kind kind) {
        this.kind = kind;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }
}
