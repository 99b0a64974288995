package vn.thang.indicator.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.platform.list.ListFile;

/** The readings as a file. */
@ApplicationScoped
class ReadingsFile implements ListFile {

    @Inject
    private ReadingLookup lookup;

    @Inject
    private Catalog catalog;

    @Override
    public String name() {
        return "readings";
    }

    @Override
    public Content<ReadingLine> content(Asked asked) {
        ProgrammeTexts texts = catalog.programmeTexts(asked.language());
        return new Content<>(asked.text("reading.list"),
                lookup.taken(ReadingFilter.of(asked.filters()), asked.whole(ReadingOrder.values())),
                List.of(new Column<>(asked.text("reading.column.agency"), 12, ReadingLine::agency),
                        new Column<>(asked.text("reading.agency"), 40, line -> line.name(asked.language())),
                        new Column<>(asked.text("reading.column.indicator"), 26, ReadingLine::indicator),
                        new Column<>(asked.text("reading.indicator"), 50,
                                line -> texts.indicator(line.indicator()).name()),
                        new Column<>(asked.text("reading.period"), 14, line -> line.period().label()),
                        new Column<>(asked.text("reading.column.numerator"), 14, line -> line.figure().numerator()),
                        new Column<>(asked.text("reading.column.denominator"), 14,
                                line -> line.figure().denominator()),
                        new Column<>(asked.text("reading.value"), 14, line -> line.figure().value()),
                        new Column<>(asked.text("source.source"), 26, line -> texts.source(line.source())),
                        new Column<>(asked.text("source.way"), 22, line -> asked.text("source.way." + line.way())),
                        new Column<>(asked.text("reading.column.measured-at"), 18, ReadingLine::measuredAt),
                        new Column<>(asked.text("source.arrived"), 18, ReadingLine::arrivedAt),
                        new Column<>(asked.text("assessment.state"), 24, line -> marks(line, asked))));
    }

    /** What has to be known of a reading. */
    private static String marks(ReadingLine line, Asked asked) {
        return Stream.of(line.stale() ? "target.stale" : "", line.replaced() ? "reading.replaced" : "",
                line.waits() ? "reading.waits" : "").filter(key -> !key.isEmpty()).map(asked::text)
                .collect(Collectors.joining(", "));
    }
}
