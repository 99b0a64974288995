package vn.thang.dashboard.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.ListFile;

/** Those who are missing at a target as a file. */
@ApplicationScoped
class MissingFile implements ListFile {

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private MissingAgencies missing;

    @Override
    public String name() {
        return "missing";
    }

    @Override
    public Content<MissingLine> content(Asked asked) {
        TargetLine line = missing.target(nationalRounds.rounds(asked.of("round"))
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round")), asked.of("code"));
        return new Content<>(line.target().code() + " " + asked.text("target.missing.who"),
                missing.list(line, MissingFilter.of(asked.filters()), asked.whole(MissingOrder.values())).rows(),
                List.of(new Column<>(asked.text("organisation.agency"), 40, row -> row.name(asked.language())),
                        new Column<>(asked.text("organisation.column.code"), 12, MissingLine::code),
                        new Column<>(asked.text("organisation.parent"), 28, MissingLine::parentName),
                        new Column<>(asked.text("dashboard.type"), 22,
                                row -> asked.text("organisation.type." + row.type())),
                        new Column<>(asked.text("target.now"), 14,
                                row -> row.value() == null ? null : row.value().doubleValue()),
                        new Column<>(asked.text("reading.column.numerator"), 14, MissingLine::numerator),
                        new Column<>(asked.text("reading.column.denominator"), 14, MissingLine::denominator),
                        new Column<>(asked.text("target.gap.left"), 14,
                                row -> row.figure().gap(line.target().ofAgency()))));
    }
}
