package vn.thang.dashboard.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.ListFile;

/** How firm the ranks of a round are, as a file. */
@ApplicationScoped
class RobustnessFile implements ListFile {

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    @Override
    public String name() {
        return "robustness";
    }

    @Override
    public Content<AgencyLine> content(Asked asked) {
        RoundSelection round = nationalRounds.rounds(asked.of("round"))
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
        return new Content<>(asked.text("robustness.title"),
                nationalStandings.ranked(round.shown(), AgencyFilter.of(asked.filters()),
                        asked.whole(FirmnessOrder.values())).rows(),
                List.of(new Column<>(asked.text("heatmap.agency"), 40, line -> line.name(asked.language())),
                        new Column<>(asked.text("organisation.column.code"), 12, AgencyLine::code),
                        new Column<>(asked.text("organisation.parent"), 28, AgencyLine::parentName),
                        new Column<>(asked.text("heatmap.level"), 10, AgencyLine::level),
                        new Column<>(asked.text("robustness.levels"), 14, line -> line.firmness().levels()),
                        new Column<>(asked.text("robustness.changed"), 14, line -> line.firmness().changedPercent()),
                        new Column<>(asked.text("robustness.rank"), 12, line -> line.firmness().rank()),
                        new Column<>(asked.text("robustness.ranks"), 14, line -> line.firmness().ranks())));
    }
}
