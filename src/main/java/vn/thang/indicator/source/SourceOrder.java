package vn.thang.indicator.source;

import java.time.Instant;
import java.util.Comparator;
import vn.thang.indicator.source.ReadingSources.Source;
import vn.thang.platform.list.Cut;

/** The orders of the sources: as the indicators name them, or by one of the columns; what never was stands before all else. */
public enum SourceOrder implements Cut.Reckoned<Source> {
    INDICATORS((one, other) -> 0),
    SOURCE(Comparator.comparing(Source::code)),
    HEALTH(Comparator.comparing(Source::health)),
    LAST(Comparator.comparing(Source::lastArrival, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))),
    TOKEN(Comparator.comparing(Source::token, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));

    private final Comparator<Source> by;

    SourceOrder(Comparator<Source> by) {
        this.by = by;
    }

    @Override
    public Comparator<Source> by() {
        return by;
    }
}
