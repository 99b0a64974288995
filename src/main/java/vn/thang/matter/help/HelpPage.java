package vn.thang.matter.help;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.standing.RoundListPage;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** Where help does most for a target. */
@Named
@ViewScoped
public class HelpPage extends RoundListPage<HelpLine, HelpOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private HelpFirst help;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private NoticePage notices;

    private transient TargetLine target;

    @Override
    protected boolean prepare() {
        return getTarget() != null && super.prepare();
    }

    @Override
    protected List<String> filters() {
        return List.of("round", "code", "type");
    }

    @Override
    protected HelpOrder[] orders() {
        return HelpOrder.values();
    }

    @Override
    protected Slice<HelpLine> cut(Cut<HelpOrder> cut) {
        return help.list(getTarget(), rounds.selection(), getAsked().get("type"), cut);
    }

    @Override
    protected Object key(HelpLine line) {
        return line.code();
    }

    /** The target, of the round that is found again on each request; null where there is no round, or the error page is on its way. */
    public TargetLine getTarget() {
        if (isPresent() && target == null) {
            target = notices.found(() -> help.target(rounds.selection(), getAsked().get("code")));
        }
        return target;
    }

    /** Types of agency that count at the target. */
    @Override
    public List<String> getTypes() {
        return super.getTypes().stream().filter(getTarget().target().scope()::contains).toList();
    }
}
