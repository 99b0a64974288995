package vn.thang.dashboard.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The board of a round as a file. */
@ApplicationScoped
class StandingsFile implements ListFile {

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    @Override
    public String name() {
        return "standings";
    }

    @Override
    public Content<AgencyLine> content(Asked asked) {
        RoundChoice round = nationalRounds.rounds(asked.of("round")).map(found -> asked.of("round") == null
                ? found.all().get(0)
                : found.shown()).orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
        return new Content<>(asked.text("standing.title") + " · " + round.name() + " · " + asked.text(round.standing()),
                nationalStandings.agencies(round, nationalStandings.filter(asked.filters()),
                        asked.whole(StandingOrder.values())).rows(),
                List.of(new Column<>(asked.text("heatmap.agency"), 40, line -> line.name(asked.language())),
                        new Column<>(asked.text("organisation.column.code"), 12, AgencyLine::code),
                        new Column<>(asked.text("dashboard.type"), 22,
                                line -> asked.text("organisation.type." + line.type())),
                        new Column<>(asked.text("organisation.parent"), 28, AgencyLine::parentName),
                        new Column<>(asked.text("heatmap.state"), 24,
                                line -> asked.text("dashboard.state." + line.state())),
                        new Column<>(asked.text("stage.due-on"), 14, AgencyLine::dueOn),
                        new Column<>(asked.text("stage.by-extension"), 14, AgencyLine::extendedTo),
                        new Column<>(asked.text("scorecard.answered"), 14,
                                line -> line.answered() + "/" + line.applicable()),
                        new Column<>(asked.text("standing.day"), 14, line -> line.handedInAt() == null ? null
                                : LocalDate.ofInstant(line.handedInAt(), Time.ZONE)),
                        new Column<>(asked.text("heatmap.level"), 10, AgencyLine::level),
                        new Column<>(asked.text("target.confidence"), 20,
                                line -> line.confidence() == null ? null : asked.text(line.confidence()))));
    }
}
