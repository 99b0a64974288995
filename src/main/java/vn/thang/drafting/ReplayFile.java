package vn.thang.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.ListFile;

/** The agencies that change level by a draft as a file. */
@ApplicationScoped
class ReplayFile implements ListFile {

    @Inject
    private DraftReplay replay;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Content<ReplayMove> content(Asked asked) {
        return new Content<>(asked.text("replay.title"),
                replay.moves(GivenText.number(asked.of("draft")), ReplayFilter.of(asked.filters()),
                        asked.whole(ReplayOrder.values())).rows(),
                List.of(new Column<>(asked.text("organisation.column.code"), 12, ReplayMove::code),
                        new Column<>(asked.text("organisation.agency"), 40, ReplayMove::name),
                        new Column<>(asked.text("replay.from"), 10, ReplayMove::from),
                        new Column<>(asked.text("replay.to"), 10, ReplayMove::to),
                        new Column<>(asked.text("replay.node"), 14, move -> move.node().isEmpty()
                                ? asked.text("replay.whole") : move.node()),
                        new Column<>(asked.text("replay.rule"), 50,
                                move -> asked.text("replay.rule." + move.rule(), move.level())),
                        new Column<>(asked.text("replay.children"), 30, ReplayMove::children),
                        new Column<>(asked.text("replay.figures"), 20, ReplayMove::figures)));
    }
}
