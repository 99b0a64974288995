package vn.thang.indicator.lookup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Indicator;
import vn.thang.indicator.reading.ReadingIntake;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** The list of readings: filtered, page by page. */
@Named
@RequestScoped
public class ReadingsPage {

    @Inject
    private ReadingLookup lookup;

    @Inject
    private Catalog catalog;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String indicator;

    @Inject
    @Param
    private String q;

    @Inject
    @Param
    private String period;

    @Inject
    @Param
    private String source;

    @Inject
    @Param
    private String way;

    @Inject
    @Param
    private String stale;

    @Inject
    @Param
    private Integer page;

    private Slice<ReadingLine> readings;

    public boolean isFound() {
        if (readings == null) {
            readings = notices.found(() -> lookup.list(
                    new ReadingFilter(given(indicator), given(q), given(period), given(source), given(way), isStale()),
                    page == null ? 1 : page));
        }
        return readings != null;
    }

    private static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    public Slice<ReadingLine> getReadings() {
        return readings;
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

    public String getIndicator() {
        return indicator;
    }

    public String getWords() {
        return q;
    }

    public String getPeriod() {
        return period;
    }

    public String getSource() {
        return source;
    }

    public String getWay() {
        return way;
    }

    public boolean isStale() {
        return stale != null;
    }
}
