package vn.thang.indicator.lookup;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** The list of readings. */
@Named
@ViewScoped
public class ReadingsPage extends ListPage<ReadingLine, ReadingOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReadingLookup lookup;

    @Inject
    private Catalog catalog;

    @Override
    protected List<String> filters() {
        return List.of("indicator", "q", "period", "source", "way", "stale", "waiting");
    }

    @Override
    protected ReadingOrder[] orders() {
        return ReadingOrder.values();
    }

    @Override
    protected Slice<ReadingLine> cut(Cut<ReadingOrder> cut) {
        return lookup.list(ReadingFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(ReadingLine reading) {
        return reading.id();
    }

    public List<Indicator> getIndicators() {
        return catalog.indicators().stream().filter(one -> one.formula().isEmpty()).toList();
    }

    public List<String> getSources() {
        return catalog.indicators().stream().map(Indicator::source).distinct().toList();
    }

    public ReadingIntake.Way[] getWays() {
        return ReadingIntake.Way.values();
    }
}
