package vn.thang.indicator.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.platform.list.ListFile;

/** The datasets of an agency with what is missing from each, as a file. */
@ApplicationScoped
class DatasetsFile implements ListFile {

    @Inject
    private OpenDataPoints points;

    @Override
    public String name() {
        return "open-datasets";
    }

    @Override
    public Content<OpenDataPoints.Described> content(Asked asked) {
        String agency = asked.of("agency") == null ? "" : asked.of("agency");
        return new Content<>(asked.text("open-data.datasets"),
                points.datasets(agency, DatasetFilter.of(asked.filters()), asked.whole(DatasetOrder.values())).rows(),
                List.of(new Column<>(asked.text("catalogue.dataset"), 50, OpenDataPoints.Described::title),
                        new Column<>(asked.text("organisation.column.code"), 24, OpenDataPoints.Described::code),
                        new Column<>(asked.text("catalogue.publisher"), 30, OpenDataPoints.Described::publisher),
                        new Column<>(asked.text("catalogue.points"), 12, OpenDataPoints.Described::points),
                        new Column<>(asked.text("catalogue.rating"), 14,
                                one -> asked.text("catalogue.rating." + one.rating())),
                        new Column<>(asked.text("catalogue.missing"), 60, one -> one.costs().stream()
                                .map(cost -> asked.text("catalogue.metric." + cost.metric()))
                                .collect(Collectors.joining("; ")))));
    }
}
