package vn.thang.indicator.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.indicator.source.ReadingSources.Source;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The sources of readings as a file. */
@ApplicationScoped
class SourcesFile implements ListFile {

    @Inject
    private ReadingSources sources;

    @Inject
    private Catalog catalog;

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public Content<Source> content(Asked asked) {
        return new Content<>(asked.text("source.title"),
                sources.list(asked.of("show"), asked.whole(SourceOrder.values())).rows(),
                List.of(new Column<>(asked.text("source.source"), 40,
                        one -> catalog.programmeTexts(asked.language()).source(one.code())),
                        new Column<>(asked.text("organisation.column.code"), 24, Source::code),
                        new Column<>(asked.text("source.health"), 16,
                                one -> asked.text("source.health." + one.health())),
                        new Column<>(asked.text("source.indicators"), 60, one -> indicators(one, asked)),
                        new Column<>(asked.text("source.last"), 14, one -> day(one.lastArrival())),
                        new Column<>(asked.text("source.rejected"), 14, Source::lastRejected),
                        new Column<>(asked.text("source.token"), 14, one -> day(one.token()))));
    }

    private String indicators(Source source, Asked asked) {
        return source.indicators().stream().map(one -> {
            ReadingSources.Coverage coverage = source.coverage().get(one.code());
            return catalog.programmeTexts(asked.language()).indicator(one.code()).name() + " " + coverage.arrived()
                    + "/"
                    + coverage.expected();
        }).collect(Collectors.joining("; "));
    }

    private static LocalDate day(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, Time.ZONE);
    }
}
