package vn.thang.indicator.denominator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The denominators of an indicator in a round as a file. */
@ApplicationScoped
class DenominatorsFile implements ListFile {

    @Inject
    private DenominatorSetting setting;

    @Override
    public String name() {
        return "denominators";
    }

    @Override
    public Content<DenominatorLine> content(Asked asked) {
        return new Content<>(asked.text("denominator.title"),
                setting.list(asked.of("round"), asked.of("indicator"), DenominatorFilter.of(asked.filters()),
                        asked.whole(DenominatorOrder.values())).rows(),
                List.of(new Column<>(asked.text("organisation.column.code"), 12, DenominatorLine::code),
                        new Column<>(asked.text("reading.agency"), 40, line -> line.name(asked.language())),
                        new Column<>(asked.text("reading.column.denominator"), 18, DenominatorLine::amount),
                        new Column<>(asked.text("denominator.by"), 30, DenominatorLine::by),
                        new Column<>(asked.text("denominator.at"), 14, line -> line.at() == null ? null
                                : LocalDate.ofInstant(line.at(), Time.ZONE))));
    }
}
