package vn.thang.drafting;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** The agencies that change level by a draft, with the rule that says why. */
@Named
@ViewScoped
public class ReplayPage extends ListPage<ReplayMove, ReplayOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private Drafting drafting;

    @Inject
    private DraftReplay replay;

    @Inject
    private NoticePage notices;

    private transient Draft draft;
    private transient ReplaySummary summary;
    private transient List<String> types;

    @Override
    protected List<String> filters() {
        return List.of("draft", "q", "type", "way", "rule");
    }

    @Override
    protected ReplayOrder[] orders() {
        return ReplayOrder.values();
    }

    @Override
    protected boolean prepare() {
        return getDraft() != null;
    }

    @Override
    protected Slice<ReplayMove> cut(Cut<ReplayOrder> cut) {
        return replay.moves(number(), ReplayFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(ReplayMove row) {
        return row.id();
    }

    private long number() {
        return GivenText.number(getAsked().get("draft"));
    }

    public Draft getDraft() {
        if (draft == null) {
            draft = notices.found(() -> drafting.get(number()));
        }
        return draft;
    }

    /** What it came to in numbers; null where it was never replayed. */
    public ReplaySummary getSummary() {
        if (summary == null) {
            summary = replay.find(number()).orElse(null);
        }
        return summary;
    }

    /** What counts on neither side, as one text. */
    public String getBrokenCodes() {
        return String.join(", ", getSummary().broken());
    }

    public List<String> getTypes() {
        if (types == null) {
            types = replay.types(number());
        }
        return types;
    }

    public List<String> getRules() {
        return Stream.of(ReplayMove.Rule.values()).map(Enum::name).toList();
    }
}
