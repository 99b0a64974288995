package vn.thang.matter.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.ListFile;

/** Where help does most for a target, as a file. */
@ApplicationScoped
class HelpFile implements ListFile {

    @Inject
    private NationalRounds rounds;

    @Inject
    private HelpFirst help;

    @Override
    public String name() {
        return "help";
    }

    @Override
    public Content<HelpLine> content(Asked asked) {
        RoundSelection selection = rounds.rounds(asked.of("round"))
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
        TargetLine line = help.target(selection, asked.of("code"));
        return new Content<>(line.target().code() + " " + asked.text("help.title"),
                help.list(line, selection, asked.of("type"), asked.whole(HelpOrder.values())).rows(),
                List.of(new Column<>(asked.text("organisation.agency"), 40, row -> row.name(asked.language())),
                        new Column<>(asked.text("organisation.column.code"), 12, HelpLine::code),
                        new Column<>(asked.text("dashboard.type"), 22,
                                row -> asked.text("organisation.type." + row.type())),
                        new Column<>(asked.text("heatmap.level"), 10, HelpLine::level),
                        new Column<>(asked.text("help.steps"), 12, HelpLine::steps),
                        new Column<>(asked.text("help.effect"), 18, HelpLine::effect),
                        new Column<>(asked.text("help.per-step"), 18, HelpLine::perStep)));
    }
}
