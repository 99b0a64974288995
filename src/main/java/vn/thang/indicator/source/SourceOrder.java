package vn.thang.indicator.source;

import java.util.Comparator;
import vn.thang.indicator.source.ReadingSources.Source;
import vn.thang.platform.list.Cut;

/** The orders of the sources: as the indicators name them, or by one of the columns; what never was stands before all else. */
public enum SourceOrder implements Cut.Reckoned<Source> {
    INDICATORS(Cut.Reckoned.asGiven()),
    SOURCE(Comparator.comparing(Source::code)),
    HEALTH(Comparator.comparing(Source::health)),
    LAST(Cut.Reckoned.byValue(Source::lastArrival)),
    TOKEN(Cut.Reckoned.byValue(Source::token));

    private final Comparator<Source> by;

    SourceOrder(Comparator<Source> by) {
        this.by = by;
    }

    @Override
    public Comparator<Source> by() {
        return by;
    }
}
