package vn.thang.dashboard.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.ListFile;

/** The map of agencies and dimensions as a file. */
@ApplicationScoped
class MapFile implements ListFile {

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private Catalog catalog;

    @Override
    public String name() {
        return "heatmap";
    }

    @Override
    public Content<AgencyLine> content(Asked asked) {
        RoundChoice round = nationalRounds.rounds(asked.of("round")).map(RoundSelection::shown)
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
        MaturityModel model = catalog.model(round.modelRef());
        List<String> dimensions = model.dimensions().stream().map(Dimension::code).toList();
        return new Content<>(asked.text("heatmap.title") + " · " + round.name() + " · " + asked.text(round.standing()),
                nationalStandings.wholeMap(round, AgencyFilter.ofMap(asked.filters(), dimensions)),
                columns(asked, model, catalog.texts(round.modelRef(), asked.language())));
    }

    private static List<Column<AgencyLine>> columns(Asked asked, MaturityModel model, ModelTexts texts) {
        List<Column<AgencyLine>> columns = new ArrayList<>(List.of(
                new Column<>(asked.text("heatmap.agency"), 40, line -> line.name(asked.language())),
                new Column<>(asked.text("organisation.column.code"), 12, AgencyLine::code),
                new Column<>(asked.text("dashboard.type"), 22,
                        line -> asked.text("organisation.type." + line.type())),
                new Column<>(asked.text("organisation.parent"), 28, AgencyLine::parentName),
                new Column<>(asked.text("heatmap.state"), 24, line -> asked.text("dashboard.state." + line.state())),
                new Column<>(asked.text("heatmap.level"), 10, line -> model.hasLevel() ? line.level() : null),
                new Column<>(asked.text("heatmap.index"), 10, line -> model.hasIndex() ? line.index() : null),
                new Column<>(asked.text("robustness.rank"), 10,
                        line -> line.firmness() == null ? null : line.firmness().rank()),
                new Column<>(asked.text("target.confidence"), 20,
                        line -> line.confidence() == null ? null : asked.text(line.confidence()))));
        for (Dimension dimension : model.dimensions()) {
            columns.add(new Column<>(texts.dimension(dimension.code()).shortName(), 14,
                    line -> line.level() == null ? null : line.dimensions().get(dimension.code())));
        }
        return columns;
    }
}
