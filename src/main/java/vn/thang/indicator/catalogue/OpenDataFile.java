package vn.thang.indicator.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.GivenText;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The agencies by their open data as a file. */
@ApplicationScoped
class OpenDataFile implements ListFile {

    @Inject
    private OpenDataPoints points;

    @Override
    public String name() {
        return "open-data";
    }

    @Override
    public Content<OpenDataPoints.AgencyPoints> content(Asked asked) {
        return new Content<>(asked.text("open-data.title"),
                points.list(GivenText.orNull(asked.of("q")), GivenText.orNull(asked.of("type")),
                        asked.whole(OpenDataOrder.values())).rows(),
                List.of(new Column<>(asked.text("open-data.agency"), 40, line -> line.name(asked.language())),
                        new Column<>(asked.text("organisation.column.code"), 12, OpenDataPoints.AgencyPoints::code),
                        new Column<>(asked.text("open-data.points"), 12, OpenDataPoints.AgencyPoints::points),
                        new Column<>(asked.text("catalogue.rating"), 14, line -> line.rating() == null ? null
                                : asked.text("catalogue.rating." + line.rating())),
                        new Column<>(asked.text("catalogue.datasets"), 14, OpenDataPoints.AgencyPoints::datasets),
                        new Column<>(asked.text("open-data.good"), 14, OpenDataPoints.AgencyPoints::good),
                        new Column<>(asked.text("open-data.recent"), 14, OpenDataPoints.AgencyPoints::recent),
                        new Column<>(asked.text("open-data.at"), 14,
                                line -> LocalDate.ofInstant(line.at(), Time.ZONE))));
    }
}
